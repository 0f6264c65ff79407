import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** Whether the changes of the schema are looked at, and in which project somebody wants to see them later. */
interface DriftState {
  readonly open: boolean;
  readonly later: string | null;
}

const store = createStore<DriftState>(() => ({ open: false, later: null }));

export const showDrift = (): void => store.setState({ open: true });
export const hideDrift = (): void => store.setState({ open: false });
/** Leaves the banner out until the project is opened again. */
export const driftLater = (session: string): void => store.setState({ later: session });

export const useDriftState = (): DriftState => useStore(store);
