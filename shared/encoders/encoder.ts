import type { SqlDialectId } from "../project/project.ts";
import type { Batch } from "../batches/batch.ts";
import type { ColumnModel, TableModel } from "../schema/schema-model.ts";

/** Growing byte memory that an encoder writes to; reused from batch to batch. */
export interface ByteBuffer {
  bytes: Uint8Array;
  length: number;
}

/** The file that a table's rows go into. */
export interface EncodeTarget {
  readonly table: TableModel;
  readonly columns: readonly ColumnModel[];
  /** Rows of the whole file, whatever part of it is encoded. */
  readonly rowCount: number;
  readonly dialect: SqlDialectId;
  /** The schema that names no table: others stand before the table's name. */
  readonly defaultSchema: string;
  /** Where several tables that reference each other share the file: this table's place among them. */
  readonly ring?: { readonly first: boolean; readonly last: boolean };
}

/** Turns batches into the bytes of one file. Bytes depend on the rows' numbers alone, so that parts of a file, made anywhere, join. */
export interface TableEncoder {
  /** The bytes before row 0. */
  header(out: ByteBuffer): void;
  /** The bytes of consecutive rows. */
  rows(batch: Batch, out: ByteBuffer): void;
  /** The bytes behind the last row. */
  footer(out: ByteBuffer): void;
}

/** A format: one file in encoders/. */
export interface Format {
  /** The workers find it by this name: an ExportFormat for a format that files are exported in, else of the engine's load. */
  readonly id: string;
  readonly label: string;
  readonly extension: string;
  /** The files are loaded one after another: their names are numbered in load order, and the tables of a cycle share a file. */
  readonly ordered?: boolean;
  /** A comment, for a file of an ordered format that holds no rows because another holds them. */
  comment?(text: string, out: ByteBuffer): void;
  encoder(target: EncodeTarget): TableEncoder;
}
