import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { newProject } from "../../shared/project/new-project.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import { openSource } from "../drivers/open-source.ts";
import { startDisposableServer } from "../drivers/postgresql/disposable-server.ts";
import { createDatabase, hasRealData, realScript, testServer } from "../drivers/postgresql/test-database.ts";
import { modelOf } from "./load-engines.ts";
import { runLoad } from "./load-run.ts";
import { openTrial } from "./trial.ts";
import { WorkerPool } from "./worker-pool.ts";

const pool = new WorkerPool();
afterAll(() => pool.end());
const signal = new AbortController().signal;
/** npm ships a PostgreSQL for some systems only; CI runs on one of them. */
const disposable =
  process.env["CI"] === "true" ||
  (await startDisposableServer().then(
    (server) => server.stop().then(() => true),
    () => false,
  ));
const server = await testServer();

/** Loads what is suggested for a model into a trial of it. */
async function tried(model: SchemaModel) {
  const target = await openTrial(model, signal);
  try {
    const outcome = await runLoad(
      {
        model,
        project: newProject({ source: "x", seed: 1, now: "2026-11-22", locales: { en: 1 } }),
        referenceDate: "2026-11-22",
        rowOverrides: Object.fromEntries(model.tables.map(({ id }) => [id, 50])),
        clear: "keep",
        existing: "refuse",
        triggers: "on",
      },
      { target, pool, workers: 1, inline: true, prove: true, signal, progress: () => undefined },
    );
    return { ...outcome, label: target.label, server: await target.server() };
  } finally {
    await target.close();
  }
}

const script = `
  CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER NOT NULL REFERENCES b (id), name VARCHAR(20) NOT NULL UNIQUE, made TIMESTAMP DEFAULT (datetime('now')));
  CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a (id), kind TEXT CHECK (kind IN ('x', 'y')));
  CREATE UNIQUE INDEX some ON b (kind, a) WHERE kind = 'x';
`;

test("a SQLite project is tried in memory", async () => {
  const { proof, label, server: info } = await tried(modelOf(script));
  expect(label).toBe("a trial in SQLite");
  expect(info.limits).toEqual([]);
  expect(proof).toMatchObject({ foreignKeys: 2, uniques: 4, checks: 1, rows: 100, findings: [] });
});

test("a project of an engine that no disposable one is to be had of is tried in SQLite, and says what is missing", async () => {
  const { proof, server: info } = await tried({ ...modelOf(script), engine: "mysql" });
  expect(info.limits).toEqual([
    "There is no disposable MySQL and MariaDB here, so it is tried in SQLite.",
    "What is written in the SQL of another engine is left out: 1 default, 1 check, 1 unique.",
  ]);
  expect(proof).toMatchObject({ foreignKeys: 2, uniques: 3, rows: 100, findings: [] });
});

test("a schema that brings a second statement along has it refused", async () => {
  const [first, ...more] = modelOf("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER CHECK (n > 0))").tables;
  if (first === undefined) throw new Error("no table");
  const out = join(tmpdir(), `slipped-in-${process.pid}.sqlite`);
  const checks = [{ name: "c", expression: `n > 0)); ATTACH '${out}' AS x; CREATE TABLE x.y (z); --` }];
  const model: SchemaModel = { ...modelOf("CREATE TABLE t (id INTEGER)"), tables: [{ ...first, checks }, ...more] };
  const target = await openTrial(model, signal);
  expect((await target.server()).limits).toEqual(["The checks of t: they call what the engine does not know."]);
  await target.close();
  expect(existsSync(out)).toBe(false);
});

describe.skipIf(!disposable)("in a disposable PostgreSQL (skipped where npm ships none for this system)", () => {
  test.skipIf(server === undefined || !hasRealData)(
    "a real project is loaded and proved, and nothing is left of it",
    async () => {
      const database = await createDatabase(realScript("guacamole/guacamole_postgresql.sql"));
      const source = await openSource(database.address);
      const model = await source.model();
      await source.close();
      await database.drop();
      const { proof, label, server: info } = await tried(model);
      expect(label).toBe("a trial in PostgreSQL");
      expect(info).toMatchObject({ version: /^PostgreSQL 1\d/, limits: [] });
      expect(proof).toMatchObject({ foreignKeys: 30, findings: [], rows: model.tables.length * 50 });
    },
  );

  test("a process that is killed leaves no server and no folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "trial-test-"));
    const module = JSON.stringify(
      fileURLToPath(new URL("../drivers/postgresql/disposable-server.ts", import.meta.url)),
    );
    const file = join(folder, "start.mjs");
    writeFileSync(
      file,
      `import { startDisposableServer } from ${module};
       const { address } = await startDisposableServer();
       process.stdout.write(decodeURIComponent(new URL(address).searchParams.get("host")) + "\\n");
       setInterval(() => undefined, 1000);`,
    );
    try {
      const child = spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "inherit"] });
      const [said] = (await once(child.stdout, "data")) as [Buffer];
      const home = said.toString().trim();
      expect(existsSync(join(home, "data", "postmaster.pid"))).toBe(true);
      child.kill("SIGKILL");
      await expect.poll(() => existsSync(home)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
