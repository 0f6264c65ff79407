import { IconCircleCheck, IconCircleDashed, IconGitCommit, IconLoader2, IconPlayerStop } from "@tabler/icons-react";
import type { TargetProgress } from "../../../shared/api/target-views.ts";
import type { JobProgress } from "../../../shared/api/views.ts";
import { counted, formatCount, formatDuration, formatRows } from "../../components/format.ts";
import { LoadRuns } from "./LoadRuns.tsx";
import { ManifestCard } from "./ManifestCard.tsx";
import { TableSegments, TableStates } from "./RunPanel.tsx";

interface TargetRunsProps {
  readonly session: string;
  readonly progress: JobProgress;
  /** What the files go into. */
  readonly note: string;
  /** Where there is something to commit, and a repository. */
  readonly onCommit: (() => void) | undefined;
}

function title({ state, targets = [], exported }: JobProgress): string {
  const done = targets.filter((target) => target.state === "done").length;
  if (state === "running") return `Running, ${done} of ${counted(targets.length, "export")} done`;
  if (state === "failed") return "Stopped by an error";
  if (state === "cancelled") return "Cancelled";
  const files = exported?.files.filter(({ change }) => change !== "unchanged").length ?? 0;
  if (exported?.written !== true && files === 0) return "No file would change";
  if (exported?.written !== true) return `Dry run: ${counted(files, "file")} would change`;
  return files === 0 ? "Done, no file changed" : `Done, ${counted(files, "file")} changed`;
}

/** How far each export of a run is, and what its outcome depends on. */
export function TargetRuns({ session, progress, note, onCommit }: TargetRunsProps) {
  const { targets = [], exported, rows, totalRows } = progress;
  return (
    <section className="exp-runs" aria-label="Run">
      <div className="exp-runs-list">
        <div className="row exp-run-head">
          <span className="semi" role="status">
            {title(progress)}
          </span>
          <span className="grow" />
          <span className="t2 num sm">
            {progress.state === "running"
              ? `${formatCount(rows)} of ${formatCount(totalRows)} rows`
              : `${formatRows(exported?.rows ?? rows)} in ${formatDuration(progress.elapsed)}`}
          </span>
        </div>
        {targets.map((target) => (
          <TargetRun key={target.name} target={target} progress={progress} />
        ))}
        <LoadRuns session={session} />
        {progress.state === "running" && progress.tables.length > 1 ? <TableStates tables={progress.tables} /> : null}
        <div className="row exp-run-note">
          <span className="sm t2 grow">{note}</span>
          {onCommit ? (
            <button type="button" className="btn btn-sm" onClick={onCommit}>
              <IconGitCommit className="i i-sm" stroke={1.5} aria-hidden="true" />
              Commit…
            </button>
          ) : null}
        </div>
      </div>
      {exported ? <ManifestCard session={session} result={exported} /> : null}
    </section>
  );
}

function TargetRun({ target, progress }: { readonly target: TargetProgress; readonly progress: JobProgress }) {
  const { name, state, rows, files, changed, elapsed } = target;
  const running = state === "running" && progress.state === "running";
  const parts = [
    counted(files, "file"),
    ...(rows > 0 ? [formatRows(rows)] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
  ];
  const outcome = state === "done" ? parts.join(", ") : "";
  return (
    <div className="run-row">
      <RunIcon state={state} running={running} />
      <span className="clip" title={name}>
        {name}
      </span>
      {running ? (
        <TableSegments progress={{ ...progress, totalRows: target.totalRows }} />
      ) : (
        <span className="t3 clip" title={outcome}>
          {outcome}
        </span>
      )}
      <span className="t2 right">
        {running
          ? `${formatCount(Math.round(rows / Math.max(elapsed, 0.001)))} rows/s`
          : state === "done"
            ? formatDuration(elapsed)
            : ""}
      </span>
    </div>
  );
}

function RunIcon({ state, running }: Pick<TargetProgress, "state"> & { readonly running: boolean }) {
  if (state === "done") return <IconCircleCheck className="i c-ok" stroke={1.5} role="img" aria-label="Done" />;
  if (running) return <IconLoader2 className="i c-accent spin" stroke={1.5} role="img" aria-label="Running" />;
  if (state === "running")
    return <IconPlayerStop className="i c-danger" stroke={1.5} role="img" aria-label="Stopped" />;
  return <IconCircleDashed className="i t3" stroke={1.5} role="img" aria-label="Waiting" />;
}
