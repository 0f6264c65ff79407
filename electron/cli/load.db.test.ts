import Database from "better-sqlite3";
import { mkdirSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LoadResult } from "../../shared/api/load-views.ts";
import { CliBench, expectCalm, shopSchema } from "./test-bench.ts";

let bench: CliBench;
let target = "";
beforeEach(async () => {
  bench = new CliBench();
  vi.stubEnv("SEEDLOOM_HOME", bench.path("data"));
  target = bench.path("target.sqlite");
  make(shopSchema);
  expect((await bench.run("init", bench.database, "--out", bench.project)).code).toBe(0);
});
afterEach(() => {
  bench.remove();
  vi.unstubAllEnvs();
});

function make(script: string): void {
  const database = new Database(target);
  database.exec(script);
  database.close();
}
const query = (sql: string): unknown => {
  const database = new Database(target, { readonly: true });
  try {
    return database.prepare(sql).pluck().get();
  } finally {
    database.close();
  }
};
const load = (...words: readonly string[]) => bench.run("load", bench.project, ...words);

test("loads the project, proves it, and says so in a line", async () => {
  const { code, out, err } = await load("--to", target, "--rows", "50", "--proof");
  expect(err).toMatch(/loaded 250 rows in 5 tables into target\.sqlite in /);
  expect(err).toContain("seedloom: 4 foreign keys, 0 orphans; 6 uniques hold; 2 checks hold; nextval ok");
  expect({ code, out }).toEqual({ code: 0, out: "" });
  expect(query("SELECT count(*) FROM order_items")).toBe(50);
});

test("--json gives programs the result and the proof", async () => {
  const { code, out } = await load("--to", target, "--rows", "10", "--proof", "--json");
  expect(code).toBe(0);
  const result = JSON.parse(out) as LoadResult;
  expect(result).toMatchObject({ target: "target.sqlite", rows: 50, proof: { foreignKeys: 4, findings: [] } });
  expect(result.tables).toHaveLength(5);
});

test("what stands there is refused, cleared by --clear alone, or updated", async () => {
  expect((await load("--to", target, "--rows", "20")).code).toBe(0);
  const refused = await load("--to", target, "--rows", "20");
  expect(refused).toMatchObject({ code: 1, err: /stands in the table already.* Nothing was changed\./ });
  expectCalm(refused);
  expect((await load("--to", target, "--rows", "5", "--clear")).code).toBe(0);
  expect(query("SELECT count(*) FROM customers")).toBe(5);
  expect((await load("--to", target, "--rows", "6", "--existing", "update")).code).toBe(0);
  expect(query("SELECT count(*) FROM customers")).toBe(6);
  expect((await bench.run("load", "--to", target, "--rows", "7", "--clear", bench.project)).code).toBe(0);
  expect(query("SELECT count(*) FROM customers")).toBe(7);
});

test("a column that is gone from the source since the project was saved stops the load before its first row", async () => {
  const source = new Database(bench.database);
  source.exec("ALTER TABLE orders DROP COLUMN placed_at");
  source.close();
  const outcome = await load("--to", target, "--rows", "5");
  expect(outcome).toMatchObject({ code: 3, err: /Column orders\.placed_at was removed from the source since/ });
  expectCalm(outcome);
  expect(query("SELECT count(*) FROM customers")).toBe(0);
});

test("a proof that fails fails the command", async () => {
  const database = new Database(target);
  database.pragma("foreign_keys = OFF");
  database.exec("INSERT INTO orders (id, customer_id, status, placed_at) VALUES (9000, 4711, 'new', '2026-01-01')");
  database.close();
  const outcome = await load("--to", target, "--rows", "5", "--proof");
  expect(outcome).toMatchObject({
    code: 1,
    err: /4 foreign keys, 1 orphan;[^]*The proof failed: 1 row of orders reference/,
  });
  expectCalm(outcome);
  expect(query("SELECT count(*) FROM orders")).toBe(6);
});

test("a trial needs no database", async () => {
  const { code, err } = await load("--trial", "--rows", "50");
  expect(err).toMatch(/tried 250 rows in 5 tables in a trial in SQLite/);
  expect(err).toContain("4 foreign keys, 0 orphans; 6 uniques hold; 2 checks hold; nextval ok");
  expect(code).toBe(0);
});

test.each([
  [[], 2, /No database was named/],
  [["--to", "x.sqlite", "--trial"], 2, /exclude each other/],
  [["--to", "no-such.sqlite"], 3, /There is no file/],
  [["--to", "oracle://u:geheim@h/d"], 2, /kind oracle cannot be opened/],
  [["--to", "postgresql://u:${SEEDLOOM_NO_SUCH}@h/d"], 3, /variable SEEDLOOM_NO_SUCH, .* is not set/],
  [["--to", "x.sqlite", "--clear", "wipe"], 2, /--clear takes delete, truncate, not "wipe"/],
  [["--to", "x.sqlite", "--existing", "ignore"], 2, /--existing takes refuse, update/],
  [["--to", "x.sqlite", "--triggers", "maybe"], 2, /--triggers takes on, off/],
  [["--to", "x.sqlite", "--workers", "0"], 2, /--workers/],
])("%j exits with %i", async (words, code, message) => {
  const outcome = await load(...words);
  expect(outcome).toMatchObject({ code, err: message });
  expectCalm(outcome);
  expect(outcome.err).not.toContain("geheim");
});

test("a table or scenario that is not there is named with its nearest", async () => {
  expect(await load("--to", target, "--table", "custmers")).toMatchObject({ code: 2, err: /Did you mean customers/ });
  expect(await load("--to", target, "--scenario", "none")).toMatchObject({ code: 2, err: /no scenario none/ });
});

test("a password in the command is warned of, and never repeated", async () => {
  const { err } = await load("--to", "postgresql://u:geheim@127.0.0.1:1/d");
  expect(err).toMatch(/the password stands in the command/);
  expect(err).not.toContain("geheim");
});

test("a protected database is loaded by its typed name only", async () => {
  mkdirSync(bench.path("data"), { recursive: true });
  const connection = { id: "1", label: "Production", engine: "sqlite", values: { file: target }, protected: true };
  writeFileSync(bench.path("data", "connections.json"), JSON.stringify([connection]));
  for (const words of [[], ["--confirm", "production"]]) {
    const outcome = await load("--to", target, "--rows", "5", ...words);
    expect(outcome).toMatchObject({ code: 2, err: /Production is protected.*[^]*--confirm "Production"/ });
    expectCalm(outcome);
  }
  expect(query("SELECT count(*) FROM customers")).toBe(0);
  expect((await load("--to", target, "--rows", "5", "--confirm", "Production")).code).toBe(0);
  expect(query("SELECT count(*) FROM customers")).toBe(5);
});

test("a damaged list of connections is no reason to load unasked", async () => {
  mkdirSync(bench.path("data"), { recursive: true });
  writeFileSync(bench.path("data", "connections.json"), "[{");
  const outcome = await load("--to", target, "--rows", "5");
  expect(outcome).toMatchObject({ code: 3, err: /list of connections cannot be read/ });
  expect(query("SELECT count(*) FROM customers")).toBe(0);
});
