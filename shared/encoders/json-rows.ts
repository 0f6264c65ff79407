import { SeedloomError } from "../base/errors.ts";
import { writeHex } from "../vectors/cell-writer.ts";
import { markOf, writeMark } from "../vectors/mark.ts";
import { writeAscii } from "../vectors/write-number.ts";
import { longestClose, type CellMarks } from "./column-writer.ts";
import type { EncodeTarget, TableEncoder } from "./encoder.ts";
import { rowWriter, type RowFrame } from "./row-writer.ts";
import { specialBytes, type TextStyle } from "./text-cell.ts";
import { telling } from "./unwritable-cell.ts";

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
export interface Layout {
  readonly indent: number;
  readonly depth: number;
}

export const pad = ({ indent, depth }: Layout, deeper = 0): string => " ".repeat(indent * (depth + deeper));

/** What closes an object. */
export const closeOf = (layout: Layout): string => (layout.indent === 0 ? "}" : `\n${pad(layout)}}`);

function openMarks(columns: EncodeTarget["columns"], layout: Layout): readonly CellMarks[] {
  const [next, colon] = layout.indent === 0 ? ["", ":"] : [`\n${pad(layout, 1)}`, ": "];
  return columns.map((column, k) => ({
    open: `${k === 0 ? "{" : ","}${next}${JSON.stringify(column.name)}${colon}`,
    close: "",
    none: "null",
  }));
}

/** Rows as JSON objects that are not closed yet. */
export const openRows = (target: EncodeTarget, layout: Layout, frame: RowFrame): TableEncoder["rows"] =>
  telling(
    target,
    () => undefined,
    rowWriter(jsonStyle, { marks: openMarks(target.columns, layout), empty: "{" }, frame),
  );

/** Rows as JSON objects, each with `after` behind it. */
export function objectRows(
  target: EncodeTarget,
  layout: Layout,
  after: string,
  frame?: RowFrame,
): TableEncoder["rows"] {
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
export function lines(layout: Layout): RowFrame {
  const [first, next] = [markOf(`\n${pad(layout)}`), markOf(`,\n${pad(layout)}`)];
  return {
    room: next.length,
    before: (row, view, at) => writeMark(row === 0 ? first : next, view, at),
    after: (_row, _view, at) => at,
  };
}
