import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { firstLoadForm, type LoadForm } from "./load-form.ts";

interface Forms {
  /** The form of each open session; leaving the screen loses nothing. */
  readonly bySession: Readonly<Record<string, LoadForm>>;
}

const formStore = createStore<Forms>(() => ({ bySession: {} }));

export function changeLoadForm(session: string, change: Partial<LoadForm>): void {
  formStore.setState(({ bySession }) => ({
    bySession: { ...bySession, [session]: { ...(bySession[session] ?? firstLoadForm), ...change } },
  }));
}

export const useLoadForm = (session: string): LoadForm =>
  useStore(formStore, ({ bySession }) => bySession[session] ?? firstLoadForm);
