import { expect, it } from "vitest";
import type { TableView } from "../../../../shared/api/views.ts";
import { joinPath, parentPaths, splitPath } from "./path-options.ts";

const table: TableView = {
  id: "orders",
  name: "orders",
  schema: "main",
  mode: "generate",
  rowCount: 1,
  rows: 1,
  rowsEdited: false,
  columns: [],
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
  relations: [
    {
      name: "",
      columns: ["customer_id"],
      parent: "customers",
      parentColumns: ["id"],
      parentRows: 1,
      pick: "free",
      canOwn: true,
      parameters: [],
    },
  ],
};

it("columns of parents are offered by the foreign key that leads to them", () => {
  const names = { customers: ["id", "country"], orders: ["id", "customer_id"] };
  expect(parentPaths(table, names, new Set(["currency"]))).toEqual(["customer_id.id", "customer_id.country"]);
  expect(parentPaths(table, names, new Set(["customer_id"]))).toEqual([]);
});

it("a path is taken apart at its last dot, and put together again", () => {
  const tables = ["users", "crm.users"];
  for (const path of ["users.id", "crm.users.id", "crm.users", "users"]) {
    const { table: name, column } = splitPath(path, tables);
    expect(tables).toContain(name);
    expect(joinPath(name, column)).toBe(path);
  }
});
