import { describe, expect, test } from "vitest";
import { spreadRows } from "../batches/profile.ts";
import { tryRules } from "../batches/try-rules.ts";
import { checkDesign } from "../rules/check-rules.ts";
import type { Rule } from "../rules/rule.ts";
import { allRows, smallPlan } from "./small-design.ts";

const made = (generator: string, params: Record<string, unknown> = {}): Rule => ({
  kind: "generate",
  generator,
  params,
});
const mix = (...rules: readonly Record<string, unknown>[]): Rule => made("mix", { rules });
const between = (min: number, max: number) => ({ integer: { min, max } });

const tables = (orders: Record<string, Rule | "key" | "ref" | "line">) =>
  ({
    stores: { columns: { id: "key", city: made("sequence", { start: 500 }) }, rows: 10 },
    orders: {
      columns: {
        id: "key",
        status: made("integer", { min: 1, max: 3 }),
        divisor: made("integer", { min: 0, max: 2 }),
        ...orders,
      },
      rows: 600,
      references: { store: "stores(id)" },
    },
  }) as const;

describe("a mix of rules", () => {
  test("takes the first whose condition holds, else by weight", () => {
    const plan = smallPlan(
      tables({
        store: "ref",
        fee: mix(
          { rule: between(1000, 1999), weight: 3 },
          { rule: between(2000, 2999) },
          { rule: { copy: "store.city" }, when: "status == 2" },
          { rule: { formula: "status * 10 + divisor" }, when: "status == 3 || status == 2" },
        ),
      }),
    );
    const rows = allRows(plan, "orders");
    const others = rows.filter(({ status }) => status === 1);
    for (const { status, fee: exact, store, divisor } of rows) {
      const fee = Number(exact);
      if (status === 2) expect(fee).toBe(Number(store) + 499);
      else if (status === 3) expect(fee).toBe(30 + Number(divisor));
      else expect(fee >= 1000 && fee < 3000).toBe(true);
    }
    const light = others.filter(({ fee }) => Number(fee) < 2000).length / others.length;
    expect(light > 0.65 && light < 0.85).toBe(true);
    expect(checkDesign(plan.design, plan.catalogue)).toEqual([]);
    expect(allRows(plan, "orders", 7)).toEqual(rows);
  });

  test("weighs rules of the same condition against each other", () => {
    const plan = smallPlan(
      tables({
        fee: mix(
          { rule: between(1, 1), when: "status == 1", weight: 0 },
          { rule: between(2, 2), when: " status == 1 " },
          { rule: between(9, 9) },
        ),
      }),
    );
    for (const { status, fee } of allRows(plan, "orders")) expect(fee).toBe(status === 1 ? 2 : 9);
  });

  test("asks a rule for its own rows only", () => {
    const rule = { formula: "status / divisor" };
    const guarded = smallPlan(tables({ fee: mix({ rule, when: "divisor != 0" }, { rule: between(7, 7) }) }));
    expect(tryRules(guarded, "orders", 200)).toEqual([]);
    const open = smallPlan(tables({ "fee?": mix({ rule, when: "divisor != 1" }, { rule: between(7, 7) }) }));
    expect(tryRules(open, "orders", 200).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^\d+% of the rows of orders\.fee are NULL: division by zero, as in row \d+\.$/),
    ]);
  });

  test("leaves no value where no rule is for the row, and says so where there must be one", () => {
    const rules = [{ rule: between(7, 7), when: "status == 1" }];
    const loose = smallPlan(tables({ "fee?": mix(...rules) }));
    for (const { status, fee } of allRows(loose, "orders")) expect(fee).toBe(status === 1 ? 7 : null);
    expect(tryRules(loose, "orders", 100)).toEqual([]);
    const strict = smallPlan(tables({ fee: mix(...rules) }));
    expect(tryRules(strict, "orders", 100).map(({ message }) => message)).toEqual([
      expect.stringMatching(/are NULL, which the column does not take: no rule of the mix is for it, as in row \d+\.$/),
    ]);
  });

  test("counts the rows that a row owns in a condition", () => {
    const plan = smallPlan({
      carts: {
        columns: { id: "key", size: mix({ rule: between(1, 1), when: "count(lines) > 2" }, { rule: between(0, 0) }) },
        rows: 40,
      },
      lines: {
        columns: { id: "key", cart: "ref" },
        rows: { per: "carts", from: 1, to: 4, without: 0 },
        owner: "carts",
        references: { cart: "carts(id)" },
      },
    });
    const counts = new Map<unknown, number>();
    for (const { cart } of allRows(plan, "lines")) counts.set(cart, (counts.get(cart) ?? 0) + 1);
    const carts = allRows(plan, "carts");
    for (const { id, size } of carts) expect(size).toBe((counts.get(id) ?? 0) > 2 ? 1 : 0);
    expect(new Set(carts.map(({ size }) => size)).size).toBe(2);
  });

  test("mixes a mix, and any row alone is the row of the whole", () => {
    const plan = smallPlan(
      tables({
        fee: mix(
          { rule: { mix: [{ rule: between(1, 5) }, { rule: { formula: "status * 100" } }] } },
          { rule: between(6, 9) },
        ),
      }),
    );
    const rows = allRows(plan, "orders");
    for (const row of spreadRows(600, 10)) expect(allRows(plan, "orders", 1)[row]).toEqual(rows[row]);
  });

  test.each([
    ["made of itself", { rule: { formula: "fee + 1" }, when: "status == 1" }, "orders.fee is made of itself"],
    ["of a column that is not there", { rule: between(1, 2), when: "statu == 1" }, "Did you mean status?"],
    ["no condition", { rule: between(1, 2), when: "status" }, "The condition of rule 2 is not true or false."],
    ["a key", { rule: "foreign-key", when: "status == 1" }, "cannot use `foreign-key`, which needs rows of its own"],
  ])("is refused where a rule is %s", (_what, line, message) => {
    const plan = smallPlan(tables({ fee: mix({ rule: between(1, 2) }, line) }));
    const problems = checkDesign(plan.design, plan.catalogue);
    expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
  });
});
