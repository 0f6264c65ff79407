import { describe, expect, test } from "vitest";
import { newSteps, newTablePath, type Renaming } from "./new-names.ts";
import { renamedExpression, renamedTemplate } from "./rename-expression.ts";
import { column, integer, keyTo, model, table } from "./test-schemas.ts";

const before = model(
  table("customers", [integer("id"), column("status"), column("name"), column("Unit Price")], { primaryKey: ["id"] }),
  table("orders", [integer("id"), integer("customer_id"), column("status"), integer("a"), integer("b"), column("e")], {
    primaryKey: ["id"],
    foreignKeys: [keyTo("customer_id", "customers")],
  }),
  table("sales.items", [integer("id"), integer("order_id"), integer("amount"), integer("price")], {
    foreignKeys: [keyTo("order_id", "orders")],
  }),
);
const renamesOf = (given: Readonly<Record<string, string>>): Renaming => ({
  table: "orders",
  model: before,
  renames: Object.entries(given).map(([name, to]) => {
    const [id = "", own] = name.split("/");
    return { table: id, ...(own === undefined ? {} : { column: own }), to, confidence: "said" };
  }),
});
const renaming = renamesOf({
  customers: "clients",
  "customers/status": "state",
  "customers/Unit Price": "List Price",
  "customers/name": "full name",
  "orders/status": "stage",
  "orders/a": "b",
  "orders/b": "a",
  "orders/e": "kind",
  "sales.items": "sales.lines",
  "sales.items/amount": "sum_of",
});

describe("names of an expression that are others now", () => {
  test.each([
    // Texts are no names, whatever they hold.
    [`status == "status" ? 'status' : "a status, status"`, `stage == "status" ? 'status' : "a status, status"`],
    [`"customer_id.status" + customer_id.status`, `"customer_id.status" + customer_id.state`],
    [`status.contains('status') || r"status" == status`, `stage.contains('status') || r"status" == stage`],
    // A path, by the key's column and by its short name; only the steps that are others.
    ["customer.status + customer_id . status", "customer.state + customer_id . state"],
    ["(customer_id).status + string((a))", "(customer_id).state + string((b))"],
    // Two that change places.
    ["a - b * a", "b - a * b"],
    // Names that are no plain words.
    [`column("status") + column("customer_id.status")`, `column("stage") + column("customer_id.state")`],
    [`column('customer.Unit Price') + "Unit Price"`, `column("customer.List Price") + "Unit Price"`],
    ["upper(customer.name)", `upper(column("customer.full name"))`],
    ["upper((customer_id).name)", `upper((column("customer_id.full name")))`],
    // Figures of owned rows, and expressions over them.
    ["sum(sales.items.amount) + count(sales.items)", "sum(sales.lines.sum_of) + count(sales.lines)"],
    [
      `max(sales.items.amount * sales.items.price) + sum(column("sales.items.amount"))`,
      "max(sales.lines.sum_of * sales.lines.price) + sum(sales.lines.sum_of)",
    ],
    // Elements of loops, functions, and what cannot be read.
    ["[1, 2].map(a, a + b)", "[1, 2].map(a, a + a)"],
    ["[a].exists(status, status > 1)", "[b].exists(status, status > 1)"],
    ["cel.bind(a, b, a * 2)", "cel.bind(a, a, a * 2)"],
    ["status ==", "status =="],
    ["amount + row", "amount + row"],
  ])("%s", (source, now) => expect(renamedExpression(source, renaming)).toBe(now));

  test("a key's short name follows the key, and gives way to a column that is called so", () => {
    expect(renamedExpression("customer.id", renamesOf({ "orders/customer_id": "client_id" }))).toBe("client.id");
    expect(renamedExpression("customer.id", renamesOf({ "orders/customer_id": "buyer" }))).toBe("buyer.id");
    expect(renamedExpression("customer.id", renamesOf({ "orders/status": "customer" }))).toBe("customer_id.id");
  });
});

describe("names in the fields of a template that are others now", () => {
  test.each([
    ["status {{status}} status", "status {{stage}} status"],
    [
      `{{ status | upper }}-{{status == "status" ? "a" : status}}`,
      `{{ stage | upper }}-{{stage == "status" ? "a" : stage}}`,
    ],
    [
      "{{lower(e)}} {{customer.name}} {{customer_id.Unit Price}}",
      `{{lower(kind)}} {{customer.full name}} {{customer_id.List Price}}`,
    ],
    [`{{ascii(status) | padEnd(a, "a") | left(b)}}`, `{{ascii(stage) | padEnd(b, "a") | left(a)}}`],
    ["{{seq:4}} {{random}} {{yy}} {{status", "{{seq:4}} {{random}} {{yy}} {{status"],
  ])("%s", (template, now) => expect(renamedTemplate(template, renaming)).toBe(now));

  test("a name that would be read as something else stands in quotes", () => {
    expect(renamedTemplate("{{status}}", renamesOf({ "orders/status": "seq" }))).toBe('{{column("seq")}}');
    expect(renamedTemplate("{{lower(status)}}", renamesOf({ "orders/status": "a|b" }))).toBe(
      '{{lower(column("a|b"))}}',
    );
  });
});

test("paths that are parameters of their own follow names, and parts of names do not", () => {
  expect(newSteps(["customer_id.status"], renaming)).toEqual(["customer_id.state"]);
  expect(newSteps(["order status"], renaming)).toEqual(["order status"]);
  expect(newTablePath("sales.items.amount", renaming)).toBe("sales.lines.sum_of");
  expect(newTablePath("sales.items", renaming)).toBe("sales.lines");
  expect(newTablePath("customers.Unit Price", renaming)).toBe("clients.List Price");
  expect(newTablePath("status", renaming)).toBe("status");
});
