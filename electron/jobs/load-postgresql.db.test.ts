import { afterAll, afterEach, describe, expect, test } from "vitest";
import {
  clientOf,
  createDatabase,
  hasRealData,
  realScript,
  testServer,
  type TestDatabase,
} from "../drivers/postgresql/test-database.ts";
import { failure, loadInto } from "./load-bench.ts";
import { content, rows, shop } from "./postgresql-bench.ts";
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

describe.skipIf(server === undefined || !hasRealData)("real databases (skipped where ../shared/data is absent)", () => {
  test.each([
    ["chinook/Chinook_PostgreSql.sql", 11],
    ["sakila/postgres-sakila-schema.sql", 22],
    ["northwind/northwind_postgres.sql", 13],
    ["omop-cdm/omop_cdm_5.4_postgres.sql", 176],
    ["guacamole/guacamole_postgresql.sql", 30],
  ])("%s takes 100 rows a table with all constraints on", async (path, foreignKeys) => {
    const database = await make(realScript(path));
    const { proof, rows } = await loadInto(database.address, pool, { clear: "delete" });
    expect(proof).toMatchObject({ foreignKeys, findings: [] });
    expect(rows).toBeGreaterThan(500);
  });
});

const ring = `
  CREATE TABLE stores (id int PRIMARY KEY, manager int NOT NULL);
  CREATE TABLE staff (id int PRIMARY KEY, store int NOT NULL REFERENCES stores ON DELETE RESTRICT, boss int NOT NULL REFERENCES staff);
  ALTER TABLE stores ADD CONSTRAINT "led by" FOREIGN KEY (manager) REFERENCES staff ON DELETE RESTRICT;
`;
const ringRows = { stores: 20, staff: 200 };

/** A user of its own, which is gone with the test. */
async function withUser(
  database: TestDatabase,
  rights: string,
  work: (address: string) => Promise<void>,
): Promise<void> {
  const user = `seedloom_loader_${process.pid}`;
  await database.run(`CREATE ROLE ${user} LOGIN; ${rights.replaceAll("$user", user)}`);
  try {
    await work(database.as(user));
  } finally {
    await database.run(`DROP OWNED BY ${user}; DROP ROLE ${user}`);
  }
}

describe.skipIf(server === undefined)("PostgreSQL (skipped where no server answers)", () => {
  test("rows are loaded and proved, and the next number is free", async () => {
    const database = await make(shop);
    const { proof, promise, rows: loaded } = await loadInto(database.address, pool, { rowOverrides: rows });
    expect(promise).toEqual({ atomic: true, notes: [] });
    expect(loaded).toBe(390);
    expect(proof).toEqual({ foreignKeys: 2, uniques: 4, checks: 1, sequences: 2, rows: 390, findings: [] });
    expect(await database.run("INSERT INTO customers (email) VALUES ('next') RETURNING id")).toEqual([{ id: 41 }]);
    expect(await database.run("INSERT INTO orders (customer_id, status) VALUES (1, 'new') RETURNING id")).toEqual([
      { id: 101 },
    ]);
  });

  test("a load gives the same rows whatever the workers", async () => {
    const [one, two] = [await make(shop), await make(shop)];
    const many = { customers: 500, orders: 30_000, order_items: 60_000 };
    await loadInto(one.address, pool, { rowOverrides: many, options: { workers: 2, inline: false } });
    await loadInto(two.address, pool, { rowOverrides: many, options: { workers: 1, inline: false } });
    expect(await content(one)).toEqual(await content(two));
    expect(await one.run("SELECT count(*)::int AS n FROM order_items")).toEqual([{ n: 60_000 }]);
  });

  test("rings: deferred by the owner, inserted together by others, and as they were after", async () => {
    const database = await make(ring);
    const { triggers, constraints } = await content(database);
    const { proof, promise } = await loadInto(database.address, pool, { rowOverrides: ringRows });
    expect(promise.notes.join(" ")).toMatch(/are checked at the end of the load/);
    expect(proof).toMatchObject({ foreignKeys: 3, findings: [], rows: 220 });
    expect(await content(database)).toMatchObject({ triggers, constraints });
    await withUser(database, "GRANT ALL ON ALL TABLES IN SCHEMA public TO $user", async (address) => {
      for (const asked of [{ clear: "delete" }, { clear: "truncate" }, { existing: "update" }] as const) {
        const again = await loadInto(address, pool, { rowOverrides: ringRows, ...asked });
        expect(again.promise.notes).toEqual([]);
        expect(again.proof).toMatchObject({ foreignKeys: 3, findings: [], rows: 220 });
      }
    });
  });

  test("keys that were declared deferred stand in nobody's way", async () => {
    const database = await make(`
      CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL); CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a DEFERRABLE INITIALLY DEFERRED);
      CREATE TABLE c (id int PRIMARY KEY, a int NOT NULL REFERENCES a DEFERRABLE INITIALLY DEFERRED, UNIQUE (a) DEFERRABLE);
      ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;
      CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER later AFTER INSERT OR DELETE ON b DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION noted();`);
    for (const clear of ["keep", "delete", "delete", "truncate"] as const) {
      const { proof } = await loadInto(database.address, pool, {
        rowOverrides: { a: 30, b: 40, c: 20 },
        clear,
        triggers: clear === "truncate" ? "on" : "off",
      });
      expect(proof).toMatchObject({ foreignKeys: 3, rows: 90, findings: [] });
    }
  });

  test("rows that are there are refused, cleared, or updated, as chosen", async () => {
    const database = await make(shop);
    await loadInto(database.address, pool, { rowOverrides: rows });
    const before = await content(database);
    expect(await failure(loadInto(database.address, pool, { rowOverrides: rows }))).toMatchObject({
      code: "load-failed",
      message: expect.stringMatching(/customers_pkey.* Nothing was changed\.$/),
      hint: "Clear the tables first, or let the run update the rows that are there.",
    });
    expect(await content(database)).toEqual(before);

    await loadInto(database.address, pool, { rowOverrides: { ...rows, customers: 50 }, existing: "update" });
    expect(
      await database.run(
        "SELECT (SELECT count(*)::int FROM customers) AS a, (SELECT count(*)::int FROM order_items) AS b",
      ),
    ).toEqual([{ a: 50, b: 250 }]);
    for (const clear of ["delete", "truncate"] as const) {
      const { proof } = await loadInto(database.address, pool, { rowOverrides: rows, clear });
      expect(proof).toMatchObject({ rows: 390, findings: [] });
    }
    // Sequences only ever move on.
    expect(await database.run("INSERT INTO customers (email) VALUES ('next') RETURNING id")).toEqual([{ id: 51 }]);
  });

  test("clearing never reaches beyond the tables of the load", async () => {
    const database = await make(
      `${shop} CREATE TABLE notes (id int PRIMARY KEY, customer int REFERENCES customers ON DELETE CASCADE);`,
    );
    const tables = ["customers", "orders", "order_items"];
    await loadInto(database.address, pool, { rowOverrides: rows, tables });
    await loadInto(database.address, pool, { rowOverrides: rows, tables, clear: "delete" });
    expect(
      await failure(loadInto(database.address, pool, { rowOverrides: rows, tables, clear: "truncate" })),
    ).toMatchObject({
      code: "load-failed",
      message: expect.stringMatching(/^customers cannot be cleared: notes, not part of this load, refers to it\./),
    });
    await database.run("INSERT INTO notes VALUES (1, 1)");
    const before = await content(database);
    expect(
      await failure(loadInto(database.address, pool, { rowOverrides: rows, tables, clear: "delete" })),
    ).toMatchObject({
      code: "load-failed",
      message: expect.stringMatching(/notes, not part of this load, refers to it\..* Nothing was changed\.$/),
    });
    expect(await content(database)).toEqual(before);
  });

  test("triggers run where they are on, do not where they are off, and are the same after", async () => {
    const script = `${shop} CREATE TABLE log (what text);
      CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (TG_NAME); RETURN NEW; END $$;
      CREATE TRIGGER first AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION noted();
      CREATE TRIGGER "it's off" AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION noted(); ALTER TABLE orders DISABLE TRIGGER "it's off";
      CREATE TRIGGER always BEFORE INSERT ON customers FOR EACH ROW EXECUTE FUNCTION noted(); ALTER TABLE customers ENABLE ALWAYS TRIGGER always;`;
    const tables = ["customers", "orders", "order_items"];
    const database = await make(script);
    const before = await database.run("SELECT tgname, tgenabled FROM pg_trigger ORDER BY 1");
    const { promise } = await loadInto(database.address, pool, { rowOverrides: rows, tables, triggers: "off" });
    expect(promise.notes).toEqual(["Triggers of customers, orders are switched off until the load is done."]);
    expect(await database.run("SELECT count(*)::int AS n FROM log")).toEqual([{ n: 0 }]);
    expect(await database.run("SELECT tgname, tgenabled FROM pg_trigger ORDER BY 1")).toEqual(before);
    await loadInto(database.address, pool, { rowOverrides: rows, tables, clear: "delete" });
    expect(await database.run("SELECT count(*)::int AS n FROM log")).toEqual([{ n: 140 }]);
  });

  test("generated columns, partitions, tables without columns, defaults only", async () => {
    const database = await make(`
      CREATE TABLE lines (id int PRIMARY KEY, quantity int NOT NULL, twice int GENERATED ALWAYS AS (quantity * 2) STORED);
      CREATE TABLE sales (id bigint, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
      CREATE TABLE sales_1 PARTITION OF sales FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
      CREATE TABLE sales_2 PARTITION OF sales FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
      CREATE TABLE nothing (); CREATE TABLE stamps (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamp DEFAULT now());`);
    const { proof } = await loadInto(database.address, pool, {
      rowOverrides: { lines: 50, sales: 500, nothing: 7, stamps: 1200 },
      rules: { stamps: { id: { kind: "default" }, at: { kind: "default" } } },
    });
    expect(proof).toMatchObject({ rows: 1757, findings: [] });
    expect(await database.run("SELECT count(*)::int AS n FROM lines WHERE twice = quantity * 2")).toEqual([{ n: 50 }]);
    const parts = await database.run("SELECT count(*)::int AS n FROM sales GROUP BY tableoid");
    expect(parts).toHaveLength(2);
  });

  test("every type has values that the server takes", async () => {
    const types =
      `smallint integer bigint numeric numeric(12,2) numeric(3,-2) numeric(2,4) real|double precision|money boolean text varchar(12) char(5)
      "char" name bytea date time time(3) timetz timestamp timestamptz timestamp(0) interval uuid json jsonb inet cidr macaddr macaddr8 bit bit(7)
      bit varying(9)|varbit tsvector tsquery point line lseg box path polygon circle xml pg_lsn oid int4range numrange daterange tsrange tstzrange
      int8multirange datemultirange int[] numeric(6,2)[] boolean[] text[] varchar(3)[] char(2)[] date[] timestamptz[] time[] uuid[] inet[] interval[]
      jsonb[] bytea[] mood mood[] percent citext hstore ltree`
        .split(/\s*\n\s*|\|/)
        .flatMap((part) => (/^double|^bit varying/.test(part) ? [part] : part.split(" ")))
        .flatMap((type) => (type.startsWith("bit varying") ? ["bit varying(9)"] : [type]));
    const database =
      await make(`CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION ltree; CREATE TYPE mood AS ENUM ('a', 'b c', '"');
      CREATE DOMAIN percent AS numeric(5,2) CHECK (VALUE BETWEEN 0 AND 100); CREATE TYPE pair AS (a int, b text);
      CREATE TABLE every (id int PRIMARY KEY, ${types.map((type, k) => `c${k} ${type} NOT NULL`).join(", ")}, maybe pair, given pair NOT NULL DEFAULT '(1,x)');
      CREATE TABLE names (first_name text[], email inet, city point, price int4range, created_at interval, ip inet UNIQUE, lasts interval UNIQUE, note bit(20) UNIQUE);`);
    const { proof } = await loadInto(database.address, pool, { rowOverrides: { every: 300, names: 300 } });
    expect(proof).toMatchObject({ rows: 600, findings: [] });
  });

  test("a table that somebody else has locked is told of in seconds", async () => {
    const [design, database] = [await make(shop), await make(shop)];
    const other = clientOf(database.address);
    await other.connect();
    await other.query("BEGIN; LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
    expect(
      await failure(loadInto(database.address, pool, { designedOn: design.address, rowOverrides: rows })),
    ).toMatchObject({
      code: "target-locked",
    });
    await other.end();
    expect(await database.run("SELECT count(*)::int AS n FROM customers")).toEqual([{ n: 0 }]);
  });

  test("a column that is gone, and rights that are missing, are told before the first write; a proof passes over none", async () => {
    const [design, database] = [await make(shop), await make(shop)];
    await database.run("ALTER TABLE orders DROP COLUMN status");
    expect(
      await failure(loadInto(database.address, pool, { designedOn: design.address, rowOverrides: rows })),
    ).toMatchObject({
      code: "target-changed",
      message: expect.stringMatching(/no column status/),
    });
    await withUser(
      design,
      "GRANT SELECT, INSERT ON customers, order_items TO $user; GRANT SELECT ON orders TO $user",
      async (address) => {
        expect(await failure(loadInto(address, pool, { rowOverrides: rows }))).toMatchObject({
          code: "permission-denied",
          message: "This user may not add rows to orders.",
        });
      },
    );
    await withUser(design, "GRANT ALL ON customers, orders, order_items TO $user", async (address) => {
      expect(await failure(loadInto(address, pool, { rowOverrides: rows, triggers: "off" }))).toMatchObject({
        code: "permission-denied",
        message: "This user may not switch off the triggers of customers, orders, order_items.",
      });
      const { promise, proof } = await loadInto(address, pool, { rowOverrides: rows });
      expect(promise.notes.join(" ")).toMatch(/may not set the next value of customers_id_seq, orders_id_seq/);
      expect(proof?.findings.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
        "sequence: This user may not read customers_id_seq, so the next value of customers.id is not known.",
        "sequence: This user may not read orders_id_seq, so the next value of orders.id is not known.",
      ]);
    });
  });

  test("a value that no column of the target can hold is told before the first write", async () => {
    const database = await make("CREATE TABLE notes (id integer PRIMARY KEY, plain json, body jsonb)");
    const value = (text: string) => ({ kind: "generate", generator: "constant", params: { value: text } }) as const;
    const load = (text: string) =>
      loadInto(database.address, pool, { rules: { notes: { plain: value('{"a":"\\u0000"}'), body: value(text) } } });
    expect(await failure(load('{"a":"x\\u0000y"}'))).toEqual({
      code: "export-blocked",
      message: "A value of notes.body has a NUL character, which jsonb of PostgreSQL cannot hold.",
      hint: "Nothing was written. One way out is “Use the suggested rule”.",
    });
    expect((await load('{"a":"x\\\\u0000y"}')).rows).toBe(1000);
  });
});
