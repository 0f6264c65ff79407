import { describe, expect, test } from "vitest";
import type { ColumnModel, ForeignKeyModel, SchemaModel, TableModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import { proposeKeys } from "./propose-keys.ts";

const integer: ValueType = { kind: "integer", bits: 32 };
const text: ValueType = { kind: "text", maxLength: 20 };
const uuid: ValueType = { kind: "uuid" };

/** "id! name:text" : columns, the key's with a mark, integers where nothing is said. */
function table(name: string, columns: string, more: Partial<TableModel> = {}): TableModel {
  const kinds: Readonly<Record<string, ValueType>> = {
    text,
    uuid,
    date: { kind: "date" },
    decimal: { kind: "decimal", scale: 2 },
  };
  const parsed = columns.split(" ").map((one) => {
    const [column = "", kind = ""] = one.replace("!", "").split(":");
    return {
      key: one.includes("!"),
      column: { name: column, type: kind, valueType: kinds[kind] ?? integer, nullable: !one.includes("!") },
    };
  });
  return {
    id: name,
    schema: "main",
    name,
    columns: parsed.map(({ column }): ColumnModel => column),
    primaryKey: parsed.filter(({ key }) => key).map(({ column }) => column.name),
    uniques: [],
    foreignKeys: [],
    checks: [],
    ...more,
  };
}

const modelOf = (...tables: readonly TableModel[]): SchemaModel => ({
  engine: "sqlite",
  defaultSchema: "main",
  tables,
  views: [],
});
const proposed = (...tables: readonly TableModel[]): readonly string[] =>
  proposeKeys(modelOf(...tables)).map(
    (key) =>
      `${key.table}.${key.columns.join("+")} -> ${key.referencedTable}.${key.referencedColumns.join("+")} ${key.confidence}`,
  );

describe("a key is proposed by its name", () => {
  test.each([
    ["customers", "id!", "customer_id"],
    ["customers", "id!", "CustomerID"],
    ["customers", "id!", "customerId"],
    ["customers", "id!", "customerid"],
    ["Customer", "CustomerId!", "CustomerId"],
    ["tbl_customers", "id!", "fk_customer"],
    ["customers", "id!", "id_customer"],
    ["customers", "uid!", "customer_uid"],
    ["people", "id!", "person_id"],
    ["children", "id!", "child_id"],
    ["mice", "id!", "mouse_id"],
    ["companies", "id!", "company_ref"],
    ["order_items", "id!", "order_item_id"],
    ["addresses", "id!", "billing_address_id"],
    ["concept", "concept_id!", "gender_concept_id"],
    ["concept", "concept_id!", "concept_id_2"],
    ["visit_occurrence", "visit_occurrence_id!", "preceding_visit_occurrence_id"],
  ])("%s (%s) <- %s", (name, key, column) => {
    expect(proposed(table(name, key), table("things", `id! ${column}`))).toEqual([
      `things.${column} -> ${name}.${key.replace("!", "")} high`,
    ]);
  });

  test("less surely by a bare noun, a number or a role", () => {
    expect(proposed(table("statuses", "id!"), table("orders", "id! status"))).toEqual([
      "orders.status -> statuses.id medium",
    ]);
    expect(proposed(table("invoices", "id!"), table("payments", "id! invoice_no"))).toEqual([
      "payments.invoice_no -> invoices.id medium",
    ]);
    expect(proposed(table("users", "id!"), table("tickets", "id! assignee created_by"))).toEqual([
      "tickets.assignee -> users.id low",
      "tickets.created_by -> users.id low",
    ]);
    expect(proposed(table("Shippers", "ShipperID!"), table("Orders", "OrderID! ShipVia"))).toEqual([
      "Orders.ShipVia -> Shippers.ShipperID low",
    ]);
  });

  test.each(["parent_id", "ParentId", "reports_to", "manager_id", "previous_employee_id"])(
    "to its own table: %s",
    (column) => {
      expect(proposed(table("employees", `id! ${column}`))).toEqual([
        expect.stringContaining(`employees.${column} -> employees.id`),
      ]);
    },
  );

  test("to the group that rows lie in, where there is one", () => {
    expect(proposed(table("connection_group", "id! parent_id"), table("connection", "id! parent_id"))).toEqual([
      "connection_group.parent_id -> connection_group.id medium",
      "connection.parent_id -> connection_group.id medium",
    ]);
  });

  test("of the longer of two nouns", () => {
    expect(proposed(table("groups", "id!"), table("user_groups", "id!"), table("things", "id! user_group_id"))).toEqual(
      ["things.user_group_id -> user_groups.id high"],
    );
  });

  test("of several columns, where a table has another's whole key", () => {
    const lines = table("order_lines", "order_id! line_no! amount:decimal");
    expect(proposed(table("orders", "id!"), lines, table("shipments", "id! order_id line_no"))).toContain(
      "shipments.order_id+line_no -> order_lines.order_id+line_no medium",
    );
  });

  test("to what looks like a key where none is declared", () => {
    const person = table("person", "person_id name:text", {});
    const [key, ...more] = person.columns;
    const required = key === undefined ? person : { ...person, columns: [{ ...key, nullable: false }, ...more] };
    expect(proposed(required, table("visit", "visit_id! person_id"))).toEqual([
      "visit.person_id -> person.person_id high",
    ]);
  });
});

describe("none is proposed", () => {
  test("where one is declared", () => {
    const declared: ForeignKeyModel = {
      name: "k",
      columns: ["customer_id"],
      referencedTable: { schema: "main", name: "customers" },
      referencedColumns: ["id"],
    };
    expect(
      proposed(table("customers", "id!"), table("orders", "id! customer_id", { foreignKeys: [declared] })),
    ).toEqual([]);
  });

  test.each(["customer_id:text", "customer_id:uuid", "customer_id:date", "customer_id:decimal"])(
    "where the types do not fit: %s",
    (column) => {
      expect(proposed(table("customers", "id!"), table("orders", `id! ${column}`))).toEqual([]);
    },
  );

  test.each([
    "name:text",
    "paid",
    "is_valid",
    "amount",
    "order",
    "customer_name:text",
    "customer:text",
    "id",
    "uuid:uuid",
    "line_number",
  ])("for %s", (column) => {
    expect(proposed(table("customers", "id!"), table("orders", "id!"), table("things", `key! ${column}`))).toEqual([]);
  });

  test("from a table's own key to itself, and from one that inherits to its parent", () => {
    expect(
      proposed(
        table("payment", "payment_id!"),
        table("payment_2024", "payment_id", { inherits: [{ schema: "main", name: "payment" }] }),
      ),
    ).toEqual([]);
  });

  test("where two tables are meant alike", () => {
    expect(proposed(table("a.item", "id!"), table("b.item", "id!"), table("things", "key! item_id"))).toEqual([]);
  });
});

test("each of 500 tables finds its ten parents", () => {
  const noun = (k: number): string =>
    `th${Array.from({ length: 3 }, (_, place) => String.fromCodePoint(97 + (Math.trunc(k / 26 ** place) % 26))).join("")}k`;
  const tables = Array.from({ length: 500 }, (_, k) =>
    table(
      `${noun(k)}s`,
      `id! name:text ${Array.from({ length: 10 }, (_x, j) => `${noun((k * 7 + j * 11 + 1) % 500)}_id`).join(" ")}`,
    ),
  );
  expect(proposeKeys(modelOf(...tables)).length).toBeGreaterThan(4900);
});
