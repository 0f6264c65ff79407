import { join } from "node:path";
import { isMissing } from "../../sinks/write-error.ts";
import { findTable, type TableModel } from "../../../shared/schema/schema-model.ts";
import { holdsDates, shiftCell } from "../../../shared/snapshots/shift-dates.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { ReadRequest, Source } from "../../drivers/driver.ts";
import { hashFile, readRowsFile } from "./rows-file.ts";
import { damaged, type StoredSnapshot } from "./snapshot-store.ts";

/** By how many days dates are moved, and in which columns they are not: `orders.placed_on`. */
export interface DateShift {
  readonly days: number;
  readonly except: ReadonlySet<string>;
}

/** Looks at every file before anything relies on it. Throws "source-damaged". */
export async function verifySnapshot(
  { folder, facts }: StoredSnapshot,
  tables: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (const { table, file, sha256 } of facts.tables) {
    if (!tables.includes(table)) continue;
    const hash = await hashFile(join(folder, file), signal).catch((error: unknown) => {
      if (isMissing(error)) return "";
      throw error;
    });
    if (hash !== sha256) throw damaged(facts.name, `the file of ${table}`);
  }
}

/** The rows of a snapshot as a source gives them. */
export function snapshotSource({ folder, facts }: StoredSnapshot, shift?: DateShift): Source {
  return {
    engine: facts.schema.engine,
    label: facts.name,
    server: async () => ({ version: `snapshot of ${facts.of}`, limits: [] }),
    model: async () => facts.schema,
    read: (request) => read(folder, facts, request, shift),
    count: async ({ id }) => facts.tables.find(({ table }) => table === id)?.rows ?? 0,
    close: async () => undefined,
  };
}

async function* read(
  folder: string,
  facts: StoredSnapshot["facts"],
  { table: { id }, columns, limit = Number.POSITIVE_INFINITY, signal }: ReadRequest,
  shift: DateShift | undefined,
): AsyncGenerator<readonly (readonly Cell[])[], void, undefined> {
  const [entry, table] = [facts.tables.find((one) => one.table === id), findTable(facts.schema, id)];
  if (entry === undefined || table === undefined) return;
  const picked = pickCells(table, columns, shift);
  let left = limit;
  for await (const chunk of readRowsFile(join(folder, entry.file))) {
    signal?.throwIfAborted();
    const rows = chunk.slice(0, left).map(picked);
    left -= rows.length;
    if (rows.length > 0) yield rows;
    if (left <= 0) return;
  }
}

/** The wanted cells of a row, with their dates where they are to be. */
function pickCells(
  table: TableModel,
  columns: readonly string[] | undefined,
  shift: DateShift | undefined,
): (row: readonly Cell[]) => readonly Cell[] {
  const names = columns ?? table.columns.map(({ name }) => name);
  const places = names.map((name) => table.columns.findIndex((column) => column.name === name));
  const moved = places.map((k) => {
    const column = table.columns[k];
    return column !== undefined && holdsDates(column) && shift?.except.has(`${table.id}.${column.name}`) === false;
  });
  return (row) =>
    places.map((k, n) => (moved[n] === true && shift ? shiftCell(row[k] ?? null, shift.days) : (row[k] ?? null)));
}
