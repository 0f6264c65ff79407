import { IconPlayerStop, IconRefresh } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { LeakView, PrivacyChecks } from "../../../../shared/api/privacy-check-views.ts";
import type { ErrorView } from "../../../../shared/api/views.ts";
import type { TableId } from "../../../../shared/schema/schema-model.ts";
import { counted, formatDuration, formatInteger } from "../../../components/format.ts";
import { countDecisions } from "../findings-of.ts";
import { useFindings } from "../queries.ts";
import { CardFailure } from "./CardFailure.tsx";
import { LeakGrid } from "./LeakGrid.tsx";
import { leakSquares, openWords, secondsForAll, survivors } from "./leak-squares.ts";
import type { useAllRows } from "./queries.ts";
import { showCell } from "./show-cell.ts";

interface Props {
  readonly table: TableId;
  readonly checks: PrivacyChecks | undefined;
  readonly failed: ErrorView | null;
  readonly all: ReturnType<typeof useAllRows>;
}

const listed = 20;

/** Whether anything of the source is still to be read, over a sample or over all rows. */
export function LeakCard({ table, checks, failed, all }: Props): ReactNode {
  return (
    <section className="card card-p" aria-label="Leak check">
      <h3 className="sec-h">
        Leak check
        <span className="meta">{checks === undefined ? null : scopeWords(checks)}</span>
      </h3>
      {failed !== null ? (
        <CardFailure error={failed} />
      ) : checks === undefined ? (
        <p className="sm t3 card-none">Looking for originals…</p>
      ) : (
        <Outcome table={table} checks={checks} />
      )}
      <span className="grow" />
      <AllRows checks={checks} all={all} />
    </section>
  );
}

function scopeWords({ scope, tables }: PrivacyChecks): string {
  const looked = tables.reduce((sum, one) => sum + one.looked, 0);
  return scope === "all" ? `all ${formatInteger(looked)} rows` : `sample of ${formatInteger(looked)} rows`;
}

function Outcome({ table, checks }: { readonly table: TableId; readonly checks: PrivacyChecks }): ReactNode {
  const { leaks, coincidences, byChance, originals, complete } = checks.leaks;
  const { open } = countDecisions(useFindings().data?.findings ?? []);
  if (originals === 0)
    return (
      <p className="sm t2 card-none" role="status">
        No column is masked yet, so there is nothing to look for. {openWords(open)}
      </p>
    );
  const count = survivors(leaks);
  const squares = leakSquares(checks, table);
  const chance =
    byChance === 0
      ? undefined
      : `${counted(byChance, "value")} came out as ${byChance === 1 ? "it was" : "they were"}, no oftener than chance has it.`;
  return (
    <>
      <p className="big" role="status">
        <span className={count > 0 ? "c-danger" : open > 0 ? "c-warn" : "c-ok"}>{formatInteger(count)}</span>{" "}
        <small>of {formatInteger(originals)} originals survive</small>
      </p>
      {open === 0 ? null : <p className="sm c-warn">{openWords(open)}</p>}
      {leaks.length === 0 ? null : <LeakList leaks={leaks} label="Leaks" />}
      {coincidences.length === 0 ? null : (
        <>
          <p className="sm t2">Places called the same, which is no leak:</p>
          <LeakList leaks={coincidences} label="Places called the same" />
        </>
      )}
      <LeakGrid table={table} squares={squares} />
      <p className="sm t2 clip" title={chance}>
        One square: {squares.rows === 1 ? "a row" : counted(squares.rows, "row")}. Red: a leak.
      </p>
      {complete ? null : <p className="xs t3">There were more originals than are held in memory.</p>}
    </>
  );
}

function LeakList({ leaks, label }: { readonly leaks: readonly LeakView[]; readonly label: string }): ReactNode {
  return (
    <ul className="leak-list sm" aria-label={label} tabIndex={0}>
      {leaks.slice(0, listed).map(({ of, at, rows, first }) => (
        <li key={`${of.table}.${of.column} ${at.table}.${at.column}`}>
          <button
            type="button"
            className="btn-link clip"
            title={`Show row ${formatInteger((first[0] ?? 0) + 1)} of ${at.table}`}
            onClick={() => showCell(at.table, first[0] ?? 0, at.column)}
          >
            {of.table}.{of.column} in {at.table === of.table ? at.column : `${at.table}.${at.column}`}
          </button>
          <span className="grow" />
          <span className="num t2">{counted(rows, "row")}</span>
        </li>
      ))}
      {leaks.length > listed ? <li className="t3">and {counted(leaks.length - listed, "more place")}</li> : null}
    </ul>
  );
}

function AllRows({ checks, all }: Pick<Props, "checks" | "all">): ReactNode {
  const { progress, start, stop } = all;
  if (progress?.state === "running") {
    const share = progress.totalRows === 0 ? 0 : progress.rows / progress.totalRows;
    return (
      <div className="row card-foot">
        <button type="button" className="btn btn-sm" onClick={stop}>
          <IconPlayerStop className="i i-sm" stroke={1.5} aria-hidden="true" />
          Stop
        </button>
        <progress className="grow" value={share} aria-label="Checking all rows" />
        <span className="t3 xs num">{Math.floor(share * 100)}%</span>
      </div>
    );
  }
  const seconds = checks && secondsForAll(checks);
  return (
    <div className="row card-foot">
      <button type="button" className="btn btn-sm" disabled={checks === undefined} onClick={start}>
        <IconRefresh className="i i-sm" stroke={1.5} aria-hidden="true" />
        {checks?.scope === "all" ? "Check again" : "Check all rows"}
      </button>
      <span className="t3 xs">
        {seconds === undefined
          ? null
          : seconds < 1
            ? "less than a second"
            : `about ${formatDuration(Math.ceil(seconds))}`}
      </span>
    </div>
  );
}
