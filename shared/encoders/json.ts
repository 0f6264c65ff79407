import { z } from "zod";
import { writeHex } from "../vectors/cell-writer.ts";
import { writeAscii } from "../vectors/write-number.ts";
import { markOf, writeMark } from "../vectors/mark.ts";
import { append } from "./byte-buffer.ts";
import { defineFormat, type EncodeTarget, type TableEncoder } from "./encoder.ts";
import { rowWriter, type RowFrame } from "./row-writer.ts";
import { specialBytes, type TextStyle } from "./text-cell.ts";

const control = String.fromCharCode(...Array.from({ length: 32 }, (_, k) => k));

/** RFC 8259. Integers and decimals are written exactly, with all their digits; bytes are text, `\x` and hexadecimal. */
const jsonStyle: TextStyle = {
  booleans: ["false", "true"],
  quote: '"',
  textQuote: '"',
  encode: (text) => JSON.stringify(text),
  special: specialBytes("", `"\\${control}`),
  mark: 34,
  encodeEmpty: false,
  bytes(vector, i, view, at) {
    const p = writeHex(vector, i, view, writeAscii(view, at, '"\\\\x'));
    view.setUint8(p, 34);
    return p + 1;
  },
  bytesLength: (length) => length * 2 + 5,
  // A control character takes six bytes.
  textLength: (length) => length * 6 + 2,
};

/** Rows as JSON objects, each with `after` behind it. */
function objectRows({ columns }: EncodeTarget, after: string, frame?: RowFrame): TableEncoder["rows"] {
  const marks = columns.map((column, k) => ({
    open: `${k === 0 ? "{" : ","}${JSON.stringify(column.name)}:`,
    close: k === columns.length - 1 ? `}${after}` : "",
    none: "null",
  }));
  return rowWriter(jsonStyle, { marks, empty: `{}${after}` }, frame);
}

const firstLine = markOf("\n");
const nextLine = markOf(",\n");
const lines: RowFrame = {
  room: nextLine.length,
  before: (row, view, at) => writeMark(row === 0 ? firstLine : nextLine, view, at),
  after: (_row, _view, at) => at,
};

/** An array of objects, one a line. */
export const json = defineFormat({
  id: "json",
  label: "JSON",
  extension: "json",
  options: z.strictObject({}),
  encoder: (target) => ({
    header: (out) => append(out, "["),
    rows: objectRows(target, "", lines),
    footer: (out) => append(out, target.rowCount === 0 ? "]\n" : "\n]\n"),
  }),
});

/** One object a line (JSON Lines). */
export const ndjson = defineFormat({
  id: "ndjson",
  label: "NDJSON",
  extension: "ndjson",
  options: z.strictObject({}),
  encoder: (target) => ({
    header: () => undefined,
    rows: objectRows(target, "\n"),
    footer: () => undefined,
  }),
});
