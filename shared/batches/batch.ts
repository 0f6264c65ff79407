import type { ColumnModel, TableModel } from "../schema/schema-model.ts";
import type { CellTroubles } from "../generators/generator.ts";
import type { Vector } from "../vectors/vector.ts";

/** A columnar chunk of rows of one table. Its vectors are the reader's own and change with the next read. */
export interface Batch {
  readonly table: TableModel;
  readonly columns: readonly ColumnModel[];
  /** As many as `columns`. */
  readonly vectors: readonly Vector[];
  readonly count: number;
  /** 0-based number of the first row, where the rows are consecutive. */
  readonly start: number;
}

/** Reads rows of one table: the one way from a plan to values, for preview, export and load alike (table-reader.ts). */
export interface TableReader {
  readonly columns: readonly ColumnModel[];
  /** What went wrong in cells read so far, by column, for rules that can fail. */
  readonly troubles?: ReadonlyMap<string, CellTroubles>;
  readonly batchRows: number;
  /** Rows start … start + count − 1; count ≤ batchRows. */
  readRange(start: number, count: number): Batch;
  /** Any rows, 0-based, in any order; count ≤ batchRows. */
  readRows(rows: Float64Array, count: number): Batch;
}
