import { describe, expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import type { ColumnModel, TableModel } from "../schema/schema-model.ts";
import type { Rule } from "./rule.ts";
import { columnOf, modelOf, referenceOf, tableOf } from "./small-schema.ts";
import { suggestRows } from "./suggest-rows.ts";
import { suggestTable } from "./suggest-table.ts";

const text = (name: string, more: Partial<ColumnModel> = {}): ColumnModel => columnOf(name, "varchar(60)", more);
const day = (name: string): ColumnModel => columnOf(name, "date");

const customers = tableOf("customers", [columnOf("id"), text("address"), text("city"), text("country")], {
  primaryKey: ["id"],
});
const orders = (...more: readonly ColumnModel[]): TableModel =>
  tableOf("orders", [columnOf("id"), columnOf("customer_id"), day("order_date"), ...more], {
    primaryKey: ["id"],
    foreignKeys: [referenceOf("customer_id", "customers")],
  });
const payments = tableOf(
  "payments",
  [columnOf("id"), columnOf("order_id"), columnOf("customer_id"), day("payment_date")],
  {
    primaryKey: ["id"],
    foreignKeys: [referenceOf("order_id", "orders"), referenceOf("customer_id", "customers")],
  },
);

function ruleOf(table: TableModel, column: string, ...others: readonly TableModel[]): Rule | undefined {
  return suggestTable(table, modelOf(table, ...others), generatorCatalogue).get(column)?.rule;
}
const copyOf = (column: string) => ({ kind: "generate", generator: "copy", params: { column } });

test("an order is sent to its customer's address, all of it", () => {
  const sent = orders(text("ship_address"), text("ship_city"), text("ship_country"));
  expect(ruleOf(sent, "ship_address", customers)).toEqual(copyOf("customer_id.address"));
  expect(ruleOf(sent, "ship_country", customers)).toEqual(copyOf("customer_id.country"));
});

test("an address of which the customer has only a part is one of its own", () => {
  const sent = orders(text("ship_address"), text("ship_city"), text("ship_state"));
  expect(ruleOf(sent, "ship_address", customers)).toMatchObject({ generator: "location.streetAddress" });
});

test("an address is not copied into columns that are too short for it", () => {
  const sent = orders(columnOf("ship_address", "varchar(20)"), text("ship_city"));
  expect(ruleOf(sent, "ship_city", customers)).toMatchObject({ generator: "location.city" });
});

test("who pays is who ordered, and pays after the order", () => {
  expect(ruleOf(payments, "customer_id", orders(), customers)).toEqual(copyOf("order_id.customer_id"));
  expect(ruleOf(payments, "payment_date", orders(), customers)).toEqual({
    kind: "generate",
    generator: "after-column",
    params: { column: "order_id.order_date", min: 0, max: 3 },
  });
});

test("a payer that may be missing in the order is not copied where it must be there", () => {
  const nullable = tableOf("orders", [columnOf("id"), columnOf("customer_id", "integer", { nullable: true })], {
    primaryKey: ["id"],
    foreignKeys: [referenceOf("customer_id", "customers")],
  });
  expect(ruleOf(payments, "customer_id", nullable, customers)).toMatchObject({ generator: "foreign-key" });
});

test("a history keeps the name of what it is of, and a postal code of its own", () => {
  const connections = tableOf("connections", [columnOf("id"), text("connection_name"), text("postal_code")], {
    primaryKey: ["id"],
  });
  const history = tableOf(
    "history",
    [columnOf("id"), columnOf("connection_id"), text("connection_name"), text("postal_code")],
    { primaryKey: ["id"], foreignKeys: [referenceOf("connection_id", "connections")] },
  );
  expect(ruleOf(history, "connection_name", connections)).toEqual(copyOf("connection_id.connection_name"));
  expect(ruleOf(history, "postal_code", connections)).toMatchObject({ generator: "location.zipCode" });
});

test("an order is sent to the customer by name, as the address is the customer's", () => {
  const named = tableOf("customers", [columnOf("id"), text("company_name"), text("address"), text("city")], {
    primaryKey: ["id"],
  });
  const sent = orders(text("ship_name"), text("ship_address"), text("ship_city"));
  expect(ruleOf(sent, "ship_name", named)).toEqual(copyOf("customer_id.company_name"));
  expect(ruleOf(orders(text("ship_name")), "ship_name", named)).toMatchObject({ generator: "person.fullName" });
});

test("a part of a visit begins on its day or the next", () => {
  const visit = tableOf("visit_occurrence", [columnOf("id"), day("visit_start_date")], { primaryKey: ["id"] });
  const detail = tableOf("visit_detail", [columnOf("id"), columnOf("visit_id"), day("visit_detail_start_date")], {
    primaryKey: ["id"],
    foreignKeys: [referenceOf("visit_id", "visit_occurrence")],
  });
  expect(ruleOf(detail, "visit_detail_start_date", visit)).toMatchObject({
    generator: "after-column",
    params: { column: "visit_id.visit_start_date", min: 0, max: 1 },
  });
});

test("the moments of a history rise along its numbers, none of which is NULL", () => {
  const tickets = tableOf("tickets", [columnOf("id"), columnOf("created_at", "timestamp", { nullable: false })], {
    primaryKey: ["id"],
  });
  const history = tableOf(
    "ticket_history",
    [columnOf("id"), columnOf("ticket_id"), columnOf("seq"), text("status"), columnOf("changed_at", "timestamp")],
    { primaryKey: ["id"], foreignKeys: [referenceOf("ticket_id", "tickets")] },
  );
  expect(ruleOf(history, "changed_at", tickets)).toMatchObject({
    generator: "after-column",
    params: { column: "ticket_id.created_at", along: "owner" },
  });
  expect(ruleOf(history, "seq", tickets)).toEqual({ kind: "generate", generator: "ordinal", params: {} });
});

describe("what is paid for a rental is the rate of what was rented", () => {
  const keyed = (name: string, columns: readonly ColumnModel[], ...parents: readonly string[]): TableModel =>
    tableOf(name, [columnOf("id"), ...columns], {
      primaryKey: ["id"],
      foreignKeys: parents.map((parent) => referenceOf(`${parent}_id`, parent)),
    });
  const film = keyed("film", [columnOf("rental_rate", "decimal(4,2)")]);
  const inventory = keyed("inventory", [columnOf("film_id")], "film");
  const payment = keyed("payment", [columnOf("rental_id"), columnOf("amount", "decimal(5,2)")], "rental");
  const rental = (...more: readonly ColumnModel[]) => keyed("rental", [columnOf("inventory_id"), ...more], "inventory");

  test("however many steps away", () => {
    expect(ruleOf(payment, "amount", rental(), inventory, film)).toEqual(
      copyOf("rental_id.inventory_id.film_id.rental_rate"),
    );
  });

  test("but where the rental has a sum of its own", () => {
    const summed = rental(columnOf("total", "decimal(5,2)"));
    expect(ruleOf(payment, "amount", summed, inventory, film)).toMatchObject({ generator: "log-normal" });
  });

  test("but where there may be nothing rented", () => {
    const maybe = keyed("rental", [columnOf("inventory_id", "integer", { nullable: true })], "inventory");
    expect(ruleOf(payment, "amount", maybe, inventory, film)).toMatchObject({ generator: "log-normal" });
  });
});

test("hashes and salts in bytes are of one length", () => {
  const users = tableOf("users", [
    columnOf("id"),
    columnOf("password_hash", "blob"),
    columnOf("password_salt", "blob(64)"),
  ]);
  for (const name of ["password_hash", "password_salt"])
    expect(ruleOf(users, name)).toMatchObject({ generator: "bytes", params: { min: 32, max: 32 } });
});

test("a payment pays what the order comes to, once, after it was placed, with a card where it says so", () => {
  const sold = orders(columnOf("total_amount", "decimal(12,2)"));
  const paid = tableOf(
    "payments",
    [
      columnOf("id"),
      columnOf("order_id"),
      columnOf("method", "varchar(10)"),
      columnOf("amount", "decimal(12,2)"),
      text("card_last4", { nullable: true }),
      columnOf("paid_at", "timestamp"),
    ],
    {
      primaryKey: ["id"],
      foreignKeys: [referenceOf("order_id", "orders")],
      checks: [{ name: "methods", expression: "method IN ('card', 'invoice')" }],
    },
  );
  expect(ruleOf(paid, "amount", sold, customers)).toEqual(copyOf("order_id.total_amount"));
  expect(ruleOf(paid, "card_last4", sold, customers)).toMatchObject({ when: 'method == "card"' });
  expect(ruleOf(paid, "paid_at", sold, customers)).toMatchObject({
    generator: "after-column",
    params: { column: "order_id.order_date" },
  });
  expect(suggestRows(paid, modelOf(paid, sold, customers))).toMatchObject({ per: "orders", from: 1, to: 1 });
  expect(ruleOf(paid, "amount", orders(), customers)).not.toMatchObject({ generator: "copy" });
});
