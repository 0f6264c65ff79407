import Database from "better-sqlite3";
import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CliBench } from "./test-bench.ts";

const bench = new CliBench();
const file = bench.path("project", "seedloom.yaml");
const reference = (date: string): void =>
  writeFileSync(file, readFileSync(file, "utf8").replace(/^now: .*$/m, `now: ${date}`));

beforeAll(async () => {
  const database = new Database(bench.database);
  database.exec("CREATE TABLE coupons (id INTEGER PRIMARY KEY, valid_until DATE NOT NULL)");
  database.close();
  expect(await bench.run("init", bench.database, "--out", bench.project)).toMatchObject({ code: 0 });
  reference("2020-01-01");
});
afterAll(() => bench.remove());

test("dates that have passed are warned of, with the way to mend them", async () => {
  const { code, out } = await bench.run("check", bench.project, "--stale", "30d");
  expect(code).toBe(0);
  expect(out).toMatch(
    /^warning: Of 1000 dates of coupons\.valid_until that were looked at \d+ have passed; the first is 2020-01-\d\d\. Fix: Let the reference date be today\.$/m,
  );
});

test("a reference date of today keeps the project fresh, and files that were exported are still stale", async () => {
  await bench.run("export", bench.project, "--format", "csv", "--out", bench.path("project", "seeds"), "--rows", "50");
  reference("today");
  expect((await bench.run("check", bench.project, "--stale", "30d")).out).not.toContain("valid_until");
  writeFileSync(file, `${readFileSync(file, "utf8")}exports:\n  - { format: csv, to: seeds }\n`);
  const { out } = await bench.run("check", bench.project, "--stale", "30d");
  expect(out).toMatch(/^warning: Of 50 dates of coupons\.valid_until in seeds that were looked at \d+ have passed/m);
});

test("days that are none are refused", async () => {
  expect(await bench.run("check", bench.project, "--stale", "soon")).toMatchObject({ code: 2 });
});
