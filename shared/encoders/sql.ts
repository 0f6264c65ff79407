import { encodeUtf8 } from "../base/utf8.ts";
import { dialectById } from "../dialects/index.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { writeHex } from "../vectors/cell-writer.ts";
import { writeAscii } from "../vectors/write-number.ts";
import { append, reserveView, writeBytes } from "./byte-buffer.ts";
import type { EncodeTarget, Format, TableEncoder } from "./encoder.ts";
import { batchWriters, nullMarks, specialBytes, type TextStyle } from "./text-cell.ts";

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
  const writersOf = batchWriters(style);
  const insertBytes = encodeUtf8(insert);
  const oneStatement = ring !== undefined && dialect.ring === undefined;
  const perStatement = oneStatement ? Infinity : rowsPerStatement;

  return {
    header(out) {
      const frame = ring ? (dialect.ring ?? dialect) : dialect;
      if (ring?.first !== false) append(out, frame.begin);
      if (!oneStatement || columns.length === 0) return;
      if (ring?.last) append(out, insert);
      else append(out, `${ring?.first ? "WITH" : ","} ${dialect.identifier(`rows of ${table.id}`)} AS (\n${insert}`);
    },
    rows(batch, out) {
      const { vectors, count, start } = batch;
      if (columns.length === 0) {
        for (let i = 0; i < count; i++) append(out, dialect.emptyRow(name));
        return;
      }
      const { writes, room } = writersOf(vectors);
      const nulls = nullMarks(vectors);
      const statements = oneStatement ? 0 : Math.ceil(count / perStatement) + 1;
      const view = reserveView(out, room(count) + count * (columns.length * 6 + 8) + statements * insertBytes.length);
      let p = out.length;
      for (let i = 0; i < count; i++) {
        const row = start + i;
        const last = row === rowCount - 1 || (!oneStatement && row % perStatement === perStatement - 1);
        if (!oneStatement && row % perStatement === 0) p = writeBytes(view, p, insertBytes);
        view.setUint8(p++, 40);
        for (let k = 0; k < vectors.length; k++) {
          if (k > 0) p = writeAscii(view, p, ", ");
          if (nulls[k]?.[i] === 1) p = writeAscii(view, p, "NULL");
          else p = writes[k]?.(i, view, p) ?? p;
        }
        view.setUint8(p++, 41);
        if (!(last && oneStatement)) view.setUint8(p++, last ? 59 : 44);
        view.setUint8(p++, 10);
      }
      out.length = p;
    },
    footer(out) {
      const frame = ring ? (dialect.ring ?? dialect) : dialect;
      if (oneStatement && columns.length > 0) append(out, ring?.last ? ";\n" : ")\n");
      if (ring?.last !== false) append(out, frame.commit);
    },
  };
}

export const sql: Format = {
  id: "sql",
  label: "SQL inserts",
  extension: "sql",
  ordered: true,
  comment: (text, out) => append(out, `-- ${text.replaceAll(/[\r\n]+/g, " ")}\n`),
  encoder: sqlEncoder,
};
