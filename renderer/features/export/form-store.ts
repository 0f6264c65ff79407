import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { SessionView } from "../../../shared/api/views.ts";
import { everything, firstForm, type ExportForm, type RunChoice } from "./export-form.ts";

interface Forms {
  /** The form of each open session; a project that is opened again starts anew. */
  readonly bySession: Readonly<Record<string, ExportForm>>;
}

const formStore = createStore<Forms>(() => ({ bySession: {} }));

/** The export form of a session; undefined until the home folder is known. */
export function useExportForm(
  view: SessionView,
  homeFolder: string | undefined,
): readonly [ExportForm | undefined, (change: Partial<ExportForm>) => void] {
  const stored = useStore(formStore, ({ bySession }) => bySession[view.session]);
  const form = stored ?? (homeFolder === undefined ? undefined : firstForm(view, homeFolder));
  return [
    form,
    (change) => {
      if (!form) return;
      formStore.setState(({ bySession }) => ({ bySession: { ...bySession, [view.session]: { ...form, ...change } } }));
    },
  ];
}

/** What a session's form says of tables and rows. */
export const runChoiceOf = (session: string): RunChoice => formStore.getState().bySession[session] ?? everything;
