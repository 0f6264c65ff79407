import type { Plain } from "../column-source.ts";
import { join, hardLine, type Doc } from "../layout.ts";
import type { SeedTable } from "../seed-rows.ts";
import { array, cell, object, typescript } from "./print.ts";
import type { ColumnModel } from "../../schema/schema-model.ts";

/** How a value is written in a script, where not as in any other. */
export type WriteValue = (value: Plain, column: ColumnModel) => Doc | undefined;

const noOwn: WriteValue = () => undefined;

/** `const customers: Type[] = [ … ];` */
export function rowsConstant(name: string, type: string, table: SeedTable, write: WriteValue = noOwn): string {
  const { columns, rows, later } = table;
  const items = rows.map((row) =>
    object(columns.map((column) => [column.name, later.includes(column.name) ? "null" : valueOf(row, column, write)])),
  );
  return typescript([`const ${name}${type} = `, array(items, columns.length > 1 ? "objects" : "values"), ";"]);
}

/** Properties of an object in code. */
export type Entries = readonly (readonly [name: string, value: Doc])[];

/** The rows of a table whose keys to later tables are set at the end: what finds them, and what they get. */
export function laterRows(
  table: SeedTable,
  write: WriteValue = noOwn,
): readonly { readonly key: Entries; readonly set: Entries }[] {
  const { later, columns, rows } = table;
  const { primaryKey } = table.table;
  if (later.length === 0 || primaryKey.length === 0) return [];
  const pick = (row: ReadonlyMap<string, Plain>, names: readonly string[]): Entries =>
    columns.filter(({ name }) => names.includes(name)).map((column) => [column.name, valueOf(row, column, write)]);
  return rows
    .filter((row) => later.some((name) => (row.get(name) ?? null) !== null))
    .map((row) => ({ key: pick(row, primaryKey), set: pick(row, later) }));
}

function valueOf(row: ReadonlyMap<string, Plain>, column: ColumnModel, write: WriteValue): Doc {
  const value = row.get(column.name) ?? null;
  return (value === null ? undefined : write(value, column)) ?? cell(value, column);
}

/** Statements, each on a line of its own, two levels in. */
export const statements = (lines: readonly Doc[]): Doc => join(lines, hardLine);
