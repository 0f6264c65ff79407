import { describe, expect, it } from "vitest";
import type { TableSummary } from "../../../shared/api/views.ts";
import { closestTable, moveInTree, treeItems } from "./tree-items.ts";

const table = (id: string, schema = "main", rowCount = 10): TableSummary => ({
  id,
  schema,
  name: id.split(".").at(-1) ?? id,
  columnCount: 3,
  mode: "generate",
  rowCount,
  errors: 0,
  warnings: 0,
  edited: 0,
});
const view = {
  name: "shop",
  tables: [table("customers"), table("orders"), table("order_items")],
  views: ["order_totals"],
};
const items = (filter: string, folded: readonly string[] = []) =>
  treeItems({ view, note: "SQLite", filter, folded: new Set(folded) });
const labels = (filter: string, folded: readonly string[] = []) =>
  items(filter, folded).map((item) => (item.kind === "table" ? item.table.name : item.label));

describe("the schema tree", () => {
  it("names its only schema after the project and lists views behind the tables", () => {
    expect(labels("")).toEqual(["shop", "customers", "orders", "order_items", "Views", "order_totals"]);
  });

  it("keeps schemas apart where there are several", () => {
    const two = { ...view, tables: [table("a"), table("audit.b", "audit")], views: [] };
    const shown = treeItems({ view: two, note: "", filter: "", folded: new Set() });
    expect(shown.flatMap((item) => (item.kind === "group" ? [item.label] : []))).toEqual(["main", "audit"]);
  });

  it("finds tables and views by parts of their names, in any case", () => {
    expect(labels("ORD")).toEqual(["shop", "orders", "order_items", "Views", "order_totals"]);
    expect(labels("ord item")).toEqual(["shop", "order_items"]);
    expect(labels("invoce")).toEqual([]);
  });

  it("shows what a filter finds in a folded group, too", () => {
    expect(labels("", ["schema:main"])).toEqual(["shop", "Views", "order_totals"]);
    expect(labels("cust", ["schema:main"])).toEqual(["shop", "customers"]);
  });

  it("adds up the rows of a group", () => {
    expect(items("")[0]).toMatchObject({ kind: "group", rows: 30 });
  });

  it("names the table that a misspelt filter was meant to find", () => {
    expect(closestTable("custmers", view.tables)?.id).toBe("customers");
    expect(closestTable("zzzzzzzz", view.tables)).toBeUndefined();
  });

  it("moves within its ends, and from a table to its group", () => {
    const rows = items("");
    expect(moveInTree(rows, 0, "ArrowUp", 10)).toBe(0);
    expect(moveInTree(rows, 1, "ArrowDown", 10)).toBe(2);
    expect(moveInTree(rows, 1, "PageDown", 10)).toBe(5);
    expect(moveInTree(rows, 3, "ArrowLeft", 10)).toBe(0);
    expect(moveInTree(rows, 5, "ArrowLeft", 10)).toBe(4);
    expect(moveInTree(rows, 0, "ArrowRight", 10)).toBe(1);
    expect(moveInTree(rows, 0, "ArrowLeft", 10)).toBeUndefined();
  });
});
