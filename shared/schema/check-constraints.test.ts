import { describe, expect, test } from "vitest";
import { readCheck } from "./check-constraints.ts";
import type { EngineId, TableModel } from "./schema-model.ts";
import type { ValueType } from "./value-type.ts";

const types: Readonly<Record<string, ValueType>> = {
  id: { kind: "integer", bits: 64 },
  quantity: { kind: "integer", bits: 64 },
  price: { kind: "decimal", precision: 10, scale: 2 },
  cost: { kind: "decimal", precision: 10, scale: 2 },
  status: { kind: "text" },
  email: { kind: "text", maxLength: 80 },
  "Unit Price": { kind: "decimal" },
  placed_at: { kind: "timestamp" },
  shipped_at: { kind: "timestamp" },
  active: { kind: "boolean" },
  payload: { kind: "json" },
};
const table: TableModel = {
  id: "t",
  schema: "main",
  name: "t",
  columns: Object.entries(types).map(([name, valueType]) => ({ name, type: "", valueType, nullable: true })),
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
};
const read = (expression: string, engine: EngineId = "sqlite") => readCheck({ name: "c", expression }, table, engine);
const at = (value: number | string | bigint, inclusive = true) => ({ value, inclusive });

test("a collation that tells apart what the column takes as equal gives no values to make", () => {
  const caseless = {
    ...table,
    columns: [
      { name: "code", type: "", valueType: types["status"] ?? { kind: "text" }, nullable: true, caseInsensitive: true },
    ],
  };
  const reading = readCheck({ name: "c", expression: "code COLLATE BINARY = 'a'" }, caseless, "sqlite");
  expect(reading).toMatchObject({ understood: false, constraints: [] });
});

describe("what a check asks of one column", () => {
  test.each<[string, unknown]>([
    ["quantity > 0", [{ kind: "range", column: "quantity", minimum: at(0, false) }]],
    ["0 < quantity", [{ kind: "range", column: "quantity", minimum: at(0, false) }]],
    ["QUANTITY>=-(2+1)", [{ kind: "range", column: "quantity", minimum: at(-3) }]],
    ["[Unit Price]>=(0)", [{ kind: "range", column: "Unit Price", minimum: at(0) }]],
    ["`unit price` <= 9.5", [{ kind: "range", column: "Unit Price", maximum: at(9.5) }]],
    [
      "quantity BETWEEN 1 AND 10",
      [
        { kind: "range", column: "quantity", minimum: at(1) },
        { kind: "range", column: "quantity", maximum: at(10) },
      ],
    ],
    [
      "NOT (quantity < 1 OR quantity > 10)",
      [
        { kind: "range", column: "quantity", minimum: at(1) },
        { kind: "range", column: "quantity", maximum: at(10) },
      ],
    ],
    [
      "quantity NOT BETWEEN 1 AND 3",
      [
        {
          kind: "any",
          alternatives: [
            [{ kind: "range", column: "quantity", maximum: at(1, false) }],
            [{ kind: "range", column: "quantity", minimum: at(3, false) }],
          ],
        },
      ],
    ],
    ["placed_at >= '2020-01-01'", [{ kind: "range", column: "placed_at", minimum: at("2020-01-01") }]],
    ["quantity + 1 > 3", [{ kind: "range", column: "quantity", minimum: at(2, false) }]],
    ["-quantity < 5", [{ kind: "range", column: "quantity", minimum: at(-5, false) }]],
    ["abs(quantity) <= 5", [{ kind: "range", column: "quantity", minimum: at(-5), maximum: at(5) }]],
    ["id < 9223372036854775807", [{ kind: "range", column: "id", maximum: at(9223372036854775807n, false) }]],
    ["status IN ('new', 'it''s')", [{ kind: "choices", column: "status", values: ["new", "it's"] }]],
    ['status IN ("new", "paid")', [{ kind: "choices", column: "status", values: ["new", "paid"] }]],
    [
      "status = 'a' OR status = 'b' OR status IN ('c')",
      [{ kind: "choices", column: "status", values: ["a", "b", "c"] }],
    ],
    ["status IS NULL OR status = 'a'", [{ kind: "choices", column: "status", values: ["a"] }]],
    ["status IN ('a', NULL)", []],
    ["status NOT IN ('a', NULL)", [{ kind: "excluded", column: "status", values: ["a"] }]],
    ["status <> ''", [{ kind: "excluded", column: "status", values: [""] }]],
    [
      "status IS NOT NULL AND status != 'x'",
      [
        { kind: "not-null", column: "status" },
        { kind: "excluded", column: "status", values: ["x"] },
      ],
    ],
    ["upper(status) IN ('A', 'B')", [{ kind: "choices", column: "status", values: ["A", "B"] }]],
    ["status COLLATE NOCASE IN ('a')", [{ kind: "choices", column: "status", values: ["a"] }]],
    ["length(email) >= 3", [{ kind: "length", column: "email", minimum: 3 }]],
    ["length(email) > 2.5", [{ kind: "length", column: "email", minimum: 3 }]],
    ["length(email) = 36", [{ kind: "length", column: "email", minimum: 36, maximum: 36 }]],
    ["length(trim(email)) > 0", [{ kind: "length", column: "email", minimum: 1, trimmed: true }]],
    ["trim(email) <> ''", [{ kind: "length", column: "email", minimum: 1, trimmed: true }]],
    [
      "email LIKE '%_@_%'",
      [{ kind: "pattern", column: "email", syntax: "like", pattern: "%_@_%", ignoreCase: true, negated: false }],
    ],
    [
      "email NOT GLOB '*[^a-z]*'",
      [{ kind: "pattern", column: "email", syntax: "glob", pattern: "*[^a-z]*", ignoreCase: false, negated: true }],
    ],
    [
      "email LIKE '50!%' ESCAPE '!'",
      [
        {
          kind: "pattern",
          column: "email",
          syntax: "like",
          pattern: "50!%",
          escape: "!",
          ignoreCase: true,
          negated: false,
        },
      ],
    ],
    [
      "instr(email, '@') > 1",
      [{ kind: "pattern", column: "email", syntax: "glob", pattern: "[^@]*@*", ignoreCase: false, negated: false }],
    ],
    [
      "substr(status, 1, 2) = 'A*'",
      [{ kind: "pattern", column: "status", syntax: "glob", pattern: "A[*]*", ignoreCase: false, negated: false }],
    ],
    ["status = upper(status)", [{ kind: "case", column: "status", case: "upper" }]],
    ["typeof(quantity) = 'integer'", [{ kind: "storage", column: "quantity", types: ["integer"] }]],
    ["quantity % 5 = 0", [{ kind: "multiple", column: "quantity", divisor: 5, remainder: 0 }]],
    ["price = round(price, 2)", [{ kind: "scale", column: "price", digits: 2 }]],
    ["json_valid(payload)", [{ kind: "format", column: "payload", format: "json" }]],
    [
      "date(status) IS NOT NULL",
      [
        { kind: "not-null", column: "status" },
        { kind: "format", column: "status", format: "date-like" },
      ],
    ],
    ["status IS strftime('%Y-%m-%d', status)", [{ kind: "format", column: "status", format: "date" }]],
    ["active", [{ kind: "choices", column: "active", values: [true] }]],
    ["active IN (0, 1)", [{ kind: "choices", column: "active", values: [0, 1] }]],
    ["coalesce(price, 0) >= 0", [{ kind: "range", column: "price", minimum: at(0) }]],
    [
      "coalesce(price, 0) > 0",
      [
        { kind: "not-null", column: "price" },
        { kind: "range", column: "price", minimum: at(0, false) },
      ],
    ],
    ["1", []],
    ["1 = 2", [{ kind: "any", alternatives: [] }]],
  ])("%s", (expression, constraints) => {
    const reading = read(expression);
    expect(reading.understood).toBe(true);
    expect(reading.constraints).toEqual(constraints);
  });
});

describe("what a check asks of several columns", () => {
  test.each<[string, unknown]>([
    ["cost <= price", [{ kind: "order", left: "cost", operator: "<=", right: "price" }]],
    [
      "shipped_at IS NULL OR shipped_at >= placed_at",
      [{ kind: "order", left: "shipped_at", operator: ">=", right: "placed_at" }],
    ],
    ["price - cost >= 0", [{ kind: "order", left: "price", operator: ">=", right: "cost" }]],
    [
      "price = quantity * cost",
      [
        {
          kind: "formula",
          column: "price",
          operator: "=",
          expression: {
            kind: "arithmetic",
            operator: "*",
            left: { kind: "column", name: "quantity" },
            right: { kind: "column", name: "cost" },
          },
        },
      ],
    ],
    [
      "status <> 'shipped' OR shipped_at IS NOT NULL",
      [
        {
          kind: "any",
          alternatives: [
            [{ kind: "excluded", column: "status", values: ["shipped"] }],
            [{ kind: "not-null", column: "shipped_at" }],
          ],
        },
      ],
    ],
    [
      "CASE WHEN status = 'free' THEN price = 0 ELSE price > 0 END",
      [
        {
          kind: "any",
          alternatives: [
            [
              { kind: "not-null", column: "status" },
              { kind: "choices", column: "status", values: ["free"] },
              { kind: "choices", column: "price", values: [0] },
            ],
            [
              { kind: "excluded", column: "status", values: ["free"] },
              { kind: "range", column: "price", minimum: at(0, false) },
            ],
          ],
        },
      ],
    ],
  ])("%s", (expression, constraints) => {
    const reading = read(expression);
    expect(reading.understood).toBe(true);
    expect(reading.constraints).toEqual(constraints);
  });
});

describe("as other engines print it", () => {
  test.each<[EngineId, string, unknown]>([
    [
      "postgresql",
      "((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
      [{ kind: "choices", column: "status", values: ["a", "b"] }],
    ],
    [
      "postgresql",
      "((status)::text = ANY ('{a,b}'::text[]))",
      [{ kind: "choices", column: "status", values: ["a", "b"] }],
    ],
    [
      "postgresql",
      "((price >= (0)::numeric) AND (price <= 99.5))",
      [
        { kind: "range", column: "price", minimum: at(0) },
        { kind: "range", column: "price", maximum: at(99.5) },
      ],
    ],
    [
      "postgresql",
      "(placed_at >= '2007-01-01 00:00:00'::timestamp without time zone)",
      [{ kind: "range", column: "placed_at", minimum: at("2007-01-01 00:00:00") }],
    ],
    [
      "postgresql",
      "((email)::text ~~ '%@%'::text)",
      [
        {
          kind: "pattern",
          column: "email",
          syntax: "like",
          pattern: "%@%",
          escape: "\\",
          ignoreCase: false,
          negated: false,
        },
      ],
    ],
    [
      "postgresql",
      "((email)::text ~* '^[a-z]+$'::text)",
      [{ kind: "pattern", column: "email", syntax: "regexp", pattern: "^[a-z]+$", ignoreCase: true, negated: false }],
    ],
    ["postgresql", "(char_length((email)::text) >= 3)", [{ kind: "length", column: "email", minimum: 3 }]],
    [
      "postgresql",
      "(POSITION(('@'::text) IN (email)) > 0)",
      [{ kind: "pattern", column: "email", syntax: "glob", pattern: "*@*", ignoreCase: false, negated: false }],
    ],
    ["mysql", "(`status` in (_utf8mb4'a',_utf8mb4'b'))", [{ kind: "choices", column: "status", values: ["a", "b"] }]],
    [
      "mysql",
      "(`status` in (_utf8mb4\\'a\\',_utf8mb4\\'b\\'))",
      [{ kind: "choices", column: "status", values: ["a", "b"] }],
    ],
    [
      "mysql",
      '`status` = "a" or `quantity` > 3 || `quantity` < 0',
      [
        {
          kind: "any",
          alternatives: [
            [{ kind: "choices", column: "status", values: ["a"] }],
            [{ kind: "range", column: "quantity", minimum: at(3, false) }],
            [{ kind: "range", column: "quantity", maximum: at(0, false) }],
          ],
        },
      ],
    ],
    [
      "mysql",
      "regexp_like(`email`,_utf8mb4'^a')",
      [{ kind: "pattern", column: "email", syntax: "regexp", pattern: "^a", ignoreCase: false, negated: false }],
    ],
  ])("%s: %s", (engine, expression, constraints) => {
    const reading = read(expression, engine);
    expect(reading.understood).toBe(true);
    expect(reading.constraints).toEqual(constraints);
  });
});

test.each([
  "quantity IN (SELECT 1)",
  "my_function(quantity) > 1",
  "quantity > random()",
  "placed_at <= CURRENT_TIMESTAMP",
  "status >",
  "",
  "no_such > 1",
  "status COLLATE NOCASE <> 'a'",
  "quantity * price <= cost * cost",
])("%s is said not to be understood", (expression) => {
  expect(read(expression).understood).toBe(false);
});

test("of a check understood in part, the part counts", () => {
  const reading = read("quantity > 0 AND my_function(status)");
  expect(reading).toMatchObject({
    understood: false,
    constraints: [{ kind: "range", column: "quantity" }],
    columns: ["quantity", "status"],
  });
});
