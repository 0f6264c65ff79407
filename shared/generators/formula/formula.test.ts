import { describe, expect, test } from "vitest";
import { tryRules } from "../../batches/try-rules.ts";
import { tableReader } from "../../batches/table-reader.ts";
import { compilePlan } from "../../plan/compile-plan.ts";
import type { Plan } from "../../plan/plan.ts";
import { checkDesign } from "../../rules/check-rules.ts";
import { designOf } from "../../rules/design-of.ts";
import type { Rule } from "../../rules/rule.ts";
import type { ColumnModel, SchemaModel, TableModel } from "../../schema/schema-model.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { cellText } from "../../vectors/cells.ts";
import { generatorCatalogue } from "../index.ts";

const integer: ValueType = { kind: "integer", bits: 64 };
const money: ValueType = { kind: "decimal", precision: 12, scale: 2 };
const text: ValueType = { kind: "text" };

const column = (name: string, valueType: ValueType, nullable = true): ColumnModel => ({
  name,
  type: "",
  valueType,
  nullable,
});

function table(
  id: string,
  columns: readonly ColumnModel[],
  parent?: readonly [column: string, table: string],
): TableModel {
  return {
    id,
    schema: "main",
    name: id,
    columns: [column("id", integer, false), ...columns],
    primaryKey: ["id"],
    uniques: [],
    foreignKeys: parent
      ? [
          {
            name: "",
            columns: [parent[0]],
            referencedTable: { schema: "main", name: parent[1] },
            referencedColumns: ["id"],
          },
        ]
      : [],
    checks: [],
  };
}

const model: SchemaModel = {
  engine: "postgresql",
  defaultSchema: "main",
  tables: [
    table("customers", [column("country", { kind: "text", maxLength: 2 }), column("discount", money)]),
    table(
      "orders",
      [
        column("customer_id", integer),
        column("total", money),
        column("code", { kind: "text", maxLength: 12 }),
        column("rank", { kind: "integer", bits: 16 }, false),
      ],
      ["customer_id", "customers"],
    ),
    table(
      "items",
      [
        column("order_id", integer, false),
        column("quantity", integer),
        column("price", money),
        column("amount", money),
        column("label", text),
      ],
      ["order_id", "orders"],
    ),
  ],
  views: [],
};

const formula = (expression: string): Rule => ({ kind: "generate", generator: "formula", params: { expression } });
const choice = (weights: Record<string, number>): Rule => ({
  kind: "generate",
  generator: "weighted-choice",
  params: { values: weights },
});
const number = (min: number, max: number): Rule => ({ kind: "generate", generator: "integer", params: { min, max } });

const shop = {
  customers: { country: choice({ SE: 1, DE: 2 }), discount: formula("0.05 * (id % 3)") },
  orders: {
    total: formula("round(sum(items.amount) * (1 - customer.discount), 2)"),
    code: formula('customer.country + "-" + padStart(string(row), 6, "0")'),
    rank: formula("count(items)"),
  },
  items: {
    quantity: number(1, 5),
    price: formula("19.99 + row % 7"),
    amount: formula("quantity * price"),
    label: formula('"line " + ordinal + " of " + order.code'),
  },
};

/** The shop with some of its rules changed, and what is found in them. */
function design(changed: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {}): Plan {
  const tables = Object.fromEntries(
    Object.entries(shop).map(([id, columns]) => [
      id,
      {
        columns: { ...columns, ...changed[id] },
        rows: id === "items" ? { per: "orders", from: 0, to: 6, without: 0.1 } : id === "orders" ? 300 : 40,
      },
    ]),
  );
  const project = {
    seedloom: 1 as const,
    source: "x",
    seed: 7,
    now: "2026-11-22",
    locales: { en: 1 },
    tables,
    scenarios: {},
    exports: [],
  };
  return compilePlan({
    design: designOf(model, project, generatorCatalogue),
    catalogue: generatorCatalogue,
    referenceDate: "2026-11-22",
    locales: [],
  });
}

type Rows = readonly Readonly<Record<string, string | null>>[];

function rows(plan: Plan, id: string, start = 0, count = plan.tables.get(id)?.rowCount ?? 0, batchRows = 64): Rows {
  const reader = tableReader(plan, id, { batchRows });
  const all: Record<string, string | null>[] = [];
  for (let at = start; at < start + count; at += batchRows) {
    const batch = reader.readRange(at, Math.min(batchRows, start + count - at));
    for (let i = 0; i < batch.count; i++)
      all.push(
        Object.fromEntries(
          batch.columns.map(({ name }, k) => [name, batch.vectors[k] ? cellText(batch.vectors[k], i) : null]),
        ),
      );
  }
  return all;
}

const plan = design();
const cents = (value: string | null | undefined): number => Math.round(Number(value ?? 0) * 100);

describe("a formula over the row, its parents and the rows it owns", () => {
  const [customers, orders, items] = [rows(plan, "customers"), rows(plan, "orders"), rows(plan, "items")];

  test("money adds up to the cent", () => {
    expect(plan.problems).toEqual([]);
    for (const item of items) expect(cents(item["amount"])).toBe(Number(item["quantity"]) * cents(item["price"]));
    for (const order of orders) {
      const own = items.filter((item) => item["order_id"] === order["id"]);
      const customer = customers.find(({ id }) => id === order["customer_id"]);
      const sum = own.reduce((total, item) => total + cents(item["amount"]), 0);
      const share = 100 - cents(customer?.["discount"]);
      const exact = sum * share;
      const rest = exact % 100;
      const floor = (exact - rest) / 100;
      expect(cents(order["total"])).toBe(rest > 50 || (rest === 50 && floor % 2 === 1) ? floor + 1 : floor);
      expect(order["rank"]).toBe(String(own.length));
      expect(order["code"]).toBe(`${customer?.["country"]}-${String(order["id"]).padStart(6, "0")}`);
      own.forEach((item, k) => expect(item["label"]).toBe(`line ${k + 1} of ${order["code"]}`));
    }
  });

  test("a page anywhere is what the whole run has there, whatever the batch", () => {
    for (const [start, count, batch] of [
      [0, 7, 3],
      [131, 40, 40],
      [250, 50, 1],
      [299, 1, 2048],
    ] as const) {
      expect(rows(plan, "orders", start, count, batch)).toEqual(orders.slice(start, start + count));
      expect(rows(plan, "items", start, count, batch)).toEqual(items.slice(start, start + count));
    }
    // A column on its own, without those that it is made of.
    const alone = tableReader(plan, "items", { columns: ["label"], batchRows: 16 }).readRange(200, 16);
    expect(alone.vectors[0] && cellText(alone.vectors[0], 3)).toBe(items[203]?.["label"]);
  });
});

describe("what is wrong is told at its column before a run", () => {
  const problemsOf = (changed: Parameters<typeof design>[0]) =>
    checkDesign(design(changed).design, generatorCatalogue).map(
      ({ severity, message, fixes }) => `${severity}: ${message} [${fixes.map(({ label }) => label).join(" | ")}]`,
    );

  test.each([
    [
      "an unknown column",
      { orders: { total: formula("sum(items.amout)") } },
      "error: orders.total: items has no column amout (character 11). Did you mean amount?",
    ],
    [
      "an unknown parent",
      { orders: { code: formula("custmer.country") } },
      "error: orders.code: orders has no column custmer (character 1). Did you mean customer? [Use customer",
    ],
    [
      "another type",
      { orders: { rank: formula("customer.country") } },
      "error: orders.rank: The expression gives text, and the column holds whole numbers; int(…) makes one of it. [Write int(…)",
    ],
    [
      "a word too many",
      { orders: { rank: formula("count(items) items") } },
      "error: orders.rank: `items` cannot stand here (character 14).",
    ],
    ["nothing", { orders: { rank: formula(" ") } }, "error: orders.rank: The expression is empty."],
    [
      "a million brackets",
      { orders: { rank: formula("(".repeat(1_000_000)) } },
      "error: orders.rank: The expression has 1000000 characters; it may have 4000 (character 4001).",
    ],
  ])("%s", (_title, changed, said) => {
    const found = problemsOf(changed);
    expect(
      found.some((message) => message.startsWith(said.slice(0, 300))),
      found.join("\n"),
    ).toBe(true);
  });

  test("columns made of each other, in a table and across tables, have no value and do no harm", () => {
    const changed = { orders: { total: formula("rank + 1"), rank: formula("int(total) + 1") } };
    expect(problemsOf(changed).join("\n")).toContain(
      "The columns total → rank → total of orders are made of each other.",
    );
    expect(rows(design(changed), "orders", 0, 3)[0]?.["total"]).toBeNull();
    const across = { orders: { total: formula("sum(items.amount)") }, items: { amount: formula("order.total / 2") } };
    expect(design(across).problems.map(({ message }) => message)).toContain(
      "orders.total → items.amount → orders.total are made of each other.",
    );
    expect(rows(design(across), "items", 0, 3)).toHaveLength(3);
  });
});

describe("cells without a value", () => {
  test("are NULL, or cut to the column, and counted with the first row and the reason", () => {
    const failing = design({
      orders: {
        total: formula("100 / (row % 10 - 3)"),
        code: formula('"a name that is too long " + row'),
        rank: formula("row * 200"),
      },
    });
    const [, , third, fourth] = rows(failing, "orders");
    expect(third?.["total"]).toBeNull();
    expect(fourth?.["total"]).toBe("100.00");
    expect(third?.["code"]).toBe("a name that ");
    expect(
      tryRules(failing, "orders", 1000).map(({ severity, code, message }) => `${severity} ${code} ${message}`),
    ).toEqual([
      "warning cell-failed 10% of the rows of orders.total are NULL: division by zero, as in row 3.",
      "warning text-cut 100% of the rows of orders.code are cut: the text is longer than 12 characters, as in row 1.",
      "error cell-failed 46% of the rows of orders.rank are NULL, which the column does not take: the value is beyond what the column holds, as in row 164.",
    ]);
  });

  test.each<[Rule, string]>([
    [{ kind: "generate", generator: "template", params: { text: "order number {{seq}}" } }, "100%"],
    [{ kind: "generate", generator: "template", params: { text: "order {{seq:6}}" } }, ""],
  ])("a text that is longer than its column is told of: %j", (code, share) => {
    const found = tryRules(design({ orders: { code } }), "orders", 1000).map(({ message }) => message);
    expect(found).toEqual(
      share === ""
        ? []
        : [`${share} of the rows of orders.code are cut: the text is longer than 12 characters, as in row 1.`],
    );
  });

  test("NULL in a column that takes none, and the same value twice in a unique one", () => {
    const nulls = design({ orders: { rank: formula("row % 2 == 0 ? null : 1") } });
    expect(tryRules(nulls, "orders", 1000)[0]?.message).toBe(
      "50% of the rows of orders.rank are NULL, which the column does not take, as in row 2.",
    );
    const twice = design({ orders: { rank: { ...formula("row % 100"), unique: true } as Rule } });
    expect(tryRules(twice, "orders", 1000)[0]?.message).toBe(
      "orders.rank must hold each value once, and rows 1 and 101 have the same.",
    );
  });
});
