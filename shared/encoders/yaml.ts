import { z } from "zod";
import { writeHex } from "../vectors/cell-writer.ts";
import { writeAscii } from "../vectors/write-number.ts";
import { append } from "./byte-buffer.ts";
import { defineFormat, type EncodeTarget, type TableEncoder } from "./encoder.ts";
import { filesOption } from "./files-option.ts";
import { rowWriter } from "./row-writer.ts";
import type { TextStyle } from "./text-cell.ts";

/** Words that YAML 1.1 reads as a boolean or as null, in any case: the country code of Norway is one of them. */
const typed = /^(y|n|yes|no|on|off|true|false|null)$/i;
/** Begins with a letter, so that it is no number, date or time of any version, and has no mark that YAML has a use for. */
const plain = /^\p{L}(?:[\p{L}\p{N} _./@+-]*[\p{L}\p{N}_./@+-])?$/u;
const unprintable = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A text as a YAML scalar that reads as that text in YAML 1.1 and 1.2, whatever the reader's schema. */
function yamlText(given: string): string {
  const text = given.toWellFormed();
  if (plain.test(text) && !typed.test(text)) return text;
  if (!unprintable.test(text) && /["\\]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replaceAll(new RegExp(unprintable, "g"), escaped);
}

/** YAML 1.1 has no float without a dot, and names of its own for what is no number. */
function yamlReal(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  return String(value).replace(/^(-?\d+)e/, "$1.0e");
}

const yamlStyle: TextStyle = {
  booleans: ["false", "true"],
  quote: '"',
  real: yamlReal,
  textQuote: "",
  encode: yamlText,
  // Which words need quotes is a matter of the whole text.
  special: new Uint8Array(256).fill(2),
  ignoresClean: true,
  mark: 34,
  encodeEmpty: true,
  bytes: (vector, i, view, at) => writeAscii(view, writeHex(vector, i, view, writeAscii(view, at, "'\\x")), "'"),
  bytesLength: (length) => length * 2 + 4,
  textLength: (length) => length * 6 + 2,
};

/** Fixtures: a list of mappings, one a row; under their table's name where a file has several tables. */
function yamlEncoder(target: EncodeTarget, files: "each" | "one"): TableEncoder {
  const indent = files === "one" ? "  " : "";
  const marks = target.columns.map(({ name }, k) => ({
    open: `${indent}${k === 0 ? "- " : "  "}${yamlText(name)}: `,
    close: "\n",
    none: "null",
  }));
  const none = target.rowCount === 0;
  return {
    header(out) {
      if (files === "one") append(out, `${yamlText(target.table.id)}:${none ? " []" : ""}\n`);
      else if (none) append(out, "[]\n");
    },
    rows: rowWriter(yamlStyle, { marks, empty: `${indent}- {}\n` }),
    footer: () => undefined,
  };
}

export const yaml = defineFormat({
  id: "yaml",
  label: "YAML",
  extension: "yaml",
  options: z.strictObject({ files: filesOption("each") }),
  oneFile: ({ files }) => files === "one",
  encoder: (target, { files }) => yamlEncoder(target, files),
});
