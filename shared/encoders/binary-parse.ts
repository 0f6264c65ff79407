import { dayMilliseconds, parseIsoDate, parseIsoTime, parseIsoTimestamp } from "../base/calendar.ts";
import { SeedloomError } from "../base/errors.ts";
import { encodeUtf8 } from "../base/utf8.ts";
import { cellText } from "../vectors/cells.ts";
import type { Vector } from "../vectors/vector.ts";
import type { BinaryColumn } from "./binary-column.ts";
import { numericOfText } from "./binary-numeric.ts";
import type { BinaryType } from "./binary-type.ts";

/**
 * The writer of a column whose cells are of another kind than its type: each is read from its text. For rules that write
 * text into dates and the like, which are few; a cell that is none throws a SeedloomError.
 */
export function parsedColumn(vector: Vector, type: BinaryType, column: string): BinaryColumn {
  let cells: readonly (Uint8Array | null)[] = [];
  return {
    measure(from, to, lengths) {
      cells = Array.from({ length: to - from }, (_, k) => {
        const text = cellText(vector, from + k);
        return text === null ? null : readCell(text, type, column);
      });
      for (const [k, cell] of cells.entries()) lengths[k] = (lengths[k] ?? 0) + 4 + (cell?.length ?? 0);
    },
    append(_from, _to, view, ends) {
      for (const [k, cell] of cells.entries()) {
        const at = ends[k] ?? 0;
        view.setInt32(at, cell === null ? -1 : cell.length);
        cell?.forEach((byte, b) => view.setUint8(at + 4 + b, byte));
        ends[k] = at + 4 + (cell?.length ?? 0);
      }
    },
  };
}

/** The bytes of one value, read from its text. Throws a SeedloomError where the text is none. */
export function readCell(text: string, type: BinaryType, column: string): Uint8Array {
  const bytes = bytesOf(text, type);
  if (bytes === undefined) throw misfit(text, type, column);
  return bytes;
}

/** The error that a value does not fit its column. */
export function misfit(text: string, type: BinaryType, column: string): SeedloomError {
  const shown = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return new SeedloomError(
    "load-failed",
    `${JSON.stringify(shown)} is no value of type ${type}, which the column ${column} has.`,
    "Choose a rule that gives values of the column's type.",
  );
}

const sized = (length: number, put: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(length);
  put(new DataView(bytes.buffer));
  return bytes;
};

function bytesOf(text: string, type: BinaryType): Uint8Array | undefined {
  switch (type) {
    case "int2":
    case "int4":
    case "int8":
      return wholeNumber(text, type);
    case "float4":
    case "float8": {
      const number = text.trim() === "" ? Number.NaN : Number(text);
      if (Number.isNaN(number)) return undefined;
      return type === "float4"
        ? sized(4, (view) => view.setFloat32(0, number))
        : sized(8, (view) => view.setFloat64(0, number));
    }
    case "numeric":
      return numericOfText(text);
    case "bool":
      return /^(?:t|true|1|y|yes|on)$/i.test(text)
        ? Uint8Array.of(1)
        : /^(?:f|false|0|n|no|off)$/i.test(text)
          ? Uint8Array.of(0)
          : undefined;
    case "text":
      return encodeUtf8(text);
    case "jsonb":
      return Uint8Array.of(1, ...encodeUtf8(text));
    case "bytea":
      return /^\\x(?:[\da-f]{2})*$/i.test(text) ? hexadecimal(text.slice(2)) : encodeUtf8(text);
    case "uuid": {
      const digits = text.replaceAll(/[-{}]/g, "");
      return /^[\da-f]{32}$/i.test(digits) ? hexadecimal(digits) : undefined;
    }
    case "date": {
      const days = parseIsoDate(text) ?? dayOf(parseIsoTimestamp(text));
      return days === undefined ? undefined : sized(4, (view) => view.setInt32(0, days - 10_957));
    }
    case "time": {
      const time = parseIsoTime(text);
      return time === undefined ? undefined : microseconds(BigInt(time), text);
    }
    case "timestamp": {
      const time = parseIsoTimestamp(text);
      return time === undefined ? undefined : microseconds(BigInt(time - 10_957 * dayMilliseconds), text);
    }
  }
}

const dayOf = (time: number | undefined): number | undefined =>
  time === undefined ? undefined : Math.floor(time / dayMilliseconds);

/** Microseconds of milliseconds, and of what the text has beyond them. */
function microseconds(milliseconds: bigint, text: string): Uint8Array {
  const beyond = /\.\d{3}(\d{1,3})/.exec(text)?.[1]?.padEnd(3, "0") ?? "0";
  return sized(8, (view) => view.setBigInt64(0, milliseconds * 1000n + BigInt(beyond)));
}

function wholeNumber(text: string, type: "int2" | "int4" | "int8"): Uint8Array | undefined {
  const digits = /^\s*([+-]?\d+)(?:\.0*)?\s*$/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const value = BigInt(digits);
  const bits = { int2: 16, int4: 32, int8: 64 }[type];
  if (BigInt.asIntN(bits, value) !== value) return undefined;
  return sized(bits / 8, (view) =>
    type === "int2"
      ? view.setInt16(0, Number(value))
      : type === "int4"
        ? view.setInt32(0, Number(value))
        : view.setBigInt64(0, value),
  );
}

const hexadecimal = (digits: string): Uint8Array =>
  Uint8Array.from({ length: digits.length >> 1 }, (_, k) => Number.parseInt(digits.slice(k * 2, k * 2 + 2), 16));
