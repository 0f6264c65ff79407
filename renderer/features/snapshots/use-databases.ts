import { skipToken, useQuery } from "@tanstack/react-query";
import type { DatabaseRef, DatabaseView } from "../../../shared/api/snapshot-views.ts";
import type { ErrorView } from "../../../shared/api/views.ts";
import { queryClient, trpc } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";
import { useSessionId } from "../../state/session-store.ts";

/** The databases that snapshots can be taken of: the open project's source first. */
export function useDatabases(): {
  readonly databases: readonly DatabaseView[] | undefined;
  readonly error: ErrorView | null;
} {
  const session = useSessionId();
  const query = useQuery(trpc.snapshots.databases.queryOptions(session === "" ? {} : { session }, { staleTime: 0 }));
  return { databases: query.data, error: query.error ? errorView(query.error) : null };
}

/** The tables of a database, asked of it when it is chosen. */
export function useTables(database: DatabaseRef | undefined) {
  const asked = database === undefined ? skipToken : { database };
  const query = useQuery(trpc.snapshots.tables.queryOptions(asked, { staleTime: 0 }));
  return { tables: query.data, error: query.error ? errorView(query.error) : null };
}

export function useSnapshots() {
  const query = useQuery(trpc.snapshots.list.queryOptions(undefined, { staleTime: 0 }));
  return { snapshots: query.data, error: query.error ? errorView(query.error) : null };
}

export const snapshotsChanged = (): Promise<void> => queryClient.invalidateQueries(trpc.snapshots.list.queryFilter());

/** A database as the value of a choice. */
export const refKey = (ref: DatabaseRef): string => ("session" in ref ? "source" : ref.connection);
