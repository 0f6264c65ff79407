import { describe, expect, it } from "vitest";
import { parsePaletteQuery, rowMeant } from "./palette-query.ts";

describe("what is typed into the palette", () => {
  it.each([
    ["orders row 50000000", { scope: "all", row: { table: "orders", row: "50000000" } }],
    ["orders 50m", { scope: "all", row: { table: "orders", row: "50m" } }],
    ["row 1,000", { scope: "all", row: { table: "", row: "1,000" } }],
    ["#1_000", { scope: "rows", row: { table: "", row: "1_000" } }],
    ["# orders last", { scope: "rows", row: { table: "orders", row: "last" } }],
    ["order items row 7", { scope: "all", row: { table: "order items", row: "7" } }],
  ])("%s asks for a row", (typed, expected) => expect(parsePaletteQuery(typed)).toMatchObject(expected));

  it.each([
    ["orders", { scope: "all", text: "orders" }],
    ["@email", { scope: "columns", text: "email" }],
    ["> undo", { scope: "commands", text: "undo" }],
    [": smoke 2", { scope: "scenarios", text: "smoke 2" }],
    ["table2", { scope: "all", text: "table2" }],
  ])("%s asks for no row", (typed, expected) => expect(parsePaletteQuery(typed)).toEqual(expected));

  it("knows a row that the table has from one behind its end", () => {
    const half = () => 0.5;
    expect(rowMeant("50", 100, half)).toEqual({ row: 49, beyond: false });
    expect(rowMeant("50m", 100, half)).toEqual({ row: 49_999_999, beyond: true });
    expect(rowMeant("last", 100, half)).toEqual({ row: 99, beyond: false });
    expect(rowMeant("0", 100, half)).toBeUndefined();
  });
});
