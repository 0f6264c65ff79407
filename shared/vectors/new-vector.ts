import type {
  BigintVector,
  BooleanVector,
  BytesVector,
  DateVector,
  DecimalVector,
  DictionaryVector,
  IntegerVector,
  RealVector,
  TextVector,
  TimeVector,
  TimestampVector,
} from "./vector.ts";
import type { TextDictionary } from "./text-dictionary.ts";

// `rows` is the most rows that one batch can have.

const base = (rows: number) => ({ nulls: new Uint8Array(rows), hasNulls: false });

export const newIntegerVector = (rows: number): IntegerVector => ({
  kind: "integer",
  values: new Float64Array(rows),
  ...base(rows),
});
export const newBigintVector = (rows: number): BigintVector => ({
  kind: "bigint",
  values: new BigInt64Array(rows),
  ...base(rows),
});
export const newDecimalVector = (rows: number, scale: number): DecimalVector => ({
  kind: "decimal",
  scale,
  values: new Float64Array(rows),
  ...base(rows),
});
export const newRealVector = (rows: number): RealVector => ({
  kind: "real",
  values: new Float64Array(rows),
  ...base(rows),
});
export const newBooleanVector = (rows: number): BooleanVector => ({
  kind: "boolean",
  values: new Uint8Array(rows),
  ...base(rows),
});
export const newDateVector = (rows: number): DateVector => ({
  kind: "date",
  values: new Int32Array(rows),
  ...base(rows),
});
export const newTimeVector = (rows: number, precision: 0 | 3): TimeVector => ({
  kind: "time",
  precision,
  values: new Float64Array(rows),
  ...base(rows),
});
export const newTimestampVector = (rows: number, precision: 0 | 3, zone: boolean): TimestampVector => ({
  kind: "timestamp",
  precision,
  zone,
  values: new Float64Array(rows),
  ...base(rows),
});
export const newTextVector = (rows: number): TextVector => ({
  kind: "text",
  bytes: new Uint8Array(rows * 16),
  offsets: new Int32Array(rows + 1),
  ...base(rows),
});
export const newDictionaryVector = (rows: number, dictionary: TextDictionary): DictionaryVector => ({
  kind: "dictionary",
  dictionary,
  codes: new Int32Array(rows),
  ...base(rows),
});
export const newBytesVector = (rows: number): BytesVector => ({
  kind: "bytes",
  bytes: new Uint8Array(rows * 16),
  offsets: new Int32Array(rows + 1),
  ...base(rows),
});

/**
 * Bytes behind the last text that a kernel had better leave: encoders read texts in whole words, and all of a batch as far as the
 * longest goes. Where there are fewer, they copy the batch first.
 */
export const readSlack = 80;

/** Makes room for `length` bytes in all, keeping what is there; call before writing past `vector.bytes.length`. */
export function reserveBytes(vector: TextVector | BytesVector, length: number): Uint8Array {
  if (vector.bytes.length >= length) return vector.bytes;
  const grown = new Uint8Array(Math.max(length, vector.bytes.length * 2));
  grown.set(vector.bytes);
  vector.bytes = grown;
  return grown;
}
