import { expect, test } from "vitest";
import { catalogue } from "../../catalogue/index.ts";
import { newProject } from "../../project/new-project.ts";
import { designOf } from "../design-of.ts";
import { columnOf, modelOf, tableOf } from "../small-schema.ts";
import type { Rule } from "../rule.ts";
import { suggestByValues } from "./suggest-by-values.ts";

const lists = { given: new Set<string>(), family: new Set<string>(), cities: new Set<string>() };
const project = newProject({ source: "x", seed: 1, now: "2026-01-01", locales: { en: 1 } });

/** What 100 values of a column of `note` speak for. */
function byValues(
  type: string,
  write: (n: number) => string | null,
  more: { readonly name?: string; readonly unique?: true; readonly edited?: Rule } = {},
) {
  const { name = "a17", unique, edited } = more;
  const table = tableOf("note", [columnOf("id"), columnOf(name, type)], {
    primaryKey: ["id"],
    ...(unique ? { uniques: [{ name: "u", columns: [name] }] } : {}),
  });
  const columns = edited === undefined ? {} : { [name]: edited };
  const design = designOf(modelOf(table), { ...project, tables: { [table.id]: { columns } } }, catalogue);
  const cells = Array.from({ length: 100 }, (_, n) => write(n));
  const found = suggestByValues(design, catalogue, lists, (_, column) => (column.name === name ? cells : undefined));
  return found[0];
}

test("values say what a name does not, with how many of them do", () => {
  expect(byValues("text", (n) => (n < 3 ? "never" : `2024-03-${10 + (n % 20)}`))).toMatchObject({
    rule: { generator: "date" },
    reason: "97 of 100 sampled values are dates",
    lists: false,
  });
  expect(byValues("text", (n) => `{"a":${n}}`)).toMatchObject({ rule: { generator: "json" } });
  expect(byValues("text", (n) => `ORD-${1000 + n}`)).toMatchObject({
    rule: { generator: "pattern", params: { pattern: "ORD-[1-9][0-9]{3}" } },
  });
});

test("numbers get the bounds of the sample, rounded outward so that none is told", () => {
  const found = byValues("integer", (n) => String(10_137 + n * 531));
  expect(found).toMatchObject({ rule: { params: { min: 10_000, max: 63_000 } } });
  expect(found?.reason).toBe("all 100 sampled values lie between 10000 and 63000");
});

test("few distinct values become a list with their weights, but not one that only few rows have", () => {
  expect(byValues("text", (n) => (n < 75 ? "open" : n < 98 ? "shut" : "secret case of Ms Meier"))).toMatchObject({
    rule: { generator: "weighted-choice", params: { values: { open: 77, shut: 23 } } },
    lists: true,
  });
  expect(byValues("text", (n) => ["open", "shut"][n % 2] ?? "", { unique: true })).toBeUndefined();
});

test("weights of values that the schema lists tell no value", () => {
  expect(byValues("integer", (n) => (n < 90 ? "0" : "1"))).toMatchObject({
    rule: { generator: "weighted-choice" },
    lists: false,
  });
});

test("values of people are invented anew and never listed", () => {
  const emails = (n: number): string => `person${n % 4}@example.org`;
  const found = byValues("text", emails);
  expect(found).toMatchObject({
    rule: { generator: "internet.email" },
    reason: "all 100 sampled values have the form of an e-mail address",
    lists: false,
  });
  // The name says it already, and its rule knows the row's other columns.
  expect(byValues("text", emails, { name: "email" })).toBeUndefined();
  expect(byValues("text", (n) => (n % 2 === 0 ? "male" : "female"), { name: "gender" })).toBeUndefined();
});

test("a rule set by hand stays, and too few values say nothing", () => {
  expect(byValues("text", () => "2024-03-10", { edited: { kind: "null" } })).toBeUndefined();
  expect(byValues("text", (n) => (n < 10 ? `2024-03-${10 + n}` : null))).toBeUndefined();
});
