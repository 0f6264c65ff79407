import type { SessionView, TableView } from "../../../../shared/api/views.ts";
import type { OwnedRows, Rows } from "../../../../shared/rules/rule.ts";

/** The tables that a table's rows can belong to: those it has a foreign key to, itself aside. */
export function ownerCandidates(table: TableView, tables: SessionView["tables"]): readonly string[] {
  const ids = table.foreignKeys.map(
    (key) =>
      tables.find((other) => other.schema === key.referencedTable.schema && other.name === key.referencedTable.name)
        ?.id,
  );
  return [...new Set(ids.filter((id): id is string => id !== undefined && id !== table.id))];
}

/** "customers × 2.5": the mean number of rows for each owner row, owners without rows counted. */
export function ownedWords(rows: OwnedRows, rowCount: number, ownerRows: number | undefined): string {
  const mean =
    ownerRows !== undefined && ownerRows > 0
      ? rowCount / ownerRows
      : (rows.average ?? ((rows.from + rows.to) / 2) * (1 - rows.without));
  return `${rows.per} × ${trim(mean)}`;
}

/** The rows of a table owned by `per` when a person switches from a fixed number. */
export function defaultOwned(per: string): OwnedRows {
  return { per, from: 1, to: 5, without: 0 };
}

/** What is wrong with a row rule, or nothing. */
export function ownedCause(rows: OwnedRows): string | undefined {
  if (rows.to < rows.from) return "The most is below the least";
  if (rows.to === 0) return "At least one row for each owner";
  if (rows.average !== undefined && (rows.average < (rows.without > 0 ? 0 : rows.from) || rows.average > rows.to)) {
    return `The average lies between ${trim(rows.without > 0 ? 0 : rows.from)} and ${trim(rows.to)}`;
  }
  return undefined;
}

export const isOwned = (rows: Rows): rows is OwnedRows => typeof rows !== "number";

function trim(value: number): string {
  const text = value >= 100 ? value.toFixed(0) : value.toFixed(2);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
