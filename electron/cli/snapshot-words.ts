import type { RowChange, SnapshotDiff, TableDiff } from "../../shared/snapshots/diff-rows.ts";
import { count } from "./words.ts";

/** What differs, a table and its first rows after the other. */
export function diffLines({ tables, onlyBefore, onlyAfter }: SnapshotDiff): readonly string[] {
  return [
    ...tables.filter(({ added, removed, changed }) => added + removed + changed > 0).flatMap(tableLines),
    ...onlyBefore.map((name) => `${name}: only in the first`),
    ...onlyAfter.map((name) => `${name}: only in the second`),
  ];
}

function tableLines({ table, added, removed, changed, columns, samples }: TableDiff): readonly string[] {
  const counts = [
    ...(added === 0 ? [] : [`${count(added, "row")} added`]),
    ...(removed === 0 ? [] : [`${count(removed, "row")} removed`]),
    ...(changed === 0 ? [] : [`${count(changed, "row")} changed`]),
  ];
  const changes = Object.entries(columns).map(([name, rows]) => `${name} ${rows}`);
  return [
    `${table}: ${counts.join(", ")}${changes.length === 0 ? "" : ` (${changes.join(", ")})`}`,
    ...samples.map((sample) => `  ${sampleLine(sample)}`),
  ];
}

const signs = { added: "+", removed: "-", changed: "~" };

/** Longer values are cut where they are shown, and compared whole. */
const shown = (text: string | undefined): string =>
  text === undefined ? "" : text.length > 60 ? `${text.slice(0, 59)}…` : text;

function sampleLine({ kind, key, cells }: RowChange): string {
  const what =
    kind === "changed"
      ? cells.map(({ column, before, after }) => `${column}: ${shown(before)} → ${shown(after)}`)
      : cells.map(({ column, before, after }) => `${column}: ${shown(before ?? after)}`);
  return `${signs[kind]} ${shown(key.join(", "))}  ${what.join(", ")}`;
}
