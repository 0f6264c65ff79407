import { expect, test } from "vitest";
import { decodeUtf8, encodeUtf8 } from "../base/utf8.ts";
import type { ColumnModel, TableModel } from "../schema/schema-model.ts";
import { cellText } from "../vectors/cells.ts";
import { newDictionaryVector, newIntegerVector, newTextVector, newTimestampVector } from "../vectors/new-vector.ts";
import { textDictionary } from "../vectors/text-dictionary.ts";
import type { TextVector, Vector } from "../vectors/vector.ts";
import { newByteBuffer } from "./byte-buffer.ts";
import { csv } from "./csv.ts";

const columns = (count: number): readonly ColumnModel[] =>
  Array.from({ length: count }, (_, k) => ({
    name: `c${k}`,
    type: "",
    valueType: { kind: "unknown" },
    nullable: true,
  }));

/** The rows of some vectors as CSV, in batches that the reader's vectors hold whole. */
function encode(vectors: readonly Vector[], count: number): string {
  const table: TableModel = {
    id: "t",
    schema: "main",
    name: "t",
    columns: columns(vectors.length),
    primaryKey: [],
    uniques: [],
    foreignKeys: [],
    checks: [],
  };
  const encoder = csv.encoder({
    table,
    columns: table.columns,
    rowCount: count,
    dialect: "postgresql",
    defaultSchema: "main",
  });
  const out = newByteBuffer(1);
  encoder.rows({ table, columns: table.columns, vectors, count, start: 0 }, out);
  return decodeUtf8(out.bytes, 0, out.length);
}

/** A text vector whose memory ends with its last text. */
function brimful(texts: readonly string[]): TextVector {
  const parts = texts.map(encodeUtf8);
  const vector = newTextVector(texts.length);
  vector.bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  parts.forEach((part, i) => {
    vector.bytes.set(part, at);
    vector.offsets[i + 1] = at += part.length;
  });
  return vector;
}

/** What a row should be, written the slow way. */
const plainly = (vectors: readonly Vector[], count: number): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `${vectors
        .map((vector) => cellText(vector, i))
        .map((text) =>
          text === null ? "" : text === "" || /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
        )
        .join(",")}\n`,
  ).join("");

test("rows of several blocks are whole, with NULLs in every kind of column and texts up to the end of their memory", () => {
  const count = 1000;
  const texts = brimful(
    Array.from({ length: count }, (_, i) => ["", "a", "a,b", `é"${i}`, "x".repeat(i % 70)][i % 5] ?? ""),
  );
  const numbers = newIntegerVector(count);
  const listed = newDictionaryVector(count, textDictionary(["one", "two,three", "", "a longer text of four words"]));
  const moments = newTimestampVector(count, 3, false);
  for (let i = 0; i < count; i++) {
    numbers.values[i] = (i % 7) ** 9 * (i % 2 === 0 ? 1 : -1);
    listed.codes[i] = i % 4;
    moments.values[i] = i * 86_399_999;
  }
  const vectors = [texts, numbers, listed, moments];
  vectors.forEach((vector, k) => {
    vector.hasNulls = true;
    for (let i = k; i < count; i += 3 + k) vector.nulls[i] = 1;
  });
  expect(encode(vectors, count)).toBe(plainly(vectors, count));
});

test("a row wider than a block is written all the same", () => {
  const texts = brimful(["short", "w".repeat(300_000), "", "also short"]);
  const numbers = newIntegerVector(4);
  expect(encode([numbers, texts, numbers], 4)).toBe(plainly([numbers, texts, numbers], 4));
});

test("moments of any year stand beside those of the list of days", () => {
  const years = [-1, 1, 1899, 1900, 2026, 2099, 2100, 9999, 10_000];
  const moments = newTimestampVector(years.length, 3, false);
  years.forEach((year, i) => {
    moments.values[i] = new Date(0).setUTCFullYear(year, 11, 31) + 86_399_999;
  });
  expect(encode([moments], years.length)).toBe(plainly([moments], years.length));
});
