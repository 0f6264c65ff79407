import { describe, expect, test } from "vitest";
import type { EngineId } from "../../schema/schema-model.ts";
import { whyNoCondition } from "./sql-condition.ts";

const engines: readonly EngineId[] = ["sqlite", "postgresql", "mysql"];

describe.each(engines)("a condition in the SQL of %s", (engine) => {
  test.each([
    "country = 'SE'",
    "note LIKE 'a;b -- c' AND (x > 1 OR y IS NULL)",
    "name = 'it''s' AND \"where\" = 2",
    "id IN (SELECT customer_id FROM orders WHERE total > 100 ORDER BY total LIMIT 5)",
    "a IS DISTINCT FROM b",
    "total * (1 + vat) >= 10.5",
  ])("may be %s", (sql) => expect(whyNoCondition(sql, engine)).toBeUndefined());

  test.each([
    ["", "empty"],
    ["1=1; DROP TABLE t", "semicolon"],
    ["1=1) UNION SELECT * FROM t WHERE (1=1", "brackets"],
    ["1=1 -- and so on", "comments"],
    ["1=1 /* x */", "comments"],
    ["name = 'open", "does not end"],
    ["WHERE id = 1", "WHERE is left out"],
    ["SELECT 1", "statement"],
    ["id > 1 ORDER BY id", "ORDER"],
    ["id > 1 LIMIT 5", "LIMIT"],
    ["id > 1 UNION SELECT 2", "UNION"],
    ["(id > 1", "brackets"],
    ["$$x$$ = y", "$"],
  ])("is not %s", (sql, why) => expect(whyNoCondition(sql, engine)).toContain(why));
});

test("has no text whose end depends on the server's settings", () => {
  expect(whyNoCondition("name = 'a\\' OR 1=1) UNION SELECT 1 -- '", "mysql")).toBe("a text in it has a backslash");
  expect(whyNoCondition("name = 'a\\b'", "sqlite")).toBeUndefined();
});

test("asks for no values", () => {
  expect(whyNoCondition("id = ?", "sqlite")).toContain("?");
  expect(whyNoCondition("id = :id", "sqlite")).toContain(":");
  expect(whyNoCondition("id = @id", "mysql")).toContain("variables");
  expect(whyNoCondition("tags ? 'a' AND day::date = now()::date", "postgresql")).toBeUndefined();
});
