import { postgresql } from "../dialects/postgresql.ts";
import { writeHex } from "../vectors/cell-writer.ts";
import { writeAscii } from "../vectors/write-number.ts";
import type { EncodeTarget, Format, TableEncoder } from "./encoder.ts";
import { rowWriter } from "./row-writer.ts";
import { specialBytes, type TextStyle } from "./text-cell.ts";

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const loadStyle: TextStyle = {
  booleans: ["f", "t"],
  quote: "",
  textQuote: "",
  encode: (text) => text.replaceAll(/[\\\n\r\t]/g, (character) => escapes[character] ?? character),
  special: specialBytes("", "\\\n\r\t"),
  mark: 0,
  encodeEmpty: false,
  bytes: (vector, i, view, at) => writeHex(vector, i, view, writeAscii(view, at, "\\\\x")),
  bytesLength: (length) => length * 2 + 3,
  textLength: (length) => length * 2,
};

/** For a script, where nobody else says which cell has what no text of the engine holds. */
export const scriptStyle: TextStyle = {
  ...loadStyle,
  encode(text) {
    postgresql.textLiteral(text);
    return loadStyle.encode(text);
  },
  special: specialBytes("", `\\\n\r\t${postgresql.escaped}`),
};

/** Rows between tabs, a line each. */
export function copyRows(columns: EncodeTarget["columns"], style: TextStyle): TableEncoder["rows"] {
  const last = columns.length - 1;
  const marks = columns.map((_, k) => ({ open: "", close: k === last ? "\n" : "\t", none: "\\N" }));
  return rowWriter(style, { marks, empty: "\n" });
}

/** The rows of PostgreSQL's COPY in text format ("COPY", File Formats): every type has one. */
export const copyText: Format = {
  id: "copy-text",
  label: "Load into PostgreSQL",
  extension: "txt",
  encoder: ({ columns }) => ({
    header: () => undefined,
    rows: copyRows(columns, loadStyle),
    footer: () => undefined,
  }),
};
