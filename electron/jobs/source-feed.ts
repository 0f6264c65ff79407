import { sourceChunk } from "../../shared/batches/source-rows.ts";
import { SeedloomError } from "../../shared/base/errors.ts";
import type { TablePlan } from "../../shared/plan/plan.ts";
import type { ColumnModel } from "../../shared/schema/schema-model.ts";
import type { Cell } from "../../shared/vectors/vector.ts";
import type { LentTable, Source } from "../drivers/driver.ts";
import { lentRows, type FedRows } from "./fed-rows.ts";
import type { PlannedFile } from "./file-plan.ts";
import type { RowRange } from "./ranges.ts";
import type { EncodedRange, WorkerLease } from "./worker-pool.ts";

/** Gives the rows of masked tables, piece by piece, in the order in which a run asks for them. */
export interface SourceFeed {
  take(table: TablePlan, range: RowRange): Promise<FedRows>;
}

/** Makes a piece of a run, with the source's rows where its table is masked. */
export async function encodeRange(
  lease: WorkerLease,
  range: RowRange,
  table: TablePlan | undefined,
  feed: SourceFeed | undefined,
): Promise<EncodedRange> {
  if (table?.masked === undefined || feed === undefined || range.count === 0) return await lease.encode(range);
  return await lease.encode(range, await feed.take(table, range));
}

/** Stops a run that would have to write rows of the source and has none. */
export function refuseWithoutSource(
  { files }: { readonly files: readonly PlannedFile[] },
  feed: SourceFeed | undefined,
): void {
  const masked = files.flatMap(({ holds, table }) => [table, ...holds]).find((table) => table.masked !== undefined);
  if (masked === undefined || feed !== undefined) return;
  throw new SeedloomError(
    "export-blocked",
    `The rows of ${masked.id} come from the source.`,
    "Use `seedloom mask`, which reads it; or set the table's mode to generate or skip.",
  );
}

/** Reads tables of a source, one after the other, each once and in one direction. */
export class TableFeed implements SourceFeed {
  readonly #source: Source;
  readonly #columnsOf: (table: TablePlan) => readonly ColumnModel[];
  readonly #signal: AbortSignal;
  #open: OpenTable | undefined;
  /** Pieces are asked for in order, and several ahead: each waits for the one before. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(source: Source, columnsOf: (table: TablePlan) => readonly ColumnModel[], signal: AbortSignal) {
    this.#source = source;
    this.#columnsOf = columnsOf;
    this.#signal = signal;
  }

  take(table: TablePlan, range: RowRange): Promise<FedRows> {
    const taken = this.#last.then(() => this.#take(table, range));
    // A failure is told to whoever waits for that piece.
    this.#last = taken.catch(() => undefined);
    return taken;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#open?.close();
    this.#open = undefined;
  }

  async #take(table: TablePlan, { start, count }: RowRange): Promise<FedRows> {
    this.#signal.throwIfAborted();
    if (this.#open?.table !== table) {
      await this.#open?.close();
      this.#open = new OpenTable(this.#source, table, this.#columnsOf(table), this.#signal);
    }
    return await this.#open.rows(start, count);
  }
}

/** One table that is being read. */
class OpenTable {
  readonly table: TablePlan;
  readonly #columns: readonly ColumnModel[];
  readonly #lent: LentTable | undefined;
  readonly #chunks: AsyncIterator<readonly (readonly Cell[])[]>;
  #left: readonly (readonly Cell[])[] = [];
  #next = 0;

  constructor(source: Source, table: TablePlan, columns: readonly ColumnModel[], signal: AbortSignal) {
    this.table = table;
    this.#columns = columns;
    const names = columns.map(({ name }) => name);
    const request = { table: table.table, columns: names, signal };
    this.#lent = source.lend?.(table.table, names);
    this.#chunks = source.read(request)[Symbol.asyncIterator]();
  }

  async rows(start: number, count: number): Promise<FedRows> {
    if (start !== this.#next) throw new RangeError(`Rows of ${this.table.id} are read in order.`);
    this.#next += count;
    if (this.#lent !== undefined) return lentRows(this.#lent, start, count);
    return sourceChunk(this.table, this.#columns, start, await this.#read(count));
  }

  async #read(count: number): Promise<readonly (readonly Cell[])[]> {
    const rows: (readonly Cell[])[] = [];
    while (rows.length < count) {
      if (this.#left.length === 0) {
        const next = await this.#chunks.next();
        if (next.done === true) throw this.#short();
        this.#left = next.value;
      }
      const wanted = count - rows.length;
      for (const row of this.#left.slice(0, wanted)) rows.push(row);
      this.#left = this.#left.slice(wanted);
    }
    return rows;
  }

  async close(): Promise<void> {
    this.#left = [];
    await this.#chunks.return?.();
  }

  #short(): SeedloomError {
    const message = `${this.table.id} has fewer rows than it had when it was counted.`;
    return new SeedloomError("source-unreadable", message, "Nothing was written. Start again.");
  }
}
