import { describe, expect, it } from "vitest";
import { hierarchyMask } from "./hierarchy.ts";
import { jsonFieldsMask } from "./json-fields.ts";
import { jsonLeaves, parsePath } from "./json-leaves.ts";
import { numberMask } from "./number.ts";
import { shuffleMask } from "./shuffle.ts";
import { masked, testKeys } from "./test-bench.ts";

describe("fields in JSON", () => {
  const paths = { "$.items[*].email": { hash: { digits: 24 } }, "$.name": "constant", "$.address": "constant" };

  it("masks what stands at its paths, and leaves every other character as it is", () => {
    const document = `{ "id": 12345678901234567890, "name":"Ada \\u00e9", "items": [ {"email":"a@b.example","n":1.10}, {"email":null} ],
      "address": {"street": "Main 1", "zip": 12345}, "email": "kept@at.example" }`;
    const [cell = ""] = masked(jsonFieldsMask, { paths }, [document]);
    expect(cell).toMatch(
      /^\{ "id": 12345678901234567890, "name":"\*\*\*REDACTED\*\*\*", "items": \[ \{"email":"[0-9a-f]{24}","n":1\.10\}, \{"email":null\} \]/,
    );
    expect(cell).toContain(
      `"address": {"street": "***REDACTED***", "zip": "***REDACTED***"}, "email": "kept@at.example" }`,
    );
  });

  it("keeps numbers numbers and dates dates, and stops at what is neither without quoting it", () => {
    const typed = {
      "$.age": "bands",
      "$.pay": "noise",
      "$.on": "date-shift",
      "$.at": "truncate-date",
      "$.no": "nothing",
    };
    const mask = (document: object): Record<string, unknown> =>
      JSON.parse(masked(jsonFieldsMask, { paths: typed }, [JSON.stringify(document)])[0] ?? "");
    const cell = mask({ age: 37, pay: 1234.5, on: "2026-01-31", at: "2026-03-04T05:06:07.123456+02:00", no: 7 });
    expect(cell).toMatchObject({ age: 30, at: "2026-01-01T00:00:00+02:00", no: null });
    expect(cell["pay"]).not.toBe(1234.5);
    expect(Math.abs(Number(cell["pay"]) - 1234.5)).toBeLessThanOrEqual(123.45);
    expect(cell["on"]).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(mask({ age: 2 ** 53, on: "2026-01-31T10:00:00.123456Z" })).toMatchObject({
      age: 60,
      on: `${String(cell["on"])}T10:00:00.123456Z`,
    });
    expect(mask({ age: "41", pay: "12.50" })).toMatchObject({ age: "30-44", pay: expect.any(String) });
    for (const wrong of [{ on: "Lady Day" }, { on: 20260131 }, { pay: true }])
      expect(() => mask(wrong)).toThrow(
        /^people\.c has a value at \$\.(on|pay), in row 1, that (date-shift|noise) does not fit/,
      );
  });

  it("stops where a number, or true or false, would become a text, unless nothing is left of it", () => {
    const mask = (inner: string, value: unknown) =>
      masked(jsonFieldsMask, { paths: { "$.v": inner } }, [JSON.stringify({ v: value })])[0];
    expect(() => mask("hash", 4_670_123_456)).toThrow(
      "people.c has a number at $.v, in row 1, of which hash would make a text.",
    );
    expect(() => mask("partial", true)).toThrow("people.c has true or false at $.v, in row 1");
    expect(mask("constant", 4_670_123_456)).toBe('{"v":"***REDACTED***"}');
    expect(mask("free-text", 12)).toBe('{"v":12}');
    expect(mask("number", 12)).toMatch(/^\{"v":\d+\}$/);
    expect(mask("hash", "12")).toMatch(/^\{"v":"[0-9a-f]+"\}$/);
  });

  it("masks equal values alike, in whatever document they stand", () => {
    const cells = masked(jsonFieldsMask, { paths }, [`{"items":[{"email":"x@y"}]}`, `{"items":[{},{"email":"x@y"}]}`]);
    const found = cells.map((cell) => /[0-9a-f]{24}/.exec(cell ?? "")?.[0]);
    expect(found[0]).toBeDefined();
    expect(found[0]).toBe(found[1]);
  });

  it("refuses what is no document, and does not quote it", () => {
    expect(() => masked(jsonFieldsMask, { paths }, ["Ada Lovelace"])).toThrow(/^c has a value that is no JSON/);
  });

  it("reads paths, and says what is none", () => {
    expect(parsePath("$.a['b c'][*].*")).toEqual([{ field: "a" }, { field: "b c" }, "any", "any"]);
    expect(["a.b", "$", "$..a", "$.a[0"].map(parsePath)).toEqual([undefined, undefined, undefined, undefined]);
    const path = parsePath("$.a") ?? [];
    expect(jsonLeaves(`{"a": [1, "x,]", {"b": true}], "b": {"a": 1}}`, [path])).toHaveLength(3);
  });
});

describe("number pseudonyms", () => {
  it("stay whole numbers of the type, each with its own, and another under another key", () => {
    const type = { kind: "integer", bits: 32 } as const;
    const values = Array.from({ length: 5000 }, (_, i) => i);
    const one = masked(numberMask, {}, values, { type });
    expect(new Set(one).size).toBe(values.length);
    expect(one.every((cell) => Number(cell) >= 0 && Number(cell) < 2 ** 31)).toBe(true);
    expect(masked(numberMask, {}, values, { type, keys: testKeys(2) })).not.toEqual(one);
    expect(() => masked(numberMask, {}, [-1], { type })).toThrow("a number below 0");
    expect(numberMask.accepts({ kind: "integer", bits: 16 })).toBe(false);
  });
});

describe("a shuffle", () => {
  it("keeps all values, moves each of them, and moves the columns of a group together", () => {
    const cities = Array.from({ length: 100 }, (_, i) => `city ${i}`);
    const zips = Array.from({ length: 100 }, (_, i) => `zip ${i}`);
    const moved = masked(shuffleMask, { group: "place" }, cities);
    expect(new Set(moved)).toEqual(new Set(cities));
    expect(moved.filter((cell, i) => cell === cities[i])).toEqual([]);
    const along = masked(shuffleMask, { group: "place" }, zips, { domain: "other" });
    expect(along).toEqual(moved.map((cell) => cell?.replace("city", "zip")));
    expect(masked(shuffleMask, {}, cities)).not.toEqual(moved);
  });
});

describe("a hierarchy", () => {
  it("hides what its file does not have", () => {
    expect(masked(hierarchyMask, { file: "cities.csv" }, ["Berlin"])).toEqual(["*"]);
    const problems = hierarchyMask.problems?.(
      { file: "c.csv", level: 2, otherwise: "*" },
      {
        column: { name: "city", type: "", valueType: { kind: "text" }, nullable: true },
        unique: false,
        columns: [],
        pools: { "c.csv": { columns: ["city", "country"], lines: [["Berlin", "DE"]] } },
      },
    );
    expect(problems?.[0]?.message).toBe("c.csv has 2 columns, and level 2 needs 3.");
  });
});
