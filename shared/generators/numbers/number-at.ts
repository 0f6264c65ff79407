import { dayMilliseconds, parseIsoTimestamp } from "../../base/calendar.ts";
import { decodeUtf8 } from "../../base/utf8.ts";
import type { Vector } from "../../vectors/vector.ts";

/** A cell as a number: milliseconds for dates and texts that are dates, the number itself otherwise; NaN where it is neither. */
export function numberAt(vector: Vector, i: number): number {
  switch (vector.kind) {
    case "date":
      return (vector.values[i] ?? 0) * dayMilliseconds;
    case "decimal":
      return (vector.values[i] ?? 0) / 10 ** vector.scale;
    case "bigint":
      return Number(vector.values[i] ?? 0n);
    case "text":
      return fromText(decodeUtf8(vector.bytes, vector.offsets[i] ?? 0, vector.offsets[i + 1] ?? 0));
    case "dictionary":
      return fromText(vector.dictionary.texts[vector.codes[i] ?? 0] ?? "");
    case "bytes":
      return Number.NaN;
    case "boolean":
    case "integer":
    case "real":
    case "time":
    case "timestamp":
      return vector.values[i] ?? 0;
  }
}

function fromText(text: string): number {
  const moment = parseIsoTimestamp(text);
  return moment ?? (text === "" ? Number.NaN : Number(text));
}
