import { expect, test } from "vitest";
import { textTable } from "./text-table.ts";

test("columns stand under their names, numbers to the right", () => {
  const table = textTable([
    { name: "id", align: "end", cells: ["1", "10"] },
    { name: "name", align: "start", cells: ["山田", null] },
  ]);
  expect(table).toBe(["id  name", "──  ────", " 1  山田", "10  NULL", ""].join("\n"));
});

test("a cell cannot command the terminal or break the line", () => {
  const table = textTable([{ name: "x", align: "start", cells: ["a\u001b[31mb\nc"] }]);
  expect(table).not.toContain("\u001b");
  expect(table.split("\n")).toHaveLength(4);
});
