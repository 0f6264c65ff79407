import { rowsPerCell } from "../plan/across-tables.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import { spreadRows } from "./profile.ts";

/** Rows that a sample may take to evaluate, with those that its figures are taken over. */
const mostEvaluated = 2_000_000;

/**
 * Up to `count` row numbers spread evenly over a table, of which these columns are to be read: fewer, or none, where a cell is a
 * figure over so many rows that all of them would keep whoever waits waiting.
 */
export function sampledRows(
  plan: Pick<Plan, "tables" | "catalogue">,
  { id, rowCount }: TablePlan,
  columns: readonly string[],
  count: number,
): Float64Array {
  const cost = Math.max(1, ...columns.map((column) => rowsPerCell(plan, id, column)));
  return spreadRows(rowCount, Math.min(count, Math.floor(mostEvaluated / cost)));
}
