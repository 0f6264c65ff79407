import { z } from "zod";
import { parameter } from "../generators/parameter.ts";

/** A text that no number, date, truth value or bytes are written as. */
const nullText = z
  .string()
  .max(20)
  .refine((text) => !/["\r\n]/.test(text), "it has a quote or a line end")
  .refine(
    (text) => !/^[-+.\d]|^(true|false|NaN|Infinity|\\x[\da-f]*)$/.test(text),
    "it could be a value: NULL would read as one",
  );

export const csvOptions = z.strictObject({
  delimiter: parameter(z.enum([",", ";", "tab", "|"]).default(","), {
    label: "Delimiter",
    names: { ",": "Comma", ";": "Semicolon", tab: "Tab", "|": "Bar" },
    help: "What stands between two values.",
  }),
  quote: parameter(z.enum(["minimal", "non-numeric", "all"]).default("minimal"), {
    label: "Quotes",
    names: { minimal: "Where needed", "non-numeric": "Around all but numbers", all: "Around every value" },
    help: "minimal: only where a reader needs them; non-numeric: around all but numbers; all: around every value. NULL never has any.",
  }),
  null: parameter(nullText.default(""), {
    label: "NULL",
    help: "What stands for NULL, without quotes. The same text as a value stands in quotes.",
  }),
  header: parameter(z.boolean().default(true), {
    label: "Column names in the first line",
    help: "Off: the first line is the first row.",
  }),
  "line-ends": parameter(z.enum(["lf", "crlf"]).default("lf"), {
    label: "Line ends",
    names: { lf: "LF", crlf: "CR LF" },
    help: "lf shows clean diffs; crlf is what RFC 4180 says.",
  }),
  bom: parameter(z.boolean().default(false), {
    label: "Byte order mark",
    help: "Excel then reads the file as UTF-8.",
  }),
  formulas: parameter(z.enum(["keep", "guard"]).default("keep"), {
    label: "Formulas",
    names: { keep: "Keep", guard: "Guard" },
    help: "guard: a text that a spreadsheet would run (=, +, -, @, tab or CR in front) gets an apostrophe before it.",
  }),
});
export type CsvOptions = z.output<typeof csvOptions>;
