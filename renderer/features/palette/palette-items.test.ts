import { describe, expect, it } from "vitest";
import type { TableSummary } from "../../../shared/api/views.ts";
import type { Command } from "../../commands/command.ts";
import { formatInteger } from "../../components/format.ts";
import { paletteGroups, paletteIndex } from "./palette-items.ts";

const table = (id: string, rowCount: number): TableSummary => ({
  id,
  schema: "main",
  name: id,
  columnCount: 2,
  mode: "generate",
  rowCount,
  errors: 0,
  warnings: 0,
  edited: 0,
});
const tables = [table("customers", 1000), table("orders", 50_000_000), table("order_items", 130)];
const commands: readonly Command[] = [
  { id: "edit.undo", label: "Undo", group: "Edit", when: () => false, run: () => undefined },
  { id: "edit.new-seed", label: "New seed", group: "Edit", keywords: "dice", run: () => undefined },
  { id: "scenario.show.smoke", label: "Show scenario smoke", group: "Scenario", run: () => undefined },
];
const columns = { customers: ["id", "email"], orders: ["id", "order_number"], order_items: ["order_id"] };

const offered = (typed: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    paletteGroups({
      typed,
      index: paletteIndex(tables, columns),
      selected: "customers",
      commands,
      format: formatInteger,
      random: () => 0,
    }).map(({ label, items }) => [label, items.map((item) => item.label)]),
  );

describe("the palette", () => {
  it("leads to row 50,000,000 by table and number", () => {
    expect(offered("orders row 50000000")["Rows"]).toEqual(["Go to row 50,000,000 of orders"]);
  });

  it("takes the selected table for a bare number", () => {
    expect(offered("#500")["Rows"]).toEqual(["Go to row 500 of customers"]);
  });

  it("offers to make room for a row behind the last", () => {
    expect(offered("customers row 2m")["Rows"]).toEqual(["Set row count of customers to 2,000,000"]);
  });

  it("finds tables and columns together, and columns alone behind @", () => {
    expect(offered("order")["Tables and columns"]?.slice(0, 2)).toEqual(["orders", "order_items"]);
    expect(offered("order")["Tables and columns"]).toContain("orders.order_number");
    expect(offered("@email")).toEqual({ Columns: ["customers.email"] });
  });

  it("offers only commands that make sense now, by their words as well", () => {
    expect(offered(">")).toEqual({ Commands: ["New seed", "Show scenario smoke"] });
    expect(offered("dice")["Commands"]).toEqual(["New seed"]);
  });

  it("offers scenarios alone behind :", () => {
    expect(offered(":")).toEqual({ Scenarios: ["Show scenario smoke"] });
  });

  it("works without a project", () => {
    const groups = paletteGroups({
      typed: "seed",
      index: paletteIndex([], {}),
      selected: null,
      commands,
      format: String,
      random: () => 0,
    });
    expect(groups.map(({ label }) => label)).toEqual(["Commands"]);
  });
});
