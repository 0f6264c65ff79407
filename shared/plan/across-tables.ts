import { columnsOfFigure, type AggregateRequest, type LookupRequest } from "../generators/generator.ts";
import { countText } from "../rules/count-text.ts";
import type { Fix, Problem } from "../rules/problem.ts";
import { ruleInputs } from "../rules/rule-inputs.ts";
import type { TableId } from "../schema/schema-model.ts";
import type { Plan, TablePlan } from "./plan.ts";

type Tables = Pick<Plan, "tables" | "catalogue">;

/** More rows of one owner than this are not evaluated for a single cell. */
const mostGathered = 10_000_000;

/** Whether the rows of `of.table` lie by owner under `table`, so that a figure over them can be taken. */
export function canAggregate(plan: Tables, table: TableId, of: AggregateRequest): boolean {
  return aggregateRefusal(plan, table, of) === undefined;
}

/** Why a figure cannot be taken, as one sentence; undefined where it can. */
function aggregateRefusal(plan: Tables, table: TableId, of: AggregateRequest): string | undefined {
  const { tables } = plan;
  const child = tables.get(of.table);
  if (!child) return `There is no table ${of.table} to take the ${of.figure} of.`;
  const missing = columnsOfFigure(of).find((column) => !hasColumn(child, column));
  if (missing !== undefined) return `${of.table} has no column ${missing}.`;
  if (child.owner?.owner !== table) return `${of.table} does not have its rows per ${table}.`;
  const most = child.owner.spread.mostChildren;
  if (most > mostGathered) {
    return `A row of ${table} can have ${countText(most)} rows of ${of.table}; a figure is taken over ${countText(mostGathered)} at the most.`;
  }
  const costs = columnsOfFigure(of).map((column) => ({
    column,
    all: most * gathered(plan, of.table, column, [table]),
  }));
  const dear = costs.find(({ all }) => all > mostGathered);
  return dear
    ? `A row of ${table} can take ${countText(dear.all)} rows to evaluate, for ${of.table}.${dear.column} is made of owned rows itself; ${countText(mostGathered)} is the most.`
    : undefined;
}

/** The most rows that one cell of a column is evaluated from. */
export const rowsPerCell = (plan: Tables, table: TableId, column: string): number => gathered(plan, table, column, []);

/** {@link rowsPerCell}: figures of figures multiply. */
function gathered(plan: Tables, table: TableId, name: string, trail: readonly string[]): number {
  const address = `${table}.${name}`;
  const rule = plan.tables.get(table)?.designed.columns.find(({ column }) => column.name === name)?.rule;
  if (rule?.kind !== "generate" || trail.includes(address)) return 1;
  const along = [...trail, address];
  const generator = plan.catalogue.get(rule.generator);
  const params = generator?.params.safeParse(rule.params);
  const figures = params?.success === true ? (generator?.aggregates?.(params.data) ?? []) : [];
  return Math.max(
    1,
    ...ruleInputs(rule, plan.catalogue).map((input) => gathered(plan, table, input, along)),
    ...figures.map((of) => {
      const most = plan.tables.get(of.table)?.owner?.spread.mostChildren ?? 1;
      return most * Math.max(1, ...columnsOfFigure(of).map((column) => gathered(plan, of.table, column, along)));
    }),
  );
}

function lookupRefusal({ tables }: Tables, of: LookupRequest): string | undefined {
  const target = tables.get(of.table);
  if (!target) return `There is no table ${of.table} to look rows up in.`;
  if (!hasColumn(target, of.column)) return `${of.table} has no column ${of.column}.`;
  return target.rowCount === 0 ? `${of.table} has no rows to look up.` : undefined;
}

const hasColumn = (table: TablePlan, name: string): boolean =>
  table.table.columns.some((column) => column.name === name);

/** Reports, at its column, every rule that reaches for another table and cannot. */
export function reportAcrossTables(plan: Pick<Plan, "catalogue" | "tables">, problems: Problem[]): void {
  for (const [table, { designed }] of plan.tables) {
    for (const { column, rule } of designed.columns) {
      const generator = rule.kind === "generate" ? plan.catalogue.get(rule.generator) : undefined;
      if (rule.kind !== "generate" || generator === undefined) continue;
      if (!generator.aggregates && !generator.lookups && generator.mostAlong === undefined) continue;
      const params = generator.params.safeParse(rule.params);
      if (!params.success) continue;
      const at = { severity: "error", code: "invalid-parameter", table, column: column.name } as const;
      for (const of of generator.aggregates?.(params.data) ?? []) {
        const refused = aggregateRefusal(plan, table, of);
        if (refused === undefined) continue;
        const owned = plan.tables.get(of.table)?.owner?.owner === table;
        const explanation = owned
          ? "Every cell is evaluated by itself, wherever it is looked at, so that it must not take too many others."
          : "A figure is taken over the rows that a row owns: those of a table whose row count is given per this one.";
        problems.push({ ...at, message: refused, explanation, fixes: ownFix(plan, table, of) });
      }
      const long = alongRefusal(plan, table, generator.mostAlong);
      if (long !== undefined) problems.push({ ...at, ...long, fixes: [] });
      for (const lookup of generator.lookups?.(params.data) ?? []) {
        const message = lookupRefusal(plan, lookup);
        if (message !== undefined) problems.push({ ...at, message, fixes: [] });
      }
    }
  }
}

/** Why a rule that goes along an owner's rows cannot do so here; undefined where it can. */
function alongRefusal(
  { tables }: Tables,
  table: TableId,
  most: number | undefined,
): Pick<Problem, "message" | "explanation"> | undefined {
  const planned = tables.get(table);
  if (most === undefined || planned?.designed.mode !== "generate") return undefined;
  const rows = planned.owner ? planned.owner.spread.mostChildren : planned.rowCount;
  if (rows <= most) return undefined;
  return {
    message: planned.owner
      ? `A row of ${planned.owner.owner} can have ${rows} rows of ${table}; a value is made from ${most} rows before it at the most.`
      : `${table} has ${rows} rows in one run; a value is made from ${most} rows before it at the most.`,
    explanation: "Such a column goes along the rows of an owner. Give the table rows per another, or fewer rows.",
  };
}

/** Offers to group the other table's rows by this one, where a foreign key allows it; where they are, to have fewer of them. */
function ownFix(plan: Tables, table: TableId, of: AggregateRequest): Fix[] {
  const { tables } = plan;
  const child = of.table;
  const owned = tables.get(child);
  if (owned?.owner?.owner === table) return fewerFix(plan, owned, of);
  const name = tables.get(table)?.table.name;
  const linked = tables.get(child)?.table.foreignKeys.some((key) => key.referencedTable.name === name) === true;
  return linked
    ? [
        {
          label: `Give ${child} rows per ${table}`,
          edit: { kind: "set-rows", table: child, rows: { per: table, from: 1, to: 5, without: 0 } },
        },
      ]
    : [];
}

/** So few rows of an owner that a figure over them can be taken. */
function fewerFix(plan: Tables, { id, designed: { rows } }: TablePlan, of: AggregateRequest): Fix[] {
  const dearest = Math.max(1, ...columnsOfFigure(of).map((column) => rowsPerCell(plan, id, column)));
  const most = Math.floor(mostGathered / dearest);
  if (typeof rows === "number" || most < 1) return [];
  const fewer = { ...rows, from: Math.min(rows.from, most), to: Math.min(rows.to, most) };
  const average = rows.average === undefined ? {} : { average: Math.min(rows.average, fewer.to) };
  const label = `Use at most ${countText(fewer.to)} ${fewer.to === 1 ? "row" : "rows"} of ${id} per ${rows.per}`;
  return [{ label, edit: { kind: "set-rows", table: id, rows: { ...fewer, ...average } } }];
}
