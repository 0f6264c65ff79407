import type { Dialect } from "../dialects/dialect.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import type { EncodeTarget } from "./encoder.ts";
import { upsertKey } from "./sql-key.ts";
import { tableName } from "./sql-names.ts";

/** What stands before and behind the rows of one statement; a statement's end is the caller's. */
export interface Statement {
  readonly head: string;
  readonly tail: string;
  /** How a NULL is written in a column, where the word alone would have no type. */
  readonly none?: (column: ColumnModel) => string;
}

/** `INSERT INTO customers (id, name) VALUES`, and what an upsert says behind the rows. */
export function rowStatement(dialect: Dialect, target: EncodeTarget, upsert: boolean): Statement {
  const { table, columns, defaultSchema } = target;
  const name = tableName(dialect, defaultSchema, table);
  const names = columns.map((column) => dialect.identifier(column.name));
  const key = upsert ? upsertKey(table, columns) : undefined;
  if (key !== undefined && dialect.script.conflict === undefined) return mergeStatement(dialect, name, columns, key);
  // GENERATED ALWAYS AS IDENTITY takes explicit values only when told to.
  const overriding =
    dialect.id === "postgresql" && columns.some((column) => column.identity === "always")
      ? " OVERRIDING SYSTEM VALUE"
      : "";
  const conflict = key && dialect.script.conflict?.(named(dialect, key), updated(dialect, columns, key));
  return {
    head: `INSERT INTO ${name} (${names.join(", ")})${overriding} VALUES\n`,
    tail: conflict === undefined ? "" : `\n${conflict}`,
  };
}

const named = (dialect: Dialect, columns: readonly string[]): readonly string[] =>
  columns.map((name) => dialect.identifier(name));

/** The columns that an upsert changes: neither the key's nor those that the engine numbers. */
const updated = (dialect: Dialect, columns: readonly ColumnModel[], key: readonly string[]): readonly string[] =>
  named(
    dialect,
    columns.filter(({ name, identity }) => !key.includes(name) && identity !== "always").map(({ name }) => name),
  );

/** T-SQL's MERGE. HOLDLOCK: nobody else inserts the same key between the look and the insert. */
function mergeStatement(
  dialect: Dialect,
  name: string,
  columns: readonly ColumnModel[],
  key: readonly string[],
): Statement {
  const names = columns.map((column) => dialect.identifier(column.name));
  const same = named(dialect, key).map((column) => `target.${column} = source.${column}`);
  const numbered = new Set(
    columns.filter(({ identity }) => identity !== undefined).map((c) => dialect.identifier(c.name)),
  );
  const changed = updated(dialect, columns, key).filter((column) => !numbered.has(column));
  const update = changed.map((column) => `${column} = source.${column}`).join(", ");
  return {
    head: `MERGE INTO ${name} WITH (HOLDLOCK) AS target\nUSING (VALUES\n`,
    tail: [
      `\n) AS source (${names.join(", ")})`,
      `ON ${same.join(" AND ")}`,
      ...(update === "" ? [] : [`WHEN MATCHED THEN UPDATE SET ${update}`]),
      `WHEN NOT MATCHED THEN INSERT (${names.join(", ")}) VALUES (${names.map((column) => `source.${column}`).join(", ")})`,
    ].join("\n"),
    // A column of untyped NULLs is one of numbers, which no date and no GUID is made of.
    none: ({ valueType }) => {
      const type = untyped[valueType.kind];
      return type === undefined ? "NULL" : `CAST(NULL AS ${type})`;
    },
  };
}

const untyped: Readonly<Record<string, string>> = {
  date: "date",
  time: "time",
  timestamp: "datetimeoffset",
  uuid: "uniqueidentifier",
  notation: "nvarchar(max)",
};
