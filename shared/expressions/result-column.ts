import { dayMilliseconds } from "../base/calendar.ts";
import { codePointLength, codePoints } from "../base/code-points.ts";
import { encodeUtf8 } from "../base/utf8.ts";
import { integerRange, type ValueType } from "../schema/value-type.ts";
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
import type { BytesVector, TextVector, Vector } from "../vectors/vector.ts";
import { textOf } from "./coerce.ts";
import { decimalNumber, decimalOfNumber, rescale, type Whole } from "./exact.ts";
import { isNumeric, placesOf, typeWords, type ExprType, type Value } from "./types.ts";

/** A column that takes the values of an expression. Cells are put in order, from 0. */
export interface ResultColumn {
  readonly out: Vector;
  /** Puts a value, which is not NULL; the answer says why it does not fit, and whether the cell is then cut or NULL. */
  put(at: number, value: Value): Misfit | undefined;
}

export interface Misfit {
  readonly because: string;
  /** The cell holds the beginning of the text; else it is NULL. */
  readonly cut: boolean;
}

/** Why values of a type can never stand in a column, with the function that makes such of them where there is one. */
export function resultMisfit(
  type: ExprType,
  column: ValueType,
): { readonly message: string; readonly wrap?: string } | undefined {
  const text = type.kind === "string";
  const says = (holds: string, wrap?: string) => ({
    message: `The expression gives ${typeWords(type)}, and the column holds ${holds}${wrap === undefined ? "" : `; ${wrap}(…) makes one of it`}.`,
    ...(wrap === undefined ? {} : { wrap }),
  });
  if (type.kind === "null") return undefined;
  if (type.kind === "list")
    return { message: "The expression gives a list, and a cell holds one value; join(…) makes a text of it." };
  switch (column.kind) {
    case "integer":
      return isNumeric(type) ? undefined : says("whole numbers", text || type.kind === "bool" ? "int" : undefined);
    case "decimal":
    case "real":
      return isNumeric(type) ? undefined : says("numbers", text ? "double" : undefined);
    case "boolean":
      return type.kind === "bool" ? undefined : says("true and false");
    case "date":
    case "timestamp":
      return type.kind === "date" || type.kind === "timestamp"
        ? undefined
        : says(`${column.kind}s`, text ? column.kind : undefined);
    case "time":
      return type.kind === "time" || type.kind === "timestamp" ? undefined : says("times", text ? "time" : undefined);
    case "uuid":
    case "enum":
      return text ? undefined : says(column.kind === "enum" ? "one of its values" : "UUIDs", "string");
    default:
      return undefined;
  }
}

/** The column for an expression's values; a pair that {@link resultMisfit} refuses gives NULLs. */
export function resultColumn(type: ExprType, column: ValueType, rows: number): ResultColumn {
  if (resultMisfit(type, column) || type.kind === "null" || type.kind === "list") return nothing(rows);
  switch (column.kind) {
    case "integer":
      return integers(type, column, rows);
    case "decimal":
      return decimals(type, column, rows);
    case "real":
      return reals(type, rows);
    case "boolean":
      return bools(rows);
    case "date":
    case "time":
    case "timestamp":
      return moments(type, column, rows);
    case "unknown":
      return natural(type, rows);
    default:
      return texts(type, column, rows);
  }
}

const bad = (because: string): Misfit => ({ because, cut: false });

function nothing(rows: number): ResultColumn {
  return { out: newTextVector(rows), put: () => bad("the column has no such value") };
}

function integers(type: ExprType, column: Extract<ValueType, { kind: "integer" }>, rows: number): ResultColumn {
  const [low, high] = integerRange(column);
  const whole = toWhole(type, 0);
  const wide = column.bits === 64;
  const large = newBigintVector(rows);
  const small = newIntegerVector(rows);
  return {
    out: wide ? large : small,
    put(at, value) {
      const number = whole(value);
      if (number === undefined || number < low || number > high)
        return bad("the value is beyond what the column holds");
      if (wide) large.values[at] = BigInt(number);
      else small.values[at] = Number(number);
      return undefined;
    },
  };
}

/** A number at so many places, rounded half to even; undefined where it is too large. */
function toWhole(type: ExprType, places: number): (value: Value) => Whole | undefined {
  if (type.kind === "double") return (value) => decimalOfNumber(value as number, places);
  const from = placesOf(type);
  return (value) => rescale(value as Whole, from, places);
}

function decimals(type: ExprType, column: Extract<ValueType, { kind: "decimal" }>, rows: number): ResultColumn {
  if (column.scale === undefined && type.kind === "double") return reals(type, rows);
  const scale = Math.max(0, column.scale ?? placesOf(type));
  const out = newDecimalVector(rows, scale);
  const whole = toWhole(type, scale);
  // What a vector holds, and what the column does: numeric(10,2) ends at 99,999,999.99.
  const most = Math.min(Number.MAX_SAFE_INTEGER, 10 ** (column.precision ?? 16) - 1);
  return {
    out,
    put(at, value) {
      const number = whole(value);
      if (number === undefined || number > most || number < -most)
        return bad("the value is beyond what the column holds");
      if (column.unsigned === true && number < 0) return bad("the value is beyond what the column holds");
      out.values[at] = Number(number);
      return undefined;
    },
  };
}

function reals(type: ExprType, rows: number): ResultColumn {
  const out = newRealVector(rows);
  const from = placesOf(type);
  return {
    out,
    put(at, value) {
      out.values[at] = type.kind === "double" ? (value as number) : decimalNumber(value as Whole, from);
      return undefined;
    },
  };
}

function bools(rows: number): ResultColumn {
  const out = newBooleanVector(rows);
  return {
    out,
    put(at, value) {
      out.values[at] = value === true ? 1 : 0;
      return undefined;
    },
  };
}

/** The years that every engine holds; beyond them a date has no common form. */
const [firstDay, lastDay] = [-719_162, 2_932_896];

function moments(
  type: ExprType,
  column: Extract<ValueType, { kind: "date" | "time" | "timestamp" }>,
  rows: number,
): ResultColumn {
  if (column.kind === "time") {
    const out = newTimeVector(rows, column.precision ? 3 : 0);
    return {
      out,
      put(at, value) {
        out.values[at] = (((value as number) % dayMilliseconds) + dayMilliseconds) % dayMilliseconds;
        return undefined;
      },
    };
  }
  const out =
    column.kind === "date"
      ? newDateVector(rows)
      : newTimestampVector(rows, column.precision ? 3 : 0, column.zone ?? false);
  const perDay = column.kind === "date" ? 1 : dayMilliseconds;
  return {
    out,
    put(at, value) {
      const number = value as number;
      const moment =
        type.kind === column.kind
          ? number
          : column.kind === "date"
            ? Math.floor(number / dayMilliseconds)
            : number * dayMilliseconds;
      if (moment < firstDay * perDay || moment >= (lastDay + 1) * perDay)
        return bad("the date is beyond the years 1 to 9999");
      out.values[at] = moment;
      return undefined;
    },
  };
}

/** In a column without a type of its own: as the expression has it. */
function natural(type: ExprType, rows: number): ResultColumn {
  switch (type.kind) {
    case "int":
      return integers(type, { kind: "integer", bits: 64 }, rows);
    case "decimal":
      return decimals(type, { kind: "decimal" }, rows);
    case "double":
      return reals(type, rows);
    case "date":
    case "time":
    case "timestamp":
      return moments(type, { kind: type.kind }, rows);
    default:
      return texts(type, { kind: "text" }, rows);
  }
}

function texts(type: ExprType, column: ValueType, rows: number): ResultColumn {
  const text = textOf(type) ?? String;
  const limit = column.kind === "text" ? (column.maxLength ?? Infinity) : Infinity;
  if (column.kind === "bytes") {
    const out = newBytesVector(rows);
    const most = column.maxLength ?? Infinity;
    return {
      out,
      put(at, value) {
        const bytes = encodeUtf8(text(value));
        append(out, at, bytes.length > most ? bytes.subarray(0, most) : bytes);
        return bytes.length > most ? { because: `the text is longer than ${most} bytes`, cut: true } : undefined;
      },
    };
  }
  const out = newTextVector(rows);
  const wrong = wrongIn(column);
  return {
    out,
    put(at, value) {
      const whole = text(value);
      const because = wrong?.(whole);
      if (because !== undefined) {
        append(out, at, new Uint8Array(0));
        return bad(because);
      }
      const long = whole.length > limit && codePointLength(whole) > limit;
      append(out, at, encodeUtf8(long ? codePoints(whole).slice(0, limit).join("") : whole));
      return long ? { because: `the text is longer than ${limit} characters`, cut: true } : undefined;
    },
  };
}

function append(out: TextVector | BytesVector, at: number, bytes: Uint8Array): void {
  const from = out.offsets[at] ?? 0;
  reserveBytes(out, from + bytes.length).set(bytes, from);
  out.offsets[at + 1] = from + bytes.length;
}

/** What says that a text cannot stand in a column of forms. */
function wrongIn(column: ValueType): ((text: string) => string | undefined) | undefined {
  switch (column.kind) {
    case "enum": {
      const allowed = new Set(column.values);
      if (allowed.size === 0 || column.several === true) return undefined;
      return (text) => (allowed.has(text) ? undefined : "the text is not one of the column's values");
    }
    case "uuid":
      return (text) =>
        /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? undefined : "the text is not a UUID";
    case "json":
      return (text) => (isJson(text) ? undefined : "the text is not JSON");
    default:
      return undefined;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
