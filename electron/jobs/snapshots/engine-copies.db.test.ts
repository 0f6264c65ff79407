import { createHash } from "node:crypto";
import Database from "better-sqlite3";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { SeedloomError } from "../../../shared/base/errors.ts";
import { clientOf, run as runPostgresql } from "../../drivers/postgresql/test-database.ts";
import { openSource } from "../../drivers/open-source.ts";
import { contentOf, engines, modelOf, type EngineDatabase } from "../load-engines.ts";
import { WorkerPool } from "../worker-pool.ts";
import { diffSources } from "./diff-snapshots.ts";
import { deleteSnapshot } from "./engine-copies.ts";
import { putBack, type PutBack, type PutBackRequest } from "./put-back.ts";
import { openSnapshot } from "./snapshot-source.ts";
import { SnapshotStore } from "./snapshot-store.ts";
import { takeSnapshot, type TakeRequest, type TakenSnapshot } from "./take-snapshot.ts";

const shop = modelOf(`
  CREATE TABLE customers (id INTEGER PRIMARY KEY, email VARCHAR(80) NOT NULL UNIQUE, since DATE);
  CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id));
`);
const rows = [
  `INSERT INTO customers VALUES (1, 'a@example.com', '2026-01-31'), (2, 'b@example.com', NULL)`,
  `INSERT INTO orders VALUES (1, 1), (2, 1)`,
];

const pool = new WorkerPool();
const home = mkdtempSync(join(tmpdir(), "engine-copies-test-"));
const { signal } = new AbortController();
const takenAt = "2026-01-15T12:00:00.000Z";
let open: EngineDatabase[] = [];
let store = new SnapshotStore(join(home, "0"));
let stores = 0;
let address = "";

afterEach(async () => {
  for (const { name } of await store.list()) await deleteSnapshot(store, name, async () => address);
  for (const database of open) await database.drop();
  open = [];
});
afterAll(async () => {
  await pool.end();
  rmSync(home, { recursive: true, force: true });
});

const take = (request: Partial<TakeRequest> = {}): Promise<TakenSnapshot> =>
  takeSnapshot(address, store, { nameFor: () => "good", takenAt, signal, progress: () => undefined, ...request });

const restore = async (
  { by, ...request }: PutBackRequest = {},
  progress: () => void = () => undefined,
  stop = signal,
): Promise<PutBack> =>
  await putBack(
    await store.open("good"),
    address,
    { on: address, ...request, ...(by === undefined ? {} : { by }) },
    { pool, workers: 1, inline: true, prove: by === "engine", signal: stop, progress },
  );

const failure = (work: Promise<unknown>): Promise<SeedloomError> =>
  work.then(
    () => {
      throw new Error("It did not fail.");
    },
    (error: unknown) => error as SeedloomError,
  );

async function make(engine: (typeof engines)[number]): Promise<EngineDatabase> {
  const database = await engine.make(shop);
  open.push(database);
  for (const row of rows) await database.run(row);
  address = database.address;
  store = new SnapshotStore(join(home, String(++stores)));
  return database;
}

const spoil = async (database: EngineDatabase): Promise<void> => {
  await database.run("DELETE FROM orders WHERE id = 2");
  await database.run("UPDATE customers SET since = '2000-01-01' WHERE id = 1");
  await database.run("CREATE TABLE later (id INTEGER)");
  await database.run("INSERT INTO later VALUES (1)");
};

const available = engines.filter((engine) => engine.available);

describe.each(available.filter(({ id }) => id !== "mysql"))("$id", (engine) => {
  test("keeps a database whole, and puts it back with its tables", async () => {
    const database = await make(engine);
    const before = await contentOf(address);
    const { facts, why } = await take();
    expect([facts.by, why]).toEqual(["engine", expect.stringMatching(/^The whole database was kept, by /)]);
    expect((await store.list())[0]).toMatchObject({
      name: "good",
      by: "engine",
      rows: 4,
      personal: ["customers.email"],
    });
    await spoil(database);
    const back = await restore({ by: "engine" });
    expect(back).toMatchObject({ by: "engine", rows: 4, proof: { rows: 4, foreignKeys: 1 } });
    expect(await contentOf(address)).toBe(before);
  });

  test("its rows are read for a comparison, and where less than all is put back", async () => {
    const database = await make(engine);
    await take();
    await spoil(database);
    const [before, after] = [await openSnapshot(await store.open("good"), address), await openSource(address)];
    const found = await diffSources(before, after, { signal, progress: () => undefined });
    await Promise.all([before.close(), after.close()]);
    expect(found.tables.map(({ added, removed, changed }) => [added, removed, changed])).toEqual([
      [0, 0, 1],
      [0, 1, 0],
    ]);
    const back = await restore({ tables: ["orders"] });
    expect(back).toMatchObject({ by: "rows", why: expect.stringContaining("Only some of the tables") as string });
    expect((await restore({ shift: { days: 1, except: new Set() } })).why).toContain("row by row");
    const content = await contentOf(address);
    expect(content).toContain("2026-02-01");
    expect(content).toContain("later");
    expect((await failure(restore({ tables: ["orders"], by: "engine" }))).code).toBe("usage");
  });

  test("does so only where it is asked to, and goes to another database only by its rows", async () => {
    await make(engine);
    const some = await take({ tables: ["orders"] });
    expect([some.facts.by, some.why]).toEqual(["rows", expect.stringContaining("Only a whole database") as string]);
    await store.delete("good");
    expect((await take({ by: "rows" })).facts.by).toBe("rows");
    await store.delete("good");
    expect((await failure(take({ by: "engine", tables: ["orders"] }))).code).toBe("usage");
    expect(await store.list()).toEqual([]);
  });

  test("that is stopped before the last step leaves the database as it was", async () => {
    const database = await make(engine);
    await database.run(`CREATE TABLE wide (id INTEGER, text VARCHAR(1000))`);
    const wide = Array.from({ length: 500 }, (_, k) => `(${k}, '${"x".repeat(900)}')`);
    for (let k = 0; k < 10; k++) await database.run(`INSERT INTO wide VALUES ${wide.join(", ")}`);
    await take();
    await spoil(database);
    const before = await contentOf(address);
    const controller = new AbortController();
    const said = await failure(restore({}, () => controller.abort(), controller.signal));
    expect([said.code, said.message]).toEqual(["cancelled", "The restore was cancelled. Nothing was changed."]);
    expect(await contentOf(address)).toBe(before);
  });
});

test("SQLite: who else writes the file is waited for, and then named; nothing is changed", async () => {
  const database = await make(available[0] ?? never());
  await take();
  await spoil(database);
  const before = await contentOf(address);
  const other = new Database(address);
  other.exec("BEGIN IMMEDIATE");
  const said = await failure(restore());
  other.close();
  expect([said.code, said.message]).toEqual([
    "target-locked",
    "target.sqlite is in use by another program. Nothing was changed.",
  ]);
  expect(await contentOf(address)).toBe(before);
});

test("SQLite: a file with a write-ahead log keeps it, and only the user may read the copy", async () => {
  const database = await make(available[0] ?? never());
  await database.run("PRAGMA journal_mode = WAL");
  const { facts } = await take();
  expect(facts.by).toBe("engine");
  const folder = join(home, String(stores), "good");
  expect(readdirSync(folder).toSorted()).toEqual(["database.sqlite", "snapshot.json"]);
  expect(statSync(join(folder, "database.sqlite")).mode & 0o777).toBe(0o600);
  await spoil(database);
  // Somebody reads on while it is overwritten.
  const reader = new Database(address, { readonly: true });
  reader.exec("BEGIN");
  expect(reader.prepare("SELECT count(*) FROM orders").pluck().get()).toBe(1);
  expect((await restore()).by).toBe("engine");
  expect(reader.prepare("SELECT count(*) FROM orders").pluck().get()).toBe(1);
  reader.close();
  const after = new Database(address);
  expect([
    after.prepare("SELECT count(*) FROM orders").pluck().get(),
    after.pragma("journal_mode", { simple: true }),
  ]).toEqual([2, "wal"]);
  after.close();
});

const postgresql = engines.find(({ id, available: there }) => id === "postgresql" && there);

describe.runIf(postgresql !== undefined)("PostgreSQL", () => {
  test("a database in use, or with grants of its own, is kept and put back by its rows, which is said", async () => {
    const database = await make(postgresql ?? never());
    const before = await contentOf(address);
    const other = clientOf(address);
    await other.connect();
    const taken = await take();
    expect([taken.facts.by, taken.why]).toEqual(["rows", expect.stringContaining("Others are connected") as string]);
    await other.end();
    await deleteSnapshot(store, "good", async () => address);

    expect((await take()).facts.by).toBe("engine");
    await database.run("DELETE FROM orders");
    const name = new URL(address).pathname.slice(1);
    await database.run(`GRANT CONNECT ON DATABASE ${name} TO PUBLIC`);
    expect(await restore()).toMatchObject({ by: "rows", why: expect.stringContaining("grants of its own") as string });
    expect(await contentOf(address)).toBe(before);
  });

  test("nothing is left on the server by what was deleted or could not be made", async () => {
    await make(postgresql ?? never());
    const name = new URL(address).pathname.slice(1);
    const copies = (): Promise<readonly unknown[]> =>
      runPostgresql(address, `SELECT FROM pg_database WHERE datname LIKE '${name}_snapshot_%'`);
    const controller = new AbortController();
    expect((await failure(take({ signal: controller.signal, progress: () => controller.abort() }))).code).toBe(
      "cancelled",
    );
    expect(await copies()).toHaveLength(0);
    // What a restore that was killed right behind its swap has left.
    const left = `seedloom_last_${createHash("sha256").update(name).digest("hex").slice(0, 12)}`;
    await runPostgresql(address, `CREATE DATABASE ${left}`);
    await take();
    expect(await copies()).toHaveLength(1);
    expect(await runPostgresql(address, `SELECT FROM pg_database WHERE datname = '${left}'`)).toHaveLength(0);
    const gone = await failure(deleteSnapshot(store, "good", async () => undefined));
    expect([gone.code, gone.hint]).toEqual(["usage", expect.stringContaining("--at ADDRESS") as string]);
    await deleteSnapshot(store, "good", async () => address);
    expect(await copies()).toHaveLength(0);
  });
});

test.runIf(available.some(({ id }) => id === "mysql"))("MySQL has no means of its own, and says so", async () => {
  await make(available.find(({ id }) => id === "mysql") ?? never());
  const { facts, why } = await take();
  expect([facts.by, why]).toEqual([
    "rows",
    expect.stringContaining("has no means of its own to copy a database") as string,
  ]);
  expect((await failure(take({ by: "engine", nameFor: () => "other" }))).hint).toContain("--by rows");
});

function never(): never {
  throw new Error("There is no such engine here.");
}
