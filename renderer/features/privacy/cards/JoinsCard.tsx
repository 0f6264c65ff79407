import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ColumnsPlace, JoinView, PrivacyChecks, UsableView } from "../../../../shared/api/privacy-check-views.ts";
import { formatInteger } from "../../../components/format.ts";

const usableWords: Readonly<Record<UsableView["kind"], string>> = {
  unique: "unique stays unique",
  nulls: "null share unchanged",
  format: "formats stay valid",
};

/** A line of the lists, as cards.css has it. */
const rowHeight = 36;

/** Whether rows find each other as before, and columns keep what their readers count on. */
export function JoinsCard({ checks }: { readonly checks: PrivacyChecks | undefined }): ReactNode {
  return (
    <section className="card card-p" aria-label="Joins still match">
      <h3 className="sec-h">
        Joins still match
        <span className="meta">{checks === undefined ? null : checks.scope === "all" ? "all rows" : "sample"}</span>
      </h3>
      {checks === undefined ? <p className="sm t3 card-none">Nothing to compare yet.</p> : <Joins checks={checks} />}
    </section>
  );
}

function Joins({ checks: { joins, usable } }: { readonly checks: PrivacyChecks }): ReactNode {
  const keys = joins.filter(({ kind }) => kind !== "same-values");
  // Columns that hold values of one kind are not all meant to be joined: of a name that is kept, nobody expects it.
  const counted = sum(keys, "before") > 0 ? keys : joins;
  const [before, after] = [sum(counted, "before"), sum(counted, "after")];
  const apart = joins.filter((join) => join.kind === "same-values" && join.before > 0 && !isWhole(join)).length;
  // What is broken comes first, then what joins by value, which no key holds together.
  const sorted = joins
    .filter((join) => join.before > 0)
    .toSorted((a, b) => Number(isWhole(a)) - Number(isWhole(b)) || rank(a) - rank(b) || b.before - a.before);
  return (
    <>
      <p
        className="big"
        role="status"
        title={counted === keys ? "Pairs of rows by keys" : "Pairs of rows by equal values"}
      >
        <span className={before === after ? undefined : counted === keys ? "c-danger" : "c-warn"}>
          {formatInteger(after)}
        </span>{" "}
        <small>of {formatInteger(before)}</small>
      </p>
      {apart === 0 || counted !== keys ? null : (
        <p className="sm c-warn">
          {apart === 1 ? "1 pair of columns" : `${formatInteger(apart)} pairs of columns`} of one kind no longer match.
        </p>
      )}
      <div className="joins" style={{ maxHeight: Math.max(1, sorted.length) * rowHeight }}>
        <ul className="reason" tabIndex={0} aria-label="Joins">
          {sorted.map((join) => (
            <li key={`${nameOf(join.from)} ${nameOf(join.to)}`} title={titleOf(join)}>
              <Tick good={isWhole(join)} mild={join.kind === "same-values"} />
              <span className="join-sides grow">
                <span className="clip">{nameOf(join.from)}</span>
                <span className="clip xs t2">
                  {join.kind === "same-values" ? "=" : "→"} {nameOf(join.to)}
                </span>
              </span>
              <span className="num">{formatInteger(join.after)}</span>
            </li>
          ))}
          {sorted.length === 0 ? <li className="t3">No rows join in the source.</li> : null}
        </ul>
      </div>
      <h3 className="sec-h">Still usable</h3>
      <ul className="reason">
        {usable.map(({ kind, broken, looked }) => (
          <li
            key={kind}
            title={broken.length === 0 ? `${formatInteger(looked)} looked at` : broken.map(nameOf).join(", ")}
          >
            <Tick good={broken.length === 0} />
            {usableWords[kind]}
            {broken.length === 0 ? null : <span className="c-danger clip">: {broken.map(nameOf).join(", ")}</span>}
          </li>
        ))}
      </ul>
      <span className="grow" />
      <p className="xs t3 clip">Same key, same mask</p>
    </>
  );
}

function Tick({ good, mild = false }: { readonly good: boolean; readonly mild?: boolean }): ReactNode {
  return good ? (
    <IconCheck className="i i-xs c-ok" stroke={2} role="img" aria-label="Holds" />
  ) : (
    <IconAlertTriangle
      className={`i i-xs ${mild ? "c-warn" : "c-danger"}`}
      stroke={2}
      role="img"
      aria-label="Does not hold"
    />
  );
}

const isWhole = ({ before, after }: JoinView): boolean => before === after;
const rank = ({ kind }: JoinView): number => (kind === "same-values" ? 0 : 1);
const sum = (joins: readonly JoinView[], field: "before" | "after"): number =>
  joins.reduce((total, join) => total + join[field], 0);
const nameOf = ({ table, columns }: ColumnsPlace): string =>
  columns.length === 1 ? `${table}.${columns[0] ?? ""}` : `${table} (${columns.join(", ")})`;

function titleOf({ from, to, before, after, gained }: JoinView): string {
  const found = `${nameOf(from)} = ${nameOf(to)}: ${formatInteger(before)} pairs before, ${formatInteger(after)} of them still match`;
  return gained <= 0 ? found : `${found}; ${formatInteger(gained)} more match by chance`;
}
