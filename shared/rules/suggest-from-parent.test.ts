import { expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import type { ColumnModel, TableModel } from "../schema/schema-model.ts";
import type { Rule } from "./rule.ts";
import { columnOf, modelOf, referenceOf, tableOf } from "./small-schema.ts";
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
