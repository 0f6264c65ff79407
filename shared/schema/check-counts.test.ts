import { describe, expect, test } from "vitest";
import { readCheck } from "./check-constraints.ts";
import type { EngineId, TableModel } from "./schema-model.ts";

const table: TableModel = {
  id: "t",
  schema: "main",
  name: "t",
  columns: ["price", "cost", "quantity", "status"].map((name) => ({
    name,
    type: "",
    valueType: { kind: "decimal" },
    nullable: true,
  })),
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
};
const read = (expression: string, engine: EngineId) => readCheck({ name: "c", expression }, table, engine);

describe("how many columns have a value", () => {
  const has = (column: string) => ({ kind: "not-null", column });
  const lacks = (column: string) => ({ kind: "null", column });
  const one = [
    [has("price"), lacks("cost")],
    [lacks("price"), has("cost")],
  ];
  test.each<[EngineId, string, unknown]>([
    ["sqlite", "(price IS NOT NULL) + (cost IS NOT NULL) = 1", one],
    ["sqlite", "1 = (price IS NOT NULL) + (cost IS NOT NULL)", one],
    ["postgresql", "num_nonnulls(price, cost) = 1", one],
    ["postgresql", "(((price IS NOT NULL))::integer + ((cost IS NOT NULL))::integer) = 1", one],
    [
      "mysql",
      "(case when (`price` is not null) then 1 else 0 end) + (case when (`cost` is not null) then 1 else 0 end) = 1",
      one,
    ],
    [
      "postgresql",
      "num_nulls(price, cost) >= 1",
      [
        [lacks("price"), lacks("cost")],
        [lacks("price"), has("cost")],
        [has("price"), lacks("cost")],
      ],
    ],
    ["postgresql", "num_nonnulls(price, cost) > 2", []],
  ])("%s: %s", (engine, expression, alternatives) => {
    const reading = read(expression, engine);
    expect(reading.understood).toBe(true);
    expect(reading.constraints).toEqual([{ kind: "any", alternatives }]);
  });
});

describe("two truths that are the same, or not", () => {
  const at = (value: number, inclusive = true) => ({ value, inclusive });
  test.each<[string, unknown]>([
    [
      "(price IS NULL) = (cost IS NULL)",
      [
        {
          kind: "any",
          alternatives: [
            [
              { kind: "null", column: "price" },
              { kind: "null", column: "cost" },
            ],
            [
              { kind: "not-null", column: "price" },
              { kind: "not-null", column: "cost" },
            ],
          ],
        },
      ],
    ],
    // A password has no key, all else has one: told as such for every two truths, unknown ones too.
    [
      "(status = 'password') = (price IS NULL)",
      [
        {
          kind: "any",
          alternatives: [
            [
              { kind: "choices", column: "status", values: ["password"] },
              { kind: "null", column: "price" },
            ],
            [
              { kind: "excluded", column: "status", values: ["password"] },
              { kind: "not-null", column: "price" },
            ],
          ],
        },
      ],
    ],
    [
      "(quantity > 5) <> (price BETWEEN 1 AND 2)",
      [
        {
          kind: "any",
          alternatives: [
            [
              { kind: "range", column: "quantity", minimum: at(5, false) },
              {
                kind: "any",
                alternatives: [
                  [{ kind: "range", column: "price", maximum: at(1, false) }],
                  [{ kind: "range", column: "price", minimum: at(2, false) }],
                ],
              },
            ],
            [
              { kind: "range", column: "quantity", maximum: at(5) },
              { kind: "range", column: "price", minimum: at(1) },
              { kind: "range", column: "price", maximum: at(2) },
            ],
          ],
        },
      ],
    ],
  ])("%s", (expression, constraints) => {
    const reading = read(expression, "sqlite");
    expect(reading.understood).toBe(true);
    expect(reading.constraints).toEqual(constraints);
  });
});
