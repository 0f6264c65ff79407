import { afterAll, afterEach, describe, expect, test } from "vitest";
import { openTarget } from "../drivers/open-source.ts";
import { createDatabase, testServer, type TestDatabase } from "../drivers/postgresql/test-database.ts";
import { failure, loadInto } from "./load-bench.ts";
import { content, shop } from "./postgresql-bench.ts";
import { WorkerPool } from "./worker-pool.ts";

const server = await testServer();
const pool = new WorkerPool();
afterAll(() => pool.end());

let open: TestDatabase[] = [];
afterEach(async () => {
  for (const database of open) await database.drop();
  open = [];
});
async function make(script: string): Promise<TestDatabase> {
  const database = await createDatabase(script);
  open.push(database);
  return database;
}

describe.skipIf(server === undefined)("a load that ends early (skipped where no server answers)", () => {
  const many = { customers: 2000, orders: 40_000, order_items: 80_000 };
  const begun = (database: TestDatabase): Promise<readonly Record<string, unknown>[]> =>
    database.run(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'seedloom' AND xact_start IS NOT NULL AND backend_xid IS NOT NULL",
    );

  /** Does something to the loading connection at a moment that is another each time. */
  async function meddle(database: TestDatabase, turn: number, what: (pid: unknown) => Promise<unknown>): Promise<void> {
    for (const giveUp = Date.now() + 60_000; Date.now() < giveUp;) {
      const [found] = await begun(database);
      if (found !== undefined) {
        await new Promise((resolve) => setTimeout(resolve, turn * 17));
        await what(found["pid"]);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  test("cut at any moment, the message says what is true", async () => {
    const database = await make(shop);
    const empty = await content(database);
    const messages: string[] = [];
    for (let turn = 0; turn < 20; turn++) {
      const [ended] = await Promise.allSettled([
        loadInto(database.address, pool, { rowOverrides: many, options: { inline: false, prove: false } }),
        meddle(database, turn, (pid) => database.run(`SELECT pg_terminate_backend(${String(pid)})`)),
      ]);
      const loaded = (await content(database))["order_items"] !== empty["order_items"];
      if (ended.status === "rejected") {
        const said = await failure(Promise.reject(ended.reason));
        messages.push(said.message);
        expect(said).toMatchObject({ code: "connection-lost" });
        expect(said.message).toMatch(loaded ? /The rows are loaded/ : /Nothing was changed\.$/);
      }
      if (loaded) await database.run("TRUNCATE customers, orders, order_items");
      if (loaded) await database.run("ALTER SEQUENCE customers_id_seq RESTART; ALTER SEQUENCE orders_id_seq RESTART");
    }
    expect(messages.length).toBeGreaterThan(5);
  });

  test("cancelled, it stops on the server and leaves nothing", async () => {
    const database = await make(shop);
    const empty = await content(database);
    for (const turn of [0, 5, 12]) {
      const stop = new AbortController();
      const [ended] = await Promise.allSettled([
        loadInto(database.address, pool, {
          rowOverrides: { ...many, order_items: 400_000 },
          options: { inline: false, signal: stop.signal },
        }),
        meddle(database, turn, async () => stop.abort()),
      ]);
      expect(await failure(Promise.reject(ended.status === "rejected" ? ended.reason : undefined))).toEqual({
        code: "cancelled",
        message: "The load was cancelled. Nothing was changed.",
        hint: "",
      });
      expect(await begun(database)).toEqual([]);
      expect(await content(database)).toEqual(empty);
    }
  });
});

describe.skipIf(server === undefined)("the proof (skipped where no server answers)", () => {
  test("finds what constraints that were dropped have let in", async () => {
    const database = await make(`${shop} CREATE EXTENSION btree_gist;
      CREATE TABLE bookings (id int PRIMARY KEY, room int NOT NULL, during daterange NOT NULL, CONSTRAINT apart EXCLUDE USING gist (room WITH =, during WITH &&));
      INSERT INTO customers (email) VALUES ('a'), ('b'); INSERT INTO orders (customer_id, status) VALUES (1, 'new'), (2, 'paid');
      INSERT INTO bookings VALUES (1, 1, '[2024-01-01,2024-01-05)');`);
    const target = await openTarget(database.address);
    const { tables } = await target.model();
    const { signal } = new AbortController();
    expect(await target.prove(tables, signal)).toEqual({
      foreignKeys: 2,
      uniques: 6,
      checks: 1,
      sequences: 2,
      rows: 5,
      findings: [],
    });
    await database.run(`
      ALTER TABLE orders DROP CONSTRAINT orders_customer_id_fkey, DROP CONSTRAINT orders_status_check, ALTER status DROP NOT NULL;
      ALTER TABLE customers DROP CONSTRAINT customers_email_key; ALTER TABLE bookings DROP CONSTRAINT apart;
      INSERT INTO customers (email) VALUES ('a'), ('a'); INSERT INTO orders VALUES (7, 99, 'lost'), (8, 1, NULL);
      INSERT INTO bookings VALUES (2, 1, '[2024-01-04,2024-01-09)'), (3, 2, '[2024-01-04,2024-01-09)');`);
    const { findings } = await target.prove(tables, signal);
    expect(findings.map(({ kind, name, rows: broken, message }) => [kind, name, broken, message])).toEqual([
      ["exclusion", "apart", 2, "apart of bookings is broken by 2 rows that meet another."],
      [
        "unique",
        "customers_email_key",
        2,
        "customers_email_key of customers must be unique, and is a repetition in 2 rows.",
      ],
      ["not-null", "status", 1, "orders.status must have a value, and is NULL in one row."],
      [
        "foreign-key",
        "orders_customer_id_fkey",
        1,
        "orders_customer_id_fkey of orders refers to no row of customers in one row.",
      ],
      ["check", "orders_status_check", 1, "The check orders_status_check of orders does not hold for one row."],
      [
        "sequence",
        "orders_id_seq",
        0,
        "The next value of orders_id_seq, 3, is not beyond the keys of orders.id, which reach 8.",
      ],
    ]);
    await target.close();
  });
});
