import { describe, expect, test } from "vitest";
import { tableReader } from "../batches/table-reader.ts";
import { cellAt } from "../vectors/cells.ts";
import { allRows, smallPlan, type TableWords } from "./small-design.ts";

const number = (min: number, max: number) =>
  ({ kind: "generate", generator: "integer", params: { min, max } }) as const;
const customers: TableWords = { columns: { id: "key" }, rows: 300 };
const people: TableWords = {
  columns: { id: "key", "parent?": "ref" },
  rows: 200,
  references: { parent: "people(id)" },
};

describe("across tables", () => {
  const rule = (generator: string, params: Record<string, unknown>) =>
    ({ kind: "generate", generator, params }) as const;
  const plan = smallPlan({
    countries: { columns: { id: "key", currency: number(1, 9) }, rows: 12 },
    customers: { columns: { id: "key", country: "ref" }, rows: 50, references: { country: "countries(id)" } },
    orders: {
      columns: {
        id: "key",
        customer: "ref",
        currency: rule("copy", { column: "customer.country.currency" }),
        total: rule("aggregate", { figure: "sum", of: "items.amount" }),
        lines: rule("aggregate", { figure: "count", of: "items" }),
        "highest?": rule("aggregate", { figure: "max", of: "items.amount" }),
        worth: rule("formula", { expression: "sum(items.amount * items.line) - count(items)" }),
      },
      rows: { per: "customers", from: 1, to: 4, without: 0 },
      references: { customer: "customers(id)" },
    },
    items: {
      columns: { order: "ref", line: "line", amount: number(1, 1000) },
      rows: { per: "orders", from: 1, to: 30, without: 0.1 },
      primaryKey: ["order", "line"],
      references: { order: "orders(id)" },
    },
  });

  test("an order takes its currency from its customer's country", () => {
    const currencies = new Map(allRows(plan, "countries").map((row) => [row["id"], row["currency"]]));
    const countries = new Map(allRows(plan, "customers").map((row) => [row["id"], row["country"]]));
    for (const order of allRows(plan, "orders")) {
      expect(order["currency"]).toBe(currencies.get(countries.get(order["customer"] ?? null) ?? null));
    }
  });

  test("line numbers that are read on their own count from the first batch on", () => {
    const lines = (columns?: readonly string[]) => {
      const reader = tableReader(plan, "items", { batchRows: 8, ...(columns ? { columns } : {}) });
      const { vectors, count } = reader.readRange(0, 8);
      const vector = vectors[reader.columns.findIndex(({ name }) => name === "line")];
      return Array.from({ length: count }, (_, i) => vector && cellAt(vector, i));
    };
    expect(lines(["line"])).toEqual(lines());
  });

  test("an order's figures are those of its items, whatever the batch", () => {
    const items = allRows(plan, "items");
    for (const order of allRows(plan, "orders", 7)) {
      const amounts = items.filter((item) => item["order"] === order["id"]).map((item) => Number(item["amount"]));
      expect(order["lines"]).toBe(amounts.length);
      expect(order["total"]).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
      const lines = items.filter((item) => item["order"] === order["id"]).map((item) => Number(item["line"]));
      const worth = amounts.reduce((sum, amount, k) => sum + amount * (lines[k] ?? 0), 0);
      expect(Number(order["worth"])).toBe(worth - amounts.length);
      expect(order["highest"]).toBe(amounts.length === 0 ? null : Math.max(...amounts));
    }
  });
});

describe("references that the database does not declare", () => {
  const rule = (generator: string, params: Record<string, unknown>) =>
    ({ kind: "generate", generator, params }) as const;

  test("a virtual foreign key, and one whose table depends on another column (SDV#2136)", () => {
    const numbered = (start: number): TableWords => ({ columns: { id: rule("sequence", { start }) }, rows: 40 });
    const plan = smallPlan({
      posts: numbered(1),
      photos: numbered(1001),
      comments: {
        columns: {
          id: "key",
          author: rule("lookup", { of: "posts.id" }),
          kind: number(1, 2),
          subject: rule("polymorphic", { by: "kind", of: { 1: "posts.id", 2: "photos.id" } }),
        },
        rows: 200,
      },
    });
    for (const row of allRows(plan, "comments", 13)) {
      expect(Number(row["author"])).toBeGreaterThan(0);
      expect(Number(row["author"])).toBeLessThanOrEqual(40);
      expect(Number(row["subject"]) > 1000).toBe(row["kind"] === 2);
    }
    expect(allRows(plan, "comments", 13)).toEqual(allRows(plan, "comments", 200));
  });
});

test("figures of figures multiply, and are refused beyond what a cell may be evaluated from", () => {
  const sum = (of: string) => ({ kind: "generate", generator: "aggregate", params: { figure: "sum", of } }) as const;
  const owned = (owner: string, count: number, columns: TableWords["columns"]): TableWords => ({
    columns: { id: "key", up: "ref", ...columns },
    rows: { per: owner, from: count, to: count, without: 0 },
    references: { up: `${owner}(id)` },
  });
  const { problems } = smallPlan({
    regions: { columns: { id: "key", total: sum("shops.total") }, rows: 1 },
    shops: owned("regions", 1_000_000, { total: sum("sales.amount") }),
    sales: owned("shops", 1000, { amount: number(1, 9) }),
  });
  expect(problems).toMatchObject([{ severity: "error", table: "regions", column: "total", fixes: [{}] }]);
  expect(problems[0]?.message).toContain(
    "can take 1,000,000,000 rows to evaluate, for shops.total is made of owned rows",
  );
});

describe("a cell is a function of its address", () => {
  const tables = {
    customers,
    people,
    orders: {
      columns: { id: "key", customer: "ref", amount: number(1, 1_000_000) },
      rows: { per: "customers", from: 0, to: 6, without: 0 },
      references: { customer: "customers(id)" },
    },
  } as const satisfies Record<string, TableWords>;

  test("whatever the batch size", () => {
    const plan = smallPlan(tables);
    expect(allRows(plan, "orders", 7)).toEqual(allRows(plan, "orders", 512));
  });

  test("another table or column changes no value", () => {
    const before = allRows(smallPlan(tables), "orders");
    const { id, ...rest } = tables.orders.columns;
    const wider = smallPlan({
      extra: customers,
      ...tables,
      orders: { ...tables.orders, columns: { note: number(1, 9), ...rest, id } },
    });
    expect(allRows(wider, "orders")).toEqual(before.map((row) => ({ ...row, note: expect.anything() as unknown })));
  });

  test("another seed gives other values", () => {
    expect(allRows(smallPlan(tables, 2), "orders")).not.toEqual(allRows(smallPlan(tables, 1), "orders"));
  });
});
