import { describe, expect, test } from "vitest";
import { codePointLength } from "../../base/code-points.ts";
import { streamOf } from "../../random/stream.ts";
import type { EngineId, TableModel } from "../../schema/schema-model.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { misfit } from "../structure/value-table.ts";
import type { Generator } from "../generator.ts";
import type { EdgePlace } from "./edge-catalogue.ts";
import { generators } from "../index.ts";
import { bind, cellsOf, range } from "../test-bench.ts";
import { edgeCatalogue } from "./edge-overlay.ts";
import { naughtyStrings } from "./naughty-strings.ts";

const place = (type: ValueType, more: Partial<EdgePlace> = {}): EdgePlace => ({
  engine: "sqlite",
  column: { name: "c", type: "", valueType: type, nullable: true },
  type,
  unique: false,
  ...more,
});
const all = edgeCatalogue.packs.map(({ id }) => id);
const valuesOf = (type: ValueType, more: Partial<EdgePlace> = {}, packs: readonly string[] = all): readonly string[] =>
  edgeCatalogue.values({ share: 0.1, packs }, place(type, more));

const generatorOf = (id: string): Generator => {
  const found = generators.find((generator) => generator.id === id);
  if (!found) throw new RangeError(id);
  return found;
};

const checked = (...checks: string[]): TableModel => ({
  id: "t",
  schema: "main",
  name: "t",
  columns: [
    { name: "c", type: "INTEGER", valueType: { kind: "integer", bits: 32 }, nullable: false },
    { name: "other", type: "INTEGER", valueType: { kind: "integer", bits: 32 }, nullable: false },
  ],
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: checks.map((expression, k) => ({ name: `check${k}`, expression })),
});

describe("edge values", () => {
  test("are within what the type, the length and the precision allow", () => {
    const types: readonly ValueType[] = [
      { kind: "integer", bits: 8 },
      { kind: "integer", bits: 16, unsigned: true },
      { kind: "integer", bits: 64 },
      { kind: "decimal", precision: 5, scale: 2 },
      { kind: "text", maxLength: 7 },
      { kind: "date" },
      { kind: "time" },
      { kind: "timestamp" },
      { kind: "json" },
      { kind: "uuid" },
      { kind: "enum", values: ["a", "b"] },
    ];
    for (const type of types) {
      const values = valuesOf(type);
      expect(values.length).toBeGreaterThan(1);
      expect(values.filter((value) => misfit(value, type) !== undefined)).toEqual([]);
    }
    expect(valuesOf({ kind: "decimal", precision: 5, scale: 2 })).toEqual(
      expect.arrayContaining(["999.99", "-999.99", "0.5"]),
    );
    expect(valuesOf({ kind: "decimal", precision: 5, scale: 2 }).every((text) => Math.abs(Number(text)) < 1000)).toBe(
      true,
    );
    expect(Math.max(...valuesOf({ kind: "text", maxLength: 7 }).map(codePointLength))).toBe(7);
  });

  test("keep a CHECK of the column, and leave a column alone that a CHECK ties to another", () => {
    const type: ValueType = { kind: "integer", bits: 32 };
    const values = valuesOf(type, { table: checked("c >= 0 AND c < 40000") });
    expect(values).toEqual(expect.arrayContaining(["0", "32768"]));
    expect(values.filter((value) => Number(value) < 0 || Number(value) >= 40_000)).toEqual([]);
    expect(valuesOf(type, { table: checked("c < other") })).toEqual([]);
    expect(valuesOf(type, { table: checked("other > 3") }).length).toBeGreaterThan(10);
  });

  test("go beyond the limits only where asked", () => {
    const type: ValueType = { kind: "text", maxLength: 20 };
    const longest = (invalid: boolean): number =>
      Math.max(...edgeCatalogue.values({ share: 1, packs: ["boundaries"], invalid }, place(type)).map(codePointLength));
    expect([longest(false), longest(true)]).toEqual([20, 21]);
  });

  test("have NUL where the engine holds it", () => {
    const withNul = (engine: EngineId): number =>
      valuesOf({ kind: "text" }, { engine }).filter((text) => text.includes("\0")).length;
    expect([withNul("sqlite"), withNul("mysql"), withNul("postgresql")]).toEqual([1, 1, 0]);
  });

  test("use card numbers that pass Luhn's check, and e-mail addresses of nobody", () => {
    const luhn = (digits: string): boolean =>
      [...digits].toReversed().reduce((sum, digit, k) => {
        const value = Number(digit) * (k % 2 === 0 ? 1 : 2);
        return sum + (value > 9 ? value - 9 : value);
      }, 0) %
        10 ===
      0;
    const cards = valuesOf({ kind: "text" }, {}, ["cards"]);
    expect(cards.filter((card) => !luhn(card.replaceAll(/[ -]/g, "")))).toEqual([]);
    const reserved = /@(?:.*\.)?(?:example\.(?:com|net|org)|[^.@]+\.example|[^.@]+\.test)$|@\[.*\]$/i;
    expect(valuesOf({ kind: "text" }, {}, ["emails"]).filter((address) => !reserved.test(address))).toEqual([]);
  });

  test("have every naughty string", () => {
    expect(naughtyStrings.length).toBe(458);
    expect(valuesOf({ kind: "text" })).toEqual(expect.arrayContaining([...naughtyStrings]));
  });
});

describe("a share of edge values", () => {
  const draw = { share: 0.1, stream: streamOf(1, "t", "c", "edges"), unique: false, rowCount: 1000, batchRows: 512 };

  test.each([
    ["integer", { kind: "integer", bits: 64 }],
    ["decimal", { kind: "decimal", precision: 10, scale: 2 }],
    ["lorem", { kind: "text" }],
    ["weighted-choice", { kind: "text" }],
    ["timestamp", { kind: "timestamp" }],
    ["bytes", { kind: "bytes" }],
  ] as const)("of %s leaves every other cell as it was, in any order", (id, type) => {
    const plain = cellsOf(bind(generatorOf(id), {}, { type, locales: [] }), range(1000));
    const bound = bind(generatorOf(id), {}, { type, locales: [] });
    const kernel = edgeCatalogue.overlay(bound.kernel, edgeCatalogue.values(draw, place(type)), draw);
    const mixed = cellsOf({ kernel }, range(1000));
    const changed = range(1000).filter((row) => mixed[row] !== plain[row]);
    expect(changed.length).toBeGreaterThan(70);
    expect(changed.length).toBeLessThan(130);
    expect(cellsOf({ kernel }, range(1000).toReversed(), 33).toReversed()).toEqual(mixed);
  });

  test("of a unique column keeps it unique, without regard to case", () => {
    const type: ValueType = { kind: "text" };
    const bound = bind(generatorOf("slug"), {}, { type, locales: [], unique: true, rowCount: 1000 });
    const values = edgeCatalogue.values(draw, place(type, { unique: true }));
    const kernel = edgeCatalogue.overlay(bound.kernel, values, { ...draw, unique: true });
    const cells = cellsOf({ kernel }, range(1000));
    expect(new Set(cells.map((cell) => cell?.toLowerCase())).size).toBe(1000);
    expect(cells.filter((cell) => cell !== null && values.includes(cell)).length).toBe(100);
  });

  test("reaches the limits of 64 bits", () => {
    const type: ValueType = { kind: "integer", bits: 64 };
    const values = edgeCatalogue.values({ share: 1, packs: ["boundaries"] }, place(type));
    const kernel = edgeCatalogue.overlay(bind(generatorOf("integer"), {}, { type, locales: [] }).kernel, values, {
      ...draw,
      share: 1,
    });
    expect(cellsOf({ kernel }, range(100))).toEqual(
      expect.arrayContaining(["9223372036854775807", "-9223372036854775808"]),
    );
  });
});
