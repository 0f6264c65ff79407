import { afterAll, afterEach, describe, expect, test } from "vitest";
import { failure, loadInto, type Asked } from "./load-bench.ts";
import { contentOf, engines, modelOf, type EngineDatabase } from "./load-engines.ts";
import { WorkerPool } from "./worker-pool.ts";

// What every engine promises of a load, on real servers. What only one of them does is tested beside it.

const shop = modelOf(`
  CREATE TABLE customers (id INTEGER PRIMARY KEY, email VARCHAR(80) NOT NULL UNIQUE, balance DECIMAL(10,2), vip BOOLEAN NOT NULL, born DATE, seen TIMESTAMP);
  CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), status VARCHAR(10) NOT NULL);
  CREATE TABLE order_items (order_id INTEGER NOT NULL REFERENCES orders (id), line INTEGER NOT NULL, "select" VARCHAR(20), PRIMARY KEY (order_id, line));
`);
const rows = { customers: 40, orders: 100, order_items: 250 };

const ring = modelOf(`
  CREATE TABLE stores (id INTEGER PRIMARY KEY, manager INTEGER NOT NULL REFERENCES staff (id));
  CREATE TABLE staff (id INTEGER PRIMARY KEY, store INTEGER NOT NULL REFERENCES stores (id), boss INTEGER NOT NULL REFERENCES staff (id));
  CREATE TABLE shifts (id INTEGER PRIMARY KEY, staff INTEGER NOT NULL REFERENCES staff (id));
`);

const pool = new WorkerPool();
afterAll(() => pool.end());
let open: EngineDatabase[] = [];
afterEach(async () => {
  for (const database of open) await database.drop();
  open = [];
});

// Where no server answers its engine is left out, with a word; CI makes that an error.
const available = engines.filter((engine) => engine.available);
for (const { id } of engines.filter((engine) => !engine.available)) process.stderr.write(`No ${id} to load into.\n`);

describe.each(available)("$id", (engine) => {
  const make = async (model = shop): Promise<EngineDatabase> => {
    const database = await engine.make(model);
    open.push(database);
    return database;
  };
  const load = (database: EngineDatabase, asked: Asked = {}) =>
    loadInto(database.address, pool, { rowOverrides: rows, ...asked });

  test("rows are loaded and proved, and rows of one's own can follow", async () => {
    const database = await make();
    const { proof, promise } = await load(database);
    expect(promise.atomic).toBe(true);
    expect(proof).toMatchObject({ foreignKeys: 2, uniques: 4, rows: 390, findings: [] });
    await database.run("INSERT INTO customers (email, vip) VALUES ('next@example.com', '1')");
  });

  test("the rows do not depend on the workers", async () => {
    const [one, two] = [await make(), await make()];
    const many = { customers: 2000, orders: 10_000, order_items: 30_000 };
    await load(one, { rowOverrides: many, options: { workers: 1, inline: false } });
    await load(two, { rowOverrides: many, options: { workers: 2, inline: false } });
    expect(await contentOf(one.address)).toBe(await contentOf(two.address));
  });

  test("tables that need each other, and themselves, without a NULL anywhere, twice", async () => {
    const database = await make(ring);
    const ringRows = { stores: 20, staff: 200, shifts: 300 };
    expect((await load(database, { rowOverrides: ringRows })).proof).toMatchObject({
      foreignKeys: 4,
      rows: 520,
      findings: [],
    });
    const again = await load(database, { rowOverrides: ringRows, clear: "delete" });
    expect(again.proof).toMatchObject({ foreignKeys: 4, rows: 520, findings: [] });
  });

  test("rows that are there are refused, cleared, emptied or updated, as chosen", async () => {
    const database = await make();
    await load(database);
    const before = await contentOf(database.address);
    const said = await failure(load(database));
    expect(said.code).toBe("load-failed");
    expect(said.message).not.toMatch(/example\.com/);
    expect(await contentOf(database.address)).toBe(before);
    for (const asked of [{ existing: "update" }, { clear: "delete" }, { clear: "truncate" }] as const) {
      await load(database, asked);
      expect(await contentOf(database.address)).toBe(before);
    }
    expect((await load(database, { existing: "update", rowOverrides: { ...rows, customers: 45 } })).proof?.rows).toBe(
      395,
    );
  });

  test("a column that is gone since the design stops it before the first write", async () => {
    const [design, database] = [await make(), await make()];
    await load(database);
    await database.run("ALTER TABLE orders DROP COLUMN status");
    const before = await contentOf(database.address);
    const said = await failure(load(database, { designedOn: design.address, clear: "delete" }));
    expect(said.code).toBe("target-changed");
    expect(said.message).toMatch(/has no column status in orders\.$/);
    expect(await contentOf(database.address)).toBe(before);
  });

  test("children without their parents are refused, and nothing stays", async () => {
    const database = await make();
    const said = await failure(load(database, { tables: ["orders"] }));
    expect(said.code).toBe("load-failed");
    expect(said.message).toMatch(/orders/);
    expect(await contentOf(database.address)).toBe("[]");
  });

  test("a cancel in the middle leaves the database as it was, and says so", async () => {
    const database = await make();
    await load(database);
    const before = await contentOf(database.address);
    const controller = new AbortController();
    const said = await failure(
      load(database, {
        rowOverrides: { customers: 1000, orders: 200_000, order_items: 600_000 },
        clear: "delete",
        options: {
          signal: controller.signal,
          inline: false,
          progress: (now) => {
            if (now().rows > 30_000) controller.abort();
          },
        },
      }),
    );
    expect(said.code).toBe("cancelled");
    expect(said.message).toMatch(/^The load was cancelled\. ./);
    expect(await contentOf(database.address)).toBe(before);
  });
});
