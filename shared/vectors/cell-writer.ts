import type { BytesVector, Vector } from "./vector.ts";
import { writeDate, writeTime, writeTimestamp } from "./write-date.ts";
import { isSmallWhole, readWhole, wordsOf } from "./whole-numbers.ts";
import { writeAscii, writeDecimal, writeInteger } from "./write-number.ts";

/**
 * Writes cell `i` at `at` and returns the offset behind it; may write {@link writerSlack} bytes beyond. NULL is the caller's.
 */
export type CellWriter = (i: number, view: DataView, at: number) => number;

/** Room to leave behind everything that is written, since writers store whole words. */
export const writerSlack = 64;

/** How a format writes what is not the same everywhere. */
export interface CellStyle {
  /** The two words for booleans. */
  readonly booleans: readonly [no: string, yes: string];
  /** What stands around dates and times: a quote in SQL and JSON. */
  readonly quote: string;
  /** A real number; as ECMAScript writes it where absent. */
  readonly real?: (value: number) => string;
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
      return (i, view, at) => writeInteger(view, at, values[i] ?? 0);
    }
    case "bigint": {
      const { values } = vector;
      const words = wordsOf(vector);
      return (i, view, at) =>
        isSmallWhole(words, i)
          ? writeInteger(view, at, readWhole(words, i))
          : writeAscii(view, at, (values[i] ?? 0n).toString());
    }
    case "decimal": {
      const { values, scale } = vector;
      return (i, view, at) => writeDecimal(view, at, values[i] ?? 0, scale);
    }
    case "real": {
      const { values } = vector;
      // ECMAScript's Number::toString is the shortest text that reads back as the same number, on every machine.
      const text = style.real ?? String;
      return (i, view, at) => writeAscii(view, at, text((values[i] ?? 0) + 0));
    }
    case "boolean": {
      const { values } = vector;
      const [no, yes] = style.booleans;
      return (i, view, at) => writeAscii(view, at, values[i] === 1 ? yes : no);
    }
    case "date": {
      const { values } = vector;
      return quoted(style.quote, (i, view, at) => writeDate(view, at, values[i] ?? 0));
    }
    case "time": {
      const { values, precision } = vector;
      return quoted(style.quote, (i, view, at) => writeTime(view, at, values[i] ?? 0, precision));
    }
    case "timestamp": {
      const { values, precision, zone } = vector;
      return quoted(style.quote, (i, view, at) => writeTimestamp(view, at, values[i] ?? 0, precision, zone));
    }
  }
}

function quoted(quote: string, write: CellWriter): CellWriter {
  if (quote === "") return write;
  const mark = quote.charCodeAt(0);
  return (i, view, at) => {
    view.setUint8(at, mark);
    const end = write(i, view, at + 1);
    view.setUint8(end, mark);
    return end + 1;
  };
}

const hex = "0123456789abcdef";
const hexPairs = Int16Array.from(
  { length: 256 },
  (_, byte) => hex.charCodeAt(byte >> 4) | (hex.charCodeAt(byte & 15) << 8),
);

/** Writes the bytes of cell i as lower-case hexadecimal. */
export function writeHex(vector: BytesVector, i: number, view: DataView, at: number): number {
  const end = vector.offsets[i + 1] ?? 0;
  let p = at;
  for (let k = vector.offsets[i] ?? 0; k < end; k++, p += 2)
    view.setInt16(p, hexPairs[vector.bytes[k] ?? 0] ?? 0, true);
  return p;
}

/**
 * Copies `length` bytes of UTF-8 text in whole words; `from` must have up to seven readable bytes behind it, which its
 * owner's slack gives. Text never has the bits of a NaN, so a float moves it as it is.
 */
export function copyText(source: DataView, from: number, view: DataView, at: number, length: number): number {
  for (let k = 0; k < length; k += 8) view.setFloat64(at + k, source.getFloat64(from + k, true), true);
  return at + length;
}
