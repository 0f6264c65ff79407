import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ErrorView } from "../../shared/api/views.ts";

/** A project or database on its way into the window. */
interface Opening {
  /** What is being opened, or null. */
  readonly name: string | null;
  /** Why the last try did not work. */
  readonly error: ErrorView | null;
}

const closed: Opening = { name: null, error: null };
const openingStore = createStore<Opening>(() => closed);

/** Counts what was begun, so that an answer that comes after it was given up is known. */
let begun = 0;

/** Begins to open something; the answer tells whether it is still wanted. */
export function beginOpening(name: string): { readonly isWanted: () => boolean } {
  const mine = ++begun;
  openingStore.setState({ name, error: null });
  return { isWanted: () => mine === begun };
}

export function endOpening(error: ErrorView | null = null): void {
  begun++;
  openingStore.setState({ name: null, error });
}

/** Gives up what is being opened; when it comes after all, it is closed again. */
export const cancelOpening = (): void => endOpening();
export const dismissOpeningError = (): void => openingStore.setState({ error: null });
export const useOpening = (): Opening => useStore(openingStore);
