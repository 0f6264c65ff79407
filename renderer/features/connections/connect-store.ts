import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { ConnectionView } from "../../../shared/api/load-views.ts";
import { closeDialog, openDialog } from "../../state/ui-store.ts";

/** What the connection dialog was opened for. */
interface Asked {
  /** The kept connection that it shows first. */
  readonly connection: string | null;
  /** Absent: to open the database. Else it is only kept, and given to this. */
  readonly take?: (connection: ConnectionView) => void;
}

const askedStore = createStore<Asked>(() => ({ connection: null }));

/** Opens the dialog that makes a connection, changes the one with the id, or opens its database. */
export function askToConnect(connection: string | null = null): void {
  askedStore.setState({ connection }, true);
  openDialog("connect");
}

/** Opens the dialog for a database that is loaded into. */
export function askForTarget(take: (connection: ConnectionView) => void): void {
  askedStore.setState(
    {
      connection: null,
      take: (connection) => {
        closeDialog();
        take(connection);
      },
    },
    true,
  );
  openDialog("connect");
}

export const useAsked = (): Asked => useStore(askedStore);
