import type { SourceColumn } from "../../shared/batches/source-column.ts";
import { chunkOf, sourceColumns, type SourceChunk } from "../../shared/batches/source-rows.ts";
import { defaultBatchRows } from "../../shared/batches/table-reader.ts";
import type { TablePlan } from "../../shared/plan/plan.ts";
import type { ColumnModel } from "../../shared/schema/schema-model.ts";
import type { LentTable } from "../drivers/driver.ts";
import { PageRowsReader, type PageRows } from "../drivers/sqlite/page-rows.ts";

/** Rows of a masked table as whoever makes a piece of a run gets them: the rows, or where it finds them. */
export type FedRows = SourceChunk | LentRows;

interface LentRows {
  /** 0-based number of the first row. */
  readonly start: number;
  /** Batch after batch: what is read for one stays in the processor's caches until it is masked. */
  readonly lent: readonly PageRows[];
}

/** Where the next `count` rows of a table lie; `start` is the number of the first. */
export function lentRows(table: LentTable, start: number, count: number): LentRows {
  const lent: PageRows[] = [];
  for (let row = 0; row < count; row += defaultBatchRows)
    lent.push(table.next(Math.min(defaultBatchRows, count - row)));
  return { start, lent };
}

/** The memory of rows that may be handed over: whoever sends them reads them no more. */
export function memoryOf(rows: FedRows): ArrayBuffer[] {
  if ("lent" in rows) return [];
  const parts = Object.values(rows.columns).flatMap((vector) => [
    vector.nulls,
    ...("offsets" in vector ? [vector.offsets, vector.bytes] : vector.kind === "dictionary" ? [] : [vector.values]),
  ]);
  return parts.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}

/** Brings the rows of a table to hand, batch after batch, in memory that is used again. */
export class RowsAtHand {
  readonly #table: TablePlan;
  #reader: PageRowsReader | undefined;
  #columns: readonly ColumnModel[] = [];
  #made: readonly SourceColumn[] = [];
  #room = 0;

  constructor(table: TablePlan) {
    this.#table = table;
  }

  /** The rows of the batch that begins at `row`; those of the batch before are gone then. */
  chunk(rows: FedRows, row: number): SourceChunk {
    if (!("lent" in rows)) return rows;
    const lent = rows.lent[(row - rows.start) / defaultBatchRows];
    if (lent === undefined) throw new RangeError(`No batch of ${this.#table.id} begins at row ${row}.`);
    if (this.#reader === undefined || lent.count > this.#room) {
      this.#reader ??= new PageRowsReader();
      this.#columns = lent.columns.flatMap(({ name }) =>
        this.#table.table.columns.filter((column) => column.name === name),
      );
      this.#made = sourceColumns(this.#table, this.#columns, lent.count);
      this.#room = lent.count;
    }
    for (const { vector } of this.#made) vector.hasNulls = false;
    this.#reader.read(lent, this.#made);
    return chunkOf(this.#columns, this.#made, row, lent.count);
  }
}
