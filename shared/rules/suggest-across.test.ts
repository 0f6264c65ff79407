import { describe, expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import type { ColumnModel, TableModel } from "../schema/schema-model.ts";
import type { Suggestion } from "./rule.ts";
import { columnOf, modelOf, referenceOf, tableOf } from "./small-schema.ts";
import { suggestTable } from "./suggest-table.ts";

const products = tableOf("products", [columnOf("id"), columnOf("price", "decimal(10,2)")], { primaryKey: ["id"] });

const items = (...more: readonly ColumnModel[]): TableModel =>
  tableOf("order_items", [columnOf("order_id"), columnOf("line_number"), columnOf("product_id"), ...more], {
    primaryKey: ["order_id", "line_number"],
    foreignKeys: [referenceOf("order_id", "orders", "id", "CASCADE"), referenceOf("product_id", "products")],
  });

function ofOrders(column: ColumnModel, owned: TableModel, check?: string): Suggestion | undefined {
  const orders = tableOf("orders", [columnOf("id"), column], {
    primaryKey: ["id"],
    checks: check === undefined ? [] : [{ name: "", expression: check }],
  });
  const model = modelOf(orders, owned, products);
  return suggestTable(orders, model, generatorCatalogue).get(column.name);
}

const sumOf = (path: string) => ({
  kind: "generate",
  generator: "aggregate",
  params: { figure: "sum", of: path },
});
const total = columnOf("total_amount", "decimal(12,2)");
const lineTotal = columnOf("line_total", "decimal(12,2)");

describe("a total", () => {
  test("is the sum of the lines that its row owns, where both names say so", () => {
    const suggestion = ofOrders(total, items(lineTotal));
    expect(suggestion?.rule).toEqual(sumOf("order_items.line_total"));
    expect(suggestion?.reasons).toEqual(["name matches *total_amount*", "sum of order_items.line_total"]);
    expect(suggestion?.alternatives[0]?.rule).toMatchObject({ kind: "generate", generator: "log-normal" });
  });

  test("may be 0 or more by a check, and no check else may stand against it", () => {
    expect(ofOrders(total, items(lineTotal), "total_amount >= 0")?.rule).toEqual(sumOf("order_items.line_total"));
    for (const check of ["total_amount BETWEEN 1 AND 500", "total_amount > 0", "total_amount <> 13"]) {
      const suggestion = ofOrders(total, items(lineTotal), check);
      expect(suggestion?.rule, check).not.toEqual(sumOf("order_items.line_total"));
      expect(suggestion?.alternatives[0]?.rule, check).toEqual(sumOf("order_items.line_total"));
    }
  });

  test("takes quantity × price where the database computes it, and nothing where no column adds up", () => {
    const computed = columnOf("worth", "decimal(12,2)", { generated: "stored", expression: "quantity * unit_price" });
    expect(ofOrders(total, items(columnOf("quantity"), computed))?.rule).toEqual(sumOf("order_items.worth"));
    expect(JSON.stringify(ofOrders(total, items(columnOf("quantity"))))).not.toContain("aggregate");
  });

  test("is what price and quantity of the lines come to where no column of theirs does, less a discount that is a share", () => {
    const price = columnOf("unit_price", "decimal(10,2)");
    const product = (expression: string) => ({ kind: "generate", generator: "formula", params: { expression } });
    expect(ofOrders(total, items(columnOf("quantity"), price))?.rule).toEqual(
      product("sum(order_items.unit_price * order_items.quantity)"),
    );
    const discount = columnOf("discount", "decimal(4,3)");
    expect(ofOrders(total, items(columnOf("quantity"), price, discount))?.rule).toEqual(
      product("sum(order_items.unit_price * order_items.quantity * (1.0 - order_items.discount))"),
    );
    const amount = items(columnOf("quantity"), price, columnOf("discount", "decimal(10,2)"));
    expect(JSON.stringify(ofOrders(total, amount))).not.toContain("sum(");
  });

  test("is only offered as a sum where the name is vaguer", () => {
    const suggestion = ofOrders(columnOf("amount", "decimal(12,2)"), items(lineTotal));
    expect(suggestion?.rule).toMatchObject({ generator: "log-normal" });
    expect(suggestion?.alternatives[0]?.rule).toEqual(sumOf("order_items.line_total"));
  });
});

test("a line's price is the price of its product, and may be drawn anew", () => {
  const lines = items(columnOf("unit_price", "decimal(10,2)"));
  const orders = tableOf("orders", [columnOf("id")], { primaryKey: ["id"] });
  const suggestion = suggestTable(lines, modelOf(orders, lines, products), generatorCatalogue).get("unit_price");
  expect(suggestion?.rule).toEqual({ kind: "generate", generator: "copy", params: { column: "product_id.price" } });
  expect(suggestion?.reasons[0]).toBe("the price of its row of products");
  expect(suggestion?.alternatives[0]?.rule).toMatchObject({ generator: "log-normal" });
});

test("a total is what the row's own amounts come to, where a subtotal is among them", () => {
  const money = (name: string): ColumnModel => columnOf(name, "decimal(12,2)");
  const orders = tableOf(
    "orders",
    [columnOf("id"), ...["subtotal", "taxamt", "freight", "discount_amount", "totaldue"].map(money)],
    {
      primaryKey: ["id"],
    },
  );
  const suggestion = suggestTable(orders, modelOf(orders), generatorCatalogue).get("totaldue");
  expect(suggestion?.rule).toEqual({
    kind: "generate",
    generator: "formula",
    params: { expression: "subtotal + taxamt + freight - discount_amount" },
  });
});

test("the year of birth is that of the birth date beside it", () => {
  const people = tableOf(
    "people",
    [columnOf("id"), columnOf("year_of_birth"), columnOf("birth_date", "date", { nullable: true })],
    {
      primaryKey: ["id"],
    },
  );
  const suggestions = suggestTable(people, modelOf(people), generatorCatalogue);
  expect(suggestions.get("year_of_birth")?.rule).toEqual({
    kind: "generate",
    generator: "formula",
    params: { expression: "year(birth_date)" },
  });
  // A year that must be there needs a date that is.
  expect(suggestions.get("birth_date")?.rule).not.toHaveProperty("nulls");
});

test("a recording is as large as it is long", () => {
  const bytes = columnOf("Bytes", "integer", { nullable: true });
  const size = (noun: string, length: string): unknown => {
    const table = tableOf(noun, [columnOf("Id"), columnOf(length), bytes], { primaryKey: ["Id"] });
    const rule = suggestTable(table, modelOf(table), generatorCatalogue).get("Bytes")?.rule;
    return rule?.kind === "generate" ? rule.params["expression"] : undefined;
  };
  expect(size("Track", "Milliseconds")).toBe("Milliseconds * randomInt(25, 40)");
  expect(size("videos", "duration_seconds")).toBe("duration_seconds * randomInt(25000, 40000)");
  expect(size("documents", "seconds")).toBeUndefined();
});

test("the kinds of media of a music collection are sound", () => {
  const kinds = tableOf("MediaType", [columnOf("Id"), columnOf("Name", "varchar(120)")], { primaryKey: ["Id"] });
  const tracks = tableOf("Track", [columnOf("Id"), columnOf("MediaTypeId")], { primaryKey: ["Id"] });
  const values = (...others: readonly TableModel[]): readonly string[] => {
    const rule = suggestTable(kinds, modelOf(kinds, ...others), generatorCatalogue).get("Name")?.rule;
    return Object.keys(Object(rule?.kind === "generate" ? rule.params["values"] : {}));
  };
  expect(values(tracks)).toContain("MP3 audio");
  expect(values(tracks)).not.toContain("JPEG image");
  expect(values()).toContain("JPEG image");
});

test("a time beside its moment is the time of it", () => {
  const columns = [columnOf("Id"), columnOf("taken_datetime", "timestamp"), columnOf("taken_time", "varchar(10)")];
  const table = tableOf("samples", columns, { primaryKey: ["Id"] });
  const rule = suggestTable(table, modelOf(table), generatorCatalogue).get("taken_time")?.rule;
  expect(rule).toMatchObject({
    generator: "formula",
    params: { expression: 'formatDate(taken_datetime, "HH:mm:ss")' },
  });
});

test("more is charged than is paid, and more is paid than it cost", () => {
  const names = ["total_charge", "total_cost", "total_paid", "paid_by_payer", "paid_by_patient"];
  const table = tableOf("cost", [columnOf("id"), ...names.map((name) => columnOf(name, "decimal(10,2)"))]);
  const suggestions = suggestTable(table, modelOf(table), generatorCatalogue);
  const formulas = names.slice(0, 2).map((name) => suggestions.get(name)?.rule);
  expect(formulas).toMatchObject([
    { params: { expression: "round(total_paid * randomInt(105, 160) / 100, 2)" } },
    { params: { expression: "round(total_paid * randomInt(40, 95) / 100, 2)" } },
  ]);
});
