import type { ColumnModel, SchemaModel, TableModel } from "../schema/schema-model.ts";

/** A column that holds text, unless `more` says otherwise. */
export const column = (name: string, more: Partial<ColumnModel> = {}): ColumnModel => ({
  name,
  type: "TEXT",
  valueType: { kind: "text" },
  nullable: true,
  ...more,
});

export const integer = (name: string, more: Partial<ColumnModel> = {}): ColumnModel =>
  column(name, { type: "INTEGER", valueType: { kind: "integer", bits: 64 }, ...more });

export const table = (id: string, columns: readonly ColumnModel[], more: Partial<TableModel> = {}): TableModel => ({
  id,
  schema: "main",
  name: id,
  columns,
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
  ...more,
});

export const model = (...tables: readonly TableModel[]): SchemaModel => ({
  engine: "sqlite",
  defaultSchema: "main",
  tables,
  views: [],
});

/** A foreign key of one column. */
export const keyTo = (name: string, parent: string, referenced = "id"): TableModel["foreignKeys"][number] => ({
  name: `fk_${name}`,
  columns: [name],
  referencedTable: { schema: "main", name: parent },
  referencedColumns: [referenced],
});
