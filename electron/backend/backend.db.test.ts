import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JobProgress, SessionView } from "../../shared/api/views.ts";
import { applyEdit } from "../../shared/project/apply-edit.ts";
import { createBackend } from "./create-backend.ts";
import { bareHost } from "./host.ts";
import { createCaller } from "./router.ts";

const home = mkdtempSync(join(tmpdir(), "seedloom-backend-"));
const database = join(home, "shop.sqlite");
const revealed: string[] = [];
const backend = createBackend({
  host: {
    ...bareHost,
    reveal: async (path) => {
      revealed.push(path);
    },
  },
  dataFolder: join(home, "data"),
});
const caller = createCaller(backend.context);

beforeAll(() => {
  const created = new Database(database);
  created.exec(`
    CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, age INTEGER CHECK (age >= 18), label TEXT AS (upper(email)) VIRTUAL);
    CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), total NUMERIC NOT NULL);
    CREATE VIEW adults AS SELECT * FROM customers;
  `);
  created.close();
});
afterAll(async () => {
  await backend.close();
  rmSync(home, { recursive: true });
});

const withSeed = (view: SessionView, seed: number) => ({
  session: view.session,
  revision: view.revision,
  project: applyEdit(view.project, { kind: "set-seed", seed }),
});

async function followed(job: string): Promise<JobProgress[]> {
  const events: JobProgress[] = [];
  for await (const event of backend.context.jobs.watch(job, new AbortController().signal)) events.push(event);
  return events;
}

describe("a database just opened", () => {
  test("has a rule for every column, rows at once, and touches nothing beside the file", async () => {
    const before = readdirSync(home);
    const view = await caller.sources.open({ path: database });
    expect(view).toMatchObject({ name: "shop", source: { label: "shop.sqlite", engine: "sqlite", connected: true } });
    expect(view.folder).toBeUndefined();
    expect(view.views).toEqual(["adults"]);
    expect(view.tables.map(({ id, columnCount }) => [id, columnCount])).toEqual([
      ["customers", 4],
      ["orders", 3],
    ]);
    const table = await caller.design.table({ session: view.session, table: "customers" });
    expect(table.columns.map(({ column, key }) => [column.name, key])).toEqual([
      ["id", "primary"],
      ["email", "unique"],
      ["age", "none"],
      ["label", "none"],
    ]);
    for (const { label, icon } of table.columns) expect([label, icon]).not.toContain("");
    const page = await caller.preview.page({ session: view.session, table: "customers", start: 0, count: 20 });
    expect(page.columns.map(({ name, written, cells }) => [name, written, cells.length])).toEqual([
      ["id", true, 20],
      ["email", true, 20],
      ["age", true, 20],
      ["label", false, 20],
    ]);
    expect(page.columns[1]?.cells.every((cell) => cell !== null && cell !== "")).toBe(true);
    expect(readdirSync(home).filter((name) => !before.includes(name) && name !== "data")).toEqual([]);
  });

  test("shows any page, the last one short, and none behind it", async () => {
    const { session, tables } = await caller.sources.open({ path: database });
    const rowCount = tables[0]?.rowCount ?? 0;
    const whole = await caller.preview.page({ session, table: "customers", start: 0, count: rowCount });
    const last = await caller.preview.page({ session, table: "customers", start: rowCount - 3, count: 10 });
    expect(last.columns.map(({ cells }) => cells)).toEqual(whole.columns.map(({ cells }) => cells.slice(-3)));
    const behind = await caller.preview.page({ session, table: "customers", start: rowCount + 5, count: 10 });
    expect(behind.columns.every(({ cells }) => cells.length === 0)).toBe(true);
  });

  test("profiles a column, draws sparks, and tries a rule without changing the project", async () => {
    const { session, project } = await caller.sources.open({ path: database });
    const profile = await caller.preview.profile({ session, table: "orders", column: "total" });
    expect(profile.sampleRows).toBeGreaterThan(0);
    expect(profile.samples.length).toBeGreaterThan(0);
    const sparks = await caller.preview.sparks({ session, table: "customers" });
    expect(Object.keys(sparks.columns)).toEqual(["id", "email", "age"]);
    const rule = { kind: "generate", generator: "integer", params: { minimum: 7, maximum: 7 } } as const;
    const trial = await caller.design.trial({ session, table: "customers", column: "age", rule, start: 0, count: 3 });
    expect(trial.cells).toHaveLength(3);
    expect((await caller.projects.view({ session })).project).toEqual(project);
  });

  test("an unknown table or column gets the nearest name", async () => {
    const { session } = await caller.sources.open({ path: database });
    await expect(caller.design.table({ session, table: "custmers" })).rejects.toMatchObject({
      cause: { code: "unknown-table", hint: "Did you mean customers?" },
    });
    await expect(caller.preview.profile({ session, table: "orders", column: "totl" })).rejects.toMatchObject({
      cause: { hint: "Did you mean total?" },
    });
  });
});

describe("a project", () => {
  test("is saved by every update after its first save, and opens as it was left", async () => {
    const folder = join(home, "saved");
    const opened = await caller.sources.open({ path: database });
    expect((await caller.projects.update(withSeed(opened, 5))).savedAt).toBeUndefined();
    const saved = await caller.projects.save({ session: opened.session, folder });
    expect(saved).toMatchObject({ folder, name: "saved", project: { source: "../shop.sqlite", seed: 5 } });
    const updated = await caller.projects.update(withSeed(saved, 6));
    expect(updated.savedAt).toBeTypeOf("string");
    expect(readFileSync(join(folder, "seedloom.yaml"), "utf8")).toContain("seed: 6");
    await caller.projects.close({ session: opened.session });
    const again = await caller.projects.open({ folder });
    expect(again.project).toEqual({ ...saved.project, seed: 6 });
    expect(await caller.app.recent()).toMatchObject([
      { folder, name: "saved", engine: "sqlite", tables: 2, missing: false },
    ]);
  });

  test("keeps the comments that people write into its file", async () => {
    const folder = join(home, "commented");
    const { session } = await caller.sources.open({ path: database });
    await caller.projects.save({ session, folder });
    const file = join(folder, "seedloom.yaml");
    writeFileSync(file, `# ours\n${readFileSync(file, "utf8")}`);
    const view = await caller.projects.open({ folder });
    await caller.projects.update(withSeed(view, 9));
    expect(readFileSync(file, "utf8")).toMatch(/^# ours\n[^]*seed: 9/);
  });

  test("open in two windows: the second to save is told, and loses nothing", async () => {
    const folder = join(home, "twice");
    const first = await caller.sources.open({ path: database });
    const saved = await caller.projects.save({ session: first.session, folder });
    const second = await caller.projects.open({ folder });
    await caller.projects.update(withSeed(saved, 1));
    await expect(caller.projects.update(withSeed(second, 2))).rejects.toMatchObject({
      cause: { code: "project-changed-on-disk" },
    });
    expect(readFileSync(join(folder, "seedloom.yaml"), "utf8")).toContain("seed: 1");
    expect((await caller.projects.view({ session: second.session })).project.seed).toBe(2);
    await expect(caller.projects.save({ session: second.session, folder })).rejects.toMatchObject({
      cause: { code: "project-changed-on-disk" },
    });
    await caller.projects.save({ session: second.session, folder, overwrite: true });
    expect(readFileSync(join(folder, "seedloom.yaml"), "utf8")).toContain("seed: 2");
  });

  test("does not replace another project in the folder that was chosen", async () => {
    const folder = join(home, "taken");
    const { session } = await caller.sources.open({ path: database });
    await caller.projects.save({ session, folder });
    const other = await caller.sources.open({ path: database });
    await caller.projects.update(withSeed(other, 4));
    await expect(caller.projects.save({ session: other.session, folder })).rejects.toMatchObject({
      cause: { code: "project-changed-on-disk", message: `${folder} already holds a project.` },
    });
  });

  test("without its source opens from the schema as it was saved, and says so", async () => {
    const folder = join(home, "away");
    const moved = join(home, "moved.sqlite");
    writeFileSync(moved, readFileSync(database));
    const { session } = await caller.sources.open({ path: moved });
    const saved = await caller.projects.save({ session, folder });
    const page = { session, table: "orders", start: 0, count: 5 };
    const rows = (await caller.preview.page(page)).columns;
    await rename(moved, `${moved}.away`);
    const again = await caller.projects.open({ folder });
    expect(again.source).toMatchObject({ connected: false, label: "moved.sqlite" });
    expect(again.source.message).toContain("as it was last saved");
    expect((await caller.preview.page({ ...page, session: again.session })).columns).toEqual(rows);
    await caller.projects.update(withSeed(again, 3));
    expect((await caller.projects.view({ session: again.session })).tables).toEqual(saved.tables);
  });

  test("says on opening what has changed in its source, and is held up by no damaged schema.lock.json", async () => {
    const folder = join(home, "drifted");
    const changing = join(home, "changing.sqlite");
    writeFileSync(changing, readFileSync(database));
    const { session } = await caller.sources.open({ path: changing });
    await caller.projects.save({ session, folder });
    const altered = new Database(changing);
    altered.exec("ALTER TABLE customers ADD COLUMN phone TEXT");
    altered.close();
    const again = await caller.projects.open({ folder });
    expect(again.source).toMatchObject({
      connected: true,
      message: expect.stringContaining("Column customers.phone was added"),
    });
    expect(again.tables[0]?.columnCount).toBe(5);
    writeFileSync(join(folder, "schema.lock.json"), "{");
    const damaged = await caller.projects.open({ folder });
    expect(damaged.source).toMatchObject({ connected: true, message: expect.stringContaining("schema.lock.json") });
  });

  test("that is gone is said to be gone, and can be forgotten", async () => {
    const folder = join(home, "gone");
    const { session } = await caller.sources.open({ path: database });
    await caller.projects.save({ session, folder });
    rmSync(folder, { recursive: true });
    await expect(caller.projects.open({ folder })).rejects.toMatchObject({ cause: { code: "project-not-found" } });
    expect((await caller.app.recent()).find((recent) => recent.folder === folder)?.missing).toBe(true);
    await caller.app.forgetRecent({ folder });
    expect((await caller.app.recent()).some((recent) => recent.folder === folder)).toBe(false);
  });
});

describe("a job", () => {
  test("tells how far it is, ends with its files, and its folder can be shown", async () => {
    const { session } = await caller.sources.open({ path: database });
    const folder = join(home, "out");
    const { job } = await caller.jobs.start({
      session,
      request: { format: "csv", folder, rows: { customers: 50_000 } },
    });
    const events = await followed(job);
    const last = events.at(-1);
    expect(last).toMatchObject({ state: "done", result: { folder, manifest: "manifest.json" } });
    expect(last?.rows).toBe(last?.totalRows);
    expect(last?.result?.files.map(({ path, change }) => [path, change])).toEqual([
      ["customers.csv", "added"],
      ["orders.csv", "added"],
    ]);
    expect(events.map(({ rows }) => rows)).toEqual(events.map(({ rows }) => rows).toSorted((a, b) => a - b));
    await caller.files.reveal({ path: folder });
    expect(revealed).toEqual([folder]);
    await expect(caller.files.reveal({ path: "/etc" })).rejects.toMatchObject({ cause: { code: "usage" } });
  });

  test("writes what the preview shows", async () => {
    const { session } = await caller.sources.open({ path: database });
    const folder = join(home, "same");
    const { job } = await caller.jobs.start({ session, request: { format: "csv", folder, tables: ["orders"] } });
    await followed(job);
    const lines = readFileSync(join(folder, "orders.csv"), "utf8").trimEnd().split(/\r?\n/);
    const { columns } = await caller.preview.page({ session, table: "orders", start: 100, count: 3 });
    const shown = [0, 1, 2].map((row) => columns.map(({ cells }) => cells[row]).join(","));
    expect(lines.slice(101, 104)).toEqual(shown);
  });

  test("that is cancelled leaves nothing, and the next one works", async () => {
    const { session } = await caller.sources.open({ path: database });
    const folder = join(home, "cancelled");
    const request = { format: "sql", folder, rows: { customers: 50_000_000 } } as const;
    const { job } = await caller.jobs.start({ session, request });
    expect((await caller.jobs.running()).map((running) => running.job)).toEqual([job]);
    // Few enough for a small disk, which would refuse more before it is cancelled.
    for await (const { rows } of backend.context.jobs.watch(job, new AbortController().signal)) if (rows > 0) break;
    await caller.jobs.cancel({ job });
    expect((await followed(job)).at(-1)).toMatchObject({ state: "cancelled", error: { code: "cancelled" } });
    expect(readdirSync(home)).not.toContain("cancelled");
    const next = await caller.jobs.start({ session, request: { ...request, rows: { customers: 10 } } });
    expect((await followed(next.job)).at(-1)?.state).toBe("done");
  });

  test("that cannot write fails with a sentence", async () => {
    const { session } = await caller.sources.open({ path: database });
    const folder = join(database, "below");
    const { job } = await caller.jobs.start({ session, request: { format: "csv", folder } });
    expect((await followed(job)).at(-1)).toMatchObject({ state: "failed", error: { code: "folder-unwritable" } });
  });
});

test("the file browser lists folders and databases, and says where a project lies", async () => {
  const listing = await caller.files.list({ folder: home, kind: "database" });
  expect(listing.entries.find(({ name }) => name === "saved")).toMatchObject({ kind: "folder", project: true });
  expect(listing.entries.find(({ name }) => name === "shop.sqlite")).toMatchObject({ kind: "file", path: database });
  const folders = await caller.files.list({ folder: home, kind: "folder" });
  expect(folders.entries.every(({ kind }) => kind === "folder")).toBe(true);
  await expect(caller.files.list({ folder: join(home, "none"), kind: "folder" })).rejects.toMatchObject({
    cause: { code: "source-not-found" },
  });
});

test("every plug-in has a card with a form", async () => {
  const cards = await caller.design.generators();
  expect(cards.length).toBeGreaterThan(20);
  for (const { id, label, help, accepts } of cards) expect([id, label, help, accepts.join()]).not.toContain("");
});
