import type { ColumnModel, SchemaModel, TableModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";

// Schemas of a few tables, for tests.

/** The value type of a declared type, for the types that tests write. */
function valueType(type: string): ValueType {
  const [, word = "", first, second] = /^([a-z]*)(?:\((\d+)(?:,(\d+))?\))?$/.exec(type) ?? [];
  const size = first === undefined ? undefined : Number(first);
  switch (word) {
    case "integer":
      return { kind: "integer", bits: 64 };
    case "smallint":
      return { kind: "integer", bits: 16 };
    case "tinyint":
      return { kind: "integer", bits: 8 };
    case "decimal":
    case "numeric":
      return { kind: "decimal", ...(size === undefined ? {} : { precision: size, scale: Number(second ?? 0) }) };
    case "real":
      return { kind: "real", bits: 64 };
    case "datetime":
    case "timestamp":
      return { kind: "timestamp" };
    case "boolean":
    case "date":
    case "time":
    case "json":
    case "uuid":
      return { kind: word };
    case "blob":
      return { kind: "bytes", ...(size === undefined ? {} : { maxLength: size }) };
    case "":
      return { kind: "unknown" };
    default:
      return { kind: "text", ...(size === undefined ? {} : { maxLength: size }) };
  }
}

/** A column, NOT NULL unless said otherwise. */
export const columnOf = (name: string, type = "integer", more: Partial<ColumnModel> = {}): ColumnModel => ({
  name,
  type,
  valueType: valueType(type),
  nullable: false,
  ...more,
});

/** A table without keys unless said otherwise. */
export const tableOf = (name: string, columns: readonly ColumnModel[], more: Partial<TableModel> = {}): TableModel => ({
  id: name,
  schema: "main",
  name,
  columns,
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
  ...more,
});

/** A foreign key to `table` by one column. */
export const referenceOf = (column: string, table: string, referenced = "id", onDelete?: string) => ({
  name: `fk_${column}`,
  columns: [column],
  referencedTable: { schema: "main", name: table },
  referencedColumns: [referenced],
  ...(onDelete === undefined ? {} : { onDelete }),
});

/** A schema of these tables. */
export const modelOf = (...tables: readonly TableModel[]): SchemaModel => ({
  engine: "sqlite",
  defaultSchema: "main",
  tables,
  views: [],
});
