import type { UniqueModel } from "../../../shared/schema/schema-model.ts";
import type { IndexColumnRow, IndexRow } from "./catalogue.ts";
import type { NameConstraint } from "./constraint-names.ts";
import { readIndexSql, type TableSql } from "./table-sql.ts";

export interface UniqueIndex {
  readonly row: IndexRow;
  readonly columns: readonly IndexColumnRow[];
}

/** Unique constraints and unique indexes of a table besides the primary key. */
export function uniqueModels(indexes: readonly UniqueIndex[], sql: TableSql, name: NameConstraint): UniqueModel[] {
  const uniqueModel = ({ row, columns: terms }: UniqueIndex): UniqueModel => {
    const columns = terms.flatMap((term) => term.name ?? []);
    const declared = row.origin === "u" ? sql.uniques.find((unique) => sameNames(unique.columns, columns)) : undefined;
    const text = row.sql === null ? undefined : readIndexSql(row.sql);
    const expressions = terms.flatMap((term) => (term.cid === -2 ? (text?.terms[term.seqno] ?? []) : []));
    return {
      name: row.origin === "c" ? name(row.name, [], "key") : name(declared?.name, columns, "key"),
      columns,
      ...(text?.where === undefined ? {} : { where: text.where }),
      ...(expressions.length === 0 ? {} : { expressions }),
    };
  };
  return indexes.filter(({ row }) => row.origin !== "pk").map(uniqueModel);
}

/** Whether a key on this column compares its text without case, whatever the column says. */
export const ignoresCase = (column: string, indexes: readonly UniqueIndex[]): boolean =>
  indexes.some((index) =>
    index.columns.some((term) => term.name === column && term.collation.toUpperCase() === "NOCASE"),
  );

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, k) => name.toLowerCase() === b[k]?.toLowerCase());
