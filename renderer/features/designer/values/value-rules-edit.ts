import type { ValueRules, ValueRuleView } from "../../../../shared/api/value-rules.ts";
import type { ProjectEdit, SingleEdit } from "../../../../shared/project/project-edit.ts";
import { counted } from "../../../components/format.ts";

/** One step of undo that takes the chosen rules; undefined where none is. */
export function valueRulesEdit(rules: readonly ValueRuleView[]): Extract<ProjectEdit, { kind: "several" }> | undefined {
  if (rules.length === 0) return undefined;
  const edits = rules.map(({ table, column, rule }): SingleEdit => ({ kind: "set-rule", table, column, rule }));
  return { kind: "several", label: `Take ${counted(edits.length, "rule")} by values`, edits };
}

/** "4 columns have values that ask for another rule, by up to 500 rows of each of 13 tables." */
export function foundWords({ rules, rows, tables }: ValueRules): string {
  const looked = `up to ${rows} rows of ${counted(tables, "table")}`;
  return rules.length === 0
    ? `The rules there are fit the values, by ${looked}.`
    : `${counted(rules.length, "column")} could have a rule that is closer to the values, by ${looked}.`;
}
