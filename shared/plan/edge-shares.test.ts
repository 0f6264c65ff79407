import { describe, expect, test } from "vitest";
import type { Rule } from "../rules/rule.ts";
import { allRows, smallPlan, type TableWords } from "./small-design.ts";

const amounts = (edge?: Extract<Rule, { kind: "generate" }>["edge"]): Rule => ({
  kind: "generate",
  generator: "integer",
  params: { min: 1, max: 1000 },
  ...(edge ? { edge } : {}),
});
const tables = (amount: Rule, more: Record<string, TableWords> = {}): Record<string, TableWords> => ({
  items: { columns: { id: "key", amount, size: amounts() }, rows: 2000 },
  ...more,
});
const edgeProblems = (plan: ReturnType<typeof smallPlan>) => plan.problems.filter(({ code }) => code === "edge-values");

describe("a share of edge values in a column", () => {
  const plain = allRows(smallPlan(tables(amounts())), "items");
  const mixed = allRows(smallPlan(tables(amounts({ share: 0.02 }))), "items");

  test("changes about that many of its cells and no other", () => {
    const changed = mixed.filter((row, at) => String(row["amount"]) !== String(plain[at]?.["amount"]));
    expect(changed.length).toBeGreaterThan(20);
    expect(changed.length).toBeLessThan(60);
    expect(mixed.map(({ id, size }) => [id, size])).toEqual(plain.map(({ id, size }) => [id, size]));
    expect(changed.map((row) => String(row["amount"]))).toContain("9223372036854775807");
  });

  test("a larger share keeps the cells that had edge values", () => {
    const more = allRows(smallPlan(tables(amounts({ share: 0.2 }))), "items");
    const kept = mixed.filter((row, at) => String(row["amount"]) !== String(plain[at]?.["amount"]));
    expect(kept.filter((row) => String(more[Number(row["id"]) - 1]?.["amount"]) !== String(row["amount"]))).toEqual([]);
  });

  test("is refused, with the way out, where it would break a total or a reference", () => {
    const owned = smallPlan({
      orders: {
        columns: {
          id: "key",
          total: { kind: "generate", generator: "aggregate", params: { figure: "sum", of: "lines.amount" } },
        },
        rows: 20,
      },
      lines: {
        columns: {
          id: "key",
          order: { kind: "generate", generator: "foreign-key", params: {}, edge: { share: 0.5 } },
          amount: amounts({ share: 0.5 }),
        },
        rows: { per: "orders", from: 1, to: 3, without: 0 },
        references: { order: "orders(id)" },
      },
    });
    expect(edgeProblems(owned).map(({ message }) => message)).toEqual([
      "lines.order gets no edge values: its values point to rows of another table.",
      "lines.amount gets no edge values: orders.total is a figure over its values, which would overflow.",
    ]);
    const total = allRows(owned, "orders").reduce((sum, row) => sum + Number(row["total"]), 0);
    expect(total).toBe(allRows(owned, "lines").reduce((sum, row) => sum + Number(row["amount"]), 0));
    expect(edgeProblems(owned)[1]?.fixes[0]?.edit).toEqual({
      kind: "set-rule",
      table: "lines",
      column: "amount",
      rule: amounts(),
    });
  });

  test("names a pack that does not exist, and the nearest", () => {
    const [problem] = edgeProblems(smallPlan(tables(amounts({ share: 0.1, packs: ["number"] }))));
    expect(problem?.message).toBe("items.amount asks for edge values of the unknown pack `number`.");
    expect(problem?.fixes.map(({ label }) => label)).toEqual(["Use numbers"]);
  });
});
