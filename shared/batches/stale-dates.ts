import { dayMilliseconds, daysOfIsoDate, formatIsoDate, parseIsoDate } from "../base/calendar.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import type { SingleEdit } from "../project/project-edit.ts";
import type { Fix, Problem } from "../rules/problem.ts";
import type { Rule } from "../rules/rule.ts";
import { wordsOf } from "../rules/words.ts";
import type { ColumnModel, TableId } from "../schema/schema-model.ts";
import type { Vector } from "../vectors/vector.ts";
import { sampledRows } from "./sampled-rows.ts";
import { tableReader } from "./table-reader.ts";

/** A column whose dates lay in the future when they were designed, and do so no longer, or not for long. */
export interface StaleColumn {
  readonly column: string;
  /** Rows that were looked at, and those of them with a date that was to lie ahead. */
  readonly tried: number;
  readonly ahead: number;
  readonly passed: number;
  /** That will pass within the days asked for. */
  readonly soon: number;
  /** ISO: of those that have passed or will soon, the first. */
  readonly soonest: string;
}

export interface Freshness {
  /** ISO date. */
  readonly today: string;
  /** Dates that pass within so many days are stale, too. */
  readonly within: number;
}

const triedRows = 1000;

/** Names of dates that nothing should be behind: what expires, is due, or is planned. */
const aheadByName =
  /\b(?:expires?|expiry|expiration|valid (?:until|to|thru)|due|deadline|renew(?:al|s)|trial (?:ends?|until)|until|maturity|scheduled|planned|next \w+)\b/;

/** Which columns of a table hold dates that were to lie ahead and have passed, or will soon. Rows spread over it are looked at. */
export function staleDates(plan: Plan, id: TableId, { today, within }: Freshness): readonly StaleColumn[] {
  const table = plan.tables.get(id);
  if (table === undefined || table.rowCount === 0 || table.designed.mode !== "generate") return [];
  const columns = table.written.filter((column) => mayBeStale(plan, table, column));
  if (columns.length === 0) return [];
  const names = columns.map(({ name }) => name);
  const rows = sampledRows(plan, table, names, triedRows);
  const reader = tableReader(plan, id, { columns: names, batchRows: Math.max(1, rows.length) });
  const { vectors } = reader.readRows(rows, rows.length);
  const [reference, now] = [daysOfIsoDate(plan.referenceDate), daysOfIsoDate(today)];
  return columns.flatMap((column, k): readonly StaleColumn[] => {
    const vector = vectors[k];
    if (vector === undefined) return [];
    const days = daysOf(vector, rows.length).filter((day) => day > reference || staysWhenMoved(plan, table, column));
    const stale = days.filter((day) => day < now + within);
    if (stale.length === 0) return [];
    const passed = stale.filter((day) => day < now).length;
    return [
      {
        column: column.name,
        tried: rows.length,
        ahead: days.length,
        passed,
        soon: stale.length - passed,
        soonest: formatIsoDate(stale.reduce((first, day) => Math.min(first, day))),
      },
    ];
  });
}

/** Dates that move with the reference date are never stale where that is today; those that are written down are. */
function mayBeStale({ design }: Plan, table: TablePlan, column: ColumnModel): boolean {
  if (column.valueType.kind !== "date" && column.valueType.kind !== "timestamp") return false;
  const rule = ruleOf(table, column);
  if (rule?.kind !== "generate") return false;
  return design.project.now !== "today" || isAbsolute(rule);
}

/** A date that was written down for a column of dates that lie ahead by its name. */
const staysWhenMoved = ({ design }: Plan, table: TablePlan, column: ColumnModel): boolean =>
  design.project.now === "today" && isAbsolute(ruleOf(table, column)) && aheadByName.test(wordsOf(column.name));

const ruleOf = ({ designed }: TablePlan, { name }: ColumnModel): Rule | undefined =>
  designed.columns.find(({ column }) => column.name === name)?.rule;

const isAbsolute = (rule: Rule | undefined): boolean =>
  rule?.kind === "generate" && /\d{4}-\d\d-\d\d/.test(JSON.stringify(rule.params));

/** Days since 1970-01-01 of the rows that have a date. */
function daysOf(vector: Vector, count: number): readonly number[] {
  const days: number[] = [];
  for (let i = 0; i < count; i++) {
    if (vector.hasNulls && vector.nulls[i] === 1) continue;
    if (vector.kind === "date") days.push(vector.values[i] ?? 0);
    else if (vector.kind === "timestamp") days.push(Math.floor((vector.values[i] ?? 0) / dayMilliseconds));
  }
  return days;
}

/** Findings as warnings; `files` names those that were written, where it is not the project itself that is stale. */
export function staleProblems(
  plan: Plan,
  id: TableId,
  found: readonly StaleColumn[],
  freshness: Freshness,
  files?: string,
): readonly Problem[] {
  return found.map(({ column, passed, soon, tried, soonest }): Problem => {
    const parts = [
      ...(passed === 0 ? [] : [`${passed} ${passed === 1 ? "has" : "have"} passed`]),
      ...(soon === 0 ? [] : [`${soon} will pass within ${freshness.within} days`]),
    ];
    const where = files === undefined ? "" : ` in ${files}`;
    return {
      severity: "warning",
      code: "dates-passed",
      table: id,
      column,
      message: `Of ${tried} dates of ${id}.${column}${where} that were looked at ${parts.join(" and ")}; the first is ${soonest}.`,
      explanation: `They were to lie ahead of ${plan.referenceDate}, the reference date. Tests that rely on it begin to fail.`,
      fixes: files === undefined ? fixesOf(plan, id, column, freshness) : [],
    };
  });
}

function fixesOf({ design, tables }: Plan, id: TableId, name: string, { today }: Freshness): readonly Fix[] {
  const table = tables.get(id);
  const rule = table?.designed.columns.find(({ column }) => column.name === name)?.rule;
  if (rule?.kind === "generate" && isAbsolute(rule)) {
    const relative = { ...rule, params: relativeParams(rule.params, daysOfIsoDate(today)) };
    const edits: readonly SingleEdit[] = [
      { kind: "set-rule", table: id, column: name, rule: relative },
      ...(design.project.now === "today" ? [] : [{ kind: "set-now", now: "today" } as const]),
    ];
    return [
      { label: "Make its dates relative", edit: { kind: "several", label: `Make ${id}.${name} relative`, edits } },
    ];
  }
  if (design.project.now === "today") return [];
  return [
    { label: "Let the reference date be today", edit: { kind: "set-now", now: "today" } },
    { label: `Set the reference date to ${today}`, edit: { kind: "set-now", now: today } },
  ];
}

/** Dates as so many days from the reference date: from today, on which the rule is changed. */
function relativeParams(params: Readonly<Record<string, unknown>>, today: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const day = typeof value === "string" ? parseIsoDate(value.slice(0, 10)) : undefined;
      if (day === undefined) return [name, value];
      return [name, day === today ? "today" : `${day < today ? "-" : "+"}${Math.abs(day - today)}d`];
    }),
  );
}

/** Whether so many dates have passed that it is to be said unasked: a tenth of those that were to lie ahead. */
export const isMostlyStale = ({ passed, ahead }: StaleColumn): boolean => passed * 10 >= ahead;
