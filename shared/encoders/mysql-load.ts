import { SeedloomError } from "../base/errors.ts";
import { encodeUtf8 } from "../base/utf8.ts";
import type { Batch } from "../batches/batch.ts";
import { mysql } from "../dialects/mysql.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import { cellText } from "../vectors/cells.ts";
import { writeHex } from "../vectors/cell-writer.ts";
import { newBytesVector, reserveBytes } from "../vectors/new-vector.ts";
import type { BytesVector, Vector } from "../vectors/vector.ts";
import { writeAscii } from "../vectors/write-number.ts";
import { markOf, writeMark } from "../vectors/mark.ts";
import type { EncodeTarget, Format, TableEncoder } from "./encoder.ts";
import { rowWriter, type RowFrame } from "./row-writer.ts";
import { rowOfLiterals } from "./sql.ts";
import { specialBytes, type TextStyle } from "./text-cell.ts";

// Two ways into a MySQL or MariaDB table. In both a line of bytes is one row, whatever its texts hold, so that whoever sends
// them can cut between rows.

const escapes: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "\\": "\\\\",
  "\u001a": "\\Z",
};

/** LOAD DATA's text: tabs between the fields, backslashes before what would end one, bytes as hexadecimal digits. */
const fieldStyle: TextStyle = {
  booleans: mysql.booleans,
  quote: "",
  textQuote: "",
  encode: (text) => text.replaceAll(/[\0\t\n\r\\\u001a]/g, (mark) => escapes[mark] ?? mark),
  special: specialBytes("", Object.keys(escapes).join("")),
  mark: 0,
  encodeEmpty: false,
  bytes: (vector, i, view, at) => writeHex(vector, i, view, at),
  bytesLength: (length) => length * 2,
  textLength: (length) => length * 2,
};

/** The literals of an SQL file, but for line ends. */
const literalStyle: TextStyle = {
  booleans: mysql.booleans,
  quote: "'",
  textQuote: "'",
  encode: (text) => mysql.textLiteral(text).replaceAll("\n", "\\n"),
  special: specialBytes("'", `${mysql.escaped}\n`),
  mark: 39,
  encodeEmpty: false,
  bytes: (vector, i, view, at) => writeAscii(view, writeHex(vector, i, view, writeAscii(view, at, "x'")), "'"),
  bytesLength: (length) => length * 2 + 3,
  textLength: (length) => length * 2 + 2,
};

function fieldsEncoder({ columns }: EncodeTarget): TableEncoder {
  const last = columns.length - 1;
  const marks = columns.map((_, k) => ({ open: "", close: k === last ? "\n" : "\t", none: "\\N" }));
  return encoderOf(columns, rowWriter(fieldStyle, { marks, empty: "\n" }));
}

function literalsEncoder({ columns }: EncodeTarget): TableEncoder {
  const { marks, rowEnd } = rowOfLiterals(mysql, columns);
  const end = markOf(`${rowEnd},\n`);
  const frame: RowFrame = {
    room: end.length,
    before: (_row, _view, at) => at,
    after: (_row, view, at) => writeMark(end, view, at),
  };
  return encoderOf(columns, rowWriter(literalStyle, { marks, empty: "" }, frame));
}

function encoderOf(columns: readonly ColumnModel[], write: TableEncoder["rows"]): TableEncoder {
  let known: readonly Vector[] | undefined;
  let taken: readonly Taken[] = [];
  let vectors: readonly Vector[] = [];
  return {
    header: () => undefined,
    rows(batch, out) {
      if (batch.vectors !== known) {
        known = batch.vectors;
        taken = batch.vectors.map((vector, k) => asTaken(vector, columns[k]));
        vectors = taken.map(({ vector }) => vector);
      }
      for (const { renew } of taken) renew?.(batch.count);
      refuseNulls(batch, columns);
      write({ ...batch, vectors }, out);
    },
    footer: () => undefined,
  };
}

/**
 * Throws a SeedloomError where a column that takes no NULL is given one: for a timestamp or a counter the engine would put a
 * value of its own there, and say nothing.
 */
function refuseNulls({ table, vectors, count, start }: Batch, columns: readonly ColumnModel[]): void {
  for (const [k, { hasNulls, nulls }] of vectors.entries()) {
    const column = columns[k];
    const row = hasNulls && column?.nullable === false ? nulls.subarray(0, count).indexOf(1) : -1;
    if (column === undefined || row < 0) continue;
    throw new SeedloomError(
      "load-failed",
      `Row ${start + row + 1} of ${table.name} has no ${column.name}, which is not null there.`,
      "Give the column a rule without NULLs.",
    );
  }
}

/** A vector in the form that its column takes; `renew` makes it hold the cells of the present batch. */
interface Taken {
  readonly vector: Vector;
  readonly renew?: (count: number) => void;
}

function asTaken(vector: Vector, column: ColumnModel | undefined): Taken {
  // A zone is no part of these engines' literals; the session's is UTC.
  if (vector.kind === "timestamp" && vector.zone) {
    const plain = { ...vector, zone: false };
    return { vector: plain, renew: () => (plain.hasNulls = vector.hasNulls) };
  }
  if (column?.valueType.kind !== "bytes" || vector.kind === "bytes") return { vector };
  const bytes = newBytesVector(vector.nulls.length);
  return { vector: bytes, renew: (count) => fillBytes(bytes, vector, count) };
}

/** The texts of a vector as bytes, for a column of bytes that a rule gives texts. */
function fillBytes(target: BytesVector, source: Vector, count: number): void {
  let length = 0;
  target.hasNulls = source.hasNulls;
  for (let i = 0; i < count; i++) {
    const text = encodeUtf8(cellText(source, i) ?? "");
    reserveBytes(target, length + text.length).set(text, length);
    target.nulls[i] = source.hasNulls ? (source.nulls[i] ?? 0) : 0;
    length += text.length;
    target.offsets[i + 1] = length;
  }
}

/** Rows for LOAD DATA: fields between tabs, a row a line. Columns of bytes hold hexadecimal digits. */
export const mysqlFields: Format = {
  id: "mysql-fields",
  label: "Load into MySQL",
  extension: "tsv",
  encoder: fieldsEncoder,
};

/** Rows for INSERT statements: a tuple of literals and a comma, a row a line. */
export const mysqlTuples: Format = {
  id: "mysql-tuples",
  label: "Load into MySQL by INSERT",
  extension: "sql",
  encoder: literalsEncoder,
};
