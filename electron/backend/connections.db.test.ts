import Database from "better-sqlite3";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LoadRequest } from "../../shared/api/inputs.ts";
import type { JobProgress } from "../../shared/api/views.ts";
import { createBackend, type Backend } from "./create-backend.ts";
import { bareHost } from "./host.ts";
import { createCaller } from "./router.ts";
import { Connections } from "./storage/connections.ts";
import { memorySecrets } from "./storage/secrets.ts";

let home = "";
let backend: Backend;
let caller: ReturnType<typeof createCaller>;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "connections-test-"));
  const secrets = memorySecrets("Kept until the test ends.");
  backend = createBackend({ host: { ...bareHost, secrets }, dataFolder: join(home, "data") });
  caller = createCaller(backend.context);
});
afterEach(async () => {
  await backend.close();
  rmSync(home, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const server = { host: "db.example", port: "5432", database: "shop", user: "me", password: "ge@heim/1" };
const stored = (): string => readFileSync(join(home, "data", "connections.json"), "utf8");

test("a connection is kept without its password, which goes to the host's secrets", async () => {
  const saved = await caller.connections.save({ label: " Shop ", engine: "postgresql", values: server });
  expect(saved).toMatchObject({ label: "Shop", password: "session", address: "postgresql://me@db.example:5432/shop" });
  expect(stored()).not.toContain("heim");
  const { connections, drivers, secrets } = await caller.connections.list();
  expect(connections).toEqual([saved]);
  expect(JSON.stringify(connections)).not.toContain("heim");
  expect(drivers.map(({ id }) => id)).toContain("sqlite");
  expect(secrets).toEqual({ lasting: false, message: "Kept until the test ends." });

  // A form that leaves the password out keeps it; removing the connection forgets it.
  const again = await caller.connections.save({
    id: saved.id,
    label: "Shop",
    engine: "postgresql",
    values: { ...server, password: "" },
    protected: true,
  });
  expect(again).toMatchObject({ password: "session", protected: true });
  await caller.connections.remove({ connection: saved.id });
  expect((await caller.connections.list()).connections).toEqual([]);
});

test("a password that is a variable is no secret, and stays in the address", async () => {
  const saved = await caller.connections.save({
    label: "CI",
    engine: "postgresql",
    values: { ...server, password: "${SHOP_PW}" },
  });
  expect(saved).toMatchObject({ password: "none", address: "postgresql://me:${SHOP_PW}@db.example:5432/shop" });
});

test("a form says which field is empty, and a label stands once", async () => {
  await expect(caller.connections.save({ label: "x", engine: "sqlite", values: { file: " " } })).rejects.toThrow(
    "File is empty.",
  );
  await caller.connections.save({ label: "x", engine: "sqlite", values: { file: "/a" } });
  await expect(caller.connections.save({ label: "x", engine: "sqlite", values: { file: "/b" } })).rejects.toThrow(
    /connection x already/,
  );
});

test("an address that is pasted fills the form", async () => {
  const { engine, values } = await caller.connections.parse({
    address: "postgresql://me:ge%40heim%2F1@[::1]:5433/shop?sslmode=require",
  });
  expect({ engine, values }).toEqual({
    engine: "postgresql",
    values: { host: "::1", port: "5433", database: "shop", user: "me", password: "ge@heim/1", tls: "require" },
  });
  expect(await caller.connections.parse({ address: "/data/shop.sqlite" })).toEqual({
    engine: "sqlite",
    values: { file: "/data/shop.sqlite" },
  });
});

test("a project's address gets the kept password of the same user's connection to the same database, and no other", async () => {
  const secrets = memorySecrets("");
  const connections = new Connections(join(home, "other"), secrets);
  await connections.save({
    label: "Shop",
    engine: "postgresql",
    values: { ...server, host: "localhost" },
    protected: false,
  });
  const address = (user: string, host: string): string =>
    `postgresql://${user}:\${SEEDLOOM_PASSWORD}@${host}:5432/shop`;
  expect(await connections.resolve(address("me", "127.0.0.1"))).toBe(
    "postgresql://me:ge%40heim%2F1@127.0.0.1:5432/shop",
  );
  expect(await connections.resolve(address("you", "127.0.0.1"))).toBe(address("you", "127.0.0.1"));
  expect(await connections.resolve(address("me", "elsewhere"))).toBe(address("me", "elsewhere"));
  vi.stubEnv("SEEDLOOM_PASSWORD", "set");
  expect(await connections.resolve(address("me", "localhost"))).toBe(address("me", "localhost"));
});

test("a connection is tested, previewed, loaded and proved; a protected one by its name", async () => {
  const file = join(home, "shop.sqlite");
  const made = new Database(file);
  made.exec(`CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT NOT NULL); CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER NOT NULL REFERENCES a (id));
    CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END`);
  made.close();
  expect((await caller.connections.test({ engine: "sqlite", values: { file } })).version).toMatch(/^SQLite 3/);
  const { id } = await caller.connections.save({ label: "Live", engine: "sqlite", values: { file }, protected: true });

  const { session } = await caller.sources.openConnection({ connection: id });
  const request: Partial<LoadRequest> & { to: LoadRequest["to"] } = {
    to: { connection: id },
    triggers: "off",
    clear: "truncate",
    rows: { a: 30, b: 60 },
  };
  const preview = await caller.loads.preview({ session, request });
  expect(preview).toMatchObject({
    target: { label: "shop.sqlite", engine: "sqlite" },
    rows: 90,
    atomic: true,
    confirm: "Live",
  });
  expect(preview.tables).toEqual([
    { table: "a", rows: 30, cyclic: false },
    { table: "b", rows: 60, cyclic: false },
  ]);
  expect(preview.notes.join(" ")).toMatch(/trigger/);

  await expect(caller.loads.start({ session, request })).rejects.toThrow(/Live is protected/);
  const { job } = await caller.loads.start({ session, request: { ...request, confirm: "Live" } });
  const last = await ended(job);
  expect(last).toMatchObject({
    state: "done",
    kind: "load",
    rows: 90,
    load: { target: "shop.sqlite", rows: 90, proof: { foreignKeys: 1, rows: 90, findings: [] } },
  });

  const trial = await caller.loads.start({
    session,
    request: { to: { trial: true }, rows: { a: 5, b: 5 }, proof: false },
  });
  expect(await ended(trial.job)).toMatchObject({ state: "done", load: { proof: { rows: 10, findings: [] } } });
});

async function ended(job: string): Promise<JobProgress | undefined> {
  let last: JobProgress | undefined;
  for await (const progress of backend.context.jobs.watch(job, new AbortController().signal)) last = progress;
  return last;
}
