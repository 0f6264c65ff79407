import { describe, expect, it } from "vitest";
import type { RelationView, TableView } from "../../../../shared/api/views.ts";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { meanOf } from "./child-bars.ts";
import { freeRows, groupRows, rowsPerParent } from "./relation-edits.ts";

const table: TableView = {
  id: "orders",
  name: "orders",
  schema: "main",
  mode: "generate",
  rowCount: 2500,
  rows: 2500,
  rowsEdited: true,
  columns: [],
  primaryKey: ["id"],
  uniques: [],
  foreignKeys: [],
  checks: [],
};
const relation: RelationView = {
  name: "",
  columns: ["customer_id"],
  parent: "customers",
  parentColumns: ["id"],
  parentRows: 1000,
  pick: "free",
  canOwn: true,
  parameters: ["pick"],
};
const rule: GenerateRule = { kind: "generate", generator: "foreign-key", params: {} };

describe("grouping rows by a parent", () => {
  it("keeps about as many rows, whatever they are", () => {
    for (const [rows, parents] of [
      [2500, 1000],
      [1000, 1000],
      [400, 1000],
      [5_000_000, 20],
    ] as const) {
      expect(Math.abs(meanOf(rowsPerParent("customers", rows, parents)) * parents - rows) / rows).toBeLessThan(0.01);
    }
  });

  it("no longer says how parents are picked, since they are not", () => {
    expect(groupRows(table, relation, { ...rule, params: { pick: "zipf" } })).toMatchObject({
      kind: "several",
      edits: [
        { kind: "set-rows", rows: { per: "customers" } },
        { kind: "set-rule", column: "customer_id", rule: { params: {} } },
      ],
    });
    expect(groupRows(table, relation, rule)).toMatchObject({ kind: "set-rows" });
  });
});

it("freeing rows keeps their number, and says how parents are picked", () => {
  expect(freeRows(table, { ...relation, pick: "owner" }, rule)).toMatchObject({
    kind: "several",
    edits: [
      { kind: "set-rows", rows: 2500 },
      { kind: "set-rule", column: "customer_id", rule: { params: { pick: "uniform" } } },
    ],
  });
});
