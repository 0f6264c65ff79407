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

const openingStore = createStore<Opening>(() => ({ name: null, error: null }));

export const setOpening = (opening: Opening): void => openingStore.setState(opening);
export const dismissOpeningError = (): void => openingStore.setState({ error: null });
export const useOpening = (): Opening => useStore(openingStore);
