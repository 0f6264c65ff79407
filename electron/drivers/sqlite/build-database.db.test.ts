import Database from "better-sqlite3";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadOrder } from "../../../shared/schema/graph.ts";
import { readChecks } from "../../../shared/schema/check-constraints.ts";
import { openSource } from "../open-source.ts";
import { buildDatabase } from "./build-database.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "build-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("building a database from a script", () => {
  test("gives a whole database and nothing else beside it", async () => {
    writeFileSync(join(folder, "schema.sql"), "CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (7);");
    await buildDatabase(join(folder, "schema.sql"), join(folder, "new", "t.sqlite"));
    expect(readdirSync(join(folder, "new"))).toEqual(["t.sqlite"]);
    const database = new Database(join(folder, "new", "t.sqlite"), { readonly: true });
    expect(database.prepare("SELECT id FROM t").pluck().get()).toBe(7);
    database.close();
  });

  test("a script that fails leaves what was there, and no rubbish", async () => {
    writeFileSync(join(folder, "schema.sql"), "CREATE TABLE t (id); CREATE TABLE t (id);");
    writeFileSync(join(folder, "t.sqlite"), "old");
    await expect(buildDatabase(join(folder, "schema.sql"), join(folder, "t.sqlite"))).rejects.toMatchObject({
      code: "write-failed",
    });
    expect(readFileSync(join(folder, "t.sqlite"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["schema.sql", "t.sqlite"]);
  });
});

test("the sample shop: its tables load in one order, every check is understood and every table says what it is", async () => {
  await buildDatabase("examples/shop/schema.sql", join(folder, "shop.sqlite"));
  const source = await openSource(join(folder, "shop.sqlite"));
  const model = await source.model();
  await source.close();
  expect(loadOrder(model).map((group) => group.map((table) => table.name).join())).toEqual([
    "customers",
    "addresses",
    "categories",
    "products",
    "orders",
    "order_items",
    "payments",
    "reviews",
  ]);
  for (const table of model.tables) {
    expect(table.comment).toBeTruthy();
    for (const reading of readChecks(table, "sqlite")) expect(reading).toMatchObject({ understood: true });
    for (const constraint of [...table.checks, ...table.foreignKeys, ...table.uniques])
      expect(constraint.name).toMatch(new RegExp(`^${table.name}_`));
  }
});
