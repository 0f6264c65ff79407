import { policiesInOrder } from "../rules/personal/policy-id.ts";
import type { GenerateRule, Rows, Rule } from "../rules/rule.ts";
import type { Sample } from "../rules/sample-rule.ts";
import type { Project, TableDesign } from "./project.ts";
import { takenWords } from "./sample-words.ts";

/**
 * A text that is equal for projects that mean the same. The order of tables, columns, scenarios and parameters does not
 * count; that of weights and lists inside a parameter does, for values are drawn by it.
 */
export function projectSignature(project: Project): string {
  const { source, seed, now, locales, rows, newColumns, policies, budget } = project;
  const scenarios = sorted(project.scenarios).map(([name, scenario]) => [
    name,
    scenario.seed,
    rowsKey(scenario.rows),
    tablesKey(scenario.tables),
  ]);
  const exports = project.exports.map(({ options, ...target }) => [paramsKey(target), paramsKey(options)]);
  return JSON.stringify([
    source,
    seed,
    now,
    Object.entries(locales),
    rows,
    newColumns,
    policies && policiesInOrder(policies),
    budget,
    sorted(project.generators ?? {}).map(([name, { label, generator, params, locale, custom }]) => [
      name,
      label,
      generator,
      sorted(params),
      locale,
      custom,
    ]),
    tablesKey(project.tables),
    scenarios,
    exports,
  ]);
}

function sorted<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function tablesKey(tables: Readonly<Record<string, TableDesign>>): unknown {
  return sorted(tables).map(([name, table]) => [
    name,
    table.mode,
    rowsKey(table.rows),
    table.sample && sampleKey(table.sample),
    table.references?.map(({ columns, to, key }) => [columns, to, key]),
    table.pinned?.map((row) => [row.name, sorted(row.values)]),
    sorted(table.columns).map(([column, rule]) => [column, ruleKey(rule)]),
  ]);
}

/** Equal, as JSON, for rules that give the same values. */
export function ruleKey(rule: Rule): unknown {
  if (rule.kind === "keep") return ["keep", rule.reason];
  if (rule.kind === "mask") return ["mask", rule.mask, paramsKey(rule.params), rule.domain, rule.when];
  if (rule.kind !== "generate") return rule.kind;
  const params = paramsKey(rule.params);
  return [rule.custom, rule.generator, params, rule.nulls, rule.when, rule.unique, rule.locale, edgeKey(rule.edge)];
}

const paramsKey = (params: Readonly<Record<string, unknown>>): unknown =>
  sorted(params).filter(([, value]) => value !== undefined);

const sampleKey = ({ where, share, rows, keys, children, polymorphic }: Sample): unknown => [
  where,
  share,
  rows,
  keys,
  children && sorted(children).map(([name, taken]) => [name, takenWords(taken)]),
  polymorphic && sorted(polymorphic).map(([name, { by, of }]) => [name, by, sorted(of)]),
];

const edgeKey = (edge: GenerateRule["edge"]): unknown => edge && [edge.share, edge.packs, edge.invalid === true];

/** Equal, as JSON, for row counts that mean the same. */
export function rowsKey(rows: Rows | undefined): unknown {
  if (typeof rows !== "object") return rows;
  const { per, from, to, average, without, distribution, weights } = rows;
  return [per, from, to, average, without, distribution, weights && sorted(weights)];
}
