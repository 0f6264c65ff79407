import { describe, expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import { columnOf, modelOf, tableOf } from "./small-schema.ts";
import { suggestTable } from "./suggest-table.ts";

/** The rule suggested for a column x under a check. */
function ruleOf(check: string, type = "integer", unique = false): unknown {
  const table = tableOf(
    "t",
    [columnOf("id", "integer", { nullable: false }), columnOf("x", type, { nullable: false })],
    {
      primaryKey: ["id"],
      uniques: unique ? [{ name: "u", columns: ["x"] }] : [],
      checks: [{ name: "c", expression: check }],
    },
  );
  const rule = suggestTable(table, modelOf(table), generatorCatalogue).get("x")?.rule;
  return rule?.kind === "generate" ? (rule.params["expression"] ?? rule) : rule;
}

describe("numbers that a check leaves in several stretches", () => {
  test("come from all of them", () => {
    expect(ruleOf("x BETWEEN 1 AND 5 OR x BETWEEN 100 AND 105")).toBe("pick(randomInt(1, 5), randomInt(100, 105))");
    expect(ruleOf("x = 0 OR x > 10")).toBe("pick(0, randomInt(11, 1011))");
    expect(ruleOf("x < 0 OR x > 100")).toBe("pick(randomInt(-1001, -1), randomInt(101, 1101))");
    expect(ruleOf("x NOT BETWEEN 1 AND 9")).toBe("pick(randomInt(-1000, 0), randomInt(10, 1010))");
    expect(ruleOf("abs(x) >= 5 AND x < 20")).toBe("pick(randomInt(-1005, -5), randomInt(5, 19))");
  });

  test("keep the column's decimals", () => {
    expect(ruleOf("x = 0 OR x > 10", "numeric(8,2)")).toBe("pick(0, randomInt(1001, 101001)) / 100.0");
  });

  test("of a unique column, and those that meet, are one", () => {
    expect(ruleOf("x = 0 OR x > 10", "integer", true)).toMatchObject({ params: { min: 11 } });
    expect(ruleOf("x = 4 OR x >= 5 AND x < 50")).toMatchObject({ generator: "integer", params: { min: 4, max: 49 } });
  });
});

describe("values that a check excludes", () => {
  test("lie outside of the range: the widest stretch between them is left", () => {
    expect(ruleOf("x <> 7")).toMatchObject({ generator: "integer", params: { min: 8, max: 1000 } });
    expect(ruleOf("x NOT IN (900, 2.5)")).toMatchObject({ params: { min: 3, max: 899 } });
  });
});
