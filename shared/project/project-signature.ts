import type { Rows, Rule } from "../rules/rule.ts";
import type { Project, TableDesign } from "./project.ts";

/**
 * A text that is equal for projects that mean the same. The order of tables, columns, scenarios and parameters does not
 * count; that of weights and lists inside a parameter does, for values are drawn by it.
 */
export function projectSignature(project: Project): string {
  const { source, seed, now, locales, rows } = project;
  const scenarios = sorted(project.scenarios).map(([name, scenario]) => [
    name,
    scenario.seed,
    rowsKey(scenario.rows),
    tablesKey(scenario.tables),
  ]);
  const exports = project.exports.map((target) => [
    target.name,
    target.scenario,
    target.format,
    target.dialect,
    target.to,
    target.tables,
  ]);
  return JSON.stringify([
    source,
    seed,
    now,
    Object.entries(locales),
    rows,
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
    sorted(table.columns).map(([column, rule]) => [column, ruleKey(rule)]),
  ]);
}

function ruleKey(rule: Rule): unknown {
  if (rule.kind !== "generate") return rule.kind;
  const params = sorted(rule.params).filter(([, value]) => value !== undefined);
  return [rule.generator, params, rule.nulls, rule.unique, rule.locale];
}

function rowsKey(rows: Rows | undefined): unknown {
  return typeof rows === "object" ? [rows.per, rows.from, rows.to, rows.average, rows.without] : rows;
}
