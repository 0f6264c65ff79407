import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** What is looked at on the export screen of a session; leaving the screen loses nothing. */
export interface ExportView {
  /** The export whose settings are shown, by name; the first where there is none of that name. */
  readonly target: string | null;
  /** Exports that a run leaves out, by name. */
  readonly without: ReadonlySet<string>;
  /** Where the files of a project go that is not saved yet. */
  readonly base: string | null;
  /** The file in the diff pane; the first that changes where there is none of that path. */
  readonly file: string | null;
  readonly whole: boolean;
  /** Whether errors that only a database would refuse stop a run. */
  readonly stopOnErrors: boolean;
  /** Folders of the tree whose folding was turned round. */
  readonly turned: ReadonlySet<string>;
}

const first: ExportView = {
  target: null,
  without: new Set(),
  base: null,
  file: null,
  whole: false,
  stopOnErrors: true,
  turned: new Set(),
};

const viewStore = createStore<{ readonly bySession: Readonly<Record<string, ExportView>> }>(() => ({ bySession: {} }));

export function changeExportView(session: string, change: Partial<ExportView>): void {
  viewStore.setState(({ bySession }) => ({
    bySession: { ...bySession, [session]: { ...(bySession[session] ?? first), ...change } },
  }));
}

export const useExportView = (session: string): ExportView =>
  useStore(viewStore, ({ bySession }) => bySession[session] ?? first);

/** The set with `item` in it or not. */
export function toggled(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
