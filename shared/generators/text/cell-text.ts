import { formatIsoDate, formatIsoTime, formatIsoTimestamp } from "../../base/calendar.ts";
import { decodeUtf8 } from "../../base/utf8.ts";
import type { Vector } from "../../vectors/vector.ts";
import { putByte, putDigits, putEntry, putSlice, putText, type TextSink } from "./text-sink.ts";

/** A scaled integer in decimal notation: 1050 of scale 2 is 10.50. */
export function formatScaled(value: number, scale: number): string {
  const digits = BigInt(Math.abs(value))
    .toString()
    .padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return value < 0 ? `-${text}` : text;
}

/** A cell in its canonical text; "" where it is NULL. */
export function cellText(vector: Vector, i: number): string {
  if (vector.hasNulls && vector.nulls[i] === 1) return "";
  switch (vector.kind) {
    case "integer":
    case "real":
      return String(vector.values[i] ?? 0);
    case "bigint":
      return String(vector.values[i] ?? 0n);
    case "decimal":
      return formatScaled(vector.values[i] ?? 0, vector.scale);
    case "boolean":
      return vector.values[i] === 1 ? "true" : "false";
    case "date":
      return formatIsoDate(vector.values[i] ?? 0);
    case "time":
      return formatIsoTime(vector.values[i] ?? 0, vector.precision);
    case "timestamp":
      return formatIsoTimestamp(vector.values[i] ?? 0, vector.precision);
    case "text":
      return decodeUtf8(vector.bytes, vector.offsets[i] ?? 0, vector.offsets[i + 1] ?? 0);
    case "dictionary":
      return vector.dictionary.texts[vector.codes[i] ?? 0] ?? "";
    case "bytes": {
      let hex = "";
      for (let k = vector.offsets[i] ?? 0; k < (vector.offsets[i + 1] ?? 0); k++) {
        hex += (vector.bytes[k] ?? 0).toString(16).padStart(2, "0");
      }
      return hex;
    }
  }
}

/** Appends a cell's canonical text, without making a string where the cell is text or a whole number. */
export function putCell(sink: TextSink, vector: Vector, i: number): void {
  if (vector.hasNulls && vector.nulls[i] === 1) return;
  if (vector.kind === "text") {
    const from = vector.offsets[i] ?? 0;
    putSlice(sink, vector.bytes, from, (vector.offsets[i + 1] ?? 0) - from);
  } else if (vector.kind === "dictionary") {
    putEntry(sink, vector.dictionary, vector.codes[i] ?? 0);
  } else if (vector.kind === "integer") {
    const value = vector.values[i] ?? 0;
    if (value < 0) putByte(sink, 45);
    putDigits(sink, Math.abs(value));
  } else {
    putText(sink, cellText(vector, i));
  }
}
