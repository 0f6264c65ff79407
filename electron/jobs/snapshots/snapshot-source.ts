import { join } from "node:path";
import { isMissing } from "../../sinks/write-error.ts";
import { findTable, type TableModel } from "../../../shared/schema/schema-model.ts";
import { holdsDates, shiftCell } from "../../../shared/snapshots/shift-dates.ts";
import type { Cell } from "../../../shared/vectors/vector.ts";
import type { ReadRequest, Source } from "../../drivers/driver.ts";
import { copiesOf } from "./engine-copies.ts";
import { hashFile, readRowsFile } from "./rows-file.ts";
import { damaged, type RowsFacts, type StoredSnapshot } from "./snapshot-store.ts";

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
  const files =
    facts.by === "rows"
      ? facts.tables
          .filter(({ table }) => tables.includes(table))
          .map((one) => ({ ...one, what: `the file of ${one.table}` }))
      : facts.copy.kind === "file"
        ? [{ ...facts.copy, what: "its copy of the database" }]
        : [];
  for (const { file, sha256, what } of files) {
    const hash = await hashFile(join(folder, file), signal).catch((error: unknown) => {
      if (isMissing(error)) return "";
      throw error;
    });
    if (hash !== sha256) throw damaged(facts.name, what);
  }
}

/**
 * The rows of a snapshot, to be read as those of any source; it is to be closed. `on`: an address on the server that keeps it, where
 * one does. Throws a SeedloomError.
 */
export async function openSnapshot({ folder, facts }: StoredSnapshot, on?: string): Promise<Source> {
  if (facts.by === "rows") return rowsSource(folder, facts);
  const { driver, copies, address } = copiesOf(facts.schema.engine, on);
  const source = await driver.open(copies.address(facts.copy, { folder, name: facts.name }, address));
  return { ...wrapped(source), label: facts.name };
}

function rowsSource(folder: string, facts: RowsFacts): Source {
  return {
    engine: facts.schema.engine,
    label: facts.name,
    server: async () => ({ version: `snapshot of ${facts.of}`, limits: [] }),
    model: async () => facts.schema,
    read: (request) => read(folder, facts, request),
    count: async ({ id }) => facts.tables.find(({ table }) => table === id)?.rows ?? 0,
    close: async () => undefined,
  };
}

async function* read(
  folder: string,
  facts: RowsFacts,
  { table: { id }, columns, limit = Number.POSITIVE_INFINITY, signal }: ReadRequest,
): AsyncGenerator<readonly (readonly Cell[])[], void, undefined> {
  const [entry, table] = [facts.tables.find((one) => one.table === id), findTable(facts.schema, id)];
  if (entry === undefined || table === undefined) return;
  const names = columns ?? table.columns.map(({ name }) => name);
  const places = names.map((name) => table.columns.findIndex((column) => column.name === name));
  let left = limit;
  for await (const chunk of readRowsFile(join(folder, entry.file))) {
    signal?.throwIfAborted();
    const rows = chunk.slice(0, left).map((row) => places.map((k) => row[k] ?? null));
    left -= rows.length;
    if (rows.length > 0) yield rows;
    if (left <= 0) return;
  }
}

/** A source of which single methods are replaced: a driver's may be a class. */
const wrapped = (source: Source): Source => ({
  engine: source.engine,
  label: source.label,
  server: () => source.server(),
  model: () => source.model(),
  read: (request) => source.read(request),
  ...(source.count === undefined ? {} : { count: (table) => source.count?.(table) ?? Promise.resolve(0) }),
  close: () => source.close(),
});

/** The same rows with their dates moved. */
export function withShift(source: Source, shift: DateShift): Source {
  return {
    ...wrapped(source),
    async *read(request) {
      const moved = movedPlaces(request, shift);
      for await (const chunk of source.read(request)) {
        yield chunk.map((row) => row.map((cell, k) => (moved.has(k) ? shiftCell(cell, shift.days) : cell)));
      }
    },
  };
}

function movedPlaces({ table, columns }: ReadRequest, { except }: DateShift): ReadonlySet<number> {
  const names = columns ?? table.columns.map(({ name }) => name);
  return new Set(names.flatMap((name, k) => (isMoved(table, name) && !except.has(`${table.id}.${name}`) ? [k] : [])));
}

function isMoved({ columns }: TableModel, name: string): boolean {
  const column = columns.find((one) => one.name === name);
  return column !== undefined && holdsDates(column);
}
