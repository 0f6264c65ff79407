import Database from "better-sqlite3";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Rule } from "../../shared/rules/rule.ts";
import { openSource, openTarget } from "../drivers/open-source.ts";
import { failure, SqliteBench } from "./load-bench.ts";

let bench: SqliteBench;
beforeEach(() => {
  bench = new SqliteBench();
});
afterEach(() => bench.end());

const shop = `
  CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE, balance DECIMAL(10,2), vip BOOLEAN);
  CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), status TEXT NOT NULL CHECK (status IN ('new', 'paid')));
  CREATE TABLE order_items (order_id INTEGER NOT NULL REFERENCES orders (id), line INTEGER NOT NULL, note TEXT, PRIMARY KEY (order_id, line)) WITHOUT ROWID;
`;
const rows = { customers: 40, orders: 100, order_items: 250 };

describe("SQLite", () => {
  test("rows are loaded and proved, and the next number is free", async () => {
    bench.make("a.sqlite", shop);
    const { proof, promise, rows: loaded } = await bench.load("a.sqlite", { rowOverrides: rows });
    expect(promise.atomic).toBe(true);
    expect(loaded).toBe(390);
    expect(proof).toEqual({ foreignKeys: 2, uniques: 4, checks: 1, sequences: 2, rows: 390, findings: [] });
    expect(bench.faults("a.sqlite")).toEqual([]);
    bench.on("a.sqlite", (opened) => {
      expect(opened.prepare("INSERT INTO customers (email) VALUES ('next')").run().lastInsertRowid).toBe(41);
    });
  });

  test("a load gives the rows of an export, whatever the workers", async () => {
    bench.make("a.sqlite", shop);
    bench.make("b.sqlite", shop);
    const many = { customers: 500, orders: 30_000, order_items: 60_000 };
    await bench.load("a.sqlite", { rowOverrides: many, options: { workers: 2, inline: false } });
    await bench.load("b.sqlite", { rowOverrides: many, options: { workers: 1, inline: false } });
    expect(bench.content("a.sqlite")).toBe(bench.content("b.sqlite"));
    expect(bench.query("a.sqlite", "SELECT count(*) FROM order_items")).toBe(60_000);
  });

  test("tables that need each other, and themselves, without a NULL anywhere", async () => {
    bench.make(
      "ring.sqlite",
      `CREATE TABLE stores (id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES staff (id));
       CREATE TABLE staff (id INTEGER PRIMARY KEY, store INTEGER NOT NULL REFERENCES stores (id), boss INTEGER NOT NULL REFERENCES staff (id))`,
    );
    const { proof } = await bench.load("ring.sqlite", { rowOverrides: { stores: 20, staff: 200 } });
    expect(proof).toMatchObject({ foreignKeys: 3, findings: [], rows: 220 });
    expect(bench.faults("ring.sqlite")).toEqual([]);
  });

  test("STRICT tables, names that need quotes, a table of defaults only", async () => {
    bench.make(
      "odd.sqlite",
      `CREATE TABLE "Ödd ""name""" ("select" INTEGER PRIMARY KEY, "a.b" TEXT NOT NULL, amount REAL, data BLOB) STRICT;
       CREATE TABLE plain (a INTEGER, b TEXT, c ANY, rowid TEXT)`,
    );
    const { proof } = await bench.load("odd.sqlite", { rowOverrides: { 'Ödd "name"': 30, plain: 30 } });
    expect(proof).toMatchObject({ rows: 60, findings: [] });
    expect(bench.faults("odd.sqlite")).toEqual([]);
  });

  test("generated columns are left to the database", async () => {
    bench.make(
      "gen.sqlite",
      "CREATE TABLE g (id INTEGER PRIMARY KEY, net INTEGER NOT NULL, gross INTEGER GENERATED ALWAYS AS (net * 2) STORED UNIQUE)",
    );
    await bench.load("gen.sqlite", {
      rowOverrides: { g: 10 },
      rules: { g: { net: { kind: "generate", generator: "sequence", params: {} } } },
    });
    expect(bench.query("gen.sqlite", "SELECT count(*) FROM g WHERE gross = net * 2")).toBe(10);
  });

  test("triggers run where they are on, do not where they are off, and are the same after", async () => {
    const script = `${shop}
      CREATE TABLE log (id INTEGER PRIMARY KEY, what TEXT);
      CREATE TRIGGER  noted   AFTER INSERT ON orders BEGIN INSERT INTO log (what) VALUES ('order; ' || new.id); END;
      CREATE TRIGGER later AFTER UPDATE ON customers BEGIN SELECT 1; END`;
    bench.make("on.sqlite", script);
    bench.make("off.sqlite", script);
    const tables = ["customers", "orders", "order_items"];
    await bench.load("on.sqlite", { rowOverrides: rows, tables });
    expect(bench.query("on.sqlite", "SELECT count(*) FROM log")).toBe(100);
    const before = bench.on("off.sqlite", (opened) =>
      opened.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").all(),
    );
    const { promise } = await bench.load("off.sqlite", { rowOverrides: rows, tables, triggers: "off" });
    expect(promise.notes.join(" ")).toMatch(/2 triggers of the tables are taken away/);
    expect(bench.query("off.sqlite", "SELECT count(*) FROM log")).toBe(0);
    expect(
      bench.on("off.sqlite", (opened) =>
        opened.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").all(),
      ),
    ).toEqual(before);
  });

  test("a trigger that calls what only another program has: said, and not in the way when triggers are off", async () => {
    bench.make(
      "app.sqlite",
      `CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); CREATE TRIGGER own AFTER INSERT ON t BEGIN SELECT app_sync(new.id); END`,
    );
    const said = await failure(bench.load("app.sqlite", { rowOverrides: { t: 5 } }));
    expect(said).toMatchObject({
      code: "load-failed",
      message: /calls the function app_sync.* Nothing was changed\.$/,
    });
    await bench.load("app.sqlite", { rowOverrides: { t: 5 }, triggers: "off" });
    expect(bench.query("app.sqlite", "SELECT count(*) FROM t")).toBe(5);
    expect(bench.query("app.sqlite", "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'")).toBe(1);
  });

  test("rows that are there are refused, cleared, or updated, as chosen", async () => {
    bench.make("a.sqlite", shop);
    await bench.load("a.sqlite", { rowOverrides: rows });
    const before = bench.content("a.sqlite");
    const said = await failure(bench.load("a.sqlite", { rowOverrides: rows }));
    expect(said).toMatchObject({
      code: "load-failed",
      message: /customers\.id stands in the table already.* Nothing was changed\.$/,
    });
    expect(bench.content("a.sqlite")).toBe(before);

    await bench.load("a.sqlite", { rowOverrides: { ...rows, customers: 50 }, existing: "update" });
    expect(bench.query("a.sqlite", "SELECT count(*) FROM customers")).toBe(50);
    expect(bench.query("a.sqlite", "SELECT count(*) FROM order_items")).toBe(250);

    await bench.load("a.sqlite", { rowOverrides: rows, clear: "delete" });
    expect(bench.content("a.sqlite")).not.toBe(before);
    expect(bench.query("a.sqlite", "SELECT seq FROM sqlite_sequence")).toBe(50);
    await bench.load("a.sqlite", { rowOverrides: rows, clear: "truncate" });
    expect(bench.content("a.sqlite")).toBe(before);
    expect(bench.faults("a.sqlite")).toEqual([]);
  });

  test("clearing says which other rows go with it, and refuses to leave orphans", async () => {
    bench.make(
      "a.sqlite",
      `${shop} CREATE TABLE visits (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers (id) ON DELETE CASCADE);
       CREATE TABLE debts (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers (id));
       INSERT INTO customers (id, email) VALUES (999, 'x'); INSERT INTO visits VALUES (1, 999);`,
    );
    const tables = ["customers", "orders", "order_items"];
    const { promise } = await bench.load("a.sqlite", { rowOverrides: rows, tables, clear: "delete" });
    expect(promise.notes).toContain(
      "Rows of visits that reference customers are deleted too: their key says ON DELETE CASCADE.",
    );
    expect(bench.query("a.sqlite", "SELECT count(*) FROM visits")).toBe(0);
    // The index that makes it quick goes again.
    expect(bench.query("a.sqlite", "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")).toBe(
      0,
    );

    bench.make("a.sqlite", "INSERT INTO customers (id, email) VALUES (999, 'x'); INSERT INTO debts VALUES (1, 999)");
    const before = bench.content("a.sqlite");
    const said = await failure(bench.load("a.sqlite", { rowOverrides: rows, tables, clear: "delete" }));
    expect(said).toMatchObject({
      code: "load-failed",
      message: /^1 row of debts would reference rows of customers that are not there\. Nothing was changed\.$/,
    });
    expect(bench.content("a.sqlite")).toBe(before);
  });

  test("children without their parents: the key is named", async () => {
    bench.make("a.sqlite", shop);
    const said = await failure(bench.load("a.sqlite", { rowOverrides: rows, tables: ["orders"] }));
    expect(said).toMatchObject({
      code: "load-failed",
      message: "100 rows of orders would reference rows of customers that are not there. Nothing was changed.",
    });
  });

  test.each([
    ["ALTER TABLE orders DROP COLUMN status", /a\.sqlite has no column status in orders\./],
    ["DROP TABLE order_items", /a\.sqlite has no table order_items\./],
    ["DROP TABLE order_items; DROP TABLE orders; DROP TABLE customers", /a\.sqlite has no tables yet\./],
    ["ALTER TABLE orders ADD COLUMN region TEXT NOT NULL DEFAULT ''", undefined],
    [
      "ALTER TABLE customers DROP COLUMN balance; ALTER TABLE customers ADD COLUMN balance TEXT",
      /customers\.balance is TEXT in a\.sqlite, and DECIMAL\(10,2\) in the project\./,
    ],
  ])("the target changed since the design: %s", async (change, message) => {
    bench.make("design.sqlite", shop);
    bench.make("a.sqlite", shop.replace(" CHECK (status IN ('new', 'paid'))", ""));
    bench.make("a.sqlite", change);
    const before = bench.content("a.sqlite");
    const run = bench.load("a.sqlite", { rowOverrides: rows, designedOn: "design.sqlite" });
    if (message === undefined) {
      expect((await run).rows).toBe(390);
      return;
    }
    expect(await failure(run)).toMatchObject({ code: "target-changed", message });
    expect(bench.content("a.sqlite")).toBe(before);
  });

  test("another program that reads or writes the file", async () => {
    bench.make("a.sqlite", shop);
    bench.make("a.sqlite", "INSERT INTO customers (email) VALUES ('here')");
    const other = new Database(bench.at("a.sqlite"));
    other.exec("BEGIN; SELECT * FROM customers");
    other.prepare("SELECT * FROM customers").get();
    const said = await failure(bench.load("a.sqlite", { rowOverrides: rows }));
    expect(said).toMatchObject({ code: "target-locked", message: /^a\.sqlite is in use by another program\./ });
    other.close();
    expect((await bench.load("a.sqlite", { rowOverrides: rows, clear: "delete" })).rows).toBe(390);
  });

  test("while a file is loaded, this process does not open it beside", async () => {
    bench.make("a.sqlite", shop);
    const target = await openTarget(bench.at("a.sqlite"));
    await expect(openSource(bench.at("a.sqlite"))).rejects.toMatchObject({
      code: "source-locked",
      message: /^Seedloom is loading/,
    });
    await expect(openTarget(bench.at("a.sqlite"))).rejects.toMatchObject({ code: "source-locked" });
    await target.close();
    await (await openSource(bench.at("a.sqlite"))).close();
  });

  test("a problem of the plan stops a load before it writes", async () => {
    bench.make("a.sqlite", "CREATE TABLE t (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE)");
    const before = bench.content("a.sqlite");
    const rule: Rule = { kind: "generate", generator: "constant", params: { value: "same" } };
    const said = await failure(bench.load("a.sqlite", { rowOverrides: { t: 10 }, rules: { t: { code: rule } } }));
    expect(["capacity-exceeded", "export-blocked"]).toContain(said.code);
    expect(bench.content("a.sqlite")).toBe(before);
  });

  test("a cancelled load leaves the file as it was, and says so", async () => {
    bench.make("a.sqlite", shop);
    await bench.load("a.sqlite", { rowOverrides: rows });
    const before = bench.content("a.sqlite");
    const controller = new AbortController();
    const begin = performance.now();
    let cancelledAt = 0;
    const said = await failure(
      bench.load("a.sqlite", {
        rowOverrides: { customers: 1000, orders: 200_000, order_items: 500_000 },
        clear: "delete",
        options: {
          signal: controller.signal,
          inline: false,
          progress: (now) => {
            if (now().rows > 50_000 && cancelledAt === 0) {
              cancelledAt = performance.now() - begin;
              controller.abort();
            }
          },
        },
      }),
    );
    expect(said).toMatchObject({ code: "cancelled", message: "The load was cancelled. Nothing was changed." });
    expect(cancelledAt).toBeGreaterThan(0);
    expect(bench.content("a.sqlite")).toBe(before);
    expect(bench.faults("a.sqlite")).toEqual([]);
  });

  test("a cancel at any step is answered with what is true of the file", async () => {
    bench.make("a.sqlite", shop);
    await bench.load("a.sqlite", { rowOverrides: rows });
    const many = { customers: 400, orders: 9000, order_items: 16_000 };
    const run = async (step: number): Promise<{ readonly said: string; readonly steps: number }> => {
      const controller = new AbortController();
      let steps = 0;
      const progress = (): void => {
        if (++steps === step) controller.abort();
      };
      const options = { signal: controller.signal, inline: false, progress };
      const loaded = bench.load("a.sqlite", { rowOverrides: many, clear: "delete", options });
      const said =
        step === 0 ? loaded.then(() => "") : failure(loaded).then(({ code, message }) => `${code} ${message}`);
      return { said: await said, steps };
    };
    const { steps } = await run(0);
    const all = bench.content("a.sqlite");
    bench.make("a.sqlite", "DELETE FROM order_items; DELETE FROM orders; DELETE FROM customers");
    const none = bench.content("a.sqlite");
    expect(steps).toBeGreaterThan(8);
    for (const step of [1, 2, 3, steps >> 1, steps - 3, steps - 2]) {
      expect((await run(step)).said).toBe("cancelled The load was cancelled. Nothing was changed.");
      expect(bench.content("a.sqlite")).toBe(none);
    }
    // The last step but one is the proof, by which time the rows stand.
    expect((await run(steps - 1)).said).toBe("cancelled The proof was cancelled.");
    expect(bench.content("a.sqlite")).toBe(all);
  });

  test.each([1, 2, 3, 4])("a process that is killed in the middle leaves the file as it was (%i)", async (part) => {
    bench.make("a.sqlite", shop);
    await bench.load("a.sqlite", { rowOverrides: rows });
    const before = bench.content("a.sqlite");
    const script = bench.at("load.mjs");
    const module = (path: string): string => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));
    writeFileSync(
      script,
      `import { openTarget } from ${module("../drivers/open-source.ts")};
       import { runLoad } from ${module("./load-run.ts")};
       import { WorkerPool } from ${module("./worker-pool.ts")};
       const target = await openTarget(${JSON.stringify(bench.at("a.sqlite"))});
       const project = { source: "x", seed: 1, now: "2026-11-22", locales: { en: 1 }, tables: {}, scenarios: {}, exports: [] };
       await runLoad(
         { model: await target.model(), project, referenceDate: "2026-11-22", clear: "delete", existing: "refuse", triggers: "off",
           rowOverrides: { customers: 1000, orders: 30000, order_items: 90000 } },
         { target, pool: new WorkerPool(), workers: 1, prove: false, signal: new AbortController().signal,
           progress: (now) => { if (now().rows > ${part * 25_000}) process.kill(process.pid, "SIGKILL"); } });`,
    );
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "inherit", "inherit"] });
    const [, signal] = (await once(child, "exit")) as [number | null, string | null];
    expect(signal).toBe("SIGKILL");
    expect(bench.content("a.sqlite")).toBe(before);
    expect(bench.faults("a.sqlite")).toEqual([]);
  });
});
