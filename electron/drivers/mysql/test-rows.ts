import type { Batch } from "../../../shared/batches/batch.ts";
import { newByteBuffer } from "../../../shared/encoders/byte-buffer.ts";
import { encodeUtf8 } from "../../../shared/base/utf8.ts";
import { findTable, type SchemaModel } from "../../../shared/schema/schema-model.ts";
import {
  newBigintVector,
  newBooleanVector,
  newBytesVector,
  newIntegerVector,
  newRealVector,
  newTextVector,
  reserveBytes,
} from "../../../shared/vectors/new-vector.ts";
import type { Cell, Vector } from "../../../shared/vectors/vector.ts";
import type { Load, LoadRequest, LoadTable, Target } from "../driver.ts";
import type { LoadOptions } from "./mysql-load.ts";
import { openMysql } from "./open-mysql.ts";
import { openMysqlTarget } from "./open-target.ts";
import { createDatabase, type TestDatabase } from "./test-database.ts";

// Rows written by hand, on the way that rows of a run take: as vectors, through the format that the target asks for.

/** A column's cells as the vector that a generator would give them in. */
function vectorOf(cells: readonly Cell[]): Vector {
  const known = cells.find((cell) => cell !== null) ?? "";
  const count = cells.length;
  const fill = <V extends { readonly values: Record<number, unknown> } & Vector>(vector: V): V => {
    for (const [i, cell] of cells.entries())
      if (cell !== null) vector.values[i] = typeof cell === "boolean" ? Number(cell) : cell;
    return vector;
  };
  const written = <V extends Vector & { bytes: Uint8Array; readonly offsets: Int32Array }>(vector: V): V => {
    let length = 0;
    for (const [i, cell] of cells.entries()) {
      const bytes = cell instanceof Uint8Array ? cell : encodeUtf8(cell === null ? "" : String(cell));
      reserveBytes(vector as Parameters<typeof reserveBytes>[0], length + bytes.length).set(bytes, length);
      length += bytes.length;
      vector.offsets[i + 1] = length;
    }
    return vector;
  };
  const vector = ((): Vector => {
    if (typeof known === "bigint") return fill(newBigintVector(count));
    if (typeof known === "boolean") return fill(newBooleanVector(count));
    if (known instanceof Uint8Array) return written(newBytesVector(count));
    if (typeof known !== "number") return written(newTextVector(count));
    return fill(
      cells.every((cell) => cell === null || Number.isInteger(cell)) ? newIntegerVector(count) : newRealVector(count),
    );
  })();
  for (const [i, cell] of cells.entries()) vector.nulls[i] = cell === null ? 1 : 0;
  vector.hasNulls = cells.includes(null);
  return vector;
}

export interface RowsOf {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** The names of the foreign keys whose parents may come later. */
  readonly ring?: readonly string[];
}

export interface Given extends Partial<Pick<LoadRequest, "clear" | "existing" | "triggers" | "signal">> {
  readonly tables: readonly RowsOf[];
}

/** The request of a load of rows that are given. */
export function requestOf(model: SchemaModel, { tables, ...rest }: Given): LoadRequest {
  return {
    clear: "keep",
    existing: "refuse",
    triggers: "on",
    signal: new AbortController().signal,
    ...rest,
    tables: tables.map((given): LoadTable => {
      const table = findTable(model, given.table);
      if (table === undefined) throw new Error(`no table ${given.table}`);
      return {
        table,
        columns: given.columns.map((name) => {
          const column = table.columns.find((candidate) => candidate.name === name);
          if (column === undefined) throw new Error(`no column ${name}`);
          return column;
        }),
        rowCount: given.rows.length,
        ring: table.foreignKeys.filter((key) => given.ring?.includes(key.name) === true),
      };
    }),
  };
}

/** Writes the rows, `piece` at a time; `between` is called before each piece. */
export async function writeRows(
  load: Load,
  request: LoadRequest,
  tables: readonly RowsOf[],
  piece = 1000,
  between: (table: string, row: number) => Promise<void> | void = () => undefined,
): Promise<void> {
  for (const [k, given] of tables.entries()) {
    const planned = request.tables[k];
    if (planned === undefined || given.rows.length === 0) continue;
    const intake = await load.into(planned);
    if (intake.kind !== "bytes") throw new Error("bytes are expected");
    const { table, columns } = planned;
    const encoder = intake.format.encoder({
      table,
      columns,
      rowCount: given.rows.length,
      dialect: "mysql",
      defaultSchema: "",
    });
    for (let start = 0; start < given.rows.length; start += piece) {
      await between(given.table, start);
      const rows = given.rows.slice(start, start + piece);
      const batch: Batch = {
        table,
        columns,
        vectors: columns.map((_, c) => vectorOf(rows.map((row) => row[c] ?? null))),
        count: rows.length,
        start,
      };
      const out = newByteBuffer();
      encoder.rows(batch, out);
      await intake.write(out.bytes.subarray(0, out.length));
      // A worker uses the memory again.
      out.bytes.fill(63);
    }
    await intake.finish();
  }
}

/** Loads rows as a run does: what fails is taken back, and the error says what is true then. */
export async function loadRows(target: Target, given: Given, piece?: number): Promise<void> {
  const request = requestOf(await target.model(), given);
  const load = await target.begin(request);
  try {
    await writeRows(load, request, given.tables, piece);
    await load.commit();
  } catch (error) {
    const { message, unchanged } = await load.rollback();
    throw Object.assign(new Error(`${error instanceof Error ? error.message : ""} | ${message}`), {
      code: error instanceof Error && "code" in error ? error.code : undefined,
      unchanged,
    });
  }
}

/** A target in a database of its own. */
export async function withTarget(
  script: string,
  options: LoadOptions,
  use: (target: Target, database: TestDatabase) => Promise<void>,
): Promise<void> {
  const database = await createDatabase(script);
  try {
    await use(await openMysqlTarget(database.address, options), database);
  } finally {
    await database.drop();
  }
}

/** The rows of a table as they are read. */
export async function rowsOf(database: TestDatabase, name: string): Promise<readonly (readonly Cell[])[]> {
  const source = await openMysql(database.address);
  try {
    const table = (await source.model()).tables.find((candidate) => candidate.name === name);
    if (table === undefined) throw new Error(`no table ${name}`);
    const rows: (readonly Cell[])[] = [];
    for await (const chunk of source.read({ table })) rows.push(...chunk);
    return rows;
  } finally {
    await source.close();
  }
}
