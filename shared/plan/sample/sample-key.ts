import { childStream, unit53At, type Stream } from "../../random/stream.ts";
import type { ColumnModel } from "../../schema/schema-model.ts";
import type { Cell } from "../../vectors/vector.ts";

/** What tells rows apart in memory: a whole number where the key is one, else a text. */
export type RowKey = number | string;

/**
 * Compares cells of a key as engines do: the forms that drivers and engines give one value (1, 1.0, "1.00", letters that a
 * column does not tell apart) are one key. `columns` are those of the table that is referred to. Undefined where a cell is
 * NULL, which refers to nothing.
 */
export function keyReader(columns: readonly ColumnModel[]): (cells: readonly Cell[]) => RowKey | undefined {
  const readers = columns.map(cellReader);
  const [only] = readers;
  if (readers.length === 1 && only !== undefined) {
    return ([cell]) => (cell === null || cell === undefined ? undefined : only(cell));
  }
  return (cells) => {
    let key = "";
    for (const [k, read] of readers.entries()) {
      const cell = cells[k];
      if (cell === null || cell === undefined) return undefined;
      const text = String(read(cell));
      key += `${text.length}:${text}`;
    }
    return key;
  };
}

type Plain = Exclude<Cell, null>;

function cellReader({ valueType: { kind }, caseInsensitive, accentInsensitive }: ColumnModel): (cell: Plain) => RowKey {
  const numeric = kind === "integer" || kind === "decimal" || kind === "real" || kind === "boolean";
  return (cell) => {
    if (typeof cell === "number") return cell === 0 ? 0 : Number.isSafeInteger(cell) ? cell : String(cell);
    if (typeof cell === "boolean") return cell ? 1 : 0;
    if (typeof cell === "bigint") return whole(String(cell));
    if (typeof cell !== "string") return Array.from(cell, (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (numeric) return number(cell);
    let text = kind === "uuid" || caseInsensitive === true ? cell.toLowerCase() : cell;
    if (accentInsensitive === true) text = text.normalize("NFD").replaceAll(/\p{M}/gu, "");
    return text;
  };
}

/** A number's text in one form: -1.50 and -01.5 are one. A text that is none stays as it is. */
function number(text: string): RowKey {
  const [, sign, before, after] = /^([+-]?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(text.trim()) ?? [];
  if (before === undefined) return text;
  const digits = after === undefined || after === "" ? before : `${before}.${after}`;
  return whole(sign === "-" && digits !== "0" ? `-${digits}` : digits);
}

const whole = (digits: string): RowKey => {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : digits;
};

/** Orders keys the same way on every machine and engine: numbers by size, before texts by their code units. */
export function compareKeys(a: RowKey, b: RowKey): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
  return typeof a === "number" ? -1 : 1;
}

/** A number in [0, 1) for a key, by which a share of a table is drawn: the same on every engine. */
export function drawOf(stream: Stream, key: RowKey): number {
  return typeof key === "number" && key >= 0 ? unit53At(stream, key) : unit53At(childStream(stream, String(key)), 0);
}
