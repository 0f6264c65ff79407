import {
  newBigintVector,
  newBooleanVector,
  newBytesVector,
  newDateVector,
  newDecimalVector,
  newDictionaryVector,
  newIntegerVector,
  newRealVector,
  newTextVector,
  newTimestampVector,
  newTimeVector,
  reserveBytes,
} from "./new-vector.ts";
import type { Vector } from "./vector.ts";

/** An empty vector of the same kind, for `rows` rows. */
export function vectorLike(vector: Vector, rows: number): Vector {
  switch (vector.kind) {
    case "integer":
      return newIntegerVector(rows);
    case "bigint":
      return newBigintVector(rows);
    case "decimal":
      return newDecimalVector(rows, vector.scale);
    case "real":
      return newRealVector(rows);
    case "boolean":
      return newBooleanVector(rows);
    case "date":
      return newDateVector(rows);
    case "time":
      return newTimeVector(rows, vector.precision);
    case "timestamp":
      return newTimestampVector(rows, vector.precision, vector.zone);
    case "text":
      return newTextVector(rows);
    case "dictionary":
      return newDictionaryVector(rows, vector.dictionary);
    case "bytes":
      return newBytesVector(rows);
  }
}

/** Copies the first `count` cells between vectors of one kind (the target made by {@link vectorLike}). */
export function copyVector(from: Vector, to: Vector, count: number): void {
  to.hasNulls = from.hasNulls;
  if (from.hasNulls) to.nulls.set(from.nulls.subarray(0, count));
  if (from.kind === "dictionary" && to.kind === "dictionary") to.codes.set(from.codes.subarray(0, count));
  else if ((from.kind === "text" || from.kind === "bytes") && (to.kind === "text" || to.kind === "bytes")) {
    to.offsets.set(from.offsets.subarray(0, count + 1));
    const length = from.offsets[count] ?? 0;
    reserveBytes(to, length).set(from.bytes.subarray(0, length));
  } else if (from.kind === "bigint" && to.kind === "bigint") to.values.set(from.values.subarray(0, count));
  else if ("values" in from && "values" in to && from.kind !== "bigint" && to.kind !== "bigint")
    to.values.set(from.values.subarray(0, count));
}
