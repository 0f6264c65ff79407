import { describe, expect, test } from "vitest";
import { allRows, smallPlan, type TableWords } from "./small-design.ts";

const number = (min: number, max: number) =>
  ({ kind: "generate", generator: "integer", params: { min, max } }) as const;

const customers = (pinned?: TableWords["pinned"]): TableWords => ({
  columns: { id: "key", "age?": number(18, 90), badge: number(1, 60) },
  uniques: [["badge"]],
  rows: 50,
  ...(pinned === undefined ? {} : { pinned }),
});
const orders: TableWords = {
  columns: { id: "key", customer: "ref" },
  rows: 200,
  references: { customer: "customers(id)" },
};

describe("pinned rows", () => {
  const ada = { name: "ada", values: { id: 7, age: 36, badge: 3 } };
  const nemo = { name: "nemo", values: { age: null, badge: 4 } };
  const plain = smallPlan({ customers: customers(), orders });
  const plan = smallPlan({ customers: customers([ada, nemo]), orders });

  test("come first, as they are written; what they do not say is made as ever", () => {
    const [first, second] = allRows(plan, "customers");
    expect(first).toEqual({ id: 7, age: 36, badge: 3 });
    expect(second).toEqual({ id: 2, age: null, badge: 4 });
    expect(plan.problems).toEqual([]);
  });

  test("leave other rows alone, but for values that would come twice", () => {
    const before = allRows(plain, "customers");
    const after = allRows(plan, "customers");
    const changed = after.flatMap((row, at) =>
      at > 1 && JSON.stringify(row) !== JSON.stringify(before[at]) ? [at] : [],
    );
    // Row 7 had the id that is pinned now; at most two rows had the badges.
    expect(changed.length).toBeLessThanOrEqual(3);
    for (const column of ["id", "badge"] as const) expect(new Set(after.map((row) => row[column])).size).toBe(50);
    expect(after[6]?.["id"]).toBe(1);
  });

  test("swap in rings, and among themselves", () => {
    const ring = [4, 1, 2, 3].map((id, at) => ({ name: `r${at}`, values: { id } }));
    const ids = allRows(smallPlan({ customers: customers(ring) }), "customers").map(({ id }) => id);
    expect(ids.slice(0, 6)).toEqual([4, 1, 2, 3, 5, 6]);
    expect(new Set(ids).size).toBe(50);
  });

  test("are what references point to, whatever the batch", () => {
    const keys = new Set(allRows(plan, "customers").map(({ id }) => id));
    const rows = allRows(plan, "orders", 7);
    expect(rows).toEqual(allRows(plan, "orders", 64));
    expect(rows.every(({ customer }) => keys.has(customer ?? null))).toBe(true);
  });

  test("raise a row count that is lower", () => {
    const few = { ...customers([ada, nemo]), rows: 1 };
    expect(allRows(smallPlan({ customers: few }), "customers")).toHaveLength(2);
  });

  test("what stands against them is told", () => {
    const wrong = [
      { name: "a", values: { badges: 3, badge: 2 } },
      { name: "b", values: { id: null, age: "old", badge: 2 } },
    ];
    const { problems } = smallPlan({ customers: customers(wrong) });
    expect(problems.map(({ message }) => message)).toEqual([
      "The pinned row a of customers names badges, which is no column of it; the nearest is badge.",
      "The pinned row b of customers has NULL in id, which may not be NULL.",
      expect.stringMatching(/^The pinned row b of customers has a value in age that is no /),
      "The pinned rows a and b of customers have the same badge, which must be unique.",
    ]);
  });

  test("a check that a row breaks by what it pins is told, and one that the rest of the row decides is not", () => {
    const rows = [
      { name: "a", values: { age: 12, badge: 3 } },
      { name: "b", values: { badge: 4 } },
    ];
    const checked = { ...customers(rows), checks: ["age > badge", "badge <> 3"] };
    expect(smallPlan({ customers: checked }).problems.map(({ message }) => message)).toEqual([
      "The pinned row a of customers breaks CHECK (badge <> 3).",
    ]);
  });
});
