import type { z } from "zod";
import type { ParameterProblem, PoolFiles } from "../generators/generator.ts";
import type { Hmac } from "../keyed/hmac.ts";
import type { MaskKeys } from "../keyed/mask-keys.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import type { Vector } from "../vectors/vector.ts";

/** What a mask promises of every column that it accepts; the shared laws hold it to each. */
export interface MaskPromises {
  /** NULL stays NULL, and nothing else becomes NULL. */
  readonly keepsNull: boolean;
  /** The masked value reads as one of its kind: length, separators, character classes, check digits. */
  readonly keepsFormat: boolean;
  /** Distinct values stay distinct: exactly, or but for a chance below 10^-12 for a million values. */
  readonly keepsUniqueness: boolean;
  readonly keepsOrder: boolean;
  /** Whoever has the key can tell the value from its mask. */
  readonly reversible: boolean;
  /** Equal values of a domain have equal masks, in every table, run and engine, so that joins hold. */
  readonly keepsEquality: boolean;
  /** Nothing of the value is in the mask: what comes out would be the same for any other. */
  readonly forgets: boolean;
  /** Values become coarser ones that many share, as a month or the first digits: nobody can undo that, with whatever list. */
  readonly generalises: boolean;
}

/** What a mask is told when it is compiled for one column. */
export interface MaskContext {
  readonly table: string;
  readonly column: ColumnModel;
  readonly type: ValueType;
  /** The masked values must differ from each other where the source's do. */
  readonly unique: boolean;
  /** Columns of one domain mask equal values alike; a key and its references share one. */
  readonly domain: string;
  /** Present where {@link MaskDeclaration.keyed} says so. */
  readonly keys: MaskKeys;
  readonly batchRows: number;
  /** The project's reference date, in days since 1970-01-01. */
  readonly referenceDay: number;
  /** The column's source values, filled before the kernel is called. */
  readonly source: Vector;
  /** The source values of another column of the row. Only for names in `inputs(params)`. */
  input(column: string): Vector;
  /** A generator's values by the whole numbers that `fillAt` is given; only for the rule in `generates(params)`. */
  readonly generated?: KeyedValues;
  /** Any rows of the source, by number, for masks that look beyond the row; `rows` are how many there are. */
  readonly others?: OtherRows;
  /** The files that rules of the project name. */
  readonly pools?: PoolFiles;
  /**
   * A mask for values inside a value, by another mask's id; undefined where there is none, or it takes none of that type.
   * `rows` are filled before it is called: for each value the row of the batch that it is of, for masks that look at another column.
   */
  inner?(
    mask: string,
    params: Readonly<Record<string, unknown>>,
    source: Vector,
    type: ValueType,
    rows: Int32Array,
  ): InnerKernel | undefined;
}

/** A compiled mask of values inside values. */
export interface InnerKernel extends MaskKernel {
  /** {@link MaskPromises.forgets}, of values of this type. */
  readonly forgets: boolean;
}

/** A mask of what stands at a path inside the values of a column. */
export interface InnerMask {
  readonly path: string;
  readonly mask: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The whole table in the source, held in memory: only the columns that {@link MaskDeclaration.holds} names. */
export interface OtherRows {
  readonly rows: number;
  /** The vector of a column, filled by {@link OtherRows.read}. */
  vector(column: string): Vector;
  read(rows: Float64Array, count: number): void;
}

/** A generator compiled for consistent values: the same number gives the same value, wherever it stands. */
export interface KeyedValues {
  readonly out: Vector;
  /** Writes the values of `numbers[0 … count − 1]`, each a whole number below 2^52, into `out`. */
  fillAt(numbers: Float64Array, count: number): void;
}

/**
 * A compiled mask: `fill` reads the source's vectors and writes the cells of a batch into `out`. `rows` are the numbers of
 * the source rows, 0-based, in the order of the source's key. An error it throws stops the run: no source value ever takes
 * the place of a mask that failed.
 */
export interface MaskKernel {
  readonly out: Vector;
  fill(rows: Float64Array, count: number): void;
}

export interface MaskDeclaration<P> {
  /** Stable, part of the project file: `hash`, `partial`, `format-preserving`. */
  readonly id: string;
  /** Raised when the same value under the same key is masked otherwise than before. */
  readonly version: number;
  readonly label: string;
  /** One sentence for the picker. */
  readonly help: string;
  readonly keywords?: readonly string[];
  /** A Tabler icon's name without the prefix. */
  readonly icon: string;
  /** A strict Zod object whose fields all have a default and a `ParameterMeta`. */
  readonly params: z.ZodType<P>;
  readonly shorthand?: keyof P & string;
  accepts(type: ValueType): boolean;
  /** The parameters in words, as the column grid shows them. */
  describe(params: P, type: ValueType): string;
  promises(params: P, type: ValueType): MaskPromises;
  /** Whether it works with the key. One without that keeps equality can be undone with a dictionary. */
  keyed(params: P): boolean;
  inputs?(params: P): readonly string[];
  /** The generator whose values stand in for the source's, with its parameters. */
  generates?(params: P): { readonly generator: string; readonly params: Readonly<Record<string, unknown>> };
  /** The mask reads this column of other rows, too: the run holds it in memory, some 16 bytes a row and its texts. */
  holds?(params: P): boolean;
  /** Of a mask that takes JSON documents, and refuses other values: a reader of the plain values in one that it replaces. */
  documents?(params: P): (text: string) => readonly string[];
  /** The masks that it hands parts of a value to. */
  inner?(params: P): readonly InnerMask[];
  /** Paths of the files beside the project that the parameters name. */
  files?(params: P): readonly string[];
  problems?(
    params: P,
    context: {
      readonly column: ColumnModel;
      readonly unique: boolean;
      readonly columns: readonly string[];
      readonly pools?: PoolFiles | undefined;
    },
  ): readonly ParameterProblem[];
  compile(params: P, context: MaskContext): MaskKernel;
}

/** A mask with its parameter type erased: parameters are parsed at the project's door, so code inside takes them as they are. */
export type Mask = MaskDeclaration<Readonly<Record<string, unknown>>>;

/** Declares a mask; erases its parameter type for the catalogue. */
export function defineMask<P extends Readonly<Record<string, unknown>>>(declaration: MaskDeclaration<P>): Mask {
  // Sound: every params value that reaches the methods was made by `declaration.params.parse`.
  return declaration as unknown as Mask;
}

/** The registered masks by id; handed to the stages as an argument, never imported by them. */
export interface MaskCatalogue {
  get(id: string): Mask | undefined;
  readonly all: readonly Mask[];
}

/** A whole number below 2^52 out of the last digest: the address of a consistent fake. */
export const digestNumber = ({ digest }: Hmac): number =>
  ((digest[0] ?? 0) >>> 0) * 0x100000 + ((digest[1] ?? 0) >>> 12);
