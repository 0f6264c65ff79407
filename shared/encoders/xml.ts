import { z } from "zod";
import type { Batch } from "../batches/batch.ts";
import { parameter } from "../generators/parameter.ts";
import { markOf, writeMark } from "../vectors/mark.ts";
import type { BytesVector } from "../vectors/vector.ts";
import { append } from "./byte-buffer.ts";
import { defineFormat, type ByteBuffer, type EncodeTarget, type TableEncoder } from "./encoder.ts";
import { filesOption } from "./files-option.ts";
import { rowWriter, type RowFrame } from "./row-writer.ts";
import { specialBytes, type TextStyle } from "./text-cell.ts";
import { textGuard } from "./unwritable-cell.ts";
import { controls, unwritableInXml, xmlName, xmlText } from "./xml-text.ts";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** RFC 4648: bytes as DbUnit reads them. */
function writeBase64({ bytes, offsets }: BytesVector, i: number, view: DataView, at: number): number {
  const end = offsets[i + 1] ?? 0;
  let p = at;
  for (let k = offsets[i] ?? 0; k < end; k += 3) {
    const word =
      ((bytes[k] ?? 0) << 16) |
      ((k + 1 < end ? (bytes[k + 1] ?? 0) : 0) << 8) |
      (k + 2 < end ? (bytes[k + 2] ?? 0) : 0);
    view.setUint8(p++, digits.charCodeAt(word >> 18));
    view.setUint8(p++, digits.charCodeAt((word >> 12) & 63));
    view.setUint8(p++, k + 1 < end ? digits.charCodeAt((word >> 6) & 63) : 61);
    view.setUint8(p++, k + 2 < end ? digits.charCodeAt(word & 63) : 61);
  }
  return p;
}

const xmlStyle: TextStyle = {
  booleans: ["false", "true"],
  quote: "",
  textQuote: "",
  encode: xmlText,
  special: specialBytes("", `&<>"${controls}`),
  ignoresClean: true,
  mark: 34,
  encodeEmpty: false,
  bytes: writeBase64,
  bytesLength: (length) => Math.ceil(length / 3) * 4,
  textLength: (length) => length * 6,
};

/** An element a row, between what opens and what closes it. */
function elements(name: string): RowFrame {
  const [open, close] = [markOf(`  <${name}`), markOf("/>\n")];
  return {
    room: open.length + close.length,
    before: (_row, view, at) => writeMark(open, view, at),
    after: (_row, view, at) => writeMark(close, view, at),
  };
}

const marker = "[NULL]";

const unwritableBesideMarker = (text: string): string | undefined =>
  text === marker ? `is the text ${marker}, which would be read as NULL` : unwritableInXml(text);

const checkOf = (nulls: "absent" | "marker") => (nulls === "marker" ? unwritableBesideMarker : unwritableInXml);

/** A flat data set as DbUnit reads it: an element a row, an attribute a column. */
function xmlEncoder(target: EncodeTarget, nulls: "absent" | "marker"): TableEncoder {
  const { table, columns, place } = target;
  const name = xmlName(table.id);
  const marks = columns.map((column) => ({
    open: ` ${xmlName(column.name)}="`,
    close: '"',
    none: nulls === "marker" ? marker : null,
  }));
  const write = rowWriter(xmlStyle, { marks, empty: "" }, elements(name));
  const guard = textGuard(target, specialBytes(`${controls}\u00EF[`, ""), Infinity, checkOf(nulls));
  return {
    header(out) {
      if (place?.first !== false) append(out, '<?xml version="1.0" encoding="UTF-8"?>\n<dataset>\n');
      // An element without attributes is how an empty table is told from one that is not meant.
      if (target.rowCount === 0) append(out, `  <${name}/>\n`);
    },
    rows(batch: Batch, out: ByteBuffer) {
      guard(batch);
      write(batch, out);
    },
    footer(out) {
      if (place?.last !== false) append(out, "</dataset>\n");
    },
  };
}

export const xml = defineFormat({
  id: "xml",
  label: "XML (DbUnit)",
  extension: "xml",
  options: z.strictObject({
    nulls: parameter(z.enum(["absent", "marker"]).default("absent"), {
      label: "NULL",
      names: { absent: "Left out", marker: "[NULL]" },
      help: "absent: the attribute is left out (read with column sensing); marker: the text [NULL], for a ReplacementDataSet.",
    }),
    files: filesOption("each"),
  }),
  oneFile: ({ files }) => files === "one",
  unwritable: (_target, { nulls }) => checkOf(nulls),
  encoder: (target, { nulls }) => xmlEncoder(target, nulls),
});
