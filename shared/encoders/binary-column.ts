import { dayMilliseconds } from "../base/calendar.ts";
import { decodeUtf8 } from "../base/utf8.ts";
import type { IntegerVector, TextVector, TimeVector, TimestampVector, Vector } from "../vectors/vector.ts";
import { appendInt4, appendInt8, bytesColumn, dictionaryColumn, measureFixed, numericColumn } from "./binary-loops.ts";
import { misfit, parsedColumn, readCell } from "./binary-parse.ts";
import type { BinaryType } from "./binary-type.ts";

/** Writes the cells of a column into rows whose places are known: each is its length in four bytes, then its bytes. */
export interface BinaryColumn {
  /** Adds what the cells from … to − 1 take to `lengths[0 …]`. */
  measure(from: number, to: number, lengths: Int32Array): void;
  /** Writes those cells at `ends[0 …]`, and moves the ends behind them. Nothing beyond a cell is touched. */
  append(from: number, to: number, view: DataView, ends: Int32Array): void;
}

/** A cell's bytes and their number, for a column that is written cell by cell. */
interface CellForm {
  readonly length: (i: number) => number;
  readonly write: (i: number, view: DataView, at: number) => void;
}

/** Days from 1970-01-01 to 2000-01-01, from which PostgreSQL counts. */
const epochDays = 10_957;

/**
 * The writer of a vector's cells in a binary form. Where the vector is of another kind than the form (a date that a template
 * wrote as text), its texts are read; what cannot be read is a SeedloomError that names the column.
 */
export function binaryColumn(vector: Vector, type: BinaryType, column: string): BinaryColumn {
  const quick = quickColumn(vector, type, column);
  if (quick !== undefined) return quick;
  const form = cellForm(vector, type, column);
  return form === undefined ? parsedColumn(vector, type, column) : ofForm(vector, form);
}

/** The columns that have a loop of their own. */
function quickColumn(vector: Vector, type: BinaryType, column: string): BinaryColumn | undefined {
  const version = type === "jsonb" ? 1 : 0;
  switch (vector.kind) {
    case "integer":
      if (type === "int4") return int4Column(vector, column);
      if (type === "int8") return int8Column(vector, 0, 1, 1);
      return type === "numeric" ? numericColumn(vector, 0) : undefined;
    case "decimal":
      return type === "numeric" ? numericColumn(vector, vector.scale) : undefined;
    case "time":
      return type === "time" ? int8Column(vector, 0, ...precisionOf(vector)) : undefined;
    case "timestamp":
      return type === "timestamp"
        ? int8Column(vector, -epochDays * dayMilliseconds, ...precisionOf(vector))
        : undefined;
    case "text":
      return type === "text" || type === "jsonb" ? bytesColumn(vector, version) : undefined;
    case "dictionary":
      return type === "text" || type === "jsonb" ? dictionaryColumn(vector, version) : undefined;
    case "bytes":
      return type === "bytea" ? bytesColumn(vector, 0) : undefined;
    case "bigint":
    case "real":
    case "boolean":
    case "date":
      return undefined;
  }
}

function int4Column(vector: IntegerVector, column: string): BinaryColumn {
  return {
    measure(from, to, lengths) {
      const { values, nulls, hasNulls } = vector;
      for (let i = from; i < to; i++) {
        const value = values[i] ?? 0;
        // What stands in the place of a NULL may be anything.
        if ((value < -2_147_483_648 || value > 2_147_483_647) && !(hasNulls && nulls[i] === 1))
          throw misfit(String(value), "int4", column);
      }
      measureFixed(vector, 4, from, to, lengths);
    },
    append: (from, to, view, ends) =>
      appendInt4(vector.values, vector.hasNulls ? vector.nulls : undefined, from, to, view, ends),
  };
}

/** Milliseconds as microseconds, with a fraction of a second only where the vector's text has one. */
const precisionOf = ({ precision }: TimeVector | TimestampVector): readonly [divisor: number, factor: number] =>
  precision === 0 ? [1000, 1_000_000] : [1, 1000];

const int8Column = (
  vector: Vector & { readonly values: Float64Array },
  shift: number,
  divisor: number,
  factor: number,
): BinaryColumn => ({
  measure: (from, to, lengths) => measureFixed(vector, 8, from, to, lengths),
  append(from, to, view, ends) {
    const nulls = vector.hasNulls ? vector.nulls : undefined;
    appendInt8(vector.values, nulls, { shift, divisor, factor }, from, to, view, ends);
  },
});

function ofForm(vector: Vector, { length, write }: CellForm): BinaryColumn {
  return {
    measure(from, to, lengths) {
      const { nulls, hasNulls } = vector;
      for (let i = from, k = 0; i < to; i++, k++) {
        lengths[k] = (lengths[k] ?? 0) + 4 + (hasNulls && nulls[i] === 1 ? 0 : length(i));
      }
    },
    append(from, to, view, ends) {
      const { nulls, hasNulls } = vector;
      for (let i = from, k = 0; i < to; i++, k++) {
        const at = ends[k] ?? 0;
        if (hasNulls && nulls[i] === 1) {
          view.setInt32(at, -1);
          ends[k] = at + 4;
          continue;
        }
        const size = length(i);
        view.setInt32(at, size);
        write(i, view, at + 4);
        ends[k] = at + 4 + size;
      }
    },
  };
}

const fixed = (size: number, write: CellForm["write"]): CellForm => ({ length: () => size, write });

/** The form of the vector's cells, or undefined where it is not of the type's own kind. */
function cellForm(vector: Vector, type: BinaryType, column: string): CellForm | undefined {
  switch (vector.kind) {
    case "integer":
      return integerForm(vector.values, type, column);
    case "bigint": {
      const { values } = vector;
      return type === "int8" ? fixed(8, (i, view, at) => view.setBigInt64(at, values[i] ?? 0n)) : undefined;
    }
    case "real": {
      const { values } = vector;
      // As in text, there is no zero below zero.
      if (type === "float8") return fixed(8, (i, view, at) => view.setFloat64(at, (values[i] ?? 0) + 0));
      return type === "float4" ? smallRealForm(values, column) : undefined;
    }
    case "boolean": {
      const { values } = vector;
      return type === "bool" ? fixed(1, (i, view, at) => view.setUint8(at, values[i] ?? 0)) : undefined;
    }
    case "date": {
      const { values } = vector;
      return type === "date" ? fixed(4, (i, view, at) => view.setInt32(at, (values[i] ?? 0) - epochDays)) : undefined;
    }
    case "text":
      return type === "uuid" ? uuidForm(vector, column) : undefined;
    default:
      return undefined;
  }
}

function integerForm(values: Float64Array, type: BinaryType, column: string): CellForm | undefined {
  switch (type) {
    case "int2":
      return fixed(2, (i, view, at) => {
        const value = values[i] ?? 0;
        if (value < -32_768 || value > 32_767) throw misfit(String(value), type, column);
        view.setInt16(at, value);
      });
    case "float8":
      return fixed(8, (i, view, at) => view.setFloat64(at, (values[i] ?? 0) + 0));
    case "float4":
      return smallRealForm(values, column);
    default:
      return undefined;
  }
}

const smallRealForm = (values: Float64Array, column: string): CellForm =>
  fixed(4, (i, view, at) => {
    const value = (values[i] ?? 0) + 0;
    if (Math.abs(value) > 3.402_823_5e38 && Number.isFinite(value)) throw misfit(String(value), "float4", column);
    view.setFloat32(at, value);
  });

/** The values of the bytes that are hexadecimal digits; -1 of all others. */
const digits = Int8Array.from({ length: 256 }, (_, byte) =>
  /[\da-f]/i.test(String.fromCharCode(byte)) ? Number.parseInt(String.fromCharCode(byte), 16) : -1,
);
/** Where the 16 pairs of digits stand in 8-4-4-4-12. */
const pairs = Uint8Array.of(0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34);

/** UUIDs: those of 36 characters digit by digit, others by their text. */
const uuidForm = (vector: TextVector, column: string): CellForm =>
  fixed(16, (i, view, at) => {
    const { bytes, offsets } = vector;
    const start = offsets[i] ?? 0;
    const end = offsets[i + 1] ?? 0;
    let sign = end - start === 36 ? 0 : -1;
    for (let k = 0; k < 16 && sign >= 0; k++) {
      const p = start + (pairs[k] ?? 0);
      const value = ((digits[bytes[p] ?? 0] ?? -1) << 4) | (digits[bytes[p + 1] ?? 0] ?? -1);
      sign |= value;
      view.setUint8(at + k, value);
    }
    if (sign >= 0) return;
    readCell(decodeUtf8(bytes, start, end), "uuid", column).forEach((byte, k) => view.setUint8(at + k, byte));
  });
