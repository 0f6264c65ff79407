import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { SnapshotMeans } from "../../../shared/snapshots/snapshot.ts";
import { contentOf, engines, modelOf } from "../load-engines.ts";
import { WorkerPool } from "../worker-pool.ts";
import { deleteSnapshot } from "./engine-copies.ts";
import { putBack } from "./put-back.ts";
import { SnapshotStore } from "./snapshot-store.ts";
import { takeSnapshot } from "./take-snapshot.ts";

const shop = modelOf(`
  CREATE TABLE customers (id INTEGER PRIMARY KEY, email VARCHAR(80) NOT NULL);
  CREATE TABLE notes (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), text VARCHAR(1000));
`);
const customers = Array.from({ length: 100 }, (_, k) => `(${k + 1}, 'a${k}@example.com')`);
const notes = Array.from({ length: 4000 }, (_, k) => `(${k + 1}, ${(k % 100) + 1}, '${"x".repeat(900)}')`);

const home = mkdtempSync(join(tmpdir(), "killed-restore-test-"));
const pool = new WorkerPool();
afterAll(async () => {
  await pool.end();
  rmSync(home, { recursive: true, force: true });
});
const module = (path: string): string => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));

/** Restores in a process of its own, which is killed once its progress is as `when` says. */
async function killedRestore(folder: string, address: string, by: SnapshotMeans, when: string): Promise<string | null> {
  const script = join(home, "restore.mjs");
  writeFileSync(
    script,
    `import { SnapshotStore } from ${module("./snapshot-store.ts")};
     import { putBack } from ${module("./put-back.ts")};
     import { WorkerPool } from ${module("../worker-pool.ts")};
     const address = ${JSON.stringify(address)};
     const snapshot = await new SnapshotStore(${JSON.stringify(folder)}).open("good");
     await putBack(snapshot, address, { by: ${JSON.stringify(by)}, on: address }, {
       pool: new WorkerPool(), workers: 1, inline: true, prove: false, signal: new AbortController().signal,
       progress: (read) => { const now = read(); if (${when}) process.kill(process.pid, "SIGKILL"); } });`,
  );
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "inherit", "inherit"] });
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  return signal;
}

const midway = [
  { engine: "sqlite", by: "rows", when: "now.rows > 100" },
  { engine: "sqlite", by: "engine", when: "now.share > 0.3" },
  { engine: "postgresql", by: "rows", when: "now.rows > 100" },
  { engine: "postgresql", by: "engine", when: "now.share === 1" },
  { engine: "mysql", by: "rows", when: "now.rows > 100" },
] as const;

const there = (id: string): boolean => engines.some((engine) => engine.id === id && engine.available);

describe.each(midway.filter(({ engine }) => there(engine)))(
  "a restore into $engine by $by",
  ({ engine: id, by, when }) => {
    test("whose process is killed midway leaves the database as it was, and the next one works", async () => {
      const engine = engines.find((one) => one.id === id);
      const database = await engine?.make(shop);
      if (database === undefined) throw new Error(`There is no ${id}.`);
      const { address } = database;
      const folder = join(home, `${id}-${by}`);
      const store = new SnapshotStore(folder);
      try {
        await database.run(`INSERT INTO customers VALUES ${customers.join(", ")}`);
        await database.run(`INSERT INTO notes VALUES ${notes.join(", ")}`);
        const good = await contentOf(address);
        const { signal } = new AbortController();
        const takenAt = "2026-01-15T12:00:00.000Z";
        const taken = await takeSnapshot(address, store, {
          by,
          nameFor: () => "good",
          takenAt,
          signal,
          progress: () => undefined,
        });
        expect(taken.facts.by).toBe(by);
        await database.run("DELETE FROM notes WHERE id > 3000");
        await database.run("UPDATE customers SET email = 'changed@example.com' WHERE id = 1");
        const before = await contentOf(address);
        expect(await killedRestore(folder, address, by, when)).toBe("SIGKILL");
        expect(await contentOf(address)).toBe(before);
        const run = { pool, workers: 1, inline: true, prove: false, signal, progress: () => undefined };
        await putBack(await store.open("good"), address, { by, on: address }, run);
        expect(await contentOf(address)).toBe(good);
        await deleteSnapshot(store, "good", async () => address);
      } finally {
        await database.drop();
      }
    });
  },
);
