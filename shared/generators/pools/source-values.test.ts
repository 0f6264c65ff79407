import { expect, test } from "vitest";
import type { SchemaPlace } from "../generator.ts";
import { bind, cellsOf, range } from "../test-bench.ts";
import { sourceValues, sourceValuesKey } from "./source-values.ts";

const table: SchemaPlace["table"] = {
  id: "t",
  schema: "main",
  name: "t",
  columns: [],
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
};
const schema: SchemaPlace = { model: { engine: "sqlite", defaultSchema: "main", tables: [table], views: [] }, table };
const lines = [
  ["red", "1"],
  ["green", "3"],
  ["blue", "6"],
];
const cells = (seed: number): readonly (string | null)[] => {
  const pools = { [sourceValuesKey("t", "c")]: { columns: ["value", "count"], lines } };
  const bench = {
    type: { kind: "text" },
    locales: [],
    seed,
    rowCount: 1000,
    schema,
    pools,
  } as const;
  return [...cellsOf(bind(sourceValues, {}, bench), range(1000))];
};

test.each([
  [1, "red blue red green blue blue"],
  [2, "blue green blue blue red blue"],
  [3, "blue blue blue green green green"],
])("values for seed %i", (seed, expected) => {
  expect(cells(seed).slice(0, 6).join(" ")).toBe(expected);
});

test("each value comes as often as it was counted", () => {
  const blue = cells(1).filter((value) => value === "blue").length;
  expect(blue).toBeGreaterThan(540);
  expect(blue).toBeLessThan(660);
});
