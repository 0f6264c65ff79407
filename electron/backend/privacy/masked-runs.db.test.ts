import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JobProgress } from "../../../shared/api/views.ts";
import { applyEdit } from "../../../shared/project/apply-edit.ts";
import type { SingleEdit } from "../../../shared/project/project-edit.ts";
import { createBackend } from "../create-backend.ts";
import { bareHost } from "../host.ts";
import { createCaller } from "../router.ts";
import { memorySecrets } from "../storage/secrets.ts";

const home = mkdtempSync(join(tmpdir(), "seedloom-masked-runs-"));
const database = join(home, "shop.sqlite");
const backend = createBackend({
  host: { ...bareHost, secrets: memorySecrets("Kept until the end.") },
  dataFolder: join(home, "data"),
});
const caller = createCaller(backend.context);

beforeAll(() => {
  const made = new Database(database);
  made.exec(`
    CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT UNIQUE);
    CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), reference TEXT);
    CREATE TABLE reviews (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), stars INTEGER);
  `);
  for (let i = 1; i <= 20; i++) {
    made.prepare("INSERT INTO customers VALUES (?, ?)").run(i, `person${i}@mail.test`);
    made.prepare("INSERT INTO orders VALUES (?, ?, NULL)").run(i, i);
  }
  made.close();
});
afterAll(async () => {
  await backend.close();
  rmSync(home, { recursive: true });
});

const hash: SingleEdit = {
  kind: "set-rule",
  table: "customers",
  column: "email",
  rule: { kind: "mask", mask: "email", params: {} },
};
const fromSource = ["customers", "orders"].map((table): SingleEdit => ({ kind: "set-mode", table, mode: "mask" }));

async function opened(...edits: readonly SingleEdit[]): Promise<string> {
  const { session, revision, project } = await caller.sources.open({ path: database });
  const next = applyEdit(project, { kind: "several", label: "", edits: [...fromSource, ...edits] });
  await caller.projects.update({ session, revision, project: next });
  return session;
}

async function ended(job: string): Promise<JobProgress | undefined> {
  let last: JobProgress | undefined;
  for await (const event of backend.context.jobs.watch(job, new AbortController().signal)) last = event;
  return last;
}

const files = async (session: string, folder: string, leakCheck?: "off") => {
  const request = { format: "csv" as const, folder: join(home, folder), rows: { reviews: 30 }, leakCheck };
  return await ended((await caller.jobs.start({ session, request })).job);
};

describe("a run from the window", () => {
  test("stops where a personal column is open, and where the key is missing; nothing is written", async () => {
    const open = await files(await opened(), "open");
    expect(open).toMatchObject({ state: "failed", error: { code: "export-blocked" } });
    expect(open?.error?.message).toContain("customers.email");
    const session = await opened(hash);
    await caller.privacy.forgetKey({ session });
    expect(await files(session, "keyless")).toMatchObject({
      state: "failed",
      error: { code: "secret-missing", hint: expect.not.stringContaining("SEEDLOOM_KEY") },
    });
    expect(readdirSync(home)).not.toContain("open");
    expect(readdirSync(home)).not.toContain("keyless");
  });

  test("stops where originals would get through, says in which rows, and writes nothing until it is told to", async () => {
    const refer = (text: string | null): void => {
      const made = new Database(database);
      made.prepare("UPDATE orders SET reference = ? WHERE id = 5").run(text);
      made.close();
    };
    refer("see person5@mail.test");
    const session = await opened(hash);
    await caller.privacy.setKey({ session, key: "a key that nobody would ever guess" });
    const stopped = await files(session, "leaky");
    expect(stopped).toMatchObject({
      state: "failed",
      error: { code: "check-failed" },
      leaks: [
        {
          of: { table: "customers", column: "email" },
          at: { table: "orders", column: "reference" },
          rows: 1,
          first: [4],
        },
      ],
    });
    expect(JSON.stringify(stopped)).not.toContain("person5");
    expect(readdirSync(home)).not.toContain("leaky");
    const target = new Database(join(home, "target.sqlite"));
    target.exec("CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT UNIQUE)");
    const request = { to: { address: join(home, "target.sqlite") }, tables: ["customers", "orders"] };
    expect(await ended((await caller.loads.start({ session, request })).job)).toMatchObject({
      state: "failed",
      leaks: [{ rows: 1 }],
    });
    expect(target.prepare("SELECT * FROM customers").all()).toEqual([]);
    target.close();
    expect(await files(session, "leaky", "off")).toMatchObject({ state: "done" });
    refer(null);
    expect(readFileSync(join(home, "leaky", "manifest.json"), "utf8")).not.toContain("leakCheck");
  });

  test("writes masked and generated tables into files, with the key's fingerprint", async () => {
    const session = await opened(hash);
    const { fingerprint } = await caller.privacy.setKey({ session, key: "a key that nobody would ever guess" });
    expect(await files(session, "out")).toMatchObject({ state: "done", result: { rows: 70 } });
    const text = readFileSync(join(home, "out", "customers.csv"), "utf8");
    expect(text).toMatch(/u[0-9a-f]{20}@mail\.test/);
    expect(text).not.toContain("person");
    expect(readFileSync(join(home, "out", "manifest.json"), "utf8")).toContain(fingerprint);
    const preview = await caller.privacy.page({ session, table: "customers", start: 0, count: 1, source: false });
    const shown = preview.columns.find(({ name }) => name === "email")?.masked[0] ?? "";
    expect(text).toContain(shown);
  });

  test("keeps the key's fingerprint through later edits, and refuses another key until it is accepted", async () => {
    const session = await opened(hash);
    const folder = join(home, "project");
    await caller.projects.save({ session, folder, overwrite: false });
    const { fingerprint = "" } = await caller.privacy.setKey({ session, key: "a key that nobody would ever guess" });
    await files(session, "first");
    const lock = (): string => readFileSync(join(folder, "schema.lock.json"), "utf8");
    expect(lock()).toContain(fingerprint);
    const { project, revision } = await caller.projects.view({ session });
    const made: SingleEdit = {
      kind: "set-rule",
      table: "reviews",
      column: "stars",
      rule: { kind: "generate", generator: "weighted-choice", params: { values: { 1: 1, 5: 2 } } },
    };
    await caller.projects.update({ session, revision, project: applyEdit(project, made) });
    expect(lock()).toContain(fingerprint);
    const other = await caller.privacy.setKey({ session, key: "another key that nobody would guess" });
    expect(other).toMatchObject({ state: "other", expected: fingerprint });
    expect(await files(session, "second")).toMatchObject({ state: "failed", error: { code: "secret-wrong" } });
    expect(await caller.privacy.acceptKey({ session })).toMatchObject({ state: "set" });
    expect(await files(session, "second")).toMatchObject({ state: "done" });
  });

  test("loads them into a database that holds their keys", async () => {
    const session = await opened(hash);
    await caller.privacy.setKey({ session, key: "a key that nobody would ever guess" });
    const request = { to: { trial: true as const }, rows: { reviews: 30 } };
    const preview = await caller.loads.preview({ session, request });
    expect(preview.tables.map(({ table, rows }) => `${table} ${rows}`)).toEqual(
      expect.arrayContaining(["customers 20", "orders 20", "reviews 30"]),
    );
    const outcome = await ended((await caller.loads.start({ session, request })).job);
    expect(outcome).toMatchObject({ state: "done", load: { rows: 70, proof: { findings: [] } } });
  });
});
