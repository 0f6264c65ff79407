import { afterAll, beforeAll, expect, test } from "vitest";
import { readFileSync, writeFileSync } from "node:fs";
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

test("an empty --out is a mistake, not the current folder", async () => {
  const { code, err } = await bench.run("export", bench.project, "--format", "csv", "--out", "");
  expect(code).toBe(2);
  expect(err).toContain("--out names no folder");
});
