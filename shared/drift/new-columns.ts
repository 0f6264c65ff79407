import type { NewColumns } from "../project/new-columns.ts";
import type { Rule } from "../rules/rule.ts";
import type { ColumnModel } from "../schema/schema-model.ts";

/** The rule that a policy gives a new column; undefined for the suggested one, or where the column does not let it. */
export function ruleOfPolicy(policy: NewColumns, column: ColumnModel): Rule | undefined {
  if (policy === "null" && column.nullable && column.generated === undefined) return { kind: "null" };
  if (policy === "default" && fillsItself(column)) return { kind: "default" };
  return undefined;
}

/** Whether a policy settles what becomes of a new column, so that a check need not fail. */
export function isSettled(policy: NewColumns, column: ColumnModel): boolean {
  if (policy === "fail") return false;
  return policy === "synthesise" || column.generated !== undefined || ruleOfPolicy(policy, column) !== undefined;
}

/** The database has a value where a row brings none. */
const fillsItself = (column: ColumnModel): boolean =>
  column.nullable || column.default !== undefined || column.identity !== undefined || column.generated !== undefined;
