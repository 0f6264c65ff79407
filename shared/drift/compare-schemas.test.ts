import { expect, test } from "vitest";
import type { SchemaModel } from "../schema/schema-model.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { SaidRename } from "./schema-change.ts";
import { column, integer, keyTo, model, table } from "./test-schemas.ts";

const said = (before: SchemaModel, after: SchemaModel, names: readonly SaidRename[] = []): string[] =>
  compareSchemas(before, after, names).changes.map(({ message }) => message);

test("the same schema has not drifted, in whatever order its objects were made", () => {
  const before = model(table("a", [column("x", { valueType: { kind: "integer", bits: 32, unsigned: true } })]));
  const after = model(table("a", [column("x", { valueType: { unsigned: true, bits: 32, kind: "integer" } })]));
  expect(said(before, after)).toEqual([]);
});

test("tables and columns that came, went or changed are named", () => {
  const before = model(table("a", [column("x"), column("y"), column("z")]), table("b", []));
  const after = model(table("a", [column("x", { nullable: false }), integer("y"), column("new")]), table("c", []));
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
    table("a", [column("x"), column("y")], {
      checks: [{ name: "check_1", expression: "x > 0" }],
      uniques: [{ name: "u1", columns: ["x"] }],
      primaryKey: ["x"],
    }),
  );
  const after = model(
    table("a", [column("x"), column("y")], {
      checks: [{ name: "check_7", expression: "x > 0" }],
      uniques: [{ name: "u1", columns: ["x", "y"] }],
      primaryKey: ["y"],
    }),
  );
  expect(said(before, after)).toEqual([
    "The primary key of a is (y) now, and was (x).",
    "The unique constraint (x) of a was removed.",
    "The unique constraint (x, y) of a was added.",
  ]);
});

test("a database of another name has the same foreign keys", () => {
  const of = (name: string): SchemaModel => ({
    ...model(
      table("a", [integer("id")], { schema: name }),
      table("b", [integer("a_id")], {
        schema: name,
        foreignKeys: [{ ...keyTo("a_id", "a"), referencedTable: { schema: name, name: "a" } }],
      }),
    ),
    engine: "mysql",
    defaultSchema: name,
  });
  expect(said(of("shop"), of("shop_staging"))).toEqual([]);
});

test("a renamed column is one change, with the checks and keys that speak of it", () => {
  const before = model(
    table("parents", [integer("id")], { primaryKey: ["id"] }),
    table("a", [integer("id"), column("status", { nullable: false }), integer("parent_id")], {
      checks: [{ name: "", expression: "\"status\" in ('status', 'new status') or status = 'my status'" }],
      foreignKeys: [keyTo("parent_id", "parents")],
    }),
  );
  const after = model(
    table("parents", [integer("id")], { primaryKey: ["id"] }),
    table("a", [integer("id"), column("state", { nullable: false }), integer("owner")], {
      checks: [{ name: "", expression: "\"state\" in ('status', 'new status') or state = 'my status'" }],
      foreignKeys: [keyTo("owner", "parents")],
    }),
  );
  const { changes } = compareSchemas(before, after);
  expect(changes.map(({ message }) => message)).toEqual([
    "Column a.status is called state now.",
    "Column a.parent_id is called owner now.",
  ]);
  expect(changes.map(({ was, confidence }) => [was, confidence])).toEqual([
    ["status", "high"],
    ["parent_id", "low"],
  ]);
});

test("a column that was renamed and retyped at once is both", () => {
  const before = model(table("a", [integer("id"), integer("amount")]));
  const decimal = { type: "DECIMAL(10,2)", valueType: { kind: "decimal", precision: 10, scale: 2 } } as const;
  const after = model(table("a", [integer("id"), column("total_amount", decimal)]));
  expect(said(before, after)).toEqual([
    "Column a.amount is called total_amount now.",
    "Column a.total_amount changed its type from INTEGER to DECIMAL(10,2).",
  ]);
});

test("columns that changed places by type are retyped, and not renamed", () => {
  const before = model(table("a", [column("first"), integer("second")]));
  const after = model(table("a", [integer("first"), column("second")]));
  expect(said(before, after)).toEqual([
    "Column a.first changed its type from TEXT to INTEGER.",
    "Column a.second changed its type from INTEGER to TEXT.",
  ]);
});

test("another column at the same place is no renamed one", () => {
  const before = model(table("a", [integer("id"), column("nickname")]));
  const after = model(table("a", [integer("id"), column("postcode")]));
  expect(said(before, after)).toEqual(["Column a.nickname was removed.", "Column a.postcode was added."]);
});

test("a renamed table is found by its columns, and keys to it are as they were", () => {
  const customer = [integer("id"), column("email"), column("name")];
  const before = model(
    table("customers", customer, { primaryKey: ["id"] }),
    table("orders", [integer("id"), integer("customer_id")], { foreignKeys: [keyTo("customer_id", "customers")] }),
  );
  const after = model(
    table("clients", [...customer, column("phone")], { primaryKey: ["id"] }),
    table("orders", [integer("id"), integer("customer_id")], { foreignKeys: [keyTo("customer_id", "clients")] }),
  );
  expect(said(before, after)).toEqual(["Table customers is called clients now.", "Column clients.phone was added."]);
});

test("what a person says of a name comes before any guess", () => {
  const before = model(table("a", [column("status"), column("x")]));
  const after = model(table("a", [column("state"), column("y")]));
  expect(said(before, after, [{ table: "a", column: "status", to: null }])).toContain("Column a.status was removed.");
  expect(said(before, after, [{ table: "a", column: "status", to: "y" }])).toContain(
    "Column a.status is called y now.",
  );
});

test("a dropped table with children leaves their keys behind, each named", () => {
  const before = model(
    table("parents", [integer("id")], { primaryKey: ["id"] }),
    table("children", [integer("parent_id")], { foreignKeys: [keyTo("parent_id", "parents")] }),
  );
  expect(said(before, model(table("children", [integer("parent_id")])))).toEqual([
    "Table parents was removed.",
    "The foreign key (parent_id) to parents (id) of children was removed.",
  ]);
});
