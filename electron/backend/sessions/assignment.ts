import type { Assignment, AssignmentHit, AssignmentRequest, Facet } from "../../../shared/api/assignment.ts";
import { tableReader } from "../../../shared/batches/table-reader.ts";
import type { Plan } from "../../../shared/plan/plan.ts";
import { applyWithin } from "../../../shared/project/apply-within.ts";
import type { DesignedColumn } from "../../../shared/rules/design.ts";
import { matchColumns, type SelectableColumn } from "../../../shared/rules/match-columns.ts";
import { personalCategories } from "../../../shared/rules/personal/categories.ts";
import { findPersonal } from "../../../shared/rules/personal/find-personal.ts";
import type { Problem } from "../../../shared/rules/problem.ts";
import { replaceRule } from "../../../shared/rules/replace-rule.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import { cellText } from "../../../shared/vectors/cells.ts";
import { planProblems } from "../../jobs/plan-problems.ts";
import type { Session } from "./session.ts";
import { inWords } from "./table-view.ts";

interface Candidate extends SelectableColumn {
  readonly designed: DesignedColumn;
}

/** Which columns are meant, and what each would become: one plan with the rule in all of them says what stands against it. */
export async function previewAssignment(session: Session, request: AssignmentRequest): Promise<Assignment> {
  const { plan, problems } = await session.compiled();
  const all = candidates(plan);
  const { columns, rule } = request;
  const meant = isList(columns)
    ? all.filter((one) => columns.some((other) => other.table === one.table && other.column === one.column))
    : matchColumns(columns, all);
  const facets = facetsOf(plan, all);
  if (rule === undefined) return { hits: meant.map((one) => hitOf(plan, one)), facets };

  const changed = meant.flatMap((one) => {
    const unfit = beforehand(one, rule);
    return [{ one, unfit, next: unfit === undefined ? nextRule(plan, one, rule) : undefined }];
  });
  const edits = changed.flatMap(({ one: { table, column }, next }) =>
    next === undefined ? [] : [{ kind: "set-rule" as const, table, column, rule: next }],
  );
  const edit = { kind: "several", label: "", edits } as const;
  const tried = await session.compileOther(applyWithin(session.project, session.scenario ?? null, edit));
  const known = new Set(problems.map(sayProblem));
  const found = planProblems(tried).filter((problem) => !known.has(sayProblem(problem)));
  const at = (one: Candidate, severity: Problem["severity"]): Problem | undefined =>
    found.find(
      (problem) => problem.severity === severity && problem.table === one.table && problem.column === one.column,
    );
  const hits = changed.map(({ one, unfit, next }): AssignmentHit => {
    const hit = hitOf(plan, one);
    const why = unfit ?? at(one, "error")?.message;
    if (why !== undefined || next === undefined) return { ...hit, unfit: why ?? "" };
    const warning = at(one, "warning")?.message;
    return { ...hit, rule: next, ...(warning === undefined ? {} : { warning }) };
  });
  return { hits: withSamples(tried, hits), facets };
}

const isList = (columns: AssignmentRequest["columns"]): columns is Extract<typeof columns, readonly unknown[]> =>
  Array.isArray(columns);

function candidates({ design }: Plan): readonly Candidate[] {
  const personal = personalOf(design.model);
  return [...design.tables].flatMap(([table, { columns }]) =>
    columns.map((designed): Candidate => {
      const { column, rule } = designed;
      return {
        table,
        column: column.name,
        kind: column.valueType.kind,
        personal: personal.get(`${table}\n${column.name}`),
        rule: rule.kind === "generate" ? rule.generator : rule.kind,
        designed,
      };
    }),
  );
}

const noLists = { given: new Set<string>(), family: new Set<string>(), cities: new Set<string>() };
const personalByModel = new WeakMap<SchemaModel, ReadonlyMap<string, string>>();

/** Categories of personal data by table and column, from names, types and comments. */
function personalOf(model: SchemaModel): ReadonlyMap<string, string> {
  const known = personalByModel.get(model);
  if (known) return known;
  const made = new Map(
    findPersonal(model, noLists).map(({ table, column, category }) => [`${table}\n${column}`, category]),
  );
  personalByModel.set(model, made);
  return made;
}

/** What stands against a rule whatever it makes. */
function beforehand({ designed: { column } }: Candidate, rule: Rule): string | undefined {
  if (column.generated !== undefined) return "The database computes it.";
  if (rule.kind === "null" && !column.nullable) return "It takes no NULL.";
  if (rule.kind === "default" && column.default === undefined && column.identity === undefined)
    return "It has no default.";
  return undefined;
}

const nextRule = ({ catalogue }: Plan, { designed }: Candidate, rule: Rule): Rule =>
  replaceRule(rule, designed.rule, rule.kind === "generate" && catalogue.get(rule.generator)?.localized === true);

const sayProblem = ({ table, column, message }: Problem): string => [table, column, message].join("\n");

const hitOf = (plan: Plan, { table, column, kind, designed }: Candidate): AssignmentHit => ({
  table,
  column,
  kind,
  type: designed.column.type,
  present: inWords(plan, designed),
  edited: designed.edited,
});

/** Columns that a value is shown for; who assigns a rule to more has seen enough. */
const mostSamples = 60;

/** The first row's value of each, table by table. */
function withSamples(plan: Plan, hits: readonly AssignmentHit[]): readonly AssignmentHit[] {
  const shown = hits.filter(({ rule }) => rule?.kind === "generate").slice(0, mostSamples);
  const samples = new Map<AssignmentHit, string | null>();
  for (const table of new Set(shown.map((hit) => hit.table))) {
    if ((plan.tables.get(table)?.rowCount ?? 0) === 0 || plan.tables.get(table)?.designed.mode !== "generate") continue;
    const own = shown.filter((hit) => hit.table === table);
    const reader = tableReader(plan, table, { columns: own.map(({ column }) => column), batchRows: 1 });
    const { columns, vectors } = reader.readRange(0, 1);
    own.forEach((hit) => {
      const vector = vectors[columns.findIndex(({ name }) => name === hit.column)];
      if (vector) samples.set(hit, cellText(vector, 0));
    });
  }
  return hits.map((hit) => (samples.has(hit) ? { ...hit, sample: samples.get(hit) ?? null } : hit));
}

/** What there is of each kind to select by, the most frequent first. */
function facetsOf({ catalogue }: Plan, all: readonly Candidate[]): Assignment["facets"] {
  const ruleNames: Readonly<Record<string, string>> = {
    default: "Default",
    null: "NULL",
    keep: "Keep",
    mask: "Masked",
  };
  return {
    kind: count(
      all,
      ({ kind }) => kind,
      (id) => id,
    ),
    personal: count(
      all,
      ({ personal }) => personal,
      (id) => own(personalCategories, id)?.label ?? id,
    ),
    rule: count(
      all,
      ({ rule }) => rule,
      (id) => catalogue.get(id)?.label ?? ruleNames[id] ?? id,
    ),
  };
}

const own = <V>(record: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

function count(
  all: readonly Candidate[],
  read: (one: Candidate) => string | undefined,
  label: (id: string) => string,
): readonly Facet[] {
  const counts = new Map<string, number>();
  for (const one of all) {
    const id = read(one);
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .map(([id, columns]) => ({ id, label: label(id), columns }))
    .toSorted((left, right) => right.columns - left.columns);
}
