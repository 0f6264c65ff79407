import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { ChecksProgress, PrivacyChecks, RiskView } from "../../../../shared/api/privacy-check-views.ts";
import type { ErrorView } from "../../../../shared/api/views.ts";
import { client, trpc } from "../../../host/api.ts";
import { errorView } from "../../../host/error-view.ts";
import { atRevision } from "../../../state/at-revision.ts";
import { useRevision } from "../../../state/session-store.ts";
import { editsSent } from "../../../state/sync-session.ts";

/** Leaks and joins over a sample of each table. */
export function useSampleChecks(session: string) {
  const options = atRevision(
    trpc.privacyChecks.sample.queryOptions({ session }, { trpc: { abortOnUnmount: true } }),
    useRevision(),
  );
  return useQuery({ ...options, retry: false, placeholderData: (before: PrivacyChecks | undefined) => before });
}

export function useRisk(session: string, table: string, quasi: readonly string[] | undefined, sensitive?: string) {
  const asked = {
    session,
    table,
    ...(quasi === undefined ? {} : { quasi: [...quasi] }),
    ...(sensitive === undefined ? {} : { sensitive }),
  };
  const options = atRevision(
    trpc.privacyChecks.risk.queryOptions(asked, { trpc: { abortOnUnmount: true } }),
    useRevision(),
  );
  return useQuery({
    ...options,
    retry: false,
    placeholderData: (before: RiskView | undefined) => (before?.table === table ? before : undefined),
  });
}

interface AllRows {
  readonly progress: ChecksProgress | null;
  readonly error: ErrorView | null;
}
const idle: AllRows = { progress: null, error: null };

/** A check of all rows: it runs while it is looked at, and holds for the revision that it was started at. */
export function useAllRows(session: string) {
  const revision = useRevision();
  const [state, setState] = useState(idle);
  const [run, setRun] = useState(0);
  useEffect(() => {
    if (run === 0) return;
    let watching: { unsubscribe(): void } | undefined;
    let stopped = false;
    setState({ progress: { state: "running", rows: 0, totalRows: 0 }, error: null });
    void editsSent().then(() => {
      if (stopped) return;
      watching = client.privacyChecks.all.subscribe(
        { session },
        {
          onData: ({ data }) => setState({ progress: data, error: null }),
          onError: (error) => setState({ progress: null, error: errorView(error) }),
        },
      );
    });
    return () => {
      stopped = true;
      watching?.unsubscribe();
    };
  }, [run, session]);
  const start = useCallback(() => setRun((count) => count + 1), []);
  const stop = useCallback(() => {
    setRun(0);
    setState(idle);
  }, []);
  // What was found before the last edit is not what would be found now.
  const outdated = state.progress?.state === "done" && state.progress.checks.revision !== revision;
  return { ...(outdated ? idle : state), start, stop };
}
