import { describe, expect, test } from "vitest";
import { applyEdit, describeEdit } from "./apply-edit.ts";
import { newProject } from "./new-project.ts";

const empty = newProject({ source: "shop.sqlite", seed: 1, now: "today", locales: { en: 1 } });
const rule = { kind: "default" as const };

describe("an edit", () => {
  test("leaves everything else as the same object", () => {
    const one = applyEdit(empty, { kind: "set-rule", table: "a", column: "x", rule });
    const two = applyEdit(one, { kind: "set-rule", table: "b", column: "y", rule });
    expect(two.tables.a).toBe(one.tables.a);
    expect(empty.tables).toEqual({});
  });

  test("taken back leaves no trace", () => {
    const set = applyEdit(empty, {
      kind: "several",
      label: "Set up",
      edits: [
        { kind: "set-rule", table: "a", column: "x", rule },
        { kind: "set-rows", table: "a", rows: 5 },
        { kind: "set-mode", table: "a", mode: "skip" },
      ],
    });
    expect(set.tables.a).toEqual({ rows: 5, mode: "skip", columns: { x: rule } });
    const back = applyEdit(set, {
      kind: "several",
      label: "Reset",
      edits: [
        { kind: "set-mode", table: "a", mode: null },
        { kind: "set-rows", table: "a", rows: null },
        { kind: "set-rule", table: "a", column: "x", rule: null },
      ],
    });
    expect(back).toEqual(empty);
  });

  test("that changes nothing returns the project itself", () => {
    expect(applyEdit(empty, { kind: "set-rule", table: "constructor", column: "toString", rule: null })).toBe(empty);
    expect(applyEdit(empty, { kind: "set-rows", table: "a", rows: null })).toBe(empty);
    expect(applyEdit(empty, { kind: "set-seed", seed: 1 })).toBe(empty);
    expect(applyEdit(empty, { kind: "remove-table", table: "a" })).toBe(empty);
  });

  test("may be of a table called like an object's method", () => {
    const set = applyEdit(empty, { kind: "set-rule", table: "constructor", column: "toString", rule });
    expect(Object.entries(set.tables)).toEqual([["constructor", { columns: { toString: rule } }]]);
  });
});

test("undo names the step", () => {
  expect(describeEdit({ kind: "set-rule", table: "orders", column: "total_amount", rule })).toBe(
    "Set rule for orders.total_amount",
  );
  expect(describeEdit({ kind: "set-rule", table: "orders", column: "total_amount", rule: null })).toBe(
    "Reset rule for orders.total_amount",
  );
  expect(describeEdit({ kind: "set-rows", table: "orders", rows: 5 })).toBe("Set rows of orders");
  expect(describeEdit({ kind: "set-seed", seed: 5 })).toBe("Set seed to 5");
  expect(describeEdit({ kind: "several", label: "Mask 3 columns", edits: [] })).toBe("Mask 3 columns");
});
