import type { AggregateRequest } from "../generators/generator.ts";
import type { Problem } from "../rules/problem.ts";
import type { TableId } from "../schema/schema-model.ts";
import type { Plan } from "./plan.ts";

/** More rows of one owner than this are not evaluated for a single cell. */
const mostGathered = 10_000_000;

type Tables = Pick<Plan, "tables">;

/** Whether the rows of `of.table` lie by owner under `table`, so that a figure over them can be taken. */
export function canAggregate(plan: Tables, table: TableId, of: AggregateRequest): boolean {
  return refusal(plan, table, of) === undefined;
}

/** Why a figure cannot be taken, as one sentence; undefined where it can. */
function refusal({ tables }: Tables, table: TableId, of: AggregateRequest): string | undefined {
  const child = tables.get(of.table);
  if (!child) return `There is no table ${of.table} to take the ${of.figure} of.`;
  if (of.column !== undefined && !child.table.columns.some((column) => column.name === of.column)) {
    return `${of.table} has no column ${of.column}.`;
  }
  if (child.owner?.owner !== table) return `${of.table} does not have its rows per ${table}.`;
  const most = child.owner.spread.mostChildren;
  if (most > mostGathered)
    return `A row of ${table} can have ${most} rows of ${of.table}; a figure is taken over ${mostGathered} at the most.`;
  return undefined;
}

/** Reports every figure that cannot be taken, at its column. */
export function reportAggregates(plan: Pick<Plan, "design" | "catalogue" | "tables">, problems: Problem[]): void {
  for (const [id, { designed }] of plan.tables) {
    for (const { column, rule } of designed.columns) {
      if (rule.kind !== "generate") continue;
      const generator = plan.catalogue.get(rule.generator);
      if (!generator?.aggregates) continue;
      const params = generator.params.safeParse(rule.params);
      const of = params.success ? generator.aggregates(params.data) : undefined;
      const message = of && of.table !== "" ? refusal(plan, id, of) : undefined;
      if (!of || message === undefined) continue;
      const owned = plan.tables.get(of.table);
      const canOwn = owned?.table.foreignKeys.some((key) => key.referencedTable.name === designed.table.name) === true;
      problems.push({
        severity: "error",
        code: "invalid-parameter",
        table: id,
        column: column.name,
        message,
        explanation:
          "A figure is taken over the rows that a row owns: those of a table whose row count is given per this one.",
        fixes: canOwn
          ? [
              {
                label: `Give ${of.table} rows per ${id}`,
                edit: { kind: "set-rows", table: of.table, rows: { per: id, from: 1, to: 5, without: 0 } },
              },
            ]
          : [],
      });
    }
  }
}
