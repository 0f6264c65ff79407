import { IconCheck, IconCircleCheck, IconLoader2, IconPlayerStop } from "@tabler/icons-react";
import type { JobProgress } from "../../../shared/api/views.ts";
import { formatBytes, formatCount, formatDuration } from "../../components/format.ts";

const titles: Readonly<Record<JobProgress["state"], string>> = {
  running: "Running",
  done: "Done",
  failed: "Stopped by an error",
  cancelled: "Cancelled",
};
const phases: Readonly<Record<NonNullable<JobProgress["phase"]>, string>> = {
  preparing: "Preparing the tables",
  committing: "Committing",
  proving: "Proving",
  copying: "Copying the database",
};

const titleOf = ({ state, phase }: JobProgress): string =>
  state === "running" && phase !== undefined ? phases[phase] : titles[state];

const rate = (progress: JobProgress): string => {
  const speed = `${formatCount(Math.round(progress.rowsPerSecond))} rows/s`;
  return progress.remaining === undefined ? speed : `${speed}, ${formatDuration(progress.remaining)} left`;
};

/** At the most as many segments as can be told apart; further tables share the last. */
const mostSegments = 60;

/** A segment a table, as wide as its rows. */
export function TableSegments({ progress }: { readonly progress: Pick<JobProgress, "tables" | "totalRows"> }) {
  const shown = progress.tables.slice(0, mostSegments);
  return (
    <span className="row exp-segments" aria-hidden="true">
      {shown.map(({ table, rows, totalRows, state }) => {
        const share = state === "done" ? 1 : totalRows === 0 ? 0 : rows / totalRows;
        return (
          <span
            key={table}
            className="progress"
            style={{ flexGrow: Math.max(1, totalRows) / Math.max(1, progress.totalRows) }}
            title={`${table} ${Math.floor(share * 100)}%`}
          >
            <i style={{ width: `${share * 100}%` }} />
          </span>
        );
      })}
    </span>
  );
}

function StateIcon({ state }: { readonly state: JobProgress["state"] }) {
  if (state === "running") return <IconLoader2 className="i c-accent spin" stroke={1.5} aria-hidden="true" />;
  if (state === "done") return <IconCircleCheck className="i c-ok" stroke={1.5} aria-hidden="true" />;
  return <IconPlayerStop className="i c-danger" stroke={1.5} aria-hidden="true" />;
}

export const tableText = (table: JobProgress["tables"][number]): string =>
  table.state === "running"
    ? `${table.table} ${formatCount(table.rows)} of ${formatCount(table.totalRows)}`
    : table.table;

/** How far the run is: rows, bytes, speed and time left, and each table's share. */
export function RunPanel({ progress }: { readonly progress: JobProgress }) {
  const share = progress.totalRows === 0 ? 0 : progress.rows / progress.totalRows;
  const running = progress.state === "running";
  return (
    <section className="exp-run" aria-label="Run">
      <div className="row exp-run-head">
        <StateIcon state={progress.state} />
        <span className="semi" role="status">
          {titleOf(progress)}
        </span>
        <span className="t3 sm num">{formatDuration(progress.elapsed)}</span>
        <span className="grow" />
        <span className="t2 num sm">
          {formatCount(progress.rows)} of {formatCount(progress.totalRows)} rows
          {progress.bytes === 0 ? "" : `, ${formatBytes(progress.bytes)}`}
        </span>
      </div>
      <div
        className="row"
        role="progressbar"
        aria-label="Rows written"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(share * 100)}
      >
        <TableSegments progress={progress} />
        {running ? <span className="t2 sm num nowrap">{rate(progress)}</span> : null}
      </div>
      <div className="exp-run-tables sm">
        {progress.tables.map((table) => (
          <span key={table.table} className={table.state === "running" ? "row num" : "row t3"}>
            {table.state === "done" ? <IconCheck className="i i-xs c-ok" stroke={1.5} aria-hidden="true" /> : null}
            {tableText(table)}
          </span>
        ))}
      </div>
    </section>
  );
}
