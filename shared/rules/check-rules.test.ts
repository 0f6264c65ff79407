import { describe, expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import { applyEdit } from "../project/apply-edit.ts";
import { newProject } from "../project/new-project.ts";
import type { ProjectEdit } from "../project/project-edit.ts";
import type { Project } from "../project/project.ts";
import { checkDesign } from "./check-rules.ts";
import { designOf } from "./design-of.ts";
import type { Rule } from "./rule.ts";
import { columnOf, modelOf, referenceOf, tableOf } from "./small-schema.ts";

const model = modelOf(
  tableOf(
    "customers",
    [
      columnOf("id"),
      columnOf("email", "text"),
      columnOf("first_name", "text", { nullable: true }),
      columnOf("last_name", "text", { nullable: true }),
      columnOf("points", "integer"),
      columnOf("initial", "char(1)"),
      columnOf("badge", "text", { nullable: true }),
      columnOf("total", "real", { generated: "virtual" }),
    ],
    {
      primaryKey: ["id"],
      uniques: [
        { name: "u", columns: ["email"] },
        { name: "one_null", columns: ["badge"], nullsNotDistinct: true },
      ],
    },
  ),
  tableOf("orders", [columnOf("id"), columnOf("gone_id")], {
    primaryKey: ["id"],
    foreignKeys: [referenceOf("gone_id", "gone")],
  }),
);
const empty = newProject({ source: "shop.sqlite", seed: 7, now: "today", locales: { en: 1 } });
const problems = (project: Project) =>
  checkDesign(designOf(model, project, generatorCatalogue), generatorCatalogue).filter(
    ({ code }) => code !== "foreign-key-dangling",
  );
const withRule = (column: string, rule: Rule, table = "customers") =>
  applyEdit(empty, { kind: "set-rule", table, column, rule });
const generate = (
  generator: string,
  params: Record<string, unknown> = {},
  more: Partial<Extract<Rule, { kind: "generate" }>> = {},
): Rule => ({ kind: "generate", generator, params, ...more });

test("a unique column that the database computes keeps apart what it is computed from, or says that nothing does", () => {
  const computed = (name: string, expression: string) =>
    columnOf(name, "text", { generated: "stored", expression, nullable: true });
  const { tables } = designOf(
    modelOf(
      tableOf(
        "accounts",
        [
          columnOf("email", "text"),
          columnOf("city", "text"),
          columnOf("a"),
          columnOf("b"),
          computed("folded", "(lower(email))"),
          computed("initials", "substr(city, 1, 2)"),
          computed("sum", "a + b"),
        ],
        { uniques: ["folded", "initials", "sum"].map((name) => ({ name, columns: [name] })) },
      ),
    ),
    empty,
    generatorCatalogue,
  );
  const design = { ...designOf(model, empty, generatorCatalogue), tables };
  expect(tables.get("accounts")?.columns.flatMap(({ column, unique }) => (unique ? [column.name] : []))).toContain(
    "email",
  );
  const found = checkDesign(design, generatorCatalogue).filter(({ table }) => table === "accounts");
  expect(found.map(({ severity, column, fixes }) => [severity, column, ...fixes.map(({ label }) => label)])).toEqual([
    ["warning", "initials", "Make city unique", "Lower accounts to 1 row"],
    ["warning", "sum", "Lower accounts to 1 row"],
  ]);
});

/** Applies each problem's first fix until none is left. */
function mended(project: Project): Project {
  let at = project;
  for (let step = 0; step < 10; step++) {
    const edit: ProjectEdit | undefined = problems(at).flatMap(({ fixes }) => fixes)[0]?.edit;
    if (edit === undefined) return at;
    at = applyEdit(at, edit);
  }
  return at;
}

describe("a rule that cannot be kept is found, and its first fix mends it", () => {
  test.each([
    [
      "unknown generator",
      "points",
      generate("integr"),
      "unknown-generator",
      "customers.points has the unknown generator `integr`.",
    ],
    [
      "unknown parameter",
      "points",
      generate("integer", { minn: 1 }),
      "invalid-parameter",
      "The parameter `minn` of Integer for customers.points is not valid.",
    ],
    [
      "wrong parameter",
      "points",
      generate("integer", { min: "x" }),
      "invalid-parameter",
      "The parameter `min` of Integer for customers.points is not valid.",
    ],
    [
      "ends the wrong way round",
      "points",
      generate("integer", { min: 9, max: 1 }),
      "invalid-parameter",
      "customers.points: The minimum 9 is above the maximum 1.",
    ],
    [
      "wrong type",
      "points",
      generate("person.firstName"),
      "type-not-accepted",
      "customers.points is integer, which First name does not fit.",
    ],
    [
      "NULL where a value must be",
      "points",
      generate("integer", {}, { nulls: 0.25 }),
      "not-null",
      "customers.points must have a value, and its rule asks for 25% NULL.",
    ],
    [
      "NULL in many rows where one may have it",
      "badge",
      generate("slug", { words: 4 }, { nulls: 0.25 }),
      "capacity",
      "customers.badge may be NULL in one row, and its rule asks for 25% NULL.",
    ],
    [
      "only NULL where a value must be",
      "points",
      { kind: "null" } as const,
      "not-null",
      "customers.points must have a value, and its rule is NULL.",
    ],
    [
      "a default that is not there",
      "points",
      { kind: "default" } as const,
      "not-null",
      "customers.points must have a value, and the database has no default for it.",
    ],
    [
      "too few values",
      "email",
      generate("weighted-choice", { values: ["a", "b"] }),
      "capacity",
      "customers.email needs 1,000 different values, and Weighted choice gives 2.",
    ],
    [
      "too few values where the rule asks for distinct ones",
      "initial",
      generate("pattern", { pattern: "[A-Z]" }, { unique: true }),
      "capacity",
      "customers.initial needs 1,000 different values, and Pattern gives 26.",
    ],
    [
      "a computed column",
      "total",
      generate("decimal"),
      "generated-column",
      "customers.total is computed by the database, so its rule is not used.",
    ],
    [
      "a column that is gone",
      "mail",
      generate("internet.email"),
      "unknown-column",
      "The project has a rule for customers.mail, which the source does not have.",
    ],
  ])("%s", (_what, column, rule, code, message) => {
    const project = withRule(column, rule);
    expect(problems(project)).toMatchObject([{ code, table: "customers", column, message }]);
    expect(problems(mended(project))).toEqual([]);
  });

  test("columns made of each other", () => {
    const ring: ProjectEdit[] = [
      {
        kind: "set-rule",
        table: "customers",
        column: "first_name",
        rule: generate("template", { text: "{{last_name}}" }),
      },
      {
        kind: "set-rule",
        table: "customers",
        column: "last_name",
        rule: generate("template", { text: "{{first_name}}" }),
      },
    ];
    const project = ring.reduce(applyEdit, empty);
    expect(problems(project)).toMatchObject([
      {
        code: "column-cycle",
        message: "The columns first_name → last_name → first_name of customers are made of each other.",
      },
    ]);
    expect(problems(mended(project))).toEqual([]);
  });

  test("a table that is gone", () => {
    const project = applyEdit(empty, { kind: "set-rows", table: "custmers", rows: 5 });
    expect(problems(project)).toMatchObject([
      { code: "unknown-table", severity: "warning", explanation: "Nearest: customers." },
    ]);
    expect(mended(project)).toEqual(empty);
  });

  test("a rule of a renamed column can be moved", () => {
    const move = problems(withRule("mail", generate("constant")))[0]?.fixes[1];
    expect(move?.label).toBe("Move the rule to email");
    expect(
      move === undefined ? undefined : applyEdit(withRule("mail", generate("constant")), move.edit).tables,
    ).toEqual({ customers: { columns: { email: generate("constant") } } });
  });
});

test("a design that nobody edited has no errors, and a foreign key to nowhere is told", () => {
  expect(checkDesign(designOf(model, empty, generatorCatalogue), generatorCatalogue)).toMatchObject([
    {
      severity: "warning",
      code: "foreign-key-dangling",
      message: "orders.gone_id references gone, which the source does not have.",
    },
  ]);
});

test("a column with a CHECK of few values is offered fewer rows, and no rule that the check refuses", () => {
  const shelves = tableOf("shelves", [columnOf("id"), columnOf("place")], {
    primaryKey: ["id"],
    uniques: [{ name: "u", columns: ["place"] }],
    checks: [{ name: "few", expression: "place BETWEEN 1 AND 20" }],
  });
  const project: Project = { ...empty, tables: { [shelves.id]: { rows: 1000, columns: {} } } };
  const [problem] = checkDesign(designOf(modelOf(shelves), project, generatorCatalogue), generatorCatalogue);
  expect(problem?.message).toBe("shelves.place needs 1,000 different values, and Integer gives 20.");
  expect(problem?.fixes.map(({ label }) => label)).toEqual(["Lower shelves to 20 rows"]);
});
