import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** lost: the backend was there and is gone; the client goes on trying. */
export type ConnectionState = "connecting" | "open" | "lost";

interface Connection {
  readonly state: ConnectionState;
  /** How many times the connection came back, so that what was not sent is sent again. */
  readonly reconnects: number;
}

export const connectionStore = createStore<Connection>(() => ({ state: "connecting", reconnects: 0 }));

export function connectionOpened(): void {
  connectionStore.setState((now) => ({
    state: "open",
    reconnects: now.state === "lost" ? now.reconnects + 1 : now.reconnects,
  }));
}

export function connectionClosed(): void {
  connectionStore.setState({ state: "lost" });
}

export const useConnection = (): ConnectionState => useStore(connectionStore, (connection) => connection.state);
