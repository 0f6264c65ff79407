import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** What the project itself is called among its scenarios; `{scenario}` in a path stands for it, too. */
export const defaultName = "default";

/** The dialog of scenarios that is open. */
export type ScenarioDialogState =
  | { readonly kind: "new"; readonly from: string | null }
  | { readonly kind: "edit"; readonly name: string }
  | { readonly kind: "pinned"; readonly table: string; readonly name: string }
  | null;

const store = createStore<{ readonly dialog: ScenarioDialogState }>(() => ({ dialog: null }));

export const openScenarioDialog = (dialog: ScenarioDialogState): void => store.setState({ dialog });
export const closeScenarioDialog = (): void => store.setState({ dialog: null });
export const useScenarioDialog = (): ScenarioDialogState => useStore(store, ({ dialog }) => dialog);
