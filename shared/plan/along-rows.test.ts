import { describe, expect, test } from "vitest";
import { tryRules } from "../batches/try-rules.ts";
import { allRows, smallPlan, type TableWords } from "./small-design.ts";

const rule = (generator: string, params: Record<string, unknown>) => ({ kind: "generate", generator, params }) as const;
const number = (min: number, max: number) => rule("integer", { min, max });

const ledger = (entries: Partial<TableWords> = {}): Record<string, TableWords> => ({
  accounts: { columns: { id: "key", opening: number(100, 900) }, rows: 30 },
  entries: {
    columns: {
      id: "key",
      account: "ref",
      amount: number(1, 50),
      kind: number(1, 2),
      balance: rule("running-total", { column: "amount", opening: "account.opening", kind: "kind", negative: ["2"] }),
    },
    rows: { per: "accounts", from: 0, to: 60, without: 0 },
    references: { account: "accounts(id)" },
    ...entries,
  },
});

describe("along an owner's rows", () => {
  test("an account's balance is its opening and all bookings up to each", () => {
    const plan = smallPlan(ledger());
    const opening = new Map(allRows(plan, "accounts").map((row) => [row["id"], Number(row["opening"])]));
    const balances = new Map<unknown, number>();
    const rows = allRows(plan, "entries", 7);
    expect(rows.length).toBeGreaterThan(500);
    for (const row of rows) {
      const before = balances.get(row["account"]) ?? opening.get(row["account"]) ?? Number.NaN;
      const after = before + Number(row["amount"]) * (row["kind"] === 2 ? -1 : 1);
      expect(row["balance"]).toBe(after);
      balances.set(row["account"], after);
    }
    expect(allRows(plan, "entries", 64)).toEqual(rows);
    expect(allRows(plan, "entries", 1)).toEqual(rows);
  });

  test("a balance that the column cannot hold is NULL, and told", () => {
    const balance = rule("running-total", { column: "amount", start: Number.MAX_SAFE_INTEGER - 40 });
    const plan = smallPlan(ledger({ columns: { id: "key", account: "ref", amount: number(20, 20), balance } }));
    const balances = new Set(allRows(plan, "entries").map((row) => row["balance"]));
    expect(balances).toEqual(new Set([Number.MAX_SAFE_INTEGER - 20, Number.MAX_SAFE_INTEGER, null]));
    expect(tryRules(plan, "entries", 1000).map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^cell-failed \d+% of the rows of entries.balance are NULL.*: the total is beyond what/),
    ]);
  });

  test("a run of rows without end is refused beforehand", () => {
    const along = (rows: TableWords["rows"]) =>
      smallPlan(ledger({ rows })).problems.filter(({ column }) => column === "balance");
    expect(along({ per: "accounts", from: 1, to: 200, without: 0 })).toEqual([]);
    expect(along(200_000).map(({ message }) => message)).toEqual([
      "entries has 200000 rows in one run; a value is made from 100000 rows before it at the most.",
    ]);
  });

  test("a history goes from the first status by the steps that are allowed", () => {
    const next = { 1: { 2: 3, 9: 1 }, 2: { 3: 1 }, 3: { 2: 1, 4: 1 } };
    const plan = smallPlan({
      orders: { columns: { id: "key" }, rows: 40 },
      history: {
        columns: { order: "ref", line: "line", status: rule("status-history", { next }) },
        rows: { per: "orders", from: 1, to: 9, without: 0 },
        primaryKey: ["order", "line"],
        references: { order: "orders(id)" },
      },
    });
    const rows = allRows(plan, "history", 16);
    const allowed = new Set(["1-2", "1-9", "2-3", "3-2", "3-4", "4-4", "9-9"]);
    const seen = new Set<string>();
    rows.forEach((row, at) => {
      if (row["line"] === 1) expect(String(row["status"])).toBe("1");
      else seen.add(`${String(rows[at - 1]?.["status"])}-${String(row["status"])}`);
    });
    expect([...seen].filter((step) => !allowed.has(step))).toEqual([]);
    expect(seen.size).toBe(allowed.size);
    expect(allRows(plan, "history", 3)).toEqual(rows);
  });
});
