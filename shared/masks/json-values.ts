import { dayMilliseconds, formatIsoDate, formatIsoTime, parseIsoDate, parseIsoTime } from "../base/calendar.ts";
import type { ValueType } from "../schema/value-type.ts";
import { cellText } from "../vectors/cells.ts";
import {
  newBigintVector,
  newDateVector,
  newRealVector,
  newTextVector,
  newTimestampVector,
} from "../vectors/new-vector.ts";
import type { Vector } from "../vectors/vector.ts";
import { writeText } from "./text-mask.ts";

/** What masks may see a plain value of a document as. */
export const valueKinds = {
  text: { kind: "text" },
  integer: { kind: "integer", bits: 64 },
  decimal: { kind: "decimal" },
  date: { kind: "date" },
  timestamp: { kind: "timestamp" },
} as const satisfies Readonly<Record<string, ValueType>>;
export type ValueKind = keyof typeof valueKinds;

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const timestamp = /^(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)$/;

/** The text of a plain value: of a string what it says, else as it stands. */
export const plainText = (json: string): string => (json.startsWith('"') ? String(JSON.parse(json)) : json);

/** As what a value may be masked, best first: a string is a text before all, a number is a number. */
export function kindsOf(json: string): readonly ValueKind[] {
  const text = plainText(json);
  const numbers: readonly ValueKind[] = number.test(text) ? (isWhole(text) ? ["integer", "decimal"] : ["decimal"]) : [];
  if (!json.startsWith('"')) return [...numbers, "text"];
  if (parseIsoDate(text) !== undefined) return ["text", "date"];
  if (timestamp.test(text)) return ["text", "timestamp"];
  return ["text", ...numbers];
}

const isWhole = (text: string): boolean =>
  /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);

/** A vector for values of a kind, and what puts the next one there: `i` rises from 0. */
export function valueVector(
  kind: ValueKind,
  rows: number,
): { readonly vector: Vector; readonly put: (i: number, text: string) => void } {
  switch (kind) {
    case "text": {
      const vector = newTextVector(rows);
      return { vector, put: (i, text) => writeText(vector, i, text) };
    }
    case "integer": {
      const vector = newBigintVector(rows);
      return { vector, put: (i, text) => void (vector.values[i] = BigInt(text)) };
    }
    case "decimal": {
      const vector = newRealVector(rows);
      return { vector, put: (i, text) => void (vector.values[i] = Number(text)) };
    }
    case "date": {
      const vector = newDateVector(rows);
      return { vector, put: (i, text) => void (vector.values[i] = parseIsoDate(text) ?? 0) };
    }
    case "timestamp": {
      const vector = newTimestampVector(rows, 3, false);
      return { vector, put: (i, text) => void (vector.values[i] = localTime(text)) };
    }
  }
}

/** Milliseconds of what a timestamp's clock says, whatever its zone. */
function localTime(text: string): number {
  const [, date = "", , time = ""] = timestamp.exec(text) ?? [];
  return (parseIsoDate(date) ?? 0) * dayMilliseconds + (parseIsoTime(time) ?? 0);
}

/** A masked cell as JSON: a number where a number stood and the mask makes numbers, a date in the form that it had. */
export function jsonOf(out: Vector, i: number, json: string): string {
  const cell = cellText(out, i);
  if (cell === null) return "null";
  switch (out.kind) {
    case "integer":
    case "bigint":
    case "decimal":
    case "real":
      return json.startsWith('"') ? JSON.stringify(cell) : cell;
    case "timestamp":
      return JSON.stringify(timestampLike(plainText(json), out.values[i] ?? 0));
    default:
      return JSON.stringify(cell);
  }
}

/** In the form of the old one: its sign between date and time, its zone, and its fraction where the time is the same. */
function timestampLike(before: string, milliseconds: number): string {
  const [, , apart = " ", time = "", zone = ""] = timestamp.exec(before) ?? [];
  const days = Math.floor(milliseconds / dayMilliseconds);
  const clock = milliseconds - days * dayMilliseconds;
  const same = clock === (parseIsoTime(time) ?? 0);
  return `${formatIsoDate(days)}${apart}${same ? time : formatIsoTime(clock, 0)}${zone}`;
}
