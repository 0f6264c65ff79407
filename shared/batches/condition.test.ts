import { expect, test } from "vitest";
import { allRows, smallPlan } from "../plan/small-design.ts";
import type { Rule } from "../rules/rule.ts";
import { checkDesign } from "../rules/check-rules.ts";

const made = (generator: string, params: Record<string, unknown>, when?: string): Rule => ({
  kind: "generate",
  generator,
  params,
  ...(when === undefined ? {} : { when }),
});
const status = made("integer", { min: 1, max: 2 });
const tables = (orders: Record<string, Rule | "key" | "ref">) =>
  ({
    stores: { columns: { id: "key", city: made("sequence", { start: 500 }) }, rows: 10 },
    orders: { columns: { id: "key", ...orders }, rows: 400, references: { store: "stores(id)" } },
  }) as const;

test("a column has values where its condition holds, and a key takes its parent's columns with it", () => {
  const plan = smallPlan(
    tables({
      status,
      "weight?": made("integer", { min: 1, max: 9 }, "status == 2"),
      "store?": made("foreign-key", {}, "weight != null && random() < 0.5"),
      "city?": made("copy", { column: "store.city" }),
    }),
  );
  const rows = allRows(plan, "orders");
  for (const row of rows) {
    expect(row["weight"] === null).toBe(row["status"] !== 2);
    expect(row["city"] === null).toBe(row["store"] === null);
    if (row["weight"] === null) expect(row["store"]).toBeNull();
  }
  const shipped = rows.filter((row) => row["status"] === 2);
  const sold = shipped.filter((row) => row["store"] !== null);
  expect(sold.length).toBeGreaterThan(shipped.length * 0.3);
  expect(sold.length).toBeLessThan(shipped.length * 0.7);
  expect(allRows(plan, "orders", 7)).toEqual(rows);
});

test.each([
  [
    "names no column",
    "weight?",
    "statu == 2",
    "The condition of orders.weight: orders has no column statu. Did you mean status?",
  ],
  ["is no condition", "weight?", "1 + 1", "The condition of orders.weight is not true or false."],
  ["asks for other rows", "weight?", "ordinal == 1", "may name columns of the row and of its parents only"],
  ["is of a required column", "weight", "status == 1", "orders.weight must have a value"],
  ["is made of itself", "weight?", "weight > 3", "orders.weight is made of itself"],
])("a condition that %s is refused", (_what, column, when, message) => {
  const plan = smallPlan(tables({ status, [column]: made("integer", {}, when) }));
  const problems = checkDesign(plan.design, plan.catalogue);
  expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
  expect(problems.every(({ severity }) => severity === "error")).toBe(true);
});
