import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Batch } from "../batches/batch.ts";
import { decodeUtf8, encodeUtf8 } from "../base/utf8.ts";
import type { ColumnModel, TableModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import { newDictionaryVector, newRealVector, newTextVector, reserveBytes } from "../vectors/new-vector.ts";
import { textDictionary } from "../vectors/text-dictionary.ts";
import { newByteBuffer } from "./byte-buffer.ts";
import { checkOptions } from "./check-options.ts";
import type { EncodeTarget, FileFormat } from "./encoder.ts";
import { formats } from "./index.ts";

const types: Readonly<Record<string, ValueType>> = {
  free: { kind: "text" },
  listed: { kind: "text" },
  ratio: { kind: "real", bits: 64 },
  amount: { kind: "decimal", precision: 40, scale: 2 },
};
const columns = Object.entries(types).map(([name, valueType]): ColumnModel => ({
  name,
  type: "",
  valueType,
  nullable: true,
}));
const table: TableModel = {
  id: "t",
  schema: "main",
  name: "t",
  columns,
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
};
const list = [
  "",
  "NULL",
  "\\N",
  "N",
  "=1+1",
  "-5",
  "+1",
  "@x",
  "\tx",
  "＝1",
  "a;b",
  "a,b",
  'say "hi"',
  "a\nb",
  "\r\nx",
  "é",
  "tab\tin",
  "null",
  "'",
];
const dictionary = textDictionary(list);

interface Row {
  readonly free: string | null;
  readonly listed: number | null;
  readonly ratio: number;
  /** A decimal that is too long for numbers comes as text. */
  readonly amount: string | null;
}
const arbitrary: fc.Arbitrary<Row> = fc.record({
  free: fc.option(fc.oneof(fc.constantFrom(...list), fc.string({ unit: "grapheme" })), { nil: null }),
  listed: fc.option(fc.nat(list.length - 1), { nil: null }),
  ratio: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  amount: fc.option(fc.constantFrom("-5.00", "123456789012345678901234567890.12"), { nil: null }),
});

function batchOf(rows: readonly Row[]): Batch {
  const size = Math.max(1, rows.length);
  const [free, amount] = [newTextVector(size), newTextVector(size)];
  const listed = newDictionaryVector(size, dictionary);
  const ratio = newRealVector(size);
  rows.forEach((row, i) => {
    for (const [vector, text] of [
      [free, row.free],
      [amount, row.amount],
    ] as const) {
      const [from, bytes] = [vector.offsets[i] ?? 0, encodeUtf8(text ?? "")];
      reserveBytes(vector, from + bytes.length).set(bytes, from);
      vector.offsets[i + 1] = from + bytes.length;
      if (text === null) vector.nulls[i] = 1;
      if (text === null) vector.hasNulls = true;
    }
    listed.codes[i] = row.listed ?? 0;
    if (row.listed === null) listed.nulls[i] = 1;
    if (row.listed === null) listed.hasNulls = true;
    ratio.values[i] = row.ratio;
  });
  return { table, columns, vectors: [free, listed, ratio, amount], count: rows.length, start: 0 };
}

function formatOf(id: string): FileFormat {
  const format = formats.find((one) => one.id === id);
  if (format === undefined) throw new RangeError(id);
  return format;
}

function encoded(
  id: string,
  rows: readonly Row[],
  asked: Readonly<Record<string, unknown>>,
  more: Partial<EncodeTarget> = {},
): string {
  const format = formatOf(id);
  const target: EncodeTarget = {
    table,
    columns,
    rowCount: rows.length,
    dialect: "postgresql",
    defaultSchema: "main",
    options: checkOptions(format, asked),
    ...more,
  };
  format.refuse?.(target);
  const encoder = format.encoder(target);
  const out = newByteBuffer(8);
  encoder.header(out);
  if (rows.length > 0) encoder.rows(batchOf(rows), out);
  encoder.footer(out);
  return decodeUtf8(out.bytes, 0, out.length);
}

const texts = (rows: readonly Row[]): readonly (readonly (string | null)[])[] =>
  rows.map(({ free, listed, ratio, amount }) => [
    free?.toWellFormed() ?? null,
    listed === null ? null : (list[listed] ?? ""),
    String(ratio),
    amount,
  ]);

describe("CSV", () => {
  const options = fc.record({
    delimiter: fc.constantFrom(",", ";", "tab", "|"),
    quote: fc.constantFrom("minimal", "non-numeric", "all"),
    null: fc.constantFrom("", "NULL", "\\N", "N", "é"),
    header: fc.boolean(),
    "line-ends": fc.constantFrom("lf", "crlf"),
    bom: fc.boolean(),
  });

  test("reads back whatever the options, and NULL is told from every text", () => {
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 20 }), options, (rows, asked) => {
        const records: unknown[][] = parse(encoded("csv", rows, asked), {
          delimiter: asked.delimiter === "tab" ? "\t" : asked.delimiter,
          bom: asked.bom,
          record_delimiter: asked["line-ends"] === "crlf" ? "\r\n" : "\n",
          cast: (value, { quoting }) => (quoting || value !== asked.null ? value : null),
          relax_column_count: false,
        });
        if (asked.header) expect(records.shift()).toEqual(Object.keys(types));
        expect(records).toEqual(texts(rows));
      }),
      { numRuns: 300 },
    );
  });

  const rows: readonly Row[] = [
    { free: "=1+1", listed: 5, ratio: -1.5, amount: "-5.00" },
    { free: null, listed: 1, ratio: 2, amount: null },
  ];

  test.each([
    [{}, "=1+1,-5,-1.5,-5.00\n,NULL,2,\n"],
    [{ formulas: "guard" }, "'=1+1,'-5,-1.5,-5.00\n,NULL,2,\n"],
    [{ null: "NULL" }, '=1+1,-5,-1.5,-5.00\nNULL,"NULL",2,NULL\n'],
    [{ quote: "non-numeric" }, '"=1+1","-5",-1.5,-5.00\n,"NULL",2,\n'],
    [{ quote: "all", formulas: "guard" }, '"\'=1+1","\'-5","-1.5","-5.00"\n,"NULL","2",\n'],
    [{ delimiter: "tab", "line-ends": "crlf" }, "=1+1\t-5\t-1.5\t-5.00\r\n\tNULL\t2\t\r\n"],
  ])("%j", (asked, text) => {
    expect(encoded("csv", rows, { header: false, ...asked })).toBe(text);
  });

  test.each([
    [{ null: "0" }, /could be a value/],
    [{ null: "true" }, /could be a value/],
    [{ null: '"' }, /quote or a line end/],
    [{ null: "a;b", delimiter: ";" }, /has the delimiter in it/],
    [{ delimeter: ";" }, /csv has no option delimeter/],
    [{ quote: "some" }, /The option quote of csv is not valid/],
  ])("%j is refused", (asked, message) => {
    expect(() => encoded("csv", [], asked)).toThrow(message);
  });
});

describe("JSON", () => {
  test("is the same whatever its layout", () => {
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 20 }), fc.nat(8), (rows, indent) => {
        const names = Object.keys(types);
        const expected = texts(rows).map((row, i) =>
          Object.fromEntries(names.map((name, k) => [name, name === "ratio" ? rows[i]?.ratio : row[k]])),
        );
        expect(JSON.parse(encoded("json", rows, { indent }))).toEqual(expected);
        const place = { tables: [table, table] };
        const two =
          encoded("json", rows, { shape: "object", indent }, { place: { ...place, first: true, last: false } }) +
          encoded(
            "json",
            rows,
            { shape: "object", indent },
            { table: { ...table, id: 'u"' }, place: { ...place, first: false, last: true } },
          );
        expect(JSON.parse(two)).toEqual({ t: expected, 'u"': expected });
      }),
      { numRuns: 60 },
    );
  });

  test("is laid out as JSON.stringify does it", () => {
    const row = { free: "a", listed: 2, ratio: 1, amount: null };
    const text = encoded("json", [row, row], { indent: 2 });
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    const object = encoded("json", [row, row], { indent: 3, shape: "object" });
    expect(object).toBe(`${JSON.stringify(JSON.parse(object), null, 3)}\n`);
  });

  test("a number without end is told with its cell", () => {
    const row = { free: "a", listed: 2, ratio: 1, amount: null };
    expect(() => encoded("json", [row, { ...row, ratio: Infinity }], {}, { firstRow: 100 })).toThrow(
      "ratio of row 102 of t is no finite number",
    );
    expect(() => encoded("sql", [{ ...row, ratio: NaN }], {}, { dialect: "mysql" })).toThrow("ratio of row 1 of t");
    expect(encoded("sql", [{ ...row, ratio: NaN }], {})).toContain("'NaN'");
  });
});
