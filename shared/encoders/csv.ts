import { SeedloomError } from "../base/errors.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import { append } from "./byte-buffer.ts";
import type { CellMarks } from "./column-writer.ts";
import { csvOptions, type CsvOptions } from "./csv-options.ts";
import { csvStyle, needsQuotes, quoted } from "./csv-style.ts";
import { defineFormat, type EncodeTarget, type TableEncoder } from "./encoder.ts";
import { rowWriter } from "./row-writer.ts";

// MySQL and SQLite have no booleans of their own: they read 0 and 1.
const digits = ["0", "1"] as const;
const words = ["false", "true"] as const;

const delimiterOf = ({ delimiter }: CsvOptions): string => (delimiter === "tab" ? "\t" : delimiter);

/**
 * RFC 4180, with LF line ends by default, so that version control shows clean diffs. NULL is an empty field, the empty text is
 * `""` (as PostgreSQL's COPY reads them), unless NULL has a text of its own. Bytes are `\x` and hexadecimal.
 */
function csvEncoder({ columns, dialect }: EncodeTarget, options: CsvOptions): TableEncoder {
  const delimiter = delimiterOf(options);
  const lineEnd = options["line-ends"] === "crlf" ? "\r\n" : "\n";
  const { quote, formulas, null: none } = options;
  const asked = { quote, formulas, null: none, delimiter, booleans: dialect === "postgresql" ? words : digits };
  const style = csvStyle(asked);
  // A number is no formula, and has no quotes, though a rule may write it as text.
  const ofNumbers = csvStyle({ ...asked, quote: quote === "all" ? quote : "minimal", formulas: "keep" });
  const marks = columns.map((column, k): CellMarks => ({
    open: "",
    close: k === columns.length - 1 ? lineEnd : delimiter,
    none,
    style: isNumber(column) ? ofNumbers : style,
  }));
  const field = (name: string): string =>
    quote !== "minimal" || name === "" || name === none || needsQuotes(name, delimiter) ? quoted(name) : name;
  return {
    header(out) {
      if (options.bom) append(out, "\uFEFF");
      if (options.header) append(out, columns.map(({ name }) => field(name)).join(delimiter) + lineEnd);
    },
    rows: rowWriter(style, { marks, empty: lineEnd }),
    footer: () => undefined,
  };
}

const isNumber = ({ valueType: { kind } }: ColumnModel): boolean =>
  kind === "integer" || kind === "decimal" || kind === "real";

function refuseCsv(_target: EncodeTarget, options: CsvOptions): void {
  const delimiter = delimiterOf(options);
  if (!options.null.includes(delimiter)) return;
  throw new SeedloomError(
    "export-blocked",
    `The text for NULL, ${options.null}, has the delimiter in it.`,
    "Choose another text for NULL, or another delimiter.",
  );
}

export const csv = defineFormat({
  id: "csv",
  label: "CSV",
  extension: "csv",
  options: csvOptions,
  refuse: refuseCsv,
  encoder: csvEncoder,
});
