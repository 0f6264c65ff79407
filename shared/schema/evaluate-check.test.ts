import { expect, test } from "vitest";
import { parseCheck } from "./check-expression.ts";
import { canEvaluate, evaluateCheck } from "./evaluate-check.ts";
import type { EngineId } from "./schema-model.ts";
import type { Cell } from "../vectors/vector.ts";

// SQLite's answers are compared with SQLite in evaluate-check.db.test.ts; here is what other engines do otherwise.

function truth(sql: string, row: Readonly<Record<string, Cell>>, engine: EngineId): boolean | null {
  const expression = parseCheck(sql, { engine });
  if (expression === null) throw new Error(`not parsed: ${sql}`);
  return evaluateCheck(expression, (name) => row[name] ?? null, { engine });
}

test.each<[EngineId, string, Readonly<Record<string, Cell>>, boolean | null]>([
  ["postgresql", "((total)::numeric = (quantity * price))", { total: "0.30", quantity: 3, price: "0.1" }, true],
  ["postgresql", "(name ~ '^[A-Z][a-z]+$'::text)", { name: "Ada" }, true],
  ["postgresql", "(name ~ '^[[:alpha:]]+$'::text)", { name: "A1" }, false],
  ["postgresql", "(name ~~ '50\\%'::text)", { name: "500" }, false],
  ["postgresql", "(name LIKE 'a%')", { name: "Ada" }, false],
  ["postgresql", "(GREATEST(a, b) > 3)", { a: 4, b: null }, true],
  ["postgresql", "(a IS DISTINCT FROM b)", { a: null, b: 1 }, true],
  ["postgresql", "(EXTRACT(year FROM born) >= (1900)::numeric)", { born: "1899-12-31" }, false],
  ["postgresql", "(active IS TRUE)", { active: null }, false],
  ["mysql", "(`a` / 2 = 1.5)", { a: 3 }, true],
  ["mysql", "(length(`name`) = 2)", { name: "é" }, true],
  ["mysql", "(char_length(`name`) = 1)", { name: "é" }, true],
  ["mysql", "(`a` <=> NULL)", { a: null }, true],
  ["mysql", "not(`a` between 1 and 3)", { a: 2 }, false],
  ["sqlite", "a > 5 AND b > 5", { a: null, b: 1 }, false],
  ["sqlite", "a > 5 OR b > 5", { a: null, b: 1 }, null],
])("%s: %s of %o is %s", (engine, sql, row, expected) => {
  expect(truth(sql, row, engine)).toBe(expected);
});

test("what only the database knows is unknown, and said to be", () => {
  const expression = parseCheck("a > 0 AND my_function(a)");
  if (expression === null) throw new Error("not parsed");
  expect(canEvaluate(expression)).toBe(false);
  expect(evaluateCheck(expression, () => 1)).toBe(null);
  expect(evaluateCheck(expression, () => 0)).toBe(false);
});

test("an expression nested beyond reason is not understood, and breaks nothing", () => {
  expect(parseCheck(`${"(".repeat(5000)}1${")".repeat(5000)}`)).toBe(null);
  expect(parseCheck(`${"NOT ".repeat(5000)}1`)).toBe(null);
  expect(parseCheck(Array.from({ length: 5000 }, (_, i) => `a = ${i}`).join(" OR "))?.kind).toBe("or");
});
