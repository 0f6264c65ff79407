import type { ForeignKeyModel } from "../../../shared/schema/schema-model.ts";
import type { ColumnRow, ForeignKeyRow } from "./catalogue.ts";
import type { NameConstraint } from "./constraint-names.ts";
import type { TableSql } from "./table-sql.ts";

export interface ParentTable {
  readonly name: string;
  readonly columns: readonly ColumnRow[];
}

/** The foreign keys of a table in the order of their declaration. `parents` is by table name in lower case. */
export function foreignKeyModels(
  rows: readonly ForeignKeyRow[],
  own: readonly ColumnRow[],
  sql: TableSql,
  parents: ReadonlyMap<string, ParentTable>,
  name: NameConstraint,
): ForeignKeyModel[] {
  const ids = [...new Set(rows.map((row) => row.id))].sort((a, b) => b - a);
  const keyModel = (id: number, place: number): ForeignKeyModel => {
    const parts = rows.filter((row) => row.id === id);
    const columns = parts.map((part) => realName(own, part.from));
    const parent = parents.get(parts[0]?.parent.toLowerCase() ?? "");
    const declared = ids.length === sql.foreignKeys.length ? sql.foreignKeys[place] : undefined;
    return {
      name: name(declared?.name, columns, "fkey"),
      columns,
      referencedTable: { schema: "main", name: parent?.name ?? parts[0]?.parent ?? "" },
      referencedColumns: referencedColumns(parts, columns, parent),
      ...(declared?.deferrable === true ? { deferrable: true } : {}),
      ...(parts[0] && parts[0].onDelete !== "NO ACTION" ? { onDelete: parts[0].onDelete } : {}),
      ...(parts[0] && parts[0].onUpdate !== "NO ACTION" ? { onUpdate: parts[0].onUpdate } : {}),
    };
  };
  return ids.map(keyModel);
}

/** The columns that are named, or the parent's primary key; where neither fits, columns of the same names. */
function referencedColumns(
  parts: readonly ForeignKeyRow[],
  columns: readonly string[],
  parent: ParentTable | undefined,
): string[] {
  const named = parts.flatMap((part) => part.to ?? []);
  if (named.length === parts.length)
    return named.map((name) => (parent === undefined ? name : realName(parent.columns, name)));
  const key = (parent?.columns ?? []).filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
  return key.length === columns.length ? key.map((column) => column.name) : [...columns];
}

/** SQLite compares names without case; the model has them as the table does. */
const realName = (columns: readonly ColumnRow[], name: string): string =>
  columns.find((column) => column.name === name)?.name ??
  columns.find((column) => column.name.toLowerCase() === name.toLowerCase())?.name ??
  name;
