import type { DriftReport, ReportedChange } from "../../../shared/drift/drift-report.ts";
import type { Rename, SaidRename } from "../../../shared/drift/schema-change.ts";

/** A change, and the renaming that it is or was taken from. */
export interface DriftRow {
  readonly change: ReportedChange;
  readonly rename?: Rename;
}

export interface DriftGroup {
  readonly table: string;
  readonly rows: readonly DriftRow[];
}

/** The changes table by table, in the order in which they are reported. */
export function driftGroups({ changes, renames }: DriftReport): readonly DriftGroup[] {
  const tables = [...new Set(changes.map(({ table }) => table))];
  return tables.map((table) => ({
    table,
    rows: changes
      .filter((change) => change.table === table)
      .map((change) => {
        const rename = change.kind === "renamed" ? renames.find((one) => isOf(one, change, renames)) : undefined;
        return { change, ...(rename === undefined ? {} : { rename }) };
      }),
  }));
}

function isOf(rename: Rename, { what, table, column, was }: ReportedChange, renames: readonly Rename[]): boolean {
  if (what === "table") return rename.column === undefined && rename.to === table;
  const before = renames.find((one) => one.column === undefined && one.to === table)?.table ?? table;
  return rename.table === before && rename.column === was && rename.to === column;
}

/** What is said of names, with one more word: that this is no renaming. */
export const refused = (said: readonly SaidRename[], { table, column }: Rename): readonly SaidRename[] => [
  ...without(said, table, column),
  { table, ...(column === undefined ? {} : { column }), to: null },
];

/** What is said of names, without what is said of this one: the guess holds again. */
export const without = (
  said: readonly SaidRename[],
  table: string,
  column: string | undefined,
): readonly SaidRename[] => said.filter((one) => one.table !== table || one.column !== column);

/** The name that was said to be no renaming, as it is read. */
export const saidName = ({ table, column }: SaidRename): string =>
  column === undefined ? table : `${table}.${column}`;
