import { codePointLength, codePoints } from "../../base/code-points.ts";
import { parseIsoDate, parseIsoTime, parseIsoTimestamp } from "../../base/calendar.ts";
import { integerRange, type ValueType } from "../../schema/value-type.ts";
import {
  newBigintVector,
  newBooleanVector,
  newDateVector,
  newDecimalVector,
  newDictionaryVector,
  newIntegerVector,
  newRealVector,
  newTimeVector,
  newTimestampVector,
} from "../../vectors/new-vector.ts";
import { textDictionary } from "../../vectors/text-dictionary.ts";
import type { Vector } from "../../vectors/vector.ts";
import type { SchemaPlace } from "../generator.ts";
import { toScaled } from "../numbers/scaled-column.ts";

/** A value as a person writes it in the project file or the form. */
export type Scalar = string | number | boolean;

/** A list of values made ready for a column: `write` puts value `codes[i]` into cell i. */
export interface ValueTable {
  readonly out: Vector;
  readonly codes: Int32Array;
  write(count: number): void;
}

const numberOf = (value: Scalar): number => (typeof value === "boolean" ? Number(value) : Number(value));
const truth = /^(true|yes|on|t|y|1)$/i;
const falsehood = /^(false|no|off|f|n|0)$/i;

/** Why a value cannot stand in a column of this type, as the end of a sentence; undefined where it can. */
export function misfit(value: Scalar, type: ValueType): string | undefined {
  const text = String(value);
  switch (type.kind) {
    case "integer":
      if (typeof value === "boolean") return undefined;
      if (!/^-?\d+$/.test(text)) return "is not a whole number";
      return fitsInteger(BigInt(text), type) ? undefined : "is beyond what the column holds";
    case "decimal":
    case "real":
      if (text.trim() === "" || !Number.isFinite(numberOf(value))) return "is not a number";
      return fitsNumber(numberOf(value), type) ? undefined : "is beyond what the column holds";
    case "boolean":
      return truth.test(text) || falsehood.test(text) ? undefined : "is neither true nor false";
    case "text":
      return codePointLength(text) <= (type.maxLength ?? Infinity)
        ? undefined
        : `is longer than ${type.maxLength} characters`;
    case "enum":
      return fitsList(text, type) ? undefined : "is not one of the column's values";
    case "date":
      return parseIsoDate(text) === undefined ? "is not a date of the form 2026-11-22" : undefined;
    case "time":
      return parseIsoTime(text) === undefined ? "is not a time of the form 13:45:00" : undefined;
    case "timestamp":
      if (parseIsoTimestamp(text) === undefined) return "is not a timestamp of the form 2026-11-22 13:45:00";
      return isWithin(text, type.minimum, type.maximum) ? undefined : "is beyond what the column holds";
    case "json":
      return isJson(text) ? undefined : "is not JSON";
    case "uuid":
      return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? undefined : "is not a UUID";
    case "bytes":
      return "cannot be written in a column of bytes";
    case "notation":
      // Of such a type nothing is known but that the empty text is hardly one of its values.
      return type.notation === "opaque" && text === "" ? "is no value of the column's type" : undefined;
    case "interval":
    case "array":
    case "range":
    case "unknown":
      return undefined;
  }
}

/** Why the source's engine cannot hold a value that its column's type can, as the end of a sentence. */
export const unheld = (value: Scalar, schema: SchemaPlace | undefined): string | undefined =>
  schema?.model.engine === "postgresql" && typeof value === "string" && value.includes("\0")
    ? "has a NUL character, which PostgreSQL cannot hold"
    : undefined;

function fitsNumber(value: number, type: Extract<ValueType, { kind: "decimal" | "real" }>): boolean {
  if (type.unsigned === true && value < 0) return false;
  if (type.kind === "real") return type.bits === 64 || Math.abs(value) <= 3.4028234663852886e38;
  if (type.precision === undefined) return true;
  const scale = type.scale ?? 0;
  return Math.abs(Number(value.toFixed(scale))) < 10 ** (type.precision - scale);
}

function fitsInteger(value: bigint, type: Extract<ValueType, { kind: "integer" }>): boolean {
  const [low, high] = integerRange(type);
  return value >= low && value <= high;
}

function isWithin(timestamp: string, minimum: string | undefined, maximum: string | undefined): boolean {
  const at = parseIsoTimestamp(timestamp) ?? 0;
  const bound = (text: string | undefined, open: number): number =>
    text === undefined ? open : (parseIsoTimestamp(text) ?? open);
  return at >= bound(minimum, -Infinity) && at <= bound(maximum, Infinity);
}

/** Whether a text is one of the values, or a list of them where the column takes several at once. */
function fitsList(text: string, { values, several }: Extract<ValueType, { kind: "enum" }>): boolean {
  if (several !== true) return values.includes(text);
  const chosen = text === "" ? [] : text.split(",");
  return new Set(chosen).size === chosen.length && chosen.every((value) => values.includes(value));
}

/** Whether a text is JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Cuts a text at a number of characters. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : codePoints(text).slice(0, most).join("");

const isNumeric = (value: Scalar): boolean => typeof value !== "string";

/** Makes a list of values ready for a column. What does not fit the type ({@link misfit}) becomes its zero. */
export function valueTable(values: readonly Scalar[], type: ValueType, batchRows: number): ValueTable {
  const codes = new Int32Array(batchRows);
  switch (type.kind) {
    case "integer":
      return type.bits === 64 && values.some((value) => !Number.isSafeInteger(numberOf(value)))
        ? bigints(values, codes, batchRows)
        : numbers(newIntegerVector(batchRows), values, codes, (value) => Math.round(numberOf(value)));
    case "decimal": {
      const scale = type.scale ?? decimalsOf(values);
      return numbers(newDecimalVector(batchRows, scale), values, codes, (value) => toScaled(numberOf(value), scale));
    }
    case "real":
      return numbers(newRealVector(batchRows), values, codes, numberOf);
    case "boolean":
      return numbers(newBooleanVector(batchRows), values, codes, (value) => (truth.test(String(value)) ? 1 : 0));
    case "date":
      return numbers(newDateVector(batchRows), values, codes, (value) => parseIsoDate(String(value)) ?? 0);
    case "time":
      return numbers(
        newTimeVector(batchRows, type.precision ? 3 : 0),
        values,
        codes,
        (value) => parseIsoTime(String(value)) ?? 0,
      );
    case "timestamp":
      return numbers(
        newTimestampVector(batchRows, type.precision ? 3 : 0, type.zone ?? false),
        values,
        codes,
        (value) => parseIsoTimestamp(String(value)) ?? 0,
      );
    case "unknown":
      if (values.every(isNumeric)) {
        const scale = decimalsOf(values);
        return scale === 0
          ? numbers(newIntegerVector(batchRows), values, codes, numberOf)
          : numbers(newDecimalVector(batchRows, scale), values, codes, (value) => toScaled(numberOf(value), scale));
      }
      return texts(values, Infinity, batchRows);
    case "text":
      return texts(values, type.maxLength ?? Infinity, batchRows);
    case "enum":
    case "json":
    case "uuid":
    case "bytes":
    case "interval":
    case "array":
    case "range":
    case "notation":
      return texts(values, Infinity, batchRows);
  }
}

function texts(values: readonly Scalar[], most: number, batchRows: number): ValueTable {
  const out = newDictionaryVector(batchRows, textDictionary(values.map((value) => cut(String(value), most))));
  return {
    out,
    codes: out.codes,
    write() {
      out.hasNulls = false;
    },
  };
}

function numbers(
  out: Vector & { readonly values: Float64Array | Uint8Array | Int32Array },
  values: readonly Scalar[],
  codes: Int32Array,
  convert: (value: Scalar) => number,
): ValueTable {
  const table = Float64Array.from(values, (value) => {
    const number = convert(value);
    return Number.isFinite(number) ? number : 0;
  });
  const target = out.values;
  return {
    out,
    codes,
    write(count) {
      out.hasNulls = false;
      for (let i = 0; i < count; i++) target[i] = table[codes[i] ?? 0] ?? 0;
    },
  };
}

function bigints(values: readonly Scalar[], codes: Int32Array, batchRows: number): ValueTable {
  const out = newBigintVector(batchRows);
  const table = BigInt64Array.from(values, (value) => (/^-?\d+$/.test(String(value)) ? BigInt(value) : 0n));
  return {
    out,
    codes,
    write(count) {
      out.hasNulls = false;
      for (let i = 0; i < count; i++) out.values[i] = table[codes[i] ?? 0] ?? 0n;
    },
  };
}

const decimalsOf = (values: readonly Scalar[]): number =>
  Math.min(
    12,
    values.reduce<number>((most, value) => Math.max(most, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0), 0),
  );
