import { expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import { columnOf, modelOf, tableOf } from "./small-schema.ts";
import { suggestTable } from "./suggest-table.ts";

const date = (name: string, nullable = true) => columnOf(name, "timestamp", { nullable });

function conditions(status: string, ...dates: readonly ReturnType<typeof date>[]) {
  const values = status.split(" ").map((value) => `'${value}'`);
  const table = tableOf(
    "orders",
    [columnOf("id"), columnOf("status", "varchar(20)"), date("placed_at", false), ...dates],
    {
      primaryKey: ["id"],
      checks: [{ name: "known", expression: `status IN (${values.join(", ")})` }],
    },
  );
  const rules = [...suggestTable(table, modelOf(table), generatorCatalogue)];
  return Object.fromEntries(
    rules.flatMap(([name, { rule }]) =>
      rule.kind === "generate" && rule.when !== undefined ? [[name, rule.when]] : [],
    ),
  );
}

test("the date of a stage stands in the rows that have reached it, and in no other", () => {
  expect(
    conditions(
      "new paid shipped delivered returned cancelled",
      date("paid_at"),
      date("shipped_at"),
      date("cancelled_at"),
    ),
  ).toEqual({
    paid_at: 'status in ["paid", "shipped", "delivered", "returned"]',
    shipped_at: 'status in ["shipped", "delivered", "returned"]',
    cancelled_at: 'status == "cancelled"',
  });
  expect(conditions("draft published archived", date("published_at"))).toEqual({
    published_at: 'status in ["published", "archived"]',
  });
});

test("a stage that the status does not know, and a date that must be there, follow from nothing", () => {
  expect(conditions("active blocked", date("shipped_at"))).toEqual({});
  expect(conditions("new shipped", date("shipped_at", false))).toEqual({});
});
