import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { SeedloomError } from "../../../shared/base/errors.ts";
import type { SnapshotDiff } from "../../../shared/snapshots/diff-rows.ts";
import { openSource, openTarget } from "../../drivers/open-source.ts";
import { contentOf, engines, modelOf, type EngineDatabase } from "../load-engines.ts";
import { WorkerPool } from "../worker-pool.ts";
import { diffSources } from "./diff-snapshots.ts";
import { restoreSnapshot, type RestoreRequest } from "./restore-snapshot.ts";
import { saveSnapshot } from "./save-snapshot.ts";
import { SnapshotStore } from "./snapshot-store.ts";
import { openSnapshot } from "./snapshot-source.ts";

const shop = modelOf(`
  CREATE TABLE customers (id INTEGER PRIMARY KEY, email VARCHAR(80) NOT NULL UNIQUE, photo BLOB, big BIGINT, balance DECIMAL(10,2), born DATE, expires_at TIMESTAMP);
  CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), placed DATE NOT NULL, paid DATE, CHECK (paid >= placed));
  CREATE TABLE employees (id INTEGER PRIMARY KEY, boss INTEGER REFERENCES employees (id));
`);
const rows = [
  `INSERT INTO customers VALUES (1, 'a@example.com', NULL, 9007199254740993, 10.50, '1990-02-28', '2026-01-31 10:00:00')`,
  `INSERT INTO customers VALUES (2, 'b''"\n@example.com', NULL, -1, NULL, NULL, NULL)`,
  `INSERT INTO orders VALUES (1, 1, '2025-12-30', '2026-01-02')`,
  `INSERT INTO orders VALUES (2, 1, '2025-12-31', NULL)`,
  `INSERT INTO employees VALUES (1, NULL)`,
  `INSERT INTO employees VALUES (2, 1)`,
];

const pool = new WorkerPool();
const home = mkdtempSync(join(tmpdir(), "snapshot-test-"));
afterAll(async () => {
  await pool.end();
  rmSync(home, { recursive: true, force: true });
});
let open: EngineDatabase[] = [];
afterEach(async () => {
  for (const database of open) await database.drop();
  open = [];
});

const { signal } = new AbortController();
const takenAt = "2026-01-15T12:00:00.000Z";
let folders = 0;
const newStore = (): SnapshotStore => new SnapshotStore(join(home, String(++folders)));
const folderNow = (): string => join(home, String(folders));

async function save(
  database: EngineDatabase,
  store: SnapshotStore,
  name = "good",
  tables?: readonly string[],
): Promise<void> {
  const source = await openSource(database.address);
  try {
    await saveSnapshot(source, store, {
      name,
      takenAt,
      signal,
      progress: () => undefined,
      ...(tables === undefined ? {} : { tables }),
    });
  } finally {
    await source.close();
  }
}

async function restore(database: EngineDatabase, store: SnapshotStore, request: RestoreRequest = {}): Promise<void> {
  const target = await openTarget(database.address);
  try {
    await restoreSnapshot(await store.open("good"), target, request, {
      pool,
      workers: 1,
      inline: true,
      prove: false,
      signal,
      progress: () => undefined,
    });
  } finally {
    await target.close();
  }
}

async function diff(store: SnapshotStore, database: EngineDatabase, most?: number): Promise<SnapshotDiff> {
  const source = await openSource(database.address);
  try {
    const before = await openSnapshot(await store.open("good"));
    return await diffSources(before, source, {
      signal,
      progress: () => undefined,
      ...(most === undefined ? {} : { most }),
    });
  } finally {
    await source.close();
  }
}

const failure = (work: Promise<unknown>): Promise<SeedloomError> =>
  work.then(
    () => {
      throw new Error("It did not fail.");
    },
    (error: unknown) => error as SeedloomError,
  );

const available = engines.filter((engine) => engine.available);
for (const { id } of engines.filter((engine) => !engine.available)) process.stderr.write(`No ${id} to snapshot.\n`);

describe.each(available)("$id", (engine) => {
  const make = async (): Promise<EngineDatabase> => {
    const database = await engine.make(shop);
    open.push(database);
    for (const row of rows) await database.run(row);
    return database;
  };
  const spoil = async (database: EngineDatabase): Promise<void> => {
    await database.run("DELETE FROM orders WHERE id = 2");
    await database.run("UPDATE customers SET balance = 99.99, born = '2000-01-01' WHERE id = 1");
    await database.run("INSERT INTO customers (id, email) VALUES (7, 'new@example.com')");
  };

  test("rows are as they were, and the next number is free", async () => {
    const [database, store] = [await make(), newStore()];
    const before = await contentOf(database.address);
    await save(database, store);
    await spoil(database);
    await restore(database, store);
    expect(await contentOf(database.address)).toBe(before);
    await database.run("INSERT INTO employees (boss) VALUES (2)");
  });

  test("what differs is found by key and column, and held in little memory", async () => {
    const [database, store] = [await make(), newStore()];
    await save(database, store);
    expect(
      (await diff(store, database)).tables.map(({ added, removed, changed }) => added + removed + changed),
    ).toEqual([0, 0, 0]);
    await spoil(database);
    const found = await diff(store, database);
    const of = (table: string) => found.tables.find((one) => one.table === table);
    expect(of("customers")).toMatchObject({
      added: 1,
      removed: 0,
      changed: 1,
      unchanged: 1,
      columns: { balance: 1, born: 1 },
    });
    expect(of("orders")).toMatchObject({ added: 0, removed: 1, changed: 0 });
    expect(of("customers")?.samples.find(({ kind }) => kind === "changed")).toMatchObject({
      key: ["1"],
      cells: [
        { column: "balance", after: "99.99" },
        { column: "born", before: "1990-02-28", after: "2000-01-01" },
      ],
    });
    const { samples: _samples, ...rest } = of("customers") ?? { samples: [] };
    expect((await diff(store, database, 1)).tables.find(({ table }) => table === "customers")).toMatchObject(rest);
  });

  test("dates move by whole days, but for those that are to stay", async () => {
    const [database, store] = [await make(), newStore()];
    await save(database, store);
    await restore(database, store, { shift: { days: 30, except: new Set(["customers.born"]) } });
    const source = await openSource(database.address);
    const tables = new Map((await source.model()).tables.map((table) => [table.id, table]));
    const cells: unknown[] = [];
    for (const [id, columns] of [
      ["customers", ["born", "expires_at"]],
      ["orders", ["placed", "paid"]],
    ] as const) {
      const table = tables.get(id);
      if (table !== undefined) for await (const chunk of source.read({ table, columns })) cells.push(...chunk);
    }
    await source.close();
    expect(JSON.stringify(cells)).toMatch(/^\[\["1990-02-28","2026-03-02 10:00:00/);
    expect(cells.slice(1)).toEqual([
      [null, null],
      ["2026-01-29", "2026-02-01"],
      ["2026-01-30", null],
    ]);
  });

  test("a restore that fails leaves the database as it was", async () => {
    const [database, store] = [await make(), newStore()];
    await save(database, store, "good", ["orders"]);
    await database.run("DELETE FROM orders");
    await database.run("DELETE FROM customers WHERE id = 1");
    const before = await contentOf(database.address);
    const said = await failure(restore(database, store));
    expect(said.code).toBe("load-failed");
    expect(await contentOf(database.address)).toBe(before);
  });

  test("a restore that is stopped midway leaves the database as it was", async () => {
    const [database, store] = [await make(), newStore()];
    await save(database, store);
    await spoil(database);
    const before = await contentOf(database.address);
    const controller = new AbortController();
    const target = await openTarget(database.address);
    const stopped = restoreSnapshot(
      await store.open("good"),
      target,
      {},
      {
        pool,
        workers: 1,
        inline: true,
        prove: false,
        signal: controller.signal,
        progress: (now) => {
          if (now().rows > 0) controller.abort();
        },
      },
    );
    expect((await failure(stopped)).code).toBe("cancelled");
    await target.close();
    expect(await contentOf(database.address)).toBe(before);
  });

  // SQLite has one writer, and readers that it waits for.
  test.skipIf(engine.id === "sqlite")("somebody who reads meanwhile sees the rows as they were", async () => {
    const [database, store] = [await make(), newStore()];
    await save(database, store);
    await spoil(database);
    const reader = await openSource(database.address);
    const table = (await reader.model()).tables.find(({ id }) => id === "orders");
    if (table === undefined) throw new Error("no orders");
    expect(await reader.count?.(table)).toBe(1);
    await restore(database, store);
    expect(await reader.count?.(table)).toBe(1);
    await reader.close();
    expect(
      (await diff(store, database)).tables.every(({ added, removed, changed }) => added + removed + changed === 0),
    ).toBe(true);
  });

  test("a schema that has changed since stops it before the first write", async () => {
    const [database, store] = [await make(), newStore()];
    await save(database, store);
    await database.run("ALTER TABLE customers DROP COLUMN balance");
    const before = await contentOf(database.address);
    const said = await failure(restore(database, store));
    expect(said.code).toBe("target-changed");
    expect(said.message).toContain("has no column balance in customers");
    expect(await contentOf(database.address)).toBe(before);
  });

  test("a damaged file is noticed before the first write", async () => {
    const [database, store] = [await make(), newStore()];
    await save(database, store);
    await spoil(database);
    const before = await contentOf(database.address);
    const file = join(folderNow(), "good", "002.rows.gz");
    const bytes = readFileSync(file);
    bytes[bytes.length - 6] = (bytes[bytes.length - 6] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const said = await failure(restore(database, store));
    expect(said.code).toBe("source-damaged");
    expect(await contentOf(database.address)).toBe(before);
  });
});

describe.each(available.slice(0, 1))("the store", (engine) => {
  test("nobody else may read it, and a snapshot is whole or not there", async () => {
    const database = await engine.make(shop);
    open.push(database);
    const store = newStore();
    const source = await openSource(database.address);
    const controller = new AbortController();
    const stopped = saveSnapshot(source, store, {
      name: "half",
      takenAt,
      signal: controller.signal,
      progress: () => undefined,
    });
    controller.abort();
    expect((await failure(stopped)).code).toBe("cancelled");
    await source.close();
    expect(readdirSync(folderNow())).toEqual([]);
    await save(database, store);
    const modes = readdirSync(join(folderNow(), "good")).map(
      (name) => statSync(join(folderNow(), "good", name)).mode & 0o777,
    );
    expect(new Set(modes)).toEqual(new Set([0o600]));
    expect(statSync(join(folderNow(), "good")).mode & 0o777).toBe(0o700);
    expect((await failure(save(database, store))).message).toContain("There is a snapshot good already");
    expect((await failure(store.open("../good"))).code).toBe("usage");
  });

  test("a description that was changed is noticed, and the others are still listed", async () => {
    const database = await engine.make(shop);
    open.push(database);
    const store = newStore();
    await save(database, store, "good");
    await save(database, store, "other");
    const file = join(folderNow(), "other", "snapshot.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"rows": 0', '"rows": 5'));
    const list = await store.list();
    expect(list.map(({ name, damaged }) => [name, damaged !== undefined])).toEqual([
      ["good", false],
      ["other", true],
    ]);
    expect((await failure(store.open("other"))).code).toBe("source-damaged");
    await store.delete("other");
    expect((await store.list()).map(({ name }) => name)).toEqual(["good"]);
  });
});
