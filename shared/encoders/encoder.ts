import type { z } from "zod";
import type { SqlDialectId } from "../project/project.ts";
import type { Batch } from "../batches/batch.ts";
import type { ColumnModel, TableModel } from "../schema/schema-model.ts";

/** Growing byte memory that an encoder writes to; reused from batch to batch. */
export interface ByteBuffer {
  bytes: Uint8Array;
  length: number;
}

/** A table's place among several. */
export interface Place {
  readonly first: boolean;
  readonly last: boolean;
  /** All of them, in order. */
  readonly tables: readonly TableModel[];
}

/** The rows of a table that stand within those of their owners. */
export interface OwnedRows {
  readonly target: EncodeTarget;
  /** The columns that refer to the owner. */
  readonly key: readonly string[];
  /** The first row of an owner's; of the owner behind the last, all rows there are. Both are 0-based. */
  readonly firstChild: (owner: number) => number;
  /** So many rows from a row on, or fewer: at least one. */
  readonly read: (from: number, count: number) => Batch;
}

/** The file that a table's rows go into. */
export interface EncodeTarget {
  readonly table: TableModel;
  readonly columns: readonly ColumnModel[];
  /** Rows of the whole file, whatever part of it is encoded. */
  readonly rowCount: number;
  readonly dialect: SqlDialectId;
  /** As the format's `options` parse them; the defaults where absent. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** The schema that names no table: others stand before the table's name. */
  readonly defaultSchema: string;
  /** Where several tables share the file: this table's place among them. */
  readonly place?: Place;
  /** Where some of them reference each other: its place among those. */
  readonly ring?: Place;
  /** Of a format that nests rows: the tables whose rows stand within this one's. */
  readonly owned?: readonly OwnedRows[];
  /** This table's rows stand within another's: nothing is written in its turn. */
  readonly within?: true;
  /** At the first table of an export: all of its tables, parents first; those that reference each other stand together. */
  readonly exported?: readonly (readonly TableModel[])[];
  /** The table's row that is row 0 here, where the table is split into files; 0 where absent. */
  readonly firstRow?: number;
  /** What a format may compress parts of a file with. */
  readonly compressors?: Readonly<Record<"gzip" | "zstd", (bytes: Uint8Array) => Uint8Array>>;
}

/** Turns batches into the bytes of one file. Bytes depend on the rows' numbers alone, so that parts of a file, made anywhere, join. */
export interface TableEncoder {
  /** The bytes before row 0. */
  header(out: ByteBuffer): void;
  /** The bytes of consecutive rows. */
  rows(batch: Batch, out: ByteBuffer): void;
  /** What is left of the rows of a piece, at its end. */
  flush?(out: ByteBuffer): void;
  /** The bytes behind the last row. */
  footer(out: ByteBuffer): void;
  /** A file may end behind every so many rows; behind each where absent. */
  readonly unit?: number;
  /** Nothing is written of the table, so that its rows need not be made. */
  readonly silent?: true;
  /** How many bytes of a row stand for the one before it, and go where a file begins with that row. */
  readonly joint?: number;
}

/** Why a text cannot be written in a column, as the end of a sentence that begins with it; undefined where it can. */
export type TextCheck = (text: string, column: ColumnModel) => string | undefined;

/** How pieces become a file where they do not simply follow each other. */
export type Assembly = "parquet" | "workbook" | "database";

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
  /** Absent where it takes none. */
  readonly options?: z.ZodObject;
  /** Whether all tables go into one file, under options that were parsed. */
  oneFile?(options: Readonly<Record<string, unknown>>): boolean;
  /** How many levels of owned tables stand within their owners' rows; none where absent. */
  nests?(options: Readonly<Record<string, unknown>>): number;
  /** Loads what only this format needs; to be awaited before anything of it is encoded. */
  load?(): Promise<void>;
  /** Absent where the pieces one after another are the file. */
  readonly assembly?: Assembly;
  /** The rows of every piece, where the bytes depend on them. */
  pieceRows?(options: Readonly<Record<string, unknown>>): number;
  /** Throws a SeedloomError `export-blocked` where a table cannot be written at all: asked before the first row of any. */
  refuse?(target: EncodeTarget): void;
  /** Which texts it cannot write, so that they are told before a run; absent where it writes them all. */
  unwritable?(target: EncodeTarget): TextCheck | undefined;
  encoder(target: EncodeTarget): TableEncoder;
}

/** A format of files with its options, of which each method gets what their schema made. */
export interface FormatDeclaration<O> extends Pick<
  Format,
  "id" | "label" | "extension" | "ordered" | "comment" | "assembly" | "load"
> {
  /** A strict Zod object; each field has a default, and what the form shows of it by `parameter` (generators/parameter.ts). */
  readonly options: z.ZodObject & z.ZodType<O>;
  readonly oneFile?: (options: O) => boolean;
  readonly nests?: (options: O) => number;
  readonly pieceRows?: (options: O) => number;
  readonly refuse?: (target: EncodeTarget, options: O) => void;
  readonly unwritable?: (target: EncodeTarget, options: O) => TextCheck | undefined;
  readonly encoder: (target: EncodeTarget, options: O) => TableEncoder;
}

/** A format that files are exported in. */
export type FileFormat = Format & Required<Pick<Format, "options">>;

/** A declaration as the pipeline sees it. */
export function defineFormat<O>({
  oneFile,
  nests,
  pieceRows,
  refuse,
  unwritable,
  encoder,
  ...rest
}: FormatDeclaration<O>): FileFormat {
  // Sound: options that come along were made by this schema.
  const made = (options: EncodeTarget["options"]): O => (options as O | undefined) ?? rest.options.parse({});
  return {
    ...rest,
    ...(oneFile === undefined ? {} : { oneFile: (options) => oneFile(made(options)) }),
    ...(nests === undefined ? {} : { nests: (options) => nests(made(options)) }),
    ...(pieceRows === undefined ? {} : { pieceRows: (options) => pieceRows(made(options)) }),
    ...(refuse === undefined ? {} : { refuse: (target) => refuse(target, made(target.options)) }),
    ...(unwritable === undefined ? {} : { unwritable: (target) => unwritable(target, made(target.options)) }),
    encoder: (target) => encoder(target, made(target.options)),
  };
}
