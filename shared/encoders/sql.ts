import { SeedloomError } from "../base/errors.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { dialectById } from "../dialects/index.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import { writeHex } from "../vectors/cell-writer.ts";
import { markOf, writeMark } from "../vectors/mark.ts";
import { writeAscii } from "../vectors/write-number.ts";
import { append } from "./byte-buffer.ts";
import { longestClose, type CellMarks } from "./column-writer.ts";
import { copyRows, scriptStyle } from "./copy-text.ts";
import { defineFormat, type EncodeTarget, type TableEncoder } from "./encoder.ts";
import { rowWriter, type RowFrame } from "./row-writer.ts";
import { tableName } from "./sql-names.ts";
import { sqlOptions, type SqlOptions } from "./sql-options.ts";
import { refuseSql } from "./sql-refusals.ts";
import { around } from "./sql-script.ts";
import { rowStatement, type Statement } from "./sql-statement.ts";
import { specialBytes, type TextStyle } from "./text-cell.ts";
import { telling } from "./unwritable-cell.ts";

// One style a dialect, so that dictionaries are encoded once.
const styles = new Map<Dialect, TextStyle>();

function sqlStyle(dialect: Dialect): TextStyle {
  const known = styles.get(dialect);
  if (known) return known;
  const [before, after] = dialect.bytes;
  const { textPrefix = "", zoneMinutes } = dialect;
  const style: TextStyle = {
    booleans: dialect.booleans,
    quote: "'",
    textQuote: "'",
    textPrefix,
    ...(zoneMinutes === undefined ? {} : { zoneMinutes }),
    encode: (text) => dialect.textLiteral(text).slice(textPrefix.length),
    real: (value) => realLiteral(dialect, value),
    special: specialBytes("'", dialect.escaped),
    mark: 39,
    encodeEmpty: false,
    bytes: (vector, i, view, at) => writeAscii(view, writeHex(vector, i, view, writeAscii(view, at, before)), after),
    bytesLength: (length) => length * 2 + before.length + after.length,
    textLength: (length) => dialect.longestLiteral(length),
  };
  styles.set(dialect, style);
  return style;
}

function realLiteral(dialect: Dialect, value: number): string {
  const literal = Number.isFinite(value) ? String(value) : dialect.realLiteral?.(value);
  if (literal !== undefined) return literal;
  throw new SeedloomError(
    "export-blocked",
    `${dialect.label} has no number ${value}.`,
    "Choose a rule with finite numbers.",
  );
}

/** Statements of so many rows each: their head in front of the first, their tail behind the last. */
function statements({ head, tail }: Statement, rows: number, rowCount: number, rowEnd: string, end: string): RowFrame {
  const opening = markOf(head);
  const [next, closing] = [markOf(`${rowEnd},\n`), markOf(`${rowEnd}${tail}${end}`)];
  const isLast = (row: number): boolean => row === rowCount - 1 || row % rows === rows - 1;
  return {
    room: opening.length + Math.max(next.length, closing.length),
    before: (row, view, at) => (row % rows === 0 ? writeMark(opening, view, at) : at),
    after: (row, view, at) => writeMark(isLast(row) ? closing : next, view, at),
  };
}

/** Rows of one statement for the whole table, which the encoder opens and closes. */
function listed(rowCount: number, rowEnd: string): RowFrame {
  const [next, end] = [markOf(`${rowEnd},\n`), markOf(rowEnd)];
  return {
    room: next.length,
    before: (_row, _view, at) => at,
    after: (row, view, at) => writeMark(row === rowCount - 1 ? end : next, view, at),
  };
}

/** What stands around the literals of a row, conversions included, and behind the last. */
export function rowOfLiterals(
  dialect: Dialect,
  columns: readonly ColumnModel[],
  none: Statement["none"] = () => "NULL",
): { readonly marks: readonly CellMarks[]; readonly rowEnd: string } {
  // What is too long to stand behind a cell stands before the next, or behind the row.
  let rest = "(";
  const marks = columns.map((column, k) => {
    const [before, after] = dialect.conversion?.(column) ?? ["", ""];
    const open = rest + before;
    const behind = k === columns.length - 1 ? after : `${after}, `;
    const fits = behind.length <= longestClose;
    rest = fits ? "" : behind;
    return { open, close: fits ? behind : "", none: none(column) };
  });
  return { marks, rowEnd: `${rest})` };
}

/** The rows of a table, and what stands right before and behind them. */
interface Rows extends Pick<TableEncoder, "rows" | "unit"> {
  readonly head: string;
  readonly tail: string;
}

function rowsOf(dialect: Dialect, target: EncodeTarget, options: SqlOptions, end: string): Rows {
  const { table, columns, rowCount, ring, defaultSchema } = target;
  const name = tableName(dialect, defaultSchema, table);
  if (columns.length === 0) {
    const row = `${dialect.emptyRow(name)}${end}`;
    return {
      head: "",
      tail: "",
      rows(batch, out) {
        for (let i = 0; i < batch.count; i++) append(out, row);
      },
    };
  }
  // COPY checks keys at its own end: the tables of a ring are one INSERT.
  if (options.statement === "copy" && ring === undefined) {
    const names = columns.map((column) => dialect.identifier(column.name)).join(", ");
    return {
      head: `COPY ${name} (${names}) FROM stdin;\n`,
      tail: "\\.\n",
      rows: telling(target, dialect.textLiteral, copyRows(columns, scriptStyle)),
    };
  }
  const statement = rowStatement(dialect, target, options.statement === "upsert");
  const { marks, rowEnd } = rowOfLiterals(dialect, columns, statement.none);
  const write = (frame: RowFrame): TableEncoder["rows"] =>
    telling(target, dialect.textLiteral, rowWriter(sqlStyle(dialect), { marks, empty: "" }, frame));
  if (ring === undefined || dialect.script.ring !== undefined) {
    const unit = options["rows-per-statement"];
    return { head: "", tail: "", rows: write(statements(statement, unit, rowCount, rowEnd, end)), unit };
  }
  const opening = ring.last ? "" : `${ring.first ? "WITH" : ","} ${dialect.identifier(`rows of ${table.id}`)} AS (\n`;
  return {
    head: opening + statement.head,
    tail: statement.tail + (ring.last ? end : "\n)\n"),
    rows: write(listed(rowCount, rowEnd)),
  };
}

/**
 * Statements of several rows in one transaction a file, in an order that satisfies the foreign keys when files are loaded by
 * number. Tables that reference each other share a file; where the engine cannot defer the check to the end of a transaction
 * (PostgreSQL, keys that are not deferrable), their rows are one statement, at whose end the keys are checked.
 */
function sqlEncoder(target: EncodeTarget, options: SqlOptions): TableEncoder {
  const dialect = dialectById(target.dialect);
  const end = options.go ? ";\nGO\n" : ";\n";
  const { head, tail, ...rows } = rowsOf(dialect, target, options, end);
  const { before, after } = around(dialect, target, options);
  const said = (lines: readonly string[]): string => lines.map((line) => line + end).join("");
  const gap = options.files === "one" && target.place?.first === false ? "\n" : "";
  return {
    ...rows,
    header: (out) => append(out, gap + said(before) + (options.comments ? comments(target) : "") + head),
    footer: (out) => append(out, tail + said(after)),
  };
}

const line = (text: string): string => `-- ${text.replaceAll(/[\r\n]+/g, " ")}\n`;

function comments({ table, columns }: EncodeTarget): string {
  const said = [{ name: table.id, comment: table.comment }, ...columns];
  return said.map(({ name, comment }) => (comment === undefined ? "" : line(`${name}: ${comment}`))).join("");
}

export const sql = defineFormat({
  id: "sql",
  label: "SQL",
  extension: "sql",
  ordered: true,
  options: sqlOptions,
  oneFile: ({ files }) => files === "one",
  comment: (text, out) => append(out, line(text)),
  refuse: refuseSql,
  unwritable: ({ dialect }) => dialectById(dialect).unheld,
  encoder: sqlEncoder,
});
