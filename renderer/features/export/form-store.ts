import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { everything, type RunChoice } from "./export-form.ts";

interface Choices {
  /** Of each open session; a project that is opened again starts anew. */
  readonly bySession: Readonly<Record<string, RunChoice>>;
}

const choiceStore = createStore<Choices>(() => ({ bySession: {} }));

/** What a session's loads take of its tables and rows. */
export const runChoiceOf = (session: string): RunChoice => choiceStore.getState().bySession[session] ?? everything;

export const useRunChoice = (session: string): RunChoice =>
  useStore(choiceStore, ({ bySession }) => bySession[session] ?? everything);

export function changeRunChoice(session: string, change: Partial<RunChoice>): void {
  const next = { ...runChoiceOf(session), ...change };
  choiceStore.setState(({ bySession }) => ({ bySession: { ...bySession, [session]: next } }));
}
