import type { SchemaModel, TableModel } from "../schema/schema-model.ts";
import type { ValueType } from "../schema/value-type.ts";
import { bindExpression } from "./bind-expression.ts";
import { checkExpression } from "./check-expression.ts";
import { scopeOf } from "./scope.ts";
import { typeName, type Value } from "./types.ts";

// A small shop, and the values of one row of its orders.

const text: ValueType = { kind: "text" };
const money: ValueType = { kind: "decimal", precision: 12, scale: 2 };
const integer: ValueType = { kind: "integer", bits: 64 };

function table(
  name: string,
  columns: Readonly<Record<string, ValueType>>,
  parents: Readonly<Record<string, string>> = {},
): TableModel {
  return {
    id: name,
    schema: "main",
    name,
    columns: Object.entries(columns).map(([column, valueType]) => ({
      name: column,
      type: "",
      valueType,
      nullable: true,
    })),
    primaryKey: ["id"],
    uniques: [],
    foreignKeys: Object.entries(parents).map(([column, parent]) => ({
      name: "",
      columns: [column],
      referencedTable: { schema: "main", name: parent },
      referencedColumns: ["id"],
    })),
    checks: [],
  };
}

const orders = table(
  "orders",
  {
    id: integer,
    customer_id: integer,
    status: text,
    quantity: integer,
    price: money,
    rate: { kind: "real", bits: 64 },
    paid: { kind: "boolean" },
    note: text,
    placed_on: { kind: "date" },
    placed_at: { kind: "timestamp" },
    opens: { kind: "time" },
    "Unit Price": money,
    constructor: text,
  },
  { customer_id: "customers" },
);

const shop: SchemaModel = {
  engine: "sqlite",
  defaultSchema: "main",
  tables: [
    table("regions", { id: integer, name: text }),
    table("customers", { id: integer, first_name: text, country: text, region_id: integer }, { region_id: "regions" }),
    orders,
    table(
      "order_items",
      { id: integer, order_id: integer, quantity: integer, line_total: money, label: text },
      { order_id: "orders" },
    ),
  ],
  views: [],
};

export const orderScope = scopeOf(shop, orders);

/** One row of orders, with its customer and the figures of its items. */
const cells: Readonly<Record<string, Value>> = {
  id: 7,
  status: "paid",
  quantity: 3,
  price: 1999,
  rate: 0.5,
  paid: true,
  note: null,
  placed_on: 20_514, // 2026-03-02
  placed_at: 20_514 * 86_400_000 + 49_507_000, // 13:45:07
  opens: 32_400_000, // 09:00
  "Unit Price": 250,
  constructor: "made",
  "customer_id.country": "SE",
  "customer.first_name": "Åsa",
  "customer_id.region_id.name": "Skåne",
  "sum order_items.line_total": 5997,
  "count order_items.": 2,
  "max order_items.quantity": 9,
  "sum order_items.line_total * order_items.quantity": 17991,
};

/** What an expression gives for the row, as its type and value; or the message and place of what is wrong with it. */
export function outcome(source: string, more: Readonly<Record<string, Value>> = {}): string {
  const checked = checkExpression(source, orderScope);
  if (!checked.ok) {
    const { message, from, to } = checked.error;
    return `${from}-${to}: ${message}`;
  }
  const bound = bindExpression(checked.root, {
    column: (path) => () => ({ ...cells, ...more })[path] ?? null,
    figure: (of) => () => cells[`${of.figure} ${of.expression?.text ?? `${of.table}.${of.column ?? ""}`}`] ?? null,
    referenceDay: 20_779, // 2026-11-22
    unit: (row, lane) => ((row * 7 + lane * 3) % 10) / 10,
  });
  const value = bound.cell(0, 16);
  return bound.failure === undefined ? `${typeName(checked.type)} ${shown(value)}` : `failed: ${bound.failure}`;
}

const shown = (value: Value): string =>
  typeof value === "bigint"
    ? `${value}n`
    : Array.isArray(value)
      ? `[${value.map(shown).join(", ")}]`
      : JSON.stringify(value);
