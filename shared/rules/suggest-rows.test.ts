import { describe, expect, test } from "vitest";
import { estimateRows, suggestRows } from "./suggest-rows.ts";
import { columnOf, modelOf, referenceOf, tableOf } from "./small-schema.ts";
import type { SchemaModel, TableModel } from "../schema/schema-model.ts";

const id = columnOf("id", "integer", { identity: "rowid" });
const keyed = (name: string, more: Partial<TableModel> = {}, columns = [columnOf("name", "text")]): TableModel =>
  tableOf(name, [id, ...columns], { primaryKey: ["id"], ...more });
const child = (name: string, ...parents: readonly string[]): TableModel =>
  tableOf(name, [id, ...parents.map((parent) => columnOf(`${parent}_id`))], {
    primaryKey: ["id"],
    foreignKeys: parents.map((parent) => referenceOf(`${parent}_id`, parent)),
  });
const rowsIn = (model: SchemaModel, name: string) =>
  suggestRows(model.tables.find((table) => table.name === name) ?? model.tables[0] ?? keyed("x"), model);
const ownerIn = (model: SchemaModel, name: string) => {
  const rows = rowsIn(model, name);
  return typeof rows === "object" ? rows.per : undefined;
};

describe("rows are suggested", () => {
  test("as a plain number for what stands alone, and few for lists that others refer to", () => {
    const model = modelOf(keyed("customers"), keyed("countries"), keyed("order_statuses"), keyed("employees"));
    expect(model.tables.map((table) => suggestRows(table, model))).toEqual([1000, 100, 20, 100]);
  });

  test.each([
    ["orders", ["customers"], "customers"],
    ["order_items", ["products", "orders"], "orders"],
    ["payments", ["customers", "orders"], "orders"],
    ["addresses", ["customers"], "customers"],
    ["reviews", ["customers", "products"], "products"],
    ["InvoiceLine", ["Track", "Invoice"], "Invoice"],
    ["film_actor", ["actor", "film"], "film"],
    ["orders", ["employees"], undefined],
    ["customers", ["countries"], undefined],
    ["payments", ["payment_methods"], undefined],
  ])("%s that reference %j belong to %s", (name, parents, owner) => {
    const model = modelOf(...parents.map((parent) => keyed(parent)), child(name, ...parents));
    expect(ownerIn(model, name)).toBe(owner);
  });

  test("so that one table has one owner, and none in a ring", () => {
    const model = modelOf(
      child("orders", "order_items", "customers"),
      child("order_items", "orders"),
      child("customers", "orders"),
    );
    const owners = new Map(model.tables.map((table) => [table.name, ownerIn(model, table.name)]));
    for (const start of owners.keys()) {
      let at: string | undefined = start;
      for (let step = 0; step < 5 && at !== undefined; step++) at = owners.get(at);
      expect(at).toBeUndefined();
    }
  });

  test("without exploding along a chain of owners", () => {
    const names = [
      "customers",
      "customer_orders",
      "customer_orders_items",
      "customer_orders_items_events",
      "customer_orders_items_events_logs",
      "customer_orders_items_events_logs_rows",
    ];
    const model = modelOf(
      ...names.map((name, k) =>
        tableOf(name, [id, columnOf("parent_id")], {
          primaryKey: ["id"],
          foreignKeys: k === 0 ? [] : [referenceOf("parent_id", names[k - 1] ?? "", "id", "CASCADE")],
        }),
      ),
    );
    expect(model.tables.every((table) => estimateRows(table, model) <= 20_000)).toBe(true);
  });

  test("so that keys have room", () => {
    const code = tableOf("regions", [columnOf("code", "char(1)")], { primaryKey: ["code"] });
    const pair = tableOf("grid", [columnOf("a", "boolean"), columnOf("b", "boolean")], { primaryKey: ["a", "b"] });
    const profile = tableOf("customer_profiles", [columnOf("customer_id")], {
      primaryKey: ["customer_id"],
      foreignKeys: [referenceOf("customer_id", "customers")],
    });
    const vote = tableOf("order_flags", [columnOf("order_id"), columnOf("flag", "boolean")], {
      primaryKey: ["order_id", "flag"],
      foreignKeys: [referenceOf("order_id", "orders")],
    });
    const model = modelOf(keyed("customers"), keyed("orders"), code, pair, profile, vote);
    expect(rowsIn(model, "regions")).toBe(20);
    expect(rowsIn(model, "grid")).toBe(2);
    expect(rowsIn(model, "customer_profiles")).toEqual({ per: "customers", from: 1, to: 1, without: 0 });
    expect(rowsIn(model, "order_flags")).toMatchObject({ per: "orders", to: 2 });
  });
});
