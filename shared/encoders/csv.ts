import { z } from "zod";
import { writeHex } from "../vectors/cell-writer.ts";
import { writeAscii } from "../vectors/write-number.ts";
import { append } from "./byte-buffer.ts";
import { defineFormat, type EncodeTarget, type TableEncoder } from "./encoder.ts";
import { rowWriter } from "./row-writer.ts";
import { specialBytes, type TextStyle } from "./text-cell.ts";

const encode = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * RFC 4180 with LF line ends, so that version control shows clean diffs. NULL is an empty field, the empty text is `""`
 * (as PostgreSQL's COPY reads them). Bytes are `\x` and hexadecimal.
 */
const csvStyle = (booleans: readonly [string, string]): TextStyle => ({
  booleans,
  quote: "",
  textQuote: "",
  encode,
  special: specialBytes(',"\n\r', ""),
  mark: 34,
  encodeEmpty: true,
  bytes: (vector, i, view, at) => writeHex(vector, i, view, writeAscii(view, at, "\\x")),
  bytesLength: (length) => length * 2 + 2,
  textLength: (length) => length * 2 + 2,
});
// MySQL and SQLite have no booleans of their own: they read 0 and 1.
const styles = { words: csvStyle(["false", "true"]), digits: csvStyle(["0", "1"]) };

function csvEncoder(target: EncodeTarget): TableEncoder {
  const style = target.dialect === "postgresql" ? styles.words : styles.digits;
  const field = (name: string): string => (/[",\n\r]|^$/.test(name) ? encode(name) : name);
  const last = target.columns.length - 1;
  const marks = target.columns.map((_, k) => ({ open: "", close: k === last ? "\n" : ",", none: "" }));
  return {
    header: (out) => append(out, `${target.columns.map((column) => field(column.name)).join(",")}\n`),
    rows: rowWriter(style, { marks, empty: "\n" }),
    footer: () => undefined,
  };
}

export const csv = defineFormat({
  id: "csv",
  label: "CSV",
  extension: "csv",
  options: z.strictObject({}),
  encoder: csvEncoder,
});
