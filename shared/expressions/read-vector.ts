import { parseIsoDate, parseIsoTime, parseIsoTimestamp } from "../base/calendar.ts";
import { cellText } from "../vectors/cells.ts";
import type { Vector } from "../vectors/vector.ts";
import { decimalOf, rescale, type Whole } from "./exact.ts";
import { decimalType, isNumeric, mostPlaces, type ExprType, type Value } from "./types.ts";

/**
 * Reads a vector's cells as values of a type. Mostly they are of that kind; a column that copies another may hold its
 * cells in another form, and what has no value of the type is NULL.
 */
export function vectorReader(vector: Vector, type: ExprType): (at: number) => Value {
  const read = plainReader(vector, type) ?? converting(vector, type);
  return (at) => (vector.hasNulls && vector.nulls[at] === 1 ? null : read(at));
}

/** The type of a vector's numbers, where a column does not declare how many places it has. */
export function typeOfVector(vector: Vector): ExprType | undefined {
  return vector.kind === "decimal" && vector.scale <= mostPlaces ? decimalType(vector.scale) : undefined;
}

function plainReader(vector: Vector, type: ExprType): ((at: number) => Value) | undefined {
  switch (vector.kind) {
    case "integer":
    case "bigint":
      if (type.kind !== "int") return undefined;
      return vector.kind === "integer" ? (at) => vector.values[at] ?? 0 : (at) => oneForm(vector.values[at] ?? 0n);
    case "decimal": {
      if (type.kind !== "decimal") return undefined;
      const { scale } = vector;
      return scale === type.scale
        ? (at) => vector.values[at] ?? 0
        : (at) => rescale(vector.values[at] ?? 0, scale, type.scale) ?? null;
    }
    case "real":
      return type.kind === "double" ? (at) => vector.values[at] ?? 0 : undefined;
    case "boolean":
      return type.kind === "bool" ? (at) => vector.values[at] === 1 : undefined;
    case "date":
    case "time":
    case "timestamp":
      return vector.kind === type.kind ? (at) => vector.values[at] ?? 0 : undefined;
    case "dictionary":
      return type.kind === "string" ? (at) => vector.dictionary.texts[vector.codes[at] ?? 0] ?? "" : undefined;
    default:
      return undefined;
  }
}

const oneForm = (value: bigint): Whole => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

/** By way of the cell's canonical text. */
function converting(vector: Vector, type: ExprType): (at: number) => Value {
  const text = (at: number): string => cellText(vector, at) ?? "";
  switch (type.kind) {
    case "string":
      return text;
    case "bool":
      return (at) => truths.get(text(at).toLowerCase()) ?? null;
    case "date":
      return (at) => parseIsoDate(text(at).slice(0, 10)) ?? null;
    case "time":
      return (at) => parseIsoTime(text(at)) ?? null;
    case "timestamp":
      return (at) => parseIsoTimestamp(text(at)) ?? null;
    default:
      if (!isNumeric(type)) return () => null;
      return (at) => numberOf(text(at), type);
  }
}

const truths = new Map<string, boolean>([
  ..."1 t true yes on".split(" ").map((word) => [word, true] as const),
  ..."0 f false no off".split(" ").map((word) => [word, false] as const),
]);

function numberOf(text: string, type: ExprType): Value {
  if (type.kind === "double") {
    const number = text.trim() === "" ? NaN : Number(text);
    return Number.isFinite(number) ? number : null;
  }
  return decimalOf(text, type.kind === "decimal" ? type.scale : 0) ?? null;
}
