import { describe, expect, test } from "vitest";
import type { ValueType } from "../../schema/value-type.ts";
import type { PoolFile } from "../generator.ts";
import { bind, cellsOf, range, type Bench } from "../test-bench.ts";
import { parsePool } from "./parse-pool.ts";
import { pool } from "./pool.ts";

describe("a file of values", () => {
  test("is read as CSV, with quotes, separators and line ends in its values", () => {
    expect(parsePool('\uFEFFcity,note\r\n"Aix, en","say ""hi"""\r\nBonn,"two\r\nlines"\r\n\r\n', "a.csv")).toEqual({
      columns: ["city", "note"],
      lines: [
        ["Aix, en", 'say "hi"'],
        ["Bonn", "two\r\nlines"],
      ],
    });
    expect(parsePool('a;b\n"1,5";x\n', "a.csv")).toEqual({ columns: ["a", "b"], lines: [["1,5", "x"]] });
    expect(parsePool("a\tb\n1\t\n", "a.tsv")).toEqual({ columns: ["a", "b"], lines: [["1", ""]] });
  });

  test("is read as JSON or as lines of text", () => {
    expect(parsePool('["a", 2, null]', "a.json")).toEqual({ columns: ["value"], lines: [["a"], ["2"], [""]] });
    expect(parsePool('[{"a":1,"b":{"c":2}},{"b":3,"a":"x"}]', "a.json")).toEqual({
      columns: ["a", "b"],
      lines: [
        ["1", '{"c":2}'],
        ["x", "3"],
      ],
    });
    const lines = { columns: ["a"], lines: [["1"], ["12345678901234567890"]] };
    expect(parsePool('{"a":1}\n{"a":"12345678901234567890"}\n\n', "a.ndjson")).toEqual(lines);
    expect(parsePool("one\ntwo\n", "words.txt")).toEqual({ columns: ["value"], lines: [["one"], ["two"]] });
  });

  test.each([
    ["a.csv", "a,b\n1,2\n3\n4,5\n", "a.csv has 2 columns, and line 3 has 1 values"],
    ["a.csv", 'a,b\n"x\ny",2\n3,4,5\n', "a.csv has 2 columns, and line 4 has 3 values"],
    ["a.csv", 'a\n"open', "a.csv has a quote in line 2 that does not end"],
    ["a.csv", "a,b\n", "a.csv has no values"],
    ["a.csv", "a,b,a\n1,2,3\n", "a.csv has two columns a"],
    [
      "a.json",
      '["12345678901234567890", {"a": -12345678901234567890}]',
      "a.json has the number -12345678901234567890, whose last digits would be lost; write it in quotes",
    ],
    ["a.json", "{", "a.json is not JSON"],
    ["a.json", '{"a":1}', "a.json is no list of values"],
    ["a.json", '[{"a":1},{"b":1}]', "a.json has the fields a, and entry 2 has others"],
    ["a.txt", "a\0b", "a.txt is not a text file"],
  ])("%s that cannot be read says where: %j", (name, text, fault) => {
    expect(parsePool(text, name)).toEqual({ fault });
  });
});

const cities: PoolFile = {
  columns: ["city", "country", "people"],
  lines: Array.from({ length: 200 }, (_, k) => [`City ${k}`, `Country ${k % 7}`, String(k === 0 ? 1000 : k % 3)]),
};
const cells = (params: Record<string, unknown>, more: Partial<Bench> = {}): (string | null)[] => [
  ...cellsOf(
    bind(
      pool,
      { file: "cities.csv", ...params },
      { type: { kind: "text" }, locales: [], pools: { "cities.csv": cities }, ...more },
    ),
    range(400),
  ),
];
const said = (params: Record<string, unknown>, type: ValueType = { kind: "text" }, needed?: number): string[] =>
  (
    pool.problems?.(pool.params.parse({ file: "cities.csv", ...params }) as Record<string, unknown>, {
      type,
      columns: [],
      pools: { "cities.csv": cities, "gone.csv": { fault: "There is no file gone.csv in the project's folder" } },
      ...(needed === undefined ? {} : { needed }),
    }) ?? []
  ).map(({ message, fix }) => `${message}${fix ? ` [${fix.label}]` : ""}`);

describe("values of a file", () => {
  test("of one line go together in a row, whatever the column", () => {
    const towns = cells({ column: "city" }, { column: "town" });
    const lands = cells({ column: "country" }, { column: "land" });
    towns.forEach((town, row) => expect(lands[row]).toBe(`Country ${Number(town?.slice(5)) % 7}`));
    const own = cells({ column: "country", line: "own" }, { column: "land" });
    expect(own.filter((land, row) => land === lands[row]).length).toBeLessThan(120);
    expect(new Set(towns).size).toBeGreaterThan(150);
  });

  test("come by their weights, or each once before any again", () => {
    const weighed = cells({ draw: "weighted", weight: "people" });
    expect(weighed.filter((city) => city === "City 0").length).toBeGreaterThan(300);
    expect(weighed.filter((city) => city !== "City 0" && Number(city?.slice(5)) % 3 === 0)).toEqual([]);
    const once = cells({ draw: "each once" });
    expect(new Set(once.slice(0, 200)).size).toBe(200);
    expect(new Set(cells({}, { unique: true, rowCount: 200 }).slice(0, 200)).size).toBe(200);
  });

  test("take the column's type", () => {
    expect(new Set(cells({ column: "people" }, { type: { kind: "integer", bits: 32 } }))).toEqual(
      new Set(["0", "1", "2", "1000"]),
    );
  });

  test("that are missing, or do not fit, are said", () => {
    expect(said({ file: "gone.csv" })).toEqual(["There is no file gone.csv in the project's folder."]);
    expect(said({ column: "contry" })).toEqual([
      "cities.csv has no column contry; it has city, country, people. [Use country]",
    ]);
    expect(said({ weight: "people" })).toEqual([
      "The weights in people are not used, since lines are drawn any. [Draw by the weights]",
    ]);
    expect(said({ draw: "weighted", weight: "city" })).toEqual([
      'cities.csv has the weight "City 0" in entry 1, which is no number from 0 up.',
    ]);
    expect(said({ column: "city" }, { kind: "text", maxLength: 7 })).toEqual([
      'cities.csv: "City 100" in entry 101 is longer than 7 characters, and 99 more.',
    ]);
    expect(said({ column: "country" }, { kind: "text" }, 50)).toEqual([
      "cities.csv has 7 different values, and 50 are needed.",
    ]);
    expect(said({})).toEqual([]);
  });
});
