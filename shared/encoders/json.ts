import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { append } from "./byte-buffer.ts";
import { defineFormat, type EncodeTarget, type TableEncoder } from "./encoder.ts";
import { nestedRows } from "./json-nested.ts";
import { lines, objectRows, pad, type Layout } from "./json-rows.ts";

/** An array of objects; `open` and `close` stand around its brackets. */
function arrayEncoder(
  target: EncodeTarget,
  layout: Layout,
  open: string,
  close: string,
  rows: TableEncoder["rows"] = objectRows(target, layout, "", lines(layout)),
): TableEncoder {
  const end = target.rowCount === 0 ? "]" : `\n${pad(layout, -1)}]`;
  return {
    header: (out) => append(out, `${open}[`),
    rows,
    footer: (out) => append(out, end + close),
    // The comma that stands for the row before.
    joint: 1,
  };
}

/** Of a table whose rows stand within those of another. */
const silence: TableEncoder = {
  header: () => undefined,
  rows: () => undefined,
  footer: () => undefined,
  silent: true,
};

/** The arrays of several tables in one object, by the table's name. */
function memberEncoder(target: EncodeTarget, indent: number, keys: "keep" | "drop"): TableEncoder {
  const { place, table, owned, within } = target;
  const layout = { indent, depth: 2 };
  if (within === true) return silence;
  const open = `${place?.first === false ? "" : "{\n"}${pad(layout, -1)}${JSON.stringify(table.id)}:${indent === 0 ? "" : " "}`;
  const close = place?.last === false ? ",\n" : "\n}\n";
  const rows = owned === undefined || owned.length === 0 ? undefined : nestedRows(target, owned, layout, keys);
  return arrayEncoder(target, layout, open, close, rows);
}

export const json = defineFormat({
  id: "json",
  label: "JSON",
  extension: "json",
  options: z.strictObject({
    shape: parameter(z.enum(["array", "object", "nested"]).default("array"), {
      label: "Shape",
      names: { array: "Array", object: "Tables", nested: "Nested" },
      help: "array: a file a table; object: one file, with an array for each table by its name; nested: rows stand within those that own them.",
    }),
    indent: parameter(z.int().min(0).max(8).default(0), {
      label: "Indent",
      unit: "blanks",
      help: "0 writes a row a line, which shows short diffs.",
    }),
    depth: parameter(z.int().min(1).max(9).default(9), {
      label: "Nested levels",
      help: "Of nested rows: those deeper down have an array of their own.",
    }),
    keys: parameter(z.enum(["keep", "drop"]).default("keep"), {
      label: "Keys of nested rows",
      names: { keep: "Keep", drop: "Leave out" },
      help: "drop: the columns that refer to the row around them are left out.",
    }),
  }),
  oneFile: ({ shape }) => shape !== "array",
  nests: ({ shape, depth }) => (shape === "nested" ? depth : 0),
  encoder: (target, { shape, indent, keys }) =>
    shape !== "array" ? memberEncoder(target, indent, keys) : arrayEncoder(target, { indent, depth: 1 }, "", "\n"),
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
