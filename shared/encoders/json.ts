import { z } from "zod";
import { writeHex } from "../vectors/cell-writer.ts";
import { writeAscii } from "../vectors/write-number.ts";
import { markOf, writeMark } from "../vectors/mark.ts";
import { SeedloomError } from "../base/errors.ts";
import { parameter } from "../generators/parameter.ts";
import { append } from "./byte-buffer.ts";
import { longestClose } from "./column-writer.ts";
import { telling } from "./unwritable-cell.ts";
import { defineFormat, type EncodeTarget, type TableEncoder } from "./encoder.ts";
import { rowWriter, type RowFrame } from "./row-writer.ts";
import { specialBytes, type TextStyle } from "./text-cell.ts";

const control = String.fromCharCode(...Array.from({ length: 32 }, (_, k) => k));

/** RFC 8259. Integers and decimals are written exactly, with all their digits; bytes are text, `\x` and hexadecimal. */
const jsonStyle: TextStyle = {
  booleans: ["false", "true"],
  quote: '"',
  real: finite,
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

/** A number that is none, or without end, has no form. */
function finite(value: number): string {
  if (Number.isFinite(value)) return String(value);
  throw new SeedloomError("export-blocked", `JSON has no number ${value}.`, "Choose a rule with finite numbers.");
}

/** How deep objects stand, and by how many blanks a level is set in; without blanks an object is one line. */
interface Layout {
  readonly indent: number;
  readonly depth: number;
}

const pad = ({ indent, depth }: Layout, deeper = 0): string => " ".repeat(indent * (depth + deeper));

/** Rows as JSON objects, each with `after` behind it. */
function objectRows(target: EncodeTarget, layout: Layout, after: string, frame?: RowFrame): TableEncoder["rows"] {
  const { columns } = target;
  const [next, colon, end] = layout.indent === 0 ? ["", ":", "}"] : [`\n${pad(layout, 1)}`, ": ", `\n${pad(layout)}}`];
  const fits = end.length + after.length <= longestClose;
  const marks = columns.map((column, k) => ({
    open: `${k === 0 ? "{" : ","}${next}${JSON.stringify(column.name)}${colon}`,
    close: k === columns.length - 1 && fits ? end + after : "",
    none: "null",
  }));
  const around = fits || columns.length === 0 ? frame : closing(end + after, frame);
  return telling(target, () => undefined, rowWriter(jsonStyle, { marks, empty: `{}${after}` }, around));
}

/** What closes an object, where that is too long to stand behind its last cell. */
function closing(end: string, frame: RowFrame | undefined): RowFrame {
  const mark = markOf(end);
  return {
    room: (frame?.room ?? 0) + mark.length,
    before: (row, view, at) => frame?.before(row, view, at) ?? at,
    after: (row, view, at) => writeMark(mark, view, frame?.after(row, view, at) ?? at),
  };
}

/** A line for each object, or the first of its lines, with a comma behind the one before. */
function lines(layout: Layout): RowFrame {
  const [first, next] = [markOf(`\n${pad(layout)}`), markOf(`,\n${pad(layout)}`)];
  return {
    room: next.length,
    before: (row, view, at) => writeMark(row === 0 ? first : next, view, at),
    after: (_row, _view, at) => at,
  };
}

/** An array of objects; `open` and `close` stand around its brackets. */
function arrayEncoder(target: EncodeTarget, layout: Layout, open: string, close: string): TableEncoder {
  const end = target.rowCount === 0 ? "]" : `\n${pad(layout, -1)}]`;
  return {
    header: (out) => append(out, `${open}[`),
    rows: objectRows(target, layout, "", lines(layout)),
    footer: (out) => append(out, end + close),
    // The comma that stands for the row before.
    joint: 1,
  };
}

/** The arrays of several tables in one object, by the table's name. */
function memberEncoder(target: EncodeTarget, indent: number): TableEncoder {
  const { place, table } = target;
  const layout = { indent, depth: 2 };
  const open = `${place?.first === false ? "" : "{\n"}${pad(layout, -1)}${JSON.stringify(table.id)}:${indent === 0 ? "" : " "}`;
  return arrayEncoder(target, layout, open, place?.last === false ? ",\n" : "\n}\n");
}

export const json = defineFormat({
  id: "json",
  label: "JSON",
  extension: "json",
  options: z.strictObject({
    shape: parameter(z.enum(["array", "object"]).default("array"), {
      label: "Shape",
      help: "array: a file a table; object: one file, with an array for each table by its name.",
    }),
    indent: parameter(z.int().min(0).max(8).default(0), {
      label: "Indent",
      unit: "blanks",
      help: "0 writes a row a line, which shows short diffs.",
    }),
  }),
  oneFile: ({ shape }) => shape === "object",
  encoder: (target, { shape, indent }) =>
    shape === "object" ? memberEncoder(target, indent) : arrayEncoder(target, { indent, depth: 1 }, "", "\n"),
});

/** One object a line (JSON Lines). */
export const ndjson = defineFormat({
  id: "ndjson",
  label: "NDJSON",
  extension: "ndjson",
  options: z.strictObject({}),
  encoder: (target) => ({
    header: () => undefined,
    rows: objectRows(target, { indent: 0, depth: 0 }, "\n"),
    footer: () => undefined,
  }),
});
