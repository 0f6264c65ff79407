import { expect, test } from "vitest";
import type { SchemaModel, TableModel } from "../../schema/schema-model.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { pattern } from "../pattern/pattern.ts";
import type { Generator } from "../generator.ts";
import { constant } from "./constant.ts";
import { weightedChoice } from "./weighted-choice.ts";

const table: TableModel = {
  id: "t",
  schema: "public",
  name: "t",
  columns: [],
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
};
const model = (engine: SchemaModel["engine"]): SchemaModel => ({
  engine,
  defaultSchema: "public",
  tables: [table],
  views: [],
});
const said = (
  generator: Generator,
  params: Record<string, unknown>,
  type: ValueType = { kind: "text" },
  engine: SchemaModel["engine"] = "postgresql",
): string[] =>
  (
    generator.problems?.(generator.params.parse(params) as Record<string, unknown>, {
      type,
      columns: [],
      schema: { model: model(engine), table },
    }) ?? []
  ).map(({ message, fix }) => `${message}${fix ? ` [${fix.label}]` : ""}`);

test("weights that add up to 0", () => {
  expect(said(weightedChoice, { values: { a: 0, b: 0 } })).toEqual(["The weights add up to 0. [Weigh them alike]"]);
  expect(said(weightedChoice, { values: [{ value: "a", weight: 0 }] })).toEqual([
    "The weights add up to 0. [Weigh them alike]",
  ]);
  expect(said(weightedChoice, { values: { a: 0, b: 1 } })).toEqual([]);
  expect(weightedChoice.describe({ values: { a: 0, b: 0 } }, { kind: "text" })).toBe("a 50%, b 50%");
});

test("a value that is longer than the column", () => {
  const type: ValueType = { kind: "text", maxLength: 3 };
  expect(said(constant, { value: "four" }, type)).toEqual(['"four" is longer than 3 characters.']);
  expect(said(weightedChoice, { values: ["abc", "four"] }, type)).toEqual(['"four" is longer than 3 characters.']);
  expect(said(pattern, { pattern: "[a-z]{5}" }, type)).toEqual([
    "The pattern needs at least 5 characters, and the column holds 3.",
  ]);
});

test("a NUL character, where the engine cannot hold one", () => {
  expect(said(constant, { value: "a\0b" })).toEqual([
    String.raw`"a\u0000b" has a NUL character, which PostgreSQL cannot hold.`,
  ]);
  expect(said(constant, { value: "a\0b" }, { kind: "text" }, "mysql")).toEqual([]);
  expect(said(weightedChoice, { values: ["a\0b"] })).toHaveLength(1);
});

test("a pattern whose repetitions multiply without end", () => {
  expect(said(pattern, { pattern: "((a{1000}){1000}){100}" })).toEqual([
    "The pattern makes texts of up to 100000000 characters; 100000 is the most.",
  ]);
  expect(said(pattern, { pattern: "(a+)+$" })).toEqual([]);
});
