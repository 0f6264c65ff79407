import { expect, test } from "vitest";
import type { ColumnModel, SchemaModel, TableModel } from "../../shared/schema/schema-model.ts";
import { schemaDrift } from "./schema-drift.ts";

const column = (name: string, more: Partial<ColumnModel> = {}): ColumnModel => ({
  name,
  type: "TEXT",
  valueType: { kind: "text" },
  nullable: true,
  ...more,
});
const table = (id: string, columns: readonly ColumnModel[], more: Partial<TableModel> = {}): TableModel => ({
  id,
  schema: "main",
  name: id,
  columns,
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
  ...more,
});
const model = (...tables: readonly TableModel[]): SchemaModel => ({
  engine: "sqlite",
  defaultSchema: "main",
  tables,
  views: [],
});
const said = (before: SchemaModel, after: SchemaModel): string[] =>
  schemaDrift(before, after).map(({ message }) => message);

test("the same schema has not drifted, in whatever order its objects were made", () => {
  const before = model(table("a", [column("x", { valueType: { kind: "integer", bits: 32, unsigned: true } })]));
  const after = model(table("a", [column("x", { valueType: { unsigned: true, bits: 32, kind: "integer" } })]));
  expect(said(before, after)).toEqual([]);
});

test("tables and columns that came, went or changed are named", () => {
  const before = model(table("a", [column("x"), column("y"), column("z")]), table("b", []));
  const after = model(
    table("a", [
      column("x", { nullable: false }),
      column("y", { type: "INTEGER", valueType: { kind: "integer", bits: 64 } }),
      column("new"),
    ]),
    table("c", []),
  );
  expect(said(before, after)).toEqual([
    "Column a.x may no longer be NULL.",
    "Column a.y changed its type from TEXT to INTEGER.",
    "Column a.z was removed.",
    "Column a.new was added.",
    "Table b was removed.",
    "Table c was added.",
  ]);
});

test("constraints count by what they say, not by the names that an engine makes up", () => {
  const before = model(
    table("a", [], { checks: [{ name: "check_1", expression: "x > 0" }], uniques: [{ name: "u1", columns: ["x"] }] }),
  );
  const after = model(
    table("a", [], {
      checks: [{ name: "check_7", expression: "x > 0" }],
      uniques: [{ name: "u1", columns: ["x", "y"] }],
    }),
  );
  expect(said(before, after)).toEqual(["The unique constraints of a changed."]);
});
