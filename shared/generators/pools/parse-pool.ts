import type { PoolFile } from "../generator.ts";

/** More lines than this are a table, and belong into a database. */
const mostLines = 1_000_000;

/**
 * Reads a file of values by its name: .csv, .tsv (with a header line), .json (a list of values or of objects), .ndjson and .jsonl
 * (one of them a line), anything else as text with a value on each line. `name` is what messages call it.
 */
export function parsePool(text: string, name: string): PoolFile {
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.includes("\0")) return { fault: `${name} is not a text file` };
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  const pool =
    ending === "csv" || ending === "tsv"
      ? parseTable(plain, ending === "tsv" ? "\t" : separatorOf(plain), name)
      : ending === "json" || ending === "ndjson" || ending === "jsonl"
        ? parseJson(ending === "json" ? plain : `[${jsonLines(plain)}]`, name)
        : { columns: ["value"], lines: linesOf(plain).map((line) => [line]) };
  if ("fault" in pool) return pool;
  const twice = pool.columns.find((column, k) => pool.columns.indexOf(column) < k);
  if (twice !== undefined) return { fault: `${name} has two columns ${twice}` };
  if (pool.lines.length === 0) return { fault: `${name} has no values` };
  return pool.lines.length > mostLines ? { fault: `${name} has more than ${mostLines} lines` } : pool;
}

const linesOf = (text: string): readonly string[] => {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
};

const jsonLines = (text: string): string =>
  linesOf(text)
    .filter((line) => line.trim() !== "")
    .join(",");

/** Of a heading without a comma, the semicolon that spreadsheets write where the comma is a decimal one. */
function separatorOf(text: string): string {
  const [heading = ""] = text.split(/[\r\n]/, 1);
  return !heading.includes(",") && heading.includes(";") ? ";" : ",";
}

/** Separated values (RFC 4180): quoted where they hold a separator, a quote or a line end. */
function parseTable(text: string, separator: string, name: string): PoolFile {
  const rows: { readonly cells: string[]; readonly line: number }[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let start = 1;
  const endRow = (): void => {
    cells.push(cell);
    // An empty line is none, except as the only column's empty value.
    if (cells.length > 1 || cell !== "") rows.push({ cells, line: start });
    cells = [];
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === "\n") line++;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at] ?? "";
      else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[at + 1] === "\n") {
        at++;
        line++;
      }
      endRow();
      start = line;
    } else cell += sign;
  }
  if (quoted) return { fault: `${name} has a quote in line ${start} that does not end` };
  if (cell !== "" || cells.length > 0) endRow();
  const [head, ...body] = rows;
  if (!head) return { fault: `${name} is empty` };
  const ragged = body.find((row) => row.cells.length !== head.cells.length);
  if (ragged) {
    return {
      fault: `${name} has ${head.cells.length} columns, and line ${ragged.line} has ${ragged.cells.length} values`,
    };
  }
  return { columns: head.cells, lines: body.map((row) => row.cells) };
}

/** The text of a JSON string, and a whole number of more digits than a double holds. */
const jsonString = /"[^"\\]*(?:\\.[^"\\]*)*"/gs;
const longNumber = /(?<![\d.eE+-])-?\d{17,}(?![\d.eE])/;

function parseJson(text: string, name: string): PoolFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: `${name} is not JSON` };
  }
  if (!Array.isArray(value)) return { fault: `${name} is no list of values` };
  const long = longNumber.exec(text.replaceAll(jsonString, '""'))?.[0];
  if (long !== undefined)
    return { fault: `${name} has the number ${long}, whose last digits would be lost; write it in quotes` };
  const list: readonly unknown[] = value;
  const isRecord = (entry: unknown): entry is Readonly<Record<string, unknown>> =>
    typeof entry === "object" && entry !== null && !Array.isArray(entry);
  if (!list.some(isRecord)) return { columns: ["value"], lines: list.map((entry) => [shown(entry)]) };
  const columns = Object.keys(list.find(isRecord) ?? {});
  const ragged = list.findIndex(
    (entry) =>
      !isRecord(entry) ||
      Object.keys(entry).length !== columns.length ||
      columns.some((column) => !Object.hasOwn(entry, column)),
  );
  if (ragged >= 0) return { fault: `${name} has the fields ${columns.join(", ")}, and entry ${ragged + 1} has others` };
  return { columns, lines: list.filter(isRecord).map((entry) => columns.map((column) => shown(entry[column]))) };
}

const shown = (value: unknown): string =>
  typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
