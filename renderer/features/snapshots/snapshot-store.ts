import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { SnapshotView } from "../../../shared/snapshots/snapshot.ts";

/** What the dialog of snapshots shows. */
export type SnapshotPane =
  | { readonly kind: "list"; readonly told?: string }
  | { readonly kind: "save" }
  | { readonly kind: "restore" | "diff" | "delete"; readonly snapshot: SnapshotView };

const store = createStore<{ readonly pane: SnapshotPane | null }>(() => ({ pane: null }));

export const showSnapshots = (): void => store.setState({ pane: { kind: "list" } });
export const showPane = (pane: SnapshotPane): void => store.setState({ pane });
export const hideSnapshots = (): void => store.setState({ pane: null });

export const useSnapshotPane = (): SnapshotPane | null => useStore(store, ({ pane }) => pane);
