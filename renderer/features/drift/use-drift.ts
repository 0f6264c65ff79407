import { useEffect, useState } from "react";
import type { DriftView } from "../../../shared/api/drift-views.ts";
import type { ErrorView } from "../../../shared/api/views.ts";
import type { SaidRename } from "../../../shared/drift/schema-change.ts";
import type { NewColumns } from "../../../shared/project/new-columns.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";
import { editsSent } from "../../state/sync-session.ts";

/** What has changed and what a migration would do; asked anew with each word on a name, and each change of the policy. */
export function useDrift(
  session: string,
  renames: readonly SaidRename[],
  connection: string | null,
  policy: NewColumns | undefined,
) {
  const [view, setView] = useState<DriftView | null>(null);
  const [error, setError] = useState<ErrorView | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    setError(null);
    const other = connection === null ? {} : { connection };
    editsSent()
      .then(() => client.drift.compare.mutate({ session, renames: [...renames], ...other }, { signal: stop.signal }))
      .then(
        (answer) => (stop.signal.aborted ? undefined : setView(answer)),
        (thrown: unknown) => (stop.signal.aborted ? undefined : setError(errorView(thrown))),
      );
    return () => stop.abort();
    // The policy is part of the project that was sent.
  }, [session, renames, connection, policy]);
  return { view, error };
}
