import { IconCircleCheck, IconCircleDashed, IconLoader2, IconPlayerStop } from "@tabler/icons-react";
import { proofWords } from "../../../shared/api/proof-words.ts";
import { formatCount, formatDuration, formatRows } from "../../components/format.ts";
import { useFollowingLoads, type FollowingLoad } from "./following-loads.ts";
import { TableSegments } from "./RunPanel.tsx";

/** The loads that follow the files of a run. */
export function LoadRuns({ session }: { readonly session: string }) {
  const chain = useFollowingLoads();
  if (chain.session !== session) return null;
  return chain.loads.map((load) => <LoadRun key={load.connection} load={load} />);
}

function LoadRun({ load: { label, progress, error } }: { readonly load: FollowingLoad }) {
  const failure = error ?? progress?.error;
  const running = progress?.state === "running";
  const told = progress?.load ? outcome(progress.load) : "";
  return (
    <>
      <div className="run-row">
        <StateIcon state={failure ? "failed" : progress?.state} />
        <span className="clip" title={`Load ${label}`}>
          Load {label}
        </span>
        {running ? (
          <TableSegments progress={progress} />
        ) : (
          <span className="t3 clip" title={told}>
            {told}
          </span>
        )}
        <span className="t2 right">
          {running
            ? `${formatCount(Math.round(progress.rowsPerSecond))} rows/s${progress.remaining === undefined ? "" : `, ${formatDuration(progress.remaining)} left`}`
            : progress
              ? formatDuration(progress.elapsed)
              : ""}
        </span>
      </div>
      {failure ? (
        <p className="sm c-danger" role="alert">
          {failure.message} {failure.hint ?? ""}
        </p>
      ) : null}
    </>
  );
}

function outcome({ rows, proof }: NonNullable<NonNullable<FollowingLoad["progress"]>["load"]>): string {
  return proof === undefined ? formatRows(rows) : `${formatRows(rows)}, ${proofWords(proof)}`;
}

function StateIcon({ state }: { readonly state: "running" | "done" | "failed" | "cancelled" | undefined }) {
  if (state === "done") return <IconCircleCheck className="i c-ok" stroke={1.5} role="img" aria-label="Done" />;
  if (state === "running")
    return <IconLoader2 className="i c-accent spin" stroke={1.5} role="img" aria-label="Running" />;
  if (state === undefined) return <IconCircleDashed className="i t3" stroke={1.5} role="img" aria-label="Waiting" />;
  return <IconPlayerStop className="i c-danger" stroke={1.5} role="img" aria-label="Stopped" />;
}
