import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TableView } from "../../../shared/api/views.ts";
import { applyEdit } from "../../../shared/project/apply-edit.ts";
import type { ProjectEdit } from "../../../shared/project/project-edit.ts";
import { createBackend } from "../create-backend.ts";
import { bareHost } from "../host.ts";
import { createCaller } from "../router.ts";

const home = mkdtempSync(join(tmpdir(), "seedloom-relations-"));
const database = join(home, "shop.sqlite");
const backend = createBackend({ host: bareHost, dataFolder: join(home, "data") });
const caller = createCaller(backend.context);

beforeAll(() => {
  const created = new Database(database);
  created.exec(`
    CREATE TABLE customers (id INTEGER PRIMARY KEY, referred_by INTEGER REFERENCES customers (id), name TEXT);
    CREATE TABLE addresses (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE);
    CREATE TABLE profiles (customer_id INTEGER PRIMARY KEY REFERENCES customers (id), bio TEXT);
    CREATE TABLE countries (id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE orders (
      id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL REFERENCES customers (id),
      address_id INTEGER NOT NULL REFERENCES addresses (id),
      country_id INTEGER NOT NULL REFERENCES countries (id)
    );
  `);
  created.close();
});
afterAll(async () => {
  await backend.close();
  rmSync(home, { recursive: true });
});

async function tableAfter(table: string, ...edits: readonly ProjectEdit[]): Promise<TableView> {
  const view = await caller.sources.open({ path: database });
  const project = edits.reduce(applyEdit, view.project);
  await caller.projects.update({ session: view.session, revision: view.revision, project });
  return caller.design.table({ session: view.session, table });
}

const relation = (table: TableView, column: string) => table.relations?.find(({ columns }) => columns.includes(column));
const options = (table: TableView, column: string) =>
  table.columns.find((view) => view.column.name === column)?.options;

test("an owned key says how many rows each parent has, and has no parameters of its own", async () => {
  const table = await tableAfter("orders");
  expect(relation(table, "customer_id")).toMatchObject({
    parent: "customers",
    parentColumns: ["id"],
    pick: "owner",
    canOwn: true,
    parameters: [],
  });
  expect(options(table, "customer_id")).toBe("customers, 1 to 5 each");
  expect((await tableAfter("customers")).ownedTables).toEqual(expect.arrayContaining(["addresses", "orders"]));
});

test("each other key offers what changes something for it", async () => {
  const orders = await tableAfter("orders");
  expect(relation(orders, "country_id")).toMatchObject({ pick: "free", parameters: ["pick"] });
  expect(relation(orders, "address_id")?.parameters).toContain("sameOwner");
  expect(relation(await tableAfter("customers"), "referred_by")).toMatchObject({
    canOwn: false,
    parameters: ["depth"],
  });
  const tree: ProjectEdit = {
    kind: "set-rule",
    table: "customers",
    column: "referred_by",
    rule: { kind: "generate", generator: "foreign-key", params: { depth: 3 } },
  };
  expect(relation(await tableAfter("customers", tree), "referred_by")?.parameters).toEqual(["depth", "fanOut"]);
});

test("freed rows pick their parents, and stay as many", async () => {
  const table = await tableAfter(
    "orders",
    { kind: "set-rows", table: "orders", rows: 2500 },
    {
      kind: "set-rule",
      table: "orders",
      column: "customer_id",
      rule: { kind: "generate", generator: "foreign-key", params: { pick: "uniform" } },
    },
  );
  expect(table.rowCount).toBe(2500);
  expect(relation(table, "customer_id")?.pick).toBe("free");
  expect(options(table, "customer_id")).toBe("customers, uniform");
});
