import { encodeUtf8 } from "../base/utf8.ts";
import { writeHex } from "../vectors/cell-writer.ts";
import { writeAscii } from "../vectors/write-number.ts";
import { append, reserveView, writeBytes } from "./byte-buffer.ts";
import type { EncodeTarget, Format, TableEncoder } from "./encoder.ts";
import { batchWriters, nullMarks, specialBytes, type TextStyle } from "./text-cell.ts";

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

interface RowMarks {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/** Rows as JSON objects, each behind its mark: which one follows from the row's number alone. */
function objectRows(target: EncodeTarget, marks: RowMarks): TableEncoder["rows"] {
  const names = target.columns.map((column, k) => encodeUtf8(`${k === 0 ? "{" : ","}${JSON.stringify(column.name)}:`));
  const first = encodeUtf8(marks.before);
  const next = encodeUtf8(marks.between);
  const last = encodeUtf8(marks.after);
  const overhead = names.reduce((sum, name) => sum + name.length + 4, next.length + first.length + last.length + 2);
  const writersOf = batchWriters(jsonStyle);
  return (batch, out) => {
    const { vectors, count } = batch;
    const { writes, room } = writersOf(vectors);
    const nulls = nullMarks(vectors);
    const view = reserveView(out, room(count) + count * overhead);
    let p = out.length;
    for (let i = 0; i < count; i++) {
      p = writeBytes(view, p, batch.start + i === 0 ? first : next);
      if (vectors.length === 0) view.setUint8(p++, 123);
      for (let k = 0; k < vectors.length; k++) {
        p = writeBytes(view, p, names[k] ?? first);
        if (nulls[k]?.[i] === 1) p = writeAscii(view, p, "null");
        else p = writes[k]?.(i, view, p) ?? p;
      }
      view.setUint8(p++, 125);
      p = writeBytes(view, p, last);
    }
    out.length = p;
  };
}

/** An array of objects, one a line. */
export const json: Format = {
  id: "json",
  label: "JSON",
  extension: "json",
  encoder: (target) => ({
    header: (out) => append(out, "["),
    rows: objectRows(target, { before: "\n", between: ",\n", after: "" }),
    footer: (out) => append(out, target.rowCount === 0 ? "]\n" : "\n]\n"),
  }),
};

/** One object a line (JSON Lines). */
export const ndjson: Format = {
  id: "ndjson",
  label: "NDJSON",
  extension: "ndjson",
  encoder: (target) => ({
    header: () => undefined,
    rows: objectRows(target, { before: "", between: "", after: "\n" }),
    footer: () => undefined,
  }),
};
