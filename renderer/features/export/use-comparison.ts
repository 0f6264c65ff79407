import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ComparedTargets, TargetsResult } from "../../../shared/api/target-views.ts";
import type { ErrorView, JobProgress, SessionView } from "../../../shared/api/views.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";
import { editsSent } from "../../state/sync-session.ts";

interface Asked {
  readonly base: string | undefined;
  /** The ticked exports by name; all where absent. */
  readonly names: readonly string[] | undefined;
  readonly stopOnErrors: boolean;
  /** The run that ended last: what stands in the files may be another since. */
  readonly job: string | undefined;
}

export interface Comparison {
  readonly found: ComparedTargets | undefined;
  /** The found result as a run that wrote nothing. */
  readonly progress: JobProgress | null;
  readonly error: ErrorView | null;
  readonly busy: boolean;
}

/** Milliseconds without an edit before files are made. */
const rest = 300;

/** What the exports would change, found out unasked: when the screen opens, and again after each edit. */
export function useComparison(view: SessionView, asked: Asked, enabled: boolean): Comparison {
  const { session, revision } = view;
  const { base, names, stopOnErrors } = asked;
  const { data, error, isFetching } = useQuery({
    queryKey: ["compared exports", session, revision, asked],
    queryFn: async ({ signal }) => {
      await new Promise((resolve) => void setTimeout(resolve, rest));
      signal.throwIfAborted();
      await editsSent();
      const request = { session, stopOnErrors, ...(base === undefined ? {} : { base }) };
      return client.targets.compare.query(
        { ...request, ...(names === undefined ? {} : { names: [...names] }) },
        { signal },
      );
    },
    enabled,
    retry: false,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const found = enabled ? data : undefined;
  return {
    found,
    progress: found?.kind === "compared" ? asProgress(found.result, `compared ${revision}`) : null,
    error: enabled && error ? errorView(error) : null,
    busy: enabled && isFetching,
  };
}

function asProgress(result: TargetsResult, job: string): JobProgress {
  const elapsed = result.targets.reduce((sum, target) => sum + target.elapsed, 0);
  return {
    job,
    state: "done",
    rows: result.rows,
    totalRows: result.rows,
    bytes: result.bytes,
    elapsed,
    rowsPerSecond: 0,
    tables: [],
    targets: result.targets.map(({ added, changed, ...target }) => ({
      ...target,
      state: "done",
      totalRows: target.rows,
      changed: added + changed,
    })),
    exported: { ...result, elapsed },
  };
}
