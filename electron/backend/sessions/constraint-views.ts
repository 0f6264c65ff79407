import type { ConstraintView } from "../../../shared/api/views.ts";
import type { CheckFinding } from "../../../shared/batches/check-rows.ts";
import type { GeneratorCatalogue } from "../../../shared/generators/generator.ts";
import { isKept } from "../../../shared/plan/exclusions.ts";
import type { TablePlan } from "../../../shared/plan/plan.ts";
import type { CheckConstraint } from "../../../shared/schema/check-constraint.ts";
import { isMadeToKeep } from "../../../shared/rules/made-to-keep.ts";
import type { Problem, ProblemCode } from "../../../shared/rules/problem.ts";
import type { ExclusionModel, TableModel } from "../../../shared/schema/schema-model.ts";

/** Problems that say that a key, a unique constraint or NOT NULL cannot hold. */
const keyProblems: readonly ProblemCode[] = ["capacity", "parent-too-small", "parent-empty"];
const referenceProblems: readonly ProblemCode[] = ["parent-empty", "foreign-key-dangling", "foreign-key-conflict"];

type Verdict = Pick<ConstraintView, "verdict" | "tried" | "broken">;
const kept: Verdict = { verdict: "by construction", tried: 0, broken: 0 };
const broken: Verdict = { verdict: "broken", tried: 0, broken: 0 };

/**
 * Everything that a table's rows must keep: checks as the rows tried say, keys as the planner says, which makes them hold
 * or names what is in the way.
 */
export function constraintViews(
  planned: TablePlan,
  problems: readonly Problem[],
  checks: readonly CheckFinding[],
  catalogue: GeneratorCatalogue,
): readonly ConstraintView[] {
  const { table } = planned;
  const generated = planned.designed.mode === "generate" && planned.rowCount > 0;
  const found = new Map(checks.map((finding) => [finding.reading.check, finding]));
  const views = [
    ...table.checks.map((check) => checkView(planned, check, found.get(check), catalogue)),
    ...keyViews(table, problems),
    ...(table.exclusions ?? []).map((one) => exclusionView(planned, one, catalogue)),
  ];
  return generated ? views : views.map((view) => ({ ...view, ...kept, verdict: "not tried" }));
}

function checkView(
  planned: TablePlan,
  check: TableModel["checks"][number],
  finding: CheckFinding | undefined,
  catalogue: GeneratorCatalogue,
): ConstraintView {
  const { name, expression } = check;
  const view = { kind: "check", name, expression: `CHECK (${expression.replaceAll(/\s+/g, " ").trim()})` } as const;
  // Not tried yet, or rules that cannot be compiled.
  if (finding === undefined) return { ...view, columns: [], verdict: "not tried", tried: 0, broken: 0 };
  const { reading, tried } = finding;
  return {
    ...view,
    columns: reading.columns,
    verdict: verdictOf(planned, finding, catalogue),
    tried,
    broken: finding.broken,
    ...(finding.firstBroken === undefined ? {} : { firstBroken: finding.firstBroken }),
  };
}

/** Suggested rules are made to keep what is understood of a check; a rule that the user set may only have been lucky. */
function verdictOf(
  planned: TablePlan,
  finding: CheckFinding,
  catalogue: GeneratorCatalogue,
): ConstraintView["verdict"] {
  const { reading, tried } = finding;
  if (finding.broken > 0) return "broken";
  if (tried === 0) return reading.understood ? "not tried" : "not understood";
  const { columns } = planned.designed;
  const suggested = columns.every(({ column, edited }) => !edited || !reading.columns.includes(column.name));
  const made = (one: CheckConstraint): boolean => picksApart(planned, one) || isMadeToKeep(one, columns, catalogue);
  return reading.understood && suggested && reading.constraints.every(made) ? "by construction" : "held";
}

/** Two foreign keys that differ: the one never picks the row of the other. */
const picksApart = ({ relations }: TablePlan, one: CheckConstraint): boolean =>
  one.kind === "order" &&
  one.operator === "<>" &&
  relations.some(({ apartFrom, foreignKey }) => {
    const names = [...foreignKey.columns, ...(relations[apartFrom ?? -1]?.foreignKey.columns ?? [])];
    return names.length === 2 && names.includes(one.left) && names.includes(one.right);
  });

function exclusionView(planned: TablePlan, exclusion: ExclusionModel, catalogue: GeneratorCatalogue): ConstraintView {
  const { name, elements, where } = exclusion;
  const owned = planned.relations.find(({ pick }) => pick.kind === "owner")?.carries ?? [];
  const said = elements.map(({ column, expression, operator }) => `${column ?? expression} WITH ${operator}`);
  const held = planned.rowCount < 2 || isKept(planned.designed, exclusion, owned, catalogue);
  return {
    kind: "exclusion",
    name,
    expression: `EXCLUDE (${said.join(", ")})${where === undefined ? "" : ` WHERE ${where}`}`,
    columns: elements.flatMap(({ column }) => (column === undefined ? [] : [column])),
    ...kept,
    verdict: held ? "by construction" : "not understood",
  };
}

function keyViews(table: TableModel, problems: readonly Problem[]): readonly ConstraintView[] {
  const says = (columns: readonly string[], codes: readonly ProblemCode[]): boolean =>
    problems.some(
      ({ severity, code, column }) =>
        severity === "error" && codes.includes(code) && column !== undefined && columns.includes(column),
    );
  const key = (
    kind: ConstraintView["kind"],
    name: string,
    expression: string,
    columns: readonly string[],
    codes: readonly ProblemCode[],
  ): ConstraintView => ({ kind, name, expression, columns, ...(says(columns, codes) ? broken : kept) });

  const { primaryKey, uniques, foreignKeys } = table;
  const required = table.columns.filter((column) => !column.nullable).map((column) => column.name);
  const refused = required.filter((name) => says([name], ["not-null"]));
  return [
    ...(primaryKey.length === 0
      ? []
      : [key("primary key", "", `PRIMARY KEY (${primaryKey.join(", ")})`, primaryKey, keyProblems)]),
    ...uniques.map(({ name, columns, where, expressions }): ConstraintView => {
      const said = `UNIQUE (${(expressions ?? columns).join(", ")})${where === undefined ? "" : ` WHERE ${where}`}`;
      const view = key("unique", name, said, columns, keyProblems);
      return expressions === undefined ? view : { ...view, verdict: "not understood" };
    }),
    ...foreignKeys.map(({ name, columns, referencedTable, referencedColumns }) =>
      key(
        "foreign key",
        name,
        `FOREIGN KEY (${columns.join(", ")}) REFERENCES ${referencedTable.name} (${referencedColumns.join(", ")})`,
        columns,
        referenceProblems,
      ),
    ),
    ...(refused.length === 0 ? [] : [{ ...key("not null", "", "NOT NULL", refused, []), ...broken }]),
    ...(required.length === refused.length
      ? []
      : [
          key(
            "not null",
            "",
            "NOT NULL",
            required.filter((name) => !refused.includes(name)),
            [],
          ),
        ]),
  ];
}
