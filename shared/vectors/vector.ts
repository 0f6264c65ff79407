import type { TextDictionary } from "./text-dictionary.ts";

/**
 * The columnar memory of a batch: one vector a column, typed arrays inside, reused from batch to batch.
 * `nulls[i] === 1` means that cell i is NULL; its value is then undefined. `nulls` counts only while `hasNulls` is set.
 * A vector's arrays may be replaced when a batch needs more room, so read them from the vector for each batch.
 */
interface VectorBase {
  readonly nulls: Uint8Array;
  hasNulls: boolean;
}

/** Whole numbers within ±2^53. */
export interface IntegerVector extends VectorBase {
  readonly kind: "integer";
  readonly values: Float64Array;
}
/** Whole numbers of the 64-bit range. */
export interface BigintVector extends VectorBase {
  readonly kind: "bigint";
  readonly values: BigInt64Array;
}
/** Scaled integers: the cell is `values[i] / 10^scale`, exact, with |values[i]| ≤ 2^53. */
export interface DecimalVector extends VectorBase {
  readonly kind: "decimal";
  readonly scale: number;
  readonly values: Float64Array;
}
export interface RealVector extends VectorBase {
  readonly kind: "real";
  readonly values: Float64Array;
}
export interface BooleanVector extends VectorBase {
  readonly kind: "boolean";
  /** 0 or 1 */
  readonly values: Uint8Array;
}
/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export interface DateVector extends VectorBase {
  readonly kind: "date";
  readonly values: Int32Array;
}
/** Milliseconds since midnight. */
export interface TimeVector extends VectorBase {
  readonly kind: "time";
  readonly precision: 0 | 3;
  readonly values: Float64Array;
}
/** Milliseconds since 1970-01-01T00:00:00 UTC; `zone` says that the column keeps a zone (written as +00). */
export interface TimestampVector extends VectorBase {
  readonly kind: "timestamp";
  readonly precision: 0 | 3;
  readonly zone: boolean;
  readonly values: Float64Array;
}
/** UTF-8 text: cell i is `bytes[offsets[i] .. offsets[i + 1]]`. A NULL cell is an empty range. */
export interface TextVector extends VectorBase {
  readonly kind: "text";
  bytes: Uint8Array;
  readonly offsets: Int32Array;
  /** The kernel writes {@link isClean} text only, so that no format looks for what to quote or escape. */
  readonly clean?: boolean;
}

/** Whether a text has nothing that any format quotes or escapes: no comma, quote, backslash or control character. */
export const isClean = (text: string): boolean => !/[\p{Cc},"'\\]/u.test(text);

/** Text out of a list that is known before the run: cell i is entry `codes[i]`. */
export interface DictionaryVector extends VectorBase {
  readonly kind: "dictionary";
  readonly dictionary: TextDictionary;
  readonly codes: Int32Array;
}
/** Raw bytes, laid out as in {@link TextVector}. */
export interface BytesVector extends VectorBase {
  readonly kind: "bytes";
  bytes: Uint8Array;
  readonly offsets: Int32Array;
}

export type Vector =
  | IntegerVector
  | BigintVector
  | DecimalVector
  | RealVector
  | BooleanVector
  | DateVector
  | TimeVector
  | TimestampVector
  | TextVector
  | DictionaryVector
  | BytesVector;

/** One cell as a plain value. Decimals, dates and times come as text in their canonical form. */
export type Cell = null | number | bigint | string | boolean | Uint8Array;
