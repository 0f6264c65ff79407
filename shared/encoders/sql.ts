import { z } from "zod";
import { dialectById } from "../dialects/index.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import { writeHex } from "../vectors/cell-writer.ts";
import { writeAscii } from "../vectors/write-number.ts";
import { markOf, writeMark } from "../vectors/mark.ts";
import { append } from "./byte-buffer.ts";
import { longestClose, type CellMarks } from "./column-writer.ts";
import { defineFormat, type EncodeTarget, type TableEncoder } from "./encoder.ts";
import { rowWriter, type RowFrame } from "./row-writer.ts";
import { specialBytes, type TextStyle } from "./text-cell.ts";

/** Rows of one INSERT: few enough for every engine's statement limit with wide rows, and easy to read in a diff. */
const rowsPerStatement = 100;

// One style a dialect, so that dictionaries are encoded once.
const styles = new Map<Dialect, TextStyle>();

function sqlStyle(dialect: Dialect): TextStyle {
  const known = styles.get(dialect);
  if (known) return known;
  const [before, after] = dialect.bytes;
  const style: TextStyle = {
    booleans: dialect.booleans,
    quote: "'",
    textQuote: "'",
    encode: (text) => dialect.textLiteral(text),
    special: specialBytes("'", dialect.escaped),
    mark: 39,
    encodeEmpty: false,
    bytes: (vector, i, view, at) => writeAscii(view, writeHex(vector, i, view, writeAscii(view, at, before)), after),
    bytesLength: (length) => length * 2 + before.length + after.length,
    // A NUL makes SQLite's literal one of hexadecimal digits.
    textLength: (length) => length * 2 + 24,
  };
  styles.set(dialect, style);
  return style;
}

/** Rows of statements of 100 each: the statement's head in front of the first, a semicolon behind the last. */
function statements(insert: string, rowCount: number, rowEnd: string): RowFrame {
  const head = markOf(insert);
  const [next, end] = [markOf(`${rowEnd},\n`), markOf(`${rowEnd};\n`)];
  const isLast = (row: number): boolean => row === rowCount - 1 || row % rowsPerStatement === rowsPerStatement - 1;
  return {
    room: head.length + next.length,
    before: (row, view, at) => (row % rowsPerStatement === 0 ? writeMark(head, view, at) : at),
    after: (row, view, at) => writeMark(isLast(row) ? end : next, view, at),
  };
}

/** Rows of one statement for the whole table, which the encoder opens and closes. */
function listed(rowCount: number, rowEnd: string): RowFrame {
  const [next, end] = [markOf(`${rowEnd},\n`), markOf(`${rowEnd}\n`)];
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
): { readonly marks: readonly CellMarks[]; readonly rowEnd: string } {
  // What is too long to stand behind a cell stands before the next, or behind the row.
  let rest = "(";
  const marks = columns.map((column, k) => {
    const [before, after] = dialect.conversion?.(column) ?? ["", ""];
    const open = rest + before;
    const behind = k === columns.length - 1 ? after : `${after}, `;
    const fits = behind.length <= longestClose;
    rest = fits ? "" : behind;
    return { open, close: fits ? behind : "", none: "NULL" };
  });
  return { marks, rowEnd: `${rest})` };
}

/**
 * INSERT statements of up to 100 rows in one transaction a file, in an order that satisfies the foreign keys when files are
 * loaded by number. Tables that reference each other share a file; where the engine cannot defer the check to the end of a
 * transaction (PostgreSQL, keys that are not deferrable), their rows are one statement, at whose end the keys are checked.
 */
function sqlEncoder(target: EncodeTarget): TableEncoder {
  const dialect = dialectById(target.dialect);
  const { table, columns, rowCount, ring, defaultSchema } = target;
  const style = sqlStyle(dialect);
  const name =
    table.schema === defaultSchema
      ? dialect.identifier(table.name)
      : `${dialect.identifier(table.schema)}.${dialect.identifier(table.name)}`;
  const names = columns.map((column) => dialect.identifier(column.name)).join(", ");
  // GENERATED ALWAYS AS IDENTITY takes explicit values only when told to.
  const overriding =
    dialect.id === "postgresql" && columns.some((column) => column.identity === "always")
      ? " OVERRIDING SYSTEM VALUE"
      : "";
  const insert = `INSERT INTO ${name} (${names})${overriding} VALUES\n`;
  const oneStatement = ring !== undefined && dialect.ring === undefined;
  const { marks, rowEnd } = rowOfLiterals(dialect, columns);
  const frame = oneStatement ? listed(rowCount, rowEnd) : statements(insert, rowCount, rowEnd);
  const writeRows = rowWriter(style, { marks, empty: "" }, frame);

  return {
    header(out) {
      const frame = ring ? (dialect.ring ?? dialect) : dialect;
      if (ring?.first !== false) append(out, frame.begin);
      if (!oneStatement || columns.length === 0) return;
      if (ring?.last) append(out, insert);
      else append(out, `${ring?.first ? "WITH" : ","} ${dialect.identifier(`rows of ${table.id}`)} AS (\n${insert}`);
    },
    rows(batch, out) {
      if (columns.length > 0) writeRows(batch, out);
      else for (let i = 0; i < batch.count; i++) append(out, dialect.emptyRow(name));
    },
    footer(out) {
      const frame = ring ? (dialect.ring ?? dialect) : dialect;
      if (oneStatement && columns.length > 0) append(out, ring?.last ? ";\n" : ")\n");
      if (ring?.last !== false) append(out, frame.commit);
    },
  };
}

export const sql = defineFormat({
  id: "sql",
  label: "SQL inserts",
  extension: "sql",
  ordered: true,
  options: z.strictObject({}),
  comment: (text, out) => append(out, `-- ${text.replaceAll(/[\r\n]+/g, " ")}\n`),
  encoder: sqlEncoder,
});
