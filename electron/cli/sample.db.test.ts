import Database from "better-sqlite3";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CliBench } from "./test-bench.ts";

let bench: CliBench;
beforeEach(() => {
  bench = new CliBench();
  const database = new Database(bench.database);
  database.pragma("foreign_keys = OFF");
  database.exec(`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
      INSERT INTO customers SELECT i, 'c' || i || '@example.com', 'Name', 1, i FROM n;
    INSERT INTO orders SELECT id, 1 + (id * 7) % 200, 'new', '2026-01-01' FROM customers;
    INSERT INTO order_items SELECT id, 1, 1 FROM orders UNION ALL SELECT id, 2, 1 FROM orders WHERE id % 2 = 0;`);
  database.close();
});
afterEach(() => rmSync(bench.home, { recursive: true, force: true }));

const kept = (...columns: readonly string[]): string =>
  columns.map((name) => `      ${name}: { keep: a test looks at it }\n`).join("");
const tables = {
  customers: `  customers:\n    mode: mask\n    columns:\n${kept("email", "name", "balance")}`,
  orders: "  orders: { mode: mask }\n",
  generated: "  orders: { rows: 50 }\n",
  skipped: "  orders: { mode: skip }\n",
  items: "  order_items: { mode: mask }\n",
  madeItems: "  order_items: { rows: 80 }\n",
  rest: "  departments: { mode: skip }\n  employees: { mode: skip }\n",
};

function project(...parts: readonly string[]): void {
  mkdirSync(bench.project, { recursive: true });
  const head = "seedloom: 1\nsource: ../shop.sqlite\nseed: 1\nnow: 2026-01-01\nlocales: { en: 1 }\ntables:\n";
  writeFileSync(bench.path("project", "seedloom.yaml"), head + parts.join(""));
}

const mask = (...words: readonly string[]) =>
  bench.run("mask", bench.project, "--format", "csv", "--out", bench.path("out"), "--leak-check", "off", ...words);
const rowsOf = (table: string): readonly Readonly<Record<string, string>>[] =>
  parse(readFileSync(bench.path("out", `${table}.csv`), "utf8"), { columns: true });

describe("seedloom mask --sample", () => {
  test("takes some rows, and what belongs to them", async () => {
    project(tables.customers, tables.orders, tables.items, tables.rest);
    expect(await mask("--sample", "customers:id <= 3")).toMatchObject({ code: 0 });
    const ids = rowsOf("customers").map(({ id }) => id);
    expect(ids).toEqual(["1", "2", "3"]);
    const orders = rowsOf("orders");
    expect(orders.every(({ customer_id }) => ids.includes(customer_id ?? ""))).toBe(true);
    expect(
      rowsOf("order_items")
        .map(({ order_id }) => order_id)
        .every((id) => orders.some((order) => order["id"] === id)),
    ).toBe(true);
    expect(await mask("--sample", "customers:12")).toMatchObject({ code: 0 });
    expect(rowsOf("customers")).toHaveLength(12);
    expect(await mask("--sample", "customers:#17,42")).toMatchObject({ code: 0 });
    expect(rowsOf("customers").map(({ id }) => id)).toEqual(["17", "42"]);
  });

  test("lets generated rows point to sampled ones only", async () => {
    project(tables.customers, tables.generated, tables.madeItems, tables.rest);
    expect(await mask("--sample", "customers:10")).toMatchObject({ code: 0 });
    const ids = new Set(rowsOf("customers").map(({ id }) => id));
    expect(ids.size).toBe(10);
    expect(rowsOf("orders")).toHaveLength(50);
    expect(rowsOf("orders").every(({ customer_id }) => ids.has(customer_id ?? ""))).toBe(true);
  });

  test("stops before it writes where a sampled row would refer to a skipped table", async () => {
    project(tables.customers, tables.skipped, tables.items, tables.rest);
    const outcome = await mask("--sample", "order_items:5%");
    expect(outcome.code).toBe(1);
    expect(outcome.err).toContain("Rows of order_items refer to orders, which is skipped.");
    expect(readdirSync(bench.home)).not.toContain("out");
  });

  test("is refused where it says nothing that can be done", async () => {
    project(tables.customers, tables.orders, tables.items, tables.rest);
    expect(await mask("--sample", "custmers:5")).toMatchObject({ code: 2, err: expect.stringContaining("customers") });
    expect(await mask("--sample", "customers")).toMatchObject({ code: 2 });
    expect(await mask("--sample", "departments:5")).toMatchObject({
      code: 2,
      err: expect.stringContaining("mode: mask"),
    });
    expect(await mask("--sample", "customers:id = 1; DROP TABLE orders")).toMatchObject({ code: 1 });
    expect(await mask("--sample", "customers:idd = 1")).toMatchObject({
      code: 3,
      err: expect.stringContaining("no such column: idd"),
    });
    expect(await mask("--sample", "customers:#999")).toMatchObject({
      code: 1,
      err: expect.stringContaining("no row 999"),
    });
  });
});

describe("seedloom sample", () => {
  test("counts what a project takes, and says why a row is there", async () => {
    project(
      tables.customers.replace("columns:", "sample: { keys: [8] }\n    columns:"),
      tables.orders,
      tables.items,
      tables.rest,
    );
    const counts = await bench.run("sample", bench.project, "--json");
    expect(JSON.parse(counts.out)).toEqual({
      tables: [
        { table: "customers", rows: 1, chosen: 1, of: 200 },
        { table: "orders", rows: 1, chosen: 0, of: 200 },
        { table: "order_items", rows: 1, chosen: 0, of: 300 },
      ],
      whole: [],
    });
    const why = await bench.run("sample", bench.project, "--table", "order_items", "--row", "1");
    expect(why.out.split("\n")).toEqual([
      "customers row 1 (id = 8): picked",
      "  orders row 1 (id = 1): belongs to that row of customers by customer_id",
      "    order_items row 1 (order_id = 1, line = 1): belongs to that row of orders by order_id",
      "",
    ]);
    expect(await bench.run("sample", bench.project, "--table", "orders", "--row", "9")).toMatchObject({
      code: 2,
      err: expect.stringContaining("has 1 row of orders"),
    });
    expect(await bench.run("sample", bench.project, "--table", "orders")).toMatchObject({ code: 2 });
  });

  test("lists what is taken whole, since no key connects it with the sample", async () => {
    const database = new Database(bench.database);
    database.exec(
      "CREATE TABLE texts (id INTEGER PRIMARY KEY, size INTEGER); INSERT INTO texts SELECT id, id FROM customers",
    );
    database.close();
    project(
      tables.customers.replace("columns:", "sample: { keys: [8] }\n    columns:"),
      tables.orders,
      tables.items,
      tables.rest,
      "  texts: { mode: mask }\n",
    );
    const counts = await bench.run("sample", bench.project, "--json");
    expect(JSON.parse(counts.out)).toMatchObject({ whole: [{ table: "texts", rows: 200 }] });
    expect((await bench.run("sample", bench.project)).out).toMatch(/^ *texts +all +200 +200 *$/mu);
  });

  test("says so where a project takes all rows", async () => {
    project(tables.customers, tables.orders, tables.items, tables.rest);
    expect(await bench.run("sample", bench.project)).toMatchObject({
      code: 1,
      err: expect.stringContaining("all rows"),
    });
  });
});
