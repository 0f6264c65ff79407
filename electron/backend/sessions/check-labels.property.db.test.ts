import Database from "better-sqlite3";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodeUtf8 } from "../../../shared/base/utf8.ts";
import { startChecks } from "../../../shared/batches/check-rows.ts";
import { newByteBuffer } from "../../../shared/encoders/byte-buffer.ts";
import { generatorCatalogue } from "../../../shared/generators/index.ts";
import { readProjectFile } from "../../../shared/project/read-project-file.ts";
import { introspect } from "../../drivers/sqlite/introspect.ts";
import { compileJob } from "../../jobs/compile-job.ts";
import { RangeEncoder } from "../../jobs/encode-range.ts";
import { planProblems } from "../../jobs/plan-problems.ts";
import { rowRanges } from "../../jobs/ranges.ts";
import { constraintViews } from "./constraint-views.ts";

// What the inspector says of a CHECK is held against SQLite: the rows that a run writes are stored without the constraint, and
// then asked for those that break it.

const rowCount = 2000;
const columns = [
  ["i", "INTEGER"],
  ["j", "INTEGER"],
  ["k", "SMALLINT"],
  ["d", "DECIMAL(8,2)"],
  ["r", "REAL"],
  ["s", "TEXT"],
  ["t", "VARCHAR(12)"],
  ["u", "CHAR(3)"],
  ["day", "DATE"],
  ["at", "TIMESTAMP"],
] as const;

const numberColumn = fc.constantFrom("i", "j", "k", "d", "r");
const textColumn = fc.constantFrom("s", "t", "u");
const number = fc.oneof(fc.integer({ min: -5, max: 120 }).map(String), fc.constantFrom("2.5", "0", "1e2", "0.01"));
const words = ["a", "A", "ab", "new", "paid", "X-1", ""];
const text = fc.constantFrom(...words).map((word) => `'${word}'`);
const date = fc.constantFrom("'2024-01-01'", "'2024-02-29'", "'1999-12-31'", "'2026-11-22'");
const comparison = fc.constantFrom("=", "<>", "<", "<=", ">", ">=");
const not = fc.constantFrom("", "NOT ");
const sentence = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
    .map((found) => found.join(" "));

const atom = fc.oneof(
  sentence(numberColumn, comparison, number),
  sentence(number, comparison, numberColumn),
  sentence(numberColumn, comparison, numberColumn),
  sentence(numberColumn, fc.constantFrom("+", "-"), numberColumn, comparison, number),
  sentence("i", comparison, "j", fc.constantFrom("+", "-", "*"), fc.constantFrom("k", "2", "3")),
  sentence("d", comparison, "k * r"),
  sentence(numberColumn, not, "BETWEEN", number, "AND", number),
  sentence(numberColumn, not, "IN (", number, ",", number, ", 7 )"),
  sentence(textColumn, not, "IN (", text, ",", text, ")"),
  sentence(textColumn, comparison, text),
  sentence(textColumn, comparison, textColumn),
  sentence(textColumn, not, "LIKE", fc.constantFrom("'a%'", "'%b%'", "'_'", "'__-_%'", "'%@%.%'")),
  sentence(textColumn, not, "GLOB", fc.constantFrom("'[A-Z]*'", "'*[^a-z]*'", "'*[^0-9]*'", "'???'", "'[0-9][0-9]*'")),
  sentence("length(", textColumn, ")", comparison, fc.constantFrom("0", "1", "2", "3", "8", "20")),
  sentence("length(trim(", textColumn, "))", comparison, fc.constantFrom("0", "2", "5")),
  sentence(textColumn, "=", fc.constantFrom("upper", "lower", "trim"), "(", textColumn, ")"),
  sentence("instr(", textColumn, ", '-')", comparison, fc.constantFrom("0", "1", "2")),
  sentence("substr(", textColumn, ", 1, 1 )", fc.constantFrom("=", "<>"), fc.constantFrom("'a'", "'A'", "'X'")),
  sentence("coalesce(", numberColumn, ",", number, ")", comparison, number),
  sentence("abs(", numberColumn, ")", comparison, number),
  sentence(numberColumn, "%", fc.constantFrom("2", "3", "10"), "=", fc.constantFrom("0", "1")),
  sentence("round(", fc.constantFrom("d", "r"), ", 1) =", fc.constantFrom("d", "r")),
  sentence(fc.constantFrom("day", "at"), comparison, date),
  sentence("day", not, "BETWEEN '2020-01-01' AND", date),
  sentence("day", comparison, "date(at)"),
  sentence("day = date(day)"),
  sentence("date(s) IS NOT NULL"),
  sentence("at", comparison, "day"),
  sentence(fc.oneof(numberColumn, textColumn), "IS", not, "NULL"),
  sentence("(", numberColumn, "IS NULL )", fc.constantFrom("=", "<>"), "(", textColumn, "IS NULL )"),
  sentence("(", numberColumn, comparison, number, ") = (", textColumn, "IS NULL )"),
  sentence("(i IS NOT NULL) + (s IS NOT NULL) + (d IS NOT NULL)", comparison, fc.constantFrom("1", "2")),
);
const condition = fc.oneof(
  { weight: 6, arbitrary: atom },
  {
    weight: 3,
    arbitrary: fc.tuple(atom, fc.constantFrom("AND", "OR"), atom).map(([a, op, b]) => `(${a}) ${op} (${b})`),
  },
  { weight: 1, arbitrary: atom.map((inner) => `NOT (${inner})`) },
  { weight: 1, arbitrary: fc.tuple(atom, atom, atom).map(([a, b, c]) => `CASE WHEN ${a} THEN ${b} ELSE ${c} END`) },
);
const schema = fc.record({
  required: fc.uniqueArray(fc.constantFrom(...columns.map(([name]) => name))),
  checks: fc.array(condition, { minLength: 1, maxLength: 3 }),
});

interface Labelled {
  readonly expression: string;
  readonly verdict: string;
  readonly firstBroken: number | undefined;
  /** Rows, 1-based, of which SQLite says that they break it. */
  readonly breaking: readonly number[];
}

async function labelled(required: readonly string[], checks: readonly string[]): Promise<readonly Labelled[]> {
  const plain = columns.map(([name, type]) => `${name} ${type}${required.includes(name) ? " NOT NULL" : ""}`).join();
  const given = new Database(":memory:");
  given.exec(`CREATE TABLE t (id INTEGER PRIMARY KEY, ${plain}, ${checks.map((one) => `CHECK (${one})`).join()})`);
  const model = introspect(given);
  given.close();
  const yaml = `seedloom: 1\nsource: x.sqlite\nseed: 7\nnow: 2026-11-22\nlocales: { en: 1 }\nrows: ${rowCount}\n`;
  const { project } = readProjectFile(yaml, generatorCatalogue);
  const job = await compileJob({ model, project, referenceDate: "2026-11-22", format: "sql", dialect: "sqlite" });
  const planned = job.plan.tables.get("t");
  const problems = planProblems(job.plan);
  if (planned === undefined || problems.some(({ severity }) => severity === "error")) return [];
  const trial = startChecks(job.plan, "t", 1000);
  while (trial.next());
  const views = constraintViews(planned, problems, trial.findings(), job.plan.catalogue).filter(
    ({ kind }) => kind === "check",
  );
  const encoder = new RangeEncoder(job);
  const script = Array.from(
    rowRanges(job.files, undefined, () => undefined),
    (range) => {
      const out = newByteBuffer(4096);
      encoder.encode(range, out);
      return decodeUtf8(out.bytes, 0, out.length);
    },
  );
  const stored = new Database(":memory:");
  try {
    stored.exec(`CREATE TABLE t (id INTEGER PRIMARY KEY, ${plain.replaceAll(" NOT NULL", "")})`);
    stored.exec(script.join(""));
    return views.map((view, at) => ({
      expression: view.expression,
      verdict: view.verdict,
      firstBroken: view.firstBroken,
      breaking: stored
        .prepare<[], number>(`SELECT id FROM t WHERE NOT (${checks[at] ?? "TRUE"}) ORDER BY id`)
        .pluck()
        .all(),
    }));
  } finally {
    stored.close();
  }
}

test("checks that are said to hold by construction hold in every row, and rows that are named break theirs", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(schema, async ({ required, checks }) => {
      for (const { expression, verdict, firstBroken, breaking } of await labelled(required, checks)) {
        seen.add(verdict);
        if (verdict === "by construction") expect(breaking, expression).toEqual([]);
        if (firstBroken !== undefined) expect(breaking, expression).toContain(firstBroken + 1);
      }
    }),
    { numRuns: 120 },
  );
  expect([...seen].toSorted()).toEqual(["broken", "by construction", "held"]);
});
