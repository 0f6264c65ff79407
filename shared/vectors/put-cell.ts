import { maxUtf8Length, writeUtf8 } from "../base/utf8.ts";
import { cellText } from "./cells.ts";
import { vectorLike } from "./copy-vector.ts";
import {
  newBigintVector,
  newBytesVector,
  newDecimalVector,
  newRealVector,
  newTextVector,
  newTimestampVector,
  newTimeVector,
  reserveBytes,
} from "./new-vector.ts";
import type { BytesVector, TextVector, Vector } from "./vector.ts";

/** Whether cells of both fit one vector as they are. */
export function isAlike(a: Vector, b: Vector): boolean {
  if (a.kind === "decimal" && b.kind === "decimal") return a.scale === b.scale;
  if (a.kind === "timestamp" && b.kind === "timestamp") return a.precision === b.precision && a.zone === b.zone;
  if (a.kind === "time" && b.kind === "time") return a.precision === b.precision;
  return a.kind === b.kind && a.kind !== "text" && a.kind !== "bytes" && a.kind !== "dictionary";
}

/** A vector for `rows` cells out of any of these, by {@link putCell}: of their own kind, else of numbers, else of texts. */
export function vectorForAll(vectors: readonly Vector[], rows: number): Vector {
  const [first] = vectors;
  if (first === undefined) return newTextVector(rows);
  if (vectors.every((vector) => isAlike(first, vector))) return vectorLike(first, rows);
  const only = (...kinds: readonly Vector["kind"][]): boolean => vectors.every(({ kind }) => kinds.includes(kind));
  if (only("bytes")) return newBytesVector(rows);
  if (only("integer", "bigint")) return newBigintVector(rows);
  if (only("integer", "decimal")) return newDecimalVector(rows, Math.max(...vectors.map(scaleOf)));
  if (only("integer", "bigint", "decimal", "real")) return newRealVector(rows);
  const finest = vectors.some((vector) => "precision" in vector && vector.precision === 3) ? 3 : 0;
  if (only("time")) return newTimeVector(rows, finest);
  if (only("timestamp")) return newTimestampVector(rows, finest, vectors.some(hasZone));
  return newTextVector(rows);
}

const scaleOf = (vector: Vector): number => (vector.kind === "decimal" ? vector.scale : 0);
const hasZone = (vector: Vector): boolean => vector.kind === "timestamp" && vector.zone;

/** Copies cell `at` of one vector to cell `i` of another, made by {@link vectorForAll}; texts are written in order. */
export function putCell(from: Vector, at: number, to: Vector, i: number): void {
  const nothing = from.hasNulls && from.nulls[at] === 1;
  to.nulls[i] = nothing ? 1 : 0;
  if (to.kind === "text" || to.kind === "bytes") putText(from, at, to, i, nothing);
  else if (to.kind === "dictionary") {
    if (from.kind === "dictionary") to.codes[i] = from.codes[at] ?? 0;
  } else if (to.kind === "bigint") {
    if (from.kind === "bigint" || from.kind === "integer") to.values[i] = BigInt(from.values[at] ?? 0);
  } else if ("values" in from) {
    const value = Number(from.values[at] ?? 0);
    const shift = to.kind === "decimal" ? 10 ** (to.scale - scaleOf(from)) : 1;
    to.values[i] = to.kind === "real" && from.kind === "decimal" ? value / 10 ** from.scale : value * shift;
  }
}

function putText(from: Vector, at: number, to: TextVector | BytesVector, i: number, nothing: boolean): void {
  const begin = to.offsets[i] ?? 0;
  if (nothing) to.offsets[i + 1] = begin;
  else if (from.kind === to.kind) {
    const [start, end] = [from.offsets[at] ?? 0, from.offsets[at + 1] ?? 0];
    reserveBytes(to, begin + end - start).set(from.bytes.subarray(start, end), begin);
    to.offsets[i + 1] = begin + end - start;
  } else {
    const text = cellText(from, at) ?? "";
    to.offsets[i + 1] = writeUtf8(reserveBytes(to, begin + maxUtf8Length(text)), begin, text);
  }
}

/** Copies the cells at `places[0 … count − 1]` to the first of another vector of the same kind (made by vectorLike). */
export function gatherCells(from: Vector, places: Int32Array, count: number, to: Vector): void {
  to.hasNulls = from.hasNulls;
  for (let i = 0; i < count; i++) putCell(from, places[i] ?? 0, to, i);
}
