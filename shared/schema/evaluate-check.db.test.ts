import Database from "better-sqlite3";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Cell } from "../vectors/vector.ts";
import { readCheck } from "./check-constraints.ts";
import { parseCheck } from "./check-expression.ts";
import { constraintHolds } from "./constraint-expression.ts";
import { canEvaluate, evaluateCheck } from "./evaluate-check.ts";
import type { TableModel } from "./schema-model.ts";

// The judge is SQLite itself: what it makes of an expression and a row is right.
const database = new Database(":memory:");
database.exec(
  'CREATE TABLE t (i INTEGER, j INTEGER, d DECIMAL(8,2), r REAL, s TEXT, "odd name" TEXT COLLATE NOCASE, day DATE)',
);
const table: TableModel = {
  id: "t",
  schema: "main",
  name: "t",
  columns: [
    { name: "i", type: "INTEGER", valueType: { kind: "integer", bits: 64 }, nullable: true },
    { name: "j", type: "INTEGER", valueType: { kind: "integer", bits: 64 }, nullable: true },
    { name: "d", type: "DECIMAL(8,2)", valueType: { kind: "decimal", precision: 8, scale: 2 }, nullable: true },
    { name: "r", type: "REAL", valueType: { kind: "real", bits: 64 }, nullable: true },
    { name: "s", type: "TEXT", valueType: { kind: "text" }, nullable: true },
    { name: "odd name", type: "TEXT", valueType: { kind: "text" }, nullable: true, caseInsensitive: true },
    { name: "day", type: "DATE", valueType: { kind: "date" }, nullable: true },
  ],
  primaryKey: [],
  uniques: [],
  foreignKeys: [],
  checks: [],
};
const names = table.columns.map((column) => column.name);
const quoted = (name: string): string => `"${name}"`;

const orNull = <T extends Cell>(cell: fc.Arbitrary<T>): fc.Arbitrary<Cell> =>
  fc.option<Cell>(cell, { nil: null, freq: 5 });
const words = ["", "a", "A", "ab", "a%b", "b@c.de", "12", "1.5x", " a ", "é", "Zürich", "[x]", "2024-02-29"];
const row = fc.record({
  i: orNull(fc.integer({ min: -4, max: 12 })),
  j: orNull(fc.integer({ min: -4, max: 12 })),
  d: orNull(fc.integer({ min: -300, max: 1200 }).map((cents) => (cents / 100).toFixed(2))),
  r: orNull(fc.integer({ min: -8, max: 20 }).map((halves) => halves / 2)),
  s: orNull(fc.constantFrom(...words)),
  "odd name": orNull(fc.constantFrom(...words)),
  day: orNull(fc.constantFrom("2023-12-31", "2024-02-29", "2024-03-01")),
});

const numberColumn = fc.constantFrom("i", "j", "d", "r");
const textColumn = fc.constantFrom("s", '"odd name"');
const number = fc.oneof(
  fc.integer({ min: -5, max: 12 }).map(String),
  fc.constantFrom("2.5", "1e1", ".5", "(3 - 1)", "2.0"),
);
const text = fc.constantFrom(...words, "%").map((word) => `'${word}'`);
const comparison = fc.constantFrom("=", "<>", "<", "<=", ">", ">=", "==", "!=");
const not = fc.constantFrom("", "NOT ");
const sentence = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
    .map((found) => found.join(" "));

/** Conditions of the forms that people write. */
const atom = fc.oneof(
  sentence(numberColumn, comparison, number),
  sentence(number, comparison, numberColumn),
  sentence(numberColumn, comparison, numberColumn),
  sentence(numberColumn, fc.constantFrom("+", "-"), numberColumn, comparison, number),
  sentence("i", comparison, "j", fc.constantFrom("+", "-", "*", "/", "%"), fc.constantFrom("i", "j", "2", "3")),
  sentence("r", comparison, "d * j"),
  sentence(numberColumn, not, "BETWEEN", number, "AND", number),
  sentence(numberColumn, not, "IN (", number, ",", number, ",", fc.constantFrom("NULL", "7"), ")"),
  sentence(textColumn, not, "IN (", text, ",", text, ")"),
  sentence(textColumn, comparison, text),
  sentence(textColumn, comparison, textColumn),
  sentence(textColumn, "COLLATE", fc.constantFrom("NOCASE", "BINARY"), fc.constantFrom("=", "<"), text),
  sentence(
    textColumn,
    not,
    fc.constantFrom("LIKE", "GLOB"),
    fc.constantFrom("'a%'", "'%b%'", "'_'", "'[a-c]*'", "'*[^a-z]*'", "'?'", "'É'"),
  ),
  sentence(
    fc.constantFrom("length", "lower", "trim", "upper", "typeof"),
    "(",
    textColumn,
    ")",
    comparison,
    fc.oneof(number, text),
  ),
  sentence("length(trim(", textColumn, "))", comparison, number),
  sentence(textColumn, comparison, fc.constantFrom("upper", "lower", "trim"), "(", textColumn, ")"),
  sentence("instr(", textColumn, ", 'b')", comparison, fc.constantFrom("0", "1", "2")),
  sentence("substr(", textColumn, ",", fc.constantFrom("1", "2", "-1"), ", 1) =", text),
  sentence("coalesce(", numberColumn, ",", number, ")", comparison, number),
  sentence("abs(", numberColumn, ")", comparison, number),
  sentence(numberColumn, "% 3 =", fc.constantFrom("0", "1")),
  sentence("round(", fc.constantFrom("d", "r"), ", 1) =", fc.constantFrom("d", "r")),
  sentence("day", comparison, fc.constantFrom("'2024-01-01'", "'2024-03-01'", "date(day)")),
  sentence("date(s) IS", not, "NULL"),
  sentence(fc.oneof(numberColumn, textColumn), "IS", not, fc.constantFrom("NULL", "3", "'a'", "i")),
  sentence("(", numberColumn, "IS NULL ) =", "(", textColumn, "IS NULL )"),
  fc.oneof(numberColumn, fc.constantFrom("1", "0", "NULL", "TRUE")),
);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    atom,
    fc.tuple(tie("condition"), fc.constantFrom("AND", "OR"), tie("condition")).map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie("condition").map((inner) => `NOT (${inner})`),
    fc.tuple(atom, tie("condition"), tie("condition")).map(([a, b, c]) => `CASE WHEN ${a} THEN ${b} ELSE ${c} END`),
  ),
}));

/** SQLite takes a bare number for a Julian day; that is left out here. */
/** SQLite's verdict: the row is stored, so that column affinities do their work, and the condition asked. */
const readsNumberAsDay = (sql: string, cells: Readonly<Record<string, Cell>>): boolean =>
  sql.includes("date(") && cells["s"] === "12";

function sqliteTruth(sql: string, cells: Readonly<Record<string, Cell>>): boolean | null {
  database.prepare("DELETE FROM t").run();
  database
    .prepare(`INSERT INTO t (${names.map(quoted).join()}) VALUES (${names.map(() => "?").join()})`)
    .run(...names.map((name) => cells[name]));
  const answer = database
    .prepare<[], number | null>(`SELECT CASE WHEN (${sql}) THEN 1 WHEN NOT (${sql}) THEN 0 END FROM t`)
    .pluck()
    .get();
  return answer === null || answer === undefined ? null : answer === 1;
}

test("conditions are true, false or unknown of the rows of which SQLite says so", () => {
  fc.assert(
    fc.property(condition, row, (sql, cells) => {
      fc.pre(!readsNumberAsDay(sql, cells));
      const expression = parseCheck(sql, { columns: names });
      if (expression === null) throw new Error(`not parsed: ${sql}`);
      expect(canEvaluate(expression)).toBe(true);
      expect(evaluateCheck(expression, (name) => cells[name as keyof typeof cells] ?? null, { table })).toBe(
        sqliteTruth(sql, cells),
      );
    }),
    { numRuns: 3000, seed: 925_803_656 },
  );
});

test("a row that keeps the constraints of an understood check passes it", () => {
  let [understood, kept] = [0, 0];
  fc.assert(
    fc.property(condition, row, (sql, cells) => {
      fc.pre(!readsNumberAsDay(sql, cells));
      const reading = readCheck({ name: "c", expression: sql }, table, "sqlite");
      if (!reading.understood) return;
      understood++;
      const cell = (name: string): Cell => cells[name as keyof typeof cells] ?? null;
      if (!reading.constraints.every((constraint) => constraintHolds(constraint, cell, { table }))) return;
      kept++;
      expect(sqliteTruth(sql, cells)).not.toBe(false);
    }),
    { numRuns: 3000, seed: 925_803_656 },
  );
  // Most of what is written in these forms is understood, and rows of both kinds were seen.
  expect(understood).toBeGreaterThan(1200);
  expect(kept).toBeGreaterThan(300);
});
