import { afterAll, beforeAll, expect, test } from "vitest";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { CliBench } from "./test-bench.ts";

const bench = new CliBench();
beforeAll(async () => {
  expect(await bench.run("init", bench.database, "--out", bench.project)).toMatchObject({ code: 0 });
  const file = bench.path("project", "seedloom.yaml");
  const text = readFileSync(file, "utf8");
  const rule = "tables: { order_items: { columns: { quantity: { integer: { min: 0, max: 3 } } } } }";
  writeFileSync(file, `${text.replace(/^tables:.*$/m, "")}\n${rule}\n`);
});
afterAll(() => bench.remove());

test("check names rows that break a CHECK, and how to keep it; a warning does not fail it", async () => {
  const { code, out } = await bench.run("check", bench.project);
  expect(code).toBe(0);
  expect(out).toMatch(/^warning: order_items: 2\d% of rows break CHECK \(quantity > 0\)\./m);
  // More than 0 of whole numbers is 1 and up.
  expect(out).toMatch(/Fix: Set minimum to 1\.$/m);
  const { out: json } = await bench.run("check", bench.project, "--json");
  expect(JSON.parse(json)).toMatchObject({
    problems: [{ code: "check-conflict", table: "order_items", column: "quantity", severity: "warning" }],
  });
});

test("export writes, and warns of what its rows break", async () => {
  const { code, err } = await bench.export("out", "--rows", "500");
  expect(code).toBe(0);
  expect(err).toMatch(/warning: order_items: 2\d% of rows break CHECK \(quantity > 0\)\. .*first at row \d+\./);
  const other = await bench.export("other", "--table", "customers");
  expect(other.err).not.toContain("warning");
});

test("export warns of a rule whose column is not there", async () => {
  const file = bench.path("project", "seedloom.yaml");
  const before = readFileSync(file, "utf8");
  writeFileSync(file, before.replace("quantity: {", "quantty: constant, quantity: {"));
  const { code, err } = await bench.export("lost", "--rows", "10");
  writeFileSync(file, before);
  expect(code).toBe(0);
  expect(err).toMatch(/warning: order_items: .*quantty/);
});

test("a load says, before it writes, which rows the database will refuse and what would mend them", async () => {
  const target = bench.path("target.sqlite");
  copyFileSync(bench.database, target);
  const { code, err } = await bench.run("load", bench.project, "--to", target, "--clear");
  expect(code).toBe(1);
  expect(err).toMatch(
    /order_items: 2\d% of rows break CHECK \(quantity > 0\)\. .* The database will refuse them\. One way out is “Set minimum to 1”\./,
  );
});

test("what every row breaks stops a load and an export before the first row, and with --go-on no files", async () => {
  const file = bench.path("project", "seedloom.yaml");
  const before = readFileSync(file, "utf8");
  writeFileSync(file, before.replace("{ min: 0, max: 3 }", "{ min: -3, max: 0 }"));
  const target = bench.path("never.sqlite");
  copyFileSync(bench.database, target);
  const refused = [
    await bench.run("load", bench.project, "--to", target, "--clear"),
    await bench.export("never", "--rows", "50"),
  ];
  const gone = await bench.export("gone", "--rows", "50", "--go-on");
  writeFileSync(file, before);
  for (const { code, err } of refused) {
    expect(code).toBe(1);
    expect(err).toContain("100% of rows break CHECK (quantity > 0).");
    expect(err).toContain("One way out is “Set minimum to 1 and maximum to 4”");
  }
  expect(existsSync(bench.path("never"))).toBe(false);
  expect(gone.code).toBe(0);
  expect(gone.err).toContain("warning: 100% of rows break CHECK (quantity > 0).");
});

test("an empty --out is a mistake, not the current folder", async () => {
  const { code, err } = await bench.run("export", bench.project, "--format", "csv", "--out", "");
  expect(code).toBe(2);
  expect(err).toContain("--out names no folder");
});
