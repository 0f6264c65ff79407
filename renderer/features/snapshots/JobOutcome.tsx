import { Callout } from "../../components/Callout.tsx";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import type { SnapshotJob } from "./use-job.ts";

/** What became of a save or a restore that did not come to its end, and what is true of the database then. */
export function JobOutcome({ job: { busy, error, progress } }: { readonly job: SnapshotJob }) {
  if (error) return <ErrorCallout error={error} />;
  if (busy || progress?.error === undefined) return null;
  if (progress.state !== "cancelled") return <ErrorCallout error={progress.error} />;
  return <Callout title={progress.error.message}>{progress.error.hint}</Callout>;
}
