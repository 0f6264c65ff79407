import type Database from "better-sqlite3";
import { sqlite } from "../../../shared/dialects/sqlite.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { ColumnModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { ReadRequest } from "../driver.ts";
import { rowCondition, type ConditionWords } from "../row-condition.ts";

const chunkRows = 1000;

/** The rows of a table in chunks. The connection is in a transaction of the caller's, which makes them of one moment. */
export async function* readRows(
  database: Database.Database,
  request: ReadRequest,
): AsyncGenerator<readonly (readonly Cell[])[], void, undefined> {
  const { table, columns, start = 0, limit, signal } = request;
  signal?.throwIfAborted();
  const wanted = columns === undefined ? table.columns : columns.map((name) => columnOf(table, name));
  const toCell = wanted.map(cellOf);
  const rows = prepare(database, request, wanted).iterate(limit ?? -1, start);
  let chunk: Cell[][] = [];
  for (const row of rows) {
    chunk.push(toCell.map((cell, k) => cell(row[k] ?? null)));
    if (chunk.length < chunkRows) continue;
    yield chunk;
    signal?.throwIfAborted();
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

export const countRows = (database: Database.Database, table: TableModel): number =>
  Number(
    database
      .prepare(`SELECT count(*) FROM main.${sqlite.identifier(table.name)}`)
      .pluck()
      .get(),
  );

const words: ConditionWords = { dialect: sqlite, name: (column) => sqlite.identifier(column), tuples: "VALUES " };

type Stored = null | bigint | number | string | Buffer;

function prepare(
  database: Database.Database,
  request: ReadRequest,
  columns: readonly ColumnModel[],
): Database.Statement<[number, number], readonly Stored[]> {
  const { table } = request;
  const names = columns.map(({ name }) => sqlite.identifier(name)).join(", ");
  const key = table.primaryKey.map((name) => sqlite.identifier(name)).join(", ");
  const order = key === "" ? "" : ` ORDER BY ${key}`;
  try {
    return database
      .prepare<[number, number], readonly Stored[]>(
        `SELECT ${names === "" ? "NULL" : names} FROM main.${sqlite.identifier(table.name)}${rowCondition(request, words)}${order} LIMIT ? OFFSET ?`,
      )
      .raw()
      .safeIntegers();
  } catch (error) {
    throw new SeedloomError(
      "source-unreadable",
      `The rows of ${table.name} cannot be read: the table is not as the project knows it.`,
      "Compare the project with its source: `seedloom check`.",
      { cause: error },
    );
  }
}

function columnOf(table: TableModel, name: string): ColumnModel {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new RangeError(`No column ${name} in ${table.id}.`);
  return column;
}

/** SQLite stores any kind of value in any column, so a cell says what is stored; only booleans are told from numbers by their column. */
function cellOf({ valueType }: ColumnModel): (stored: Stored) => Cell {
  const boolean = valueType.kind === "boolean";
  return (stored) => {
    if (typeof stored !== "bigint") return stored;
    if (boolean && (stored === 0n || stored === 1n)) return stored === 1n;
    return stored >= Number.MIN_SAFE_INTEGER && stored <= Number.MAX_SAFE_INTEGER ? Number(stored) : stored;
  };
}
