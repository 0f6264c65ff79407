import { useQuery } from "@tanstack/react-query";
import type { ConnectionList } from "../../../shared/api/load-views.ts";
import type { ErrorView } from "../../../shared/api/views.ts";
import { queryClient, trpc } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";

/** The connections that are kept, and the kinds of database that there are. */
export function useConnections(): { readonly list: ConnectionList | undefined; readonly error: ErrorView | null } {
  const query = useQuery(trpc.connections.list.queryOptions());
  return { list: query.data, error: query.error ? errorView(query.error) : null };
}

export const connectionsChanged = (): Promise<void> =>
  queryClient.invalidateQueries(trpc.connections.list.queryFilter());
