import Database from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Batch } from "../batches/batch.ts";
import { decodeUtf8, encodeUtf8 } from "../base/utf8.ts";
import type { SqlDialectId } from "../project/project.ts";
import type { ColumnModel, TableModel } from "../schema/schema-model.ts";
import {
  newBytesVector,
  newDictionaryVector,
  newIntegerVector,
  newRealVector,
  newTextVector,
  reserveBytes,
} from "../vectors/new-vector.ts";
import { textDictionary } from "../vectors/text-dictionary.ts";
import type { Vector } from "../vectors/vector.ts";
import { newByteBuffer } from "./byte-buffer.ts";
import { formatById, formats } from "./index.ts";

const column = (name: string): ColumnModel => ({ name, type: "", valueType: { kind: "unknown" }, nullable: true });
const names = ["id", 'a "quoted", name', "texts", "bytes", "real"];
const table: TableModel = {
  id: "order",
  schema: "main",
  name: "order",
  columns: names.map(column),
  primaryKey: ["id"],
  uniques: [],
  foreignKeys: [],
  checks: [],
};

const nasty = [
  "",
  " ",
  "NULL",
  "null",
  "'",
  "''",
  '"',
  '""',
  "\\",
  "\\'",
  "a,b",
  "a\nb",
  "a\r\nb",
  "-- drop",
  ";",
  "\t",
  "\u0000",
  "\u001a",
  "é",
  "日本",
  "😀",
  "\ud800",
  "=1+1",
  "\\N",
  "\\.",
  ".quit",
  "[1]",
  '{"a":1}',
  "x'00'",
];

interface Row {
  readonly text: string | null;
  readonly listed: number | null;
  readonly bytes: Uint8Array;
  readonly real: number;
}

const list = textDictionary(nasty);

function batchOf(rows: readonly Row[], start: number): Batch {
  const size = Math.max(1, rows.length);
  const id = newIntegerVector(size);
  const texts = newTextVector(size);
  const listed = newDictionaryVector(size, list);
  const bytes = newBytesVector(size);
  const real = newRealVector(size);
  const markNull = (vector: Vector, i: number): void => {
    vector.hasNulls = true;
    vector.nulls[i] = 1;
  };
  rows.forEach((row, i) => {
    id.values[i] = start + i + 1;
    for (const [vector, value] of [
      [texts, encodeUtf8(row.text ?? "")],
      [bytes, row.bytes],
    ] as const) {
      const from = vector.offsets[i] ?? 0;
      reserveBytes(vector, from + value.length).set(value, from);
      vector.offsets[i + 1] = from + value.length;
    }
    if (row.text === null) markNull(texts, i);
    if (row.listed === null) markNull(listed, i);
    listed.codes[i] = row.listed ?? 0;
    real.values[i] = row.real;
  });
  return { table, columns: table.columns, vectors: [id, texts, listed, bytes, real], count: rows.length, start };
}

/** Encodes rows in pieces that end at the given row numbers. */
function encoded(format: string, dialect: SqlDialectId, rows: readonly Row[], cuts: readonly number[] = []): string {
  const encoder = formatById(format)?.encoder({
    table,
    columns: table.columns,
    rowCount: rows.length,
    dialect,
    defaultSchema: "main",
  });
  const out = newByteBuffer(8);
  encoder?.header(out);
  let at = 0;
  for (const cut of [...cuts, rows.length]) {
    if (cut > at) encoder?.rows(batchOf(rows.slice(at, cut), at), out);
    at = Math.max(at, cut);
  }
  encoder?.footer(out);
  return decodeUtf8(out.bytes, 0, out.length);
}

const wellFormed = (text: string | null): string | null => text?.toWellFormed() ?? null;
const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString("hex")}`;

const rowArbitrary: fc.Arbitrary<Row> = fc.record({
  text: fc.option(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: "grapheme" })), { nil: null }),
  listed: fc.option(fc.nat(nasty.length - 1), { nil: null }),
  bytes: fc.uint8Array({ maxLength: 20 }),
  real: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
});
const tables = fc.array(rowArbitrary, { maxLength: 230 });

describe("what is written reads back", () => {
  test("JSON and NDJSON through JSON.parse", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const expected = rows.map((row, i) => ({
          id: i + 1,
          [names[1] ?? ""]: wellFormed(row.text),
          texts: row.listed === null ? null : wellFormed(nasty[row.listed] ?? ""),
          bytes: hex(row.bytes),
          real: row.real,
        }));
        expect(JSON.parse(encoded("json", "sqlite", rows))).toEqual(expected);
        const lines = encoded("ndjson", "sqlite", rows).split("\n");
        expect(lines.pop()).toBe("");
        expect(lines.map((line): unknown => JSON.parse(line))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test("SQL through SQLite", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const database = new Database(":memory:");
        try {
          database.exec(
            `CREATE TABLE "order" (id INTEGER, "a ""quoted"", name" TEXT, texts TEXT, bytes BLOB, real REAL)`,
          );
          database.exec(encoded("sql", "sqlite", rows));
          const found = database.prepare('SELECT * FROM "order"').raw().all();
          expect(found).toEqual(
            rows.map((row, i) => [
              i + 1,
              wellFormed(row.text),
              row.listed === null ? null : wellFormed(nasty[row.listed] ?? ""),
              Buffer.from(row.bytes),
              row.real,
            ]),
          );
        } finally {
          database.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  test("CSV through a reader that tells NULL from the empty text", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const [header, ...records] = readCsv(encoded("csv", "postgresql", rows));
        expect(header).toEqual(names);
        expect(records).toEqual(
          rows.map((row, i) => [
            String(i + 1),
            wellFormed(row.text),
            row.listed === null ? null : wellFormed(nasty[row.listed] ?? ""),
            hex(row.bytes),
            String(row.real),
          ]),
        );
      }),
      { numRuns: 60 },
    );
  });
});

test("the bytes do not depend on the pieces", () => {
  const row = (i: number): Row => ({
    text: nasty[i % nasty.length] ?? "",
    listed: (i * 7) % nasty.length,
    bytes: Uint8Array.of(i & 255),
    real: i / 3,
  });
  const rows = Array.from({ length: 350 }, (_, i) => row(i));
  for (const format of ["sql", "csv", "json", "ndjson"]) {
    expect(encoded(format, "sqlite", rows, [1, 99, 100, 101, 250])).toBe(encoded(format, "sqlite", rows));
  }
});

test("a table without rows gives a file that reads as none", () => {
  expect(encoded("json", "sqlite", [])).toBe("[]\n");
  expect(encoded("ndjson", "sqlite", [])).toBe("");
  expect(encoded("sql", "sqlite", [])).toBe("BEGIN;\nCOMMIT;\n");
});

/** A second opinion on RFC 4180: quoted fields, doubled quotes; an empty unquoted field is NULL. */
function readCsv(text: string): (string | null)[][] {
  const records: (string | null)[][] = [];
  let record: (string | null)[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/g;
  for (const [, quoted, plain, end] of text.matchAll(field)) {
    record.push(quoted === undefined ? plain || null : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}

test("a zero below zero is 0 in every format, as in the preview", async () => {
  const loads = ["sqlite-insert", "copy-binary", "copy-text", "mysql-fields", "mysql-tuples"].map(formatById);
  for (const format of [...formats, ...loads]) {
    if (format === undefined) throw new RangeError("A load's format is gone.");
    const { id } = format;
    await format.load?.();
    const valueType = { kind: "real", bits: 64 } as const;
    const columns = [{ name: "v", type: "double precision", valueType, nullable: true }];
    const target = { table: { ...table, columns }, columns, rowCount: 1, defaultSchema: "main" };
    const bytesOf = (value: number): readonly number[] => {
      const vector = newRealVector(1);
      vector.values[0] = value;
      const out = newByteBuffer(1);
      const made = format.encoder({ ...target, dialect: "postgresql" });
      made.rows({ ...target, vectors: [vector], count: 1, start: 0 }, out);
      made.flush?.(out);
      return [...out.bytes.subarray(0, out.length)];
    };
    expect([id, bytesOf(-0)]).toEqual([id, bytesOf(0)]);
    expect([id, bytesOf(-1)]).not.toEqual([id, bytesOf(0)]);
  }
});
