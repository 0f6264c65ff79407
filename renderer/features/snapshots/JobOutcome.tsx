import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { RunFailure } from "../export/RunFailure.tsx";
import type { SnapshotJob } from "./use-job.ts";

/** What became of a save or a restore that did not come to its end, and what is true of the database then. */
export function JobOutcome({ job: { busy, error, progress } }: { readonly job: SnapshotJob }) {
  if (error) return <ErrorCallout error={error} />;
  if (busy || progress?.error === undefined) return null;
  return <RunFailure error={progress.error} state={progress.state} />;
}
