import Database from "better-sqlite3";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CliBench } from "./test-bench.ts";

const bench = new CliBench();
const project = (): string => bench.text("project", "seedloom.yaml");
const lock = (): string => bench.text("project", "schema.lock.json");
let fresh = { project: "", lock: "" };

beforeAll(async () => {
  expect(await bench.run("init", bench.database, "--out", bench.project)).toMatchObject({ code: 0 });
  const rules = "tables:\n  # Who buys\n  customers:\n    columns:\n      name: slug # short\n      balance: slug\n";
  const text = project().replace(/tables:.*/s, "");
  writeFileSync(bench.path("project", "seedloom.yaml"), `${text}${rules}`);
  const changed = new Database(bench.database);
  changed.exec("ALTER TABLE customers RENAME COLUMN name TO full_name");
  changed.exec("ALTER TABLE customers DROP COLUMN balance");
  changed.exec("ALTER TABLE customers ADD COLUMN phone TEXT");
  changed.close();
  fresh = { project: project(), lock: lock() };
});
afterAll(() => bench.remove());

test("a check names the changes, what they break and how sure a guess is, and fails", async () => {
  const { code, out, err } = await bench.run("check", bench.project);
  expect(code).toBe(1);
  expect(out).toMatch(
    /^drift: Column customers\.name is called full_name now \(a guess, confidence \w+\)\. It breaks the rule for customers\.name\.$/m,
  );
  expect(out).toMatch(/^drift: Column customers\.balance was removed\. It breaks the rule for customers\.balance\.$/m);
  expect(out).toMatch(/^drift: Column customers\.phone was added\.$/m);
  expect(err).toContain("seedloom migrate");
  const { out: json } = await bench.run("check", bench.project, "--json");
  expect(JSON.parse(json)).toMatchObject({
    driftFails: true,
    newColumns: "fail",
    renames: [{ table: "customers", column: "name", to: "full_name" }],
  });
});

test("opening and exporting take nothing over, and a dry run writes nothing", async () => {
  const { code, out } = await bench.run("migrate", bench.project, "--dry-run");
  expect(code).toBe(0);
  expect(out).toContain("dropped: The rule for customers.balance.");
  await bench.export("out");
  expect({ project: project(), lock: lock() }).toEqual(fresh);
});

test("a name that was guessed wrong is put right", async () => {
  const { out } = await bench.run("migrate", bench.project, "--dry-run", "--rename", "customers.name=");
  expect(out).toContain("drift: Column customers.name was removed.");
  const wrong = await bench.run("migrate", bench.project, "--rename", "customers.nobody=x");
  expect(wrong).toMatchObject({ code: 2 });
});

test("a schema of another engine is not compared", async () => {
  const script = bench.path("schema.sql");
  writeFileSync(script, "CREATE TABLE customers (id serial PRIMARY KEY, name text);");
  expect(await bench.run("check", bench.project, "--against", script)).toMatchObject({ code: 2 });
});

test("a migration moves and drops rules, keeps comments, and changes nothing else", async () => {
  const { code, out } = await bench.run("migrate", bench.project);
  expect(code).toBe(0);
  expect(out).toContain("moved: The rule for customers.name is that for customers.full_name.");
  expect(project()).toBe(
    fresh.project.replace("      name: slug # short\n      balance: slug\n", "      full_name: slug # short\n"),
  );
  expect(await bench.run("check", bench.project)).toMatchObject({
    code: 0,
    out: expect.not.stringContaining("drift") as string,
  });
  expect((await bench.run("migrate", bench.project)).err).toContain("nothing to migrate");
});

test("a policy settles new columns, in the check and in what is exported", async () => {
  const changed = new Database(bench.database);
  changed.exec("ALTER TABLE customers ADD COLUMN nickname TEXT");
  changed.close();
  const before = project();
  expect(await bench.run("check", bench.project)).toMatchObject({ code: 1 });
  writeFileSync(bench.path("project", "seedloom.yaml"), before.replace("tables:", "new-columns: null\ntables:"));
  const { code, out } = await bench.run("check", bench.project);
  expect(out).toContain("drift: Column customers.nickname was added. The project's policy on new columns settles it.");
  expect(code).toBe(0);
  const { out: rows } = await bench.run("preview", bench.project, "--table", "customers", "--count", "20", "--json");
  expect((JSON.parse(rows) as { nickname: unknown }[]).every(({ nickname }) => nickname === null)).toBe(true);
});

test("--against compares with another database", async () => {
  const other = bench.path("other.sqlite");
  copyFileSync(bench.database, other);
  const changed = new Database(other);
  changed.exec("DROP TABLE order_items");
  changed.close();
  const { code, out, err } = await bench.run("check", bench.project, "--against", other);
  expect(err).toContain("`seedloom migrate --against` the same source");
  expect(code).toBe(1);
  expect(out).toContain("drift: Table order_items was removed.");
  expect(readFileSync(bench.path("project", "schema.lock.json"), "utf8")).toBe(lock());
});
