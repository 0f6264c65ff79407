import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { client, trpc } from "../../host/api.ts";
import { atRevision } from "../../state/at-revision.ts";
import { refreshSession, useRevision, useSession, useSessionId } from "../../state/session-store.ts";

/** Lets the rows of masked tables be counted in the source, where one of them is shown and nobody has counted them. */
export function useCountedRows(table: string): void {
  const session = useSessionId();
  const shown = useSession((state) => state.view?.tables.find(({ id }) => id === table));
  const connected = useSession((state) => state.view?.source.connected) ?? false;
  const options = atRevision(trpc.preview.page.queryOptions({ session, table, start: 0, count: 1 }), useRevision());
  const wanted = connected && shown?.mode === "mask" && shown.rowCount === 0;
  const { data } = useQuery({ ...options, enabled: wanted });
  const counted = wanted && (data?.rowCount ?? 0) > 0;
  useEffect(() => {
    if (!counted) return;
    // Where it fails, the connection is gone, which is told elsewhere.
    void client.projects.view
      .query({ session })
      .then(refreshSession)
      .catch(() => undefined);
  }, [counted, session]);
}
