import { parseIsoDate, parseIsoTime, parseIsoTimestamp } from "../base/calendar.ts";
import { SeedloomError } from "../base/errors.ts";
import { maxUtf8Length, writeUtf8 } from "../base/utf8.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import {
  newBigintVector,
  newBooleanVector,
  newBytesVector,
  newDateVector,
  newDecimalVector,
  newIntegerVector,
  newRealVector,
  newTextVector,
  newTimestampVector,
  newTimeVector,
  reserveBytes,
} from "../vectors/new-vector.ts";
import type { Cell, TextVector, Vector } from "../vectors/vector.ts";
import { wordsOf, writeWhole } from "../vectors/whole-numbers.ts";

/**
 * The form in which a column's source values are held. "exact": what is written is what was read, so times with
 * microseconds and dates beyond the calendar stay as texts. "typed": numbers, days and milliseconds, as masks take them.
 */
export type SourceForm = "exact" | "typed";

/** Takes the cells of a column, in order, into a vector. */
export interface SourceColumn {
  readonly vector: Vector;
  /** Throws a SeedloomError ("source-unreadable") where the cell is none of the column's type; it never repeats it. */
  put(i: number, cell: Cell): void;
  /** Of a column of texts: the text as well-formed UTF-8, from … to − 1. */
  putUtf8?(i: number, bytes: Uint8Array, from: number, to: number): void;
}

/** The vector for `rows` cells of a column, and what puts them there. */
export function sourceColumn(column: ColumnModel, form: SourceForm, rows: number): SourceColumn {
  const vector = sourceVector(column.valueType, form, rows);
  const store = storeOf(vector);
  return {
    vector,
    put(i, cell) {
      if (cell === null) {
        vector.nulls[i] = 1;
        vector.hasNulls = true;
        if (vector.kind === "text" || vector.kind === "bytes") vector.offsets[i + 1] = vector.offsets[i] ?? 0;
        return;
      }
      vector.nulls[i] = 0;
      if (!store(i, cell)) throw misfit(column, i);
    },
    ...(vector.kind === "text" ? { putUtf8: utf8Writer(vector) } : {}),
  };
}

/** Copies texts; a loop beats a call for what most of them have. */
const utf8Writer =
  (vector: TextVector): NonNullable<SourceColumn["putUtf8"]> =>
  (i, bytes, from, to) => {
    const at = vector.offsets[i] ?? 0;
    const target = reserveBytes(vector, at + to - from);
    if (to - from > 64) target.set(bytes.subarray(from, to), at);
    else for (let k = from, p = at; k < to; k++, p++) target[p] = bytes[k] ?? 0;
    vector.nulls[i] = 0;
    vector.offsets[i + 1] = at + to - from;
  };

/** An empty vector for a column's source values. */
export function sourceVector(type: ValueType, form: SourceForm, rows: number): Vector {
  switch (type.kind) {
    case "integer":
      return type.bits === 64 ? newBigintVector(rows) : newIntegerVector(rows);
    case "decimal":
      if (type.precision !== undefined && type.precision <= 15) return newDecimalVector(rows, type.scale ?? 0);
      return form === "exact" ? newTextVector(rows) : newRealVector(rows);
    case "real":
      return newRealVector(rows);
    case "boolean":
      return newBooleanVector(rows);
    case "bytes":
      return newBytesVector(rows);
    case "date":
      return form === "exact" ? newTextVector(rows) : newDateVector(rows);
    case "time":
      return form === "exact" ? newTextVector(rows) : newTimeVector(rows, type.precision === 0 ? 0 : 3);
    case "timestamp":
      return form === "exact"
        ? newTextVector(rows)
        : newTimestampVector(rows, type.precision === 0 ? 0 : 3, type.zone === true);
    default:
      return newTextVector(rows);
  }
}

/** Stores a cell; false where it is none of the vector's kind. */
export function storeOf(vector: Vector): (i: number, cell: NonNullable<Cell>) => boolean {
  switch (vector.kind) {
    case "integer":
      return numbers(vector.values, (cell) => (Number.isSafeInteger(toNumber(cell)) ? toNumber(cell) : NaN));
    case "real":
      return numbers(vector.values, toNumber);
    case "decimal": {
      const unit = 10 ** vector.scale;
      return numbers(vector.values, (cell) => {
        const scaled = toNumber(cell) * unit;
        const whole = Math.round(scaled);
        // What has more places than the column says would not be the same value any more.
        return Math.abs(scaled - whole) < 1e-4 && Number.isSafeInteger(whole) ? whole : NaN;
      });
    }
    case "bigint": {
      const words = wordsOf(vector);
      return (i, cell) => {
        if (typeof cell === "number" && Number.isSafeInteger(cell)) {
          writeWhole(words, i, cell);
          return true;
        }
        const whole = typeof cell === "bigint" ? cell : wholeOf(cell);
        if (whole === undefined || BigInt.asIntN(64, whole) !== whole) return false;
        vector.values[i] = whole;
        return true;
      };
    }
    case "boolean":
      return numbers(vector.values, (cell) =>
        cell === true || cell === 1 ? 1 : cell === false || cell === 0 ? 0 : NaN,
      );
    case "date":
      return numbers(vector.values, (cell) => (typeof cell === "string" ? (dayOf(cell) ?? NaN) : NaN));
    case "time":
      return numbers(vector.values, (cell) => (typeof cell === "string" ? (parseIsoTime(cell) ?? NaN) : NaN));
    case "timestamp":
      return numbers(vector.values, (cell) => (typeof cell === "string" ? (parseIsoTimestamp(cell) ?? NaN) : NaN));
    case "bytes":
      return (i, cell) => {
        if (!(cell instanceof Uint8Array)) return false;
        const at = vector.offsets[i] ?? 0;
        reserveBytes(vector, at + cell.length).set(cell, at);
        vector.offsets[i + 1] = at + cell.length;
        return true;
      };
    case "text":
      return (i, cell) => {
        if (cell instanceof Uint8Array) return false;
        const text = typeof cell === "string" ? cell : String(cell);
        const at = vector.offsets[i] ?? 0;
        vector.offsets[i + 1] = writeUtf8(reserveBytes(vector, at + maxUtf8Length(text)), at, text);
        return true;
      };
    case "dictionary":
      return () => false;
  }
}

const numbers =
  (values: Float64Array | Int32Array | Uint8Array, read: (cell: NonNullable<Cell>) => number) =>
  (i: number, cell: NonNullable<Cell>): boolean => {
    const value = read(cell);
    if (Number.isNaN(value)) return false;
    values[i] = value;
    return true;
  };

const toNumber = (cell: NonNullable<Cell>): number =>
  typeof cell === "number"
    ? cell
    : typeof cell === "boolean" || cell instanceof Uint8Array || cell === ""
      ? NaN
      : Number(cell);

function wholeOf(cell: NonNullable<Cell>): bigint | undefined {
  const text = typeof cell === "number" || typeof cell === "string" ? String(cell) : "";
  return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
}

/** A date, also where it stands with a time of midnight. */
const dayOf = (text: string): number | undefined => parseIsoDate(text.replace(/[T ]00:00:00(?:\.0+)?$/, ""));

const misfit = ({ name, type, valueType }: ColumnModel, row: number): SeedloomError =>
  new SeedloomError(
    "source-unreadable",
    `${name} holds a value that is no ${type === "" ? valueType.kind : type}, ${row + 1} rows into a piece of the source.`,
    "Nothing of it was written. Mend the value, or give the column a rule that does not look at it.",
  );
