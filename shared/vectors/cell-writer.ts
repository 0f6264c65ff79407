import type { BytesVector, Vector } from "./vector.ts";
import { writeDate, writeTime, writeTimestamp } from "./write-date.ts";
import { writeAscii, writeDecimal, writeInteger } from "./write-number.ts";

/** Writes cell `i` at `at` and returns the offset behind it. NULL is the caller's. */
export type CellWriter = (i: number, bytes: Uint8Array, at: number) => number;

/** How a format writes what is not the same everywhere. */
export interface CellStyle {
  /** The two words for booleans. */
  readonly booleans: readonly [no: string, yes: string];
  /** What stands around dates and times: a quote in SQL and JSON. */
  readonly quote: string;
}

/** The most bytes a number, date or boolean can take, quotes included. */
export const widestPlainCell = 64;

/** The writer of a vector's cells where they are neither text nor bytes: numbers, dates, times, booleans. */
export function plainWriter(
  vector: Exclude<Vector, { kind: "text" | "dictionary" | "bytes" }>,
  style: CellStyle,
): CellWriter {
  switch (vector.kind) {
    case "integer": {
      const { values } = vector;
      return (i, bytes, at) => writeInteger(bytes, at, values[i] ?? 0);
    }
    case "bigint": {
      const { values } = vector;
      return (i, bytes, at) => writeAscii(bytes, at, (values[i] ?? 0n).toString());
    }
    case "decimal": {
      const { values, scale } = vector;
      return (i, bytes, at) => writeDecimal(bytes, at, values[i] ?? 0, scale);
    }
    case "real": {
      const { values } = vector;
      // ECMAScript's Number::toString is the shortest text that reads back as the same number, on every machine.
      return (i, bytes, at) => writeAscii(bytes, at, String((values[i] ?? 0) + 0));
    }
    case "boolean": {
      const { values } = vector;
      const [no, yes] = style.booleans;
      return (i, bytes, at) => writeAscii(bytes, at, values[i] === 1 ? yes : no);
    }
    case "date": {
      const { values } = vector;
      return quoted(style.quote, (i, bytes, at) => writeDate(bytes, at, values[i] ?? 0));
    }
    case "time": {
      const { values, precision } = vector;
      return quoted(style.quote, (i, bytes, at) => writeTime(bytes, at, values[i] ?? 0, precision));
    }
    case "timestamp": {
      const { values, precision, zone } = vector;
      return quoted(style.quote, (i, bytes, at) => writeTimestamp(bytes, at, values[i] ?? 0, precision, zone));
    }
  }
}

function quoted(quote: string, write: CellWriter): CellWriter {
  if (quote === "") return write;
  const mark = quote.charCodeAt(0);
  return (i, bytes, at) => {
    bytes[at] = mark;
    const end = write(i, bytes, at + 1);
    bytes[end] = mark;
    return end + 1;
  };
}

const hex = "0123456789abcdef";

/** Writes the bytes of cell i as lower-case hexadecimal. */
export function writeHex(vector: BytesVector, i: number, target: Uint8Array, at: number): number {
  const end = vector.offsets[i + 1] ?? 0;
  let p = at;
  for (let k = vector.offsets[i] ?? 0; k < end; k++) {
    const byte = vector.bytes[k] ?? 0;
    target[p++] = hex.charCodeAt(byte >> 4);
    target[p++] = hex.charCodeAt(byte & 15);
  }
  return p;
}
