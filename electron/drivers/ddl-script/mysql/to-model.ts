import type { SchemaModel, TableModel } from "../../../../shared/schema/schema-model.ts";
import type { ColumnRow } from "../../mysql/catalogue.ts";
import { checkModels, foreignKeyModels, primaryKeyOf, uniqueModels } from "../../mysql/constraints.ts";
import { columnModel } from "../../mysql/introspect.ts";
import { partitionsModel } from "../../mysql/partitions.ts";
import type { MyCatalogue, MyColumn, MyForeignKey, MyTable } from "./catalogue.ts";

/** Databases that belong to the server. A dump of everything has them, too. */
const system = new Set(["mysql", "sys", "information_schema", "performance_schema"]);

/** The schema model of what a script has made: the same that a server gives that ran the script. */
export function toModel(catalogue: MyCatalogue): SchemaModel {
  const tables = catalogue.tables.filter((table) => !system.has(table.schema));
  const defaultSchema = tables[0]?.schema ?? catalogue.schema;
  return {
    engine: "mysql",
    defaultSchema,
    tables: tables.toSorted(byName(defaultSchema)).map((table) => tableModel(catalogue, table, defaultSchema)),
    views: catalogue.views.filter((view) => !system.has(view.schema)).toSorted(byName(defaultSchema)),
  };
}

interface Named {
  readonly schema: string;
  readonly name: string;
}

/** The default database first, then by name without case. */
const byName =
  (defaultSchema: string) =>
  (a: Named, b: Named): number =>
    Number(b.schema === defaultSchema) - Number(a.schema === defaultSchema) ||
    compare(a.schema, b.schema) ||
    compare(a.name, b.name);

function compare(a: string, b: string): number {
  const [left, right] = [a.toUpperCase(), b.toUpperCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
const named = (a: { readonly name: string }, b: { readonly name: string }): number => compare(a.name, b.name);

function tableModel(catalogue: MyCatalogue, table: MyTable, defaultSchema: string): TableModel {
  const { schema, name, comment } = table;
  const realName = (column: string): string =>
    table.columns.find((own) => own.name.toLowerCase() === column.toLowerCase())?.name ?? column;
  const rows = [
    { name: "PRIMARY", parts: table.primaryKey },
    ...table.indexes.filter((index) => index.unique).toSorted(named),
  ].flatMap(({ name: index, parts }) =>
    parts.map((part) => ({
      table: name,
      index,
      column: part.column === undefined ? null : realName(part.column),
      prefix: part.prefix ?? null,
      expression: part.expression ?? null,
    })),
  );
  const checks = checkModels(
    table.checks.map((check) => ({ table: name, name: check.name, clause: check.expression })),
    false,
  );
  const keys = table.foreignKeys.toSorted(named);
  const parts = table.partitions;
  const partitions =
    parts === undefined
      ? undefined
      : partitionsModel(
          (parts.bounds.length === 0 ? [""] : parts.bounds).map((description) => ({
            table: name,
            method: parts.method,
            expression: parts.expression,
            description,
          })),
        );
  return {
    id: schema === defaultSchema ? name : `${schema}.${name}`,
    schema,
    name,
    ...(comment === undefined ? {} : { comment }),
    columns: table.columns.map((column) => columnModel(columnRow(table, column), server, checks)),
    primaryKey: primaryKeyOf(rows),
    uniques: uniqueModels(rows, false),
    foreignKeys: foreignKeyModels(
      keys.flatMap((key) =>
        key.columns.map((column, at) => ({
          table: name,
          name: key.name,
          column: realName(column),
          parentSchema: key.schema,
          parent: key.table,
          parentColumn: referenced(catalogue, key)[at] ?? column,
        })),
      ),
      keys.map((key) => ({
        table: name,
        name: key.name,
        // What says nothing restricts, and the server says so.
        onDelete: key.onDelete ?? "RESTRICT",
        onUpdate: key.onUpdate ?? "RESTRICT",
      })),
    ),
    checks,
    ...(partitions === undefined ? {} : { partitions }),
  };
}

/** The columns that a key points to, in the parent's own spelling. */
function referenced(catalogue: MyCatalogue, key: MyForeignKey): readonly string[] {
  const parent = catalogue.table(key.schema, key.table);
  if (parent === undefined) return key.referenced;
  if (key.referenced.length === 0) return parent.primaryKey.flatMap((part) => part.column ?? []);
  return key.referenced.map(
    (name) => parent.columns.find((own) => own.name.toLowerCase() === name.toLowerCase())?.name ?? name,
  );
}

/** A column's row as information_schema has it. */
function columnRow(table: MyTable, column: MyColumn): ColumnRow {
  const { name, type, generated, autoIncrement, comment = "" } = column;
  const extra = generated === undefined ? (autoIncrement === true ? "auto_increment" : "") : generated.toUpperCase();
  return {
    table: table.name,
    name,
    type: type.declared,
    nullable: column.nullable,
    default: column.default ?? null,
    extra: extra === "STORED" ? "STORED GENERATED" : extra,
    expression: column.expression ?? "",
    ...collated(table, column),
    comment,
    srid: null,
  };
}

/** Defaults and expressions are kept as they are written, which is MariaDB's way. */
const server = { product: "MariaDB" } as const;

/** A text's character set and collation: the column's own, else the table's, else what servers begin with. */
function collated(table: MyTable, { type }: MyColumn): { readonly characterSet: string; readonly collation: string } {
  const own = type.characterSet ?? type.collation?.split("_")[0];
  const characterSet = own ?? table.characterSet ?? table.collation?.split("_")[0] ?? "utf8mb4";
  // A column with a character set of its own has that set's collation, not the table's.
  const collation = type.collation ?? (own === undefined ? table.collation : undefined) ?? `${characterSet}_general_ci`;
  return {
    characterSet,
    collation: type.binary === true || characterSet === "binary" ? `${characterSet}_bin` : collation,
  };
}
