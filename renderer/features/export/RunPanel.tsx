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

/** As many tables as can be told apart; more are one bar, and are counted. */
const mostApart = 60;

/** A segment a table, as wide as its rows. */
export function TableSegments({ progress }: { readonly progress: Pick<JobProgress, "tables" | "rows" | "totalRows"> }) {
  const { tables, rows: written, totalRows: all } = progress;
  const one = { table: "all tables", rows: written, totalRows: all, state: "running" } as const;
  return (
    <span className="row exp-segments" aria-hidden="true">
      {(tables.length > mostApart ? [one] : tables).map(({ table, rows, totalRows, state }) => {
        const share = state === "done" ? 1 : totalRows === 0 ? 0 : rows / totalRows;
        return (
          <span
            key={table}
            className="progress"
            style={{ flexGrow: Math.max(1, totalRows) / Math.max(1, all) }}
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

const tableText = (table: JobProgress["tables"][number]): string =>
  table.state === "running"
    ? `${table.table} ${formatCount(table.rows)} of ${formatCount(table.totalRows)}`
    : table.table;

/** Each table and how far it is; of very many only those that are being written. */
export function TableStates({ tables }: Pick<JobProgress, "tables">) {
  const many = tables.length > mostApart;
  const done = tables.filter(({ state }) => state === "done").length;
  return (
    <div className="exp-run-tables sm">
      {many ? (
        <span className="t2 num">
          {formatCount(done)} of {formatCount(tables.length)} tables done
        </span>
      ) : null}
      {(many ? tables.filter(({ state }) => state === "running") : tables).map((table) => (
        <span key={table.table} className={table.state === "running" ? "row num" : "row t3"}>
          {table.state === "done" ? <IconCheck className="i i-xs c-ok" stroke={1.5} aria-hidden="true" /> : null}
          {tableText(table)}
        </span>
      ))}
    </div>
  );
}

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
          {progress.totalRows === 0 ? "" : `${formatCount(progress.rows)} of ${formatCount(progress.totalRows)} rows`}
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
        {running && progress.rows > 0 && progress.rows < progress.totalRows ? (
          <span className="t2 sm num nowrap">{rate(progress)}</span>
        ) : null}
      </div>
      <TableStates tables={progress.tables} />
    </section>
  );
}
