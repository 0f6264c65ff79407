import type { ColumnView } from "../../../../shared/api/views.ts";
import type { ProjectEdit, SingleEdit } from "../../../../shared/project/project-edit.ts";
import type { Project } from "../../../../shared/project/project.ts";
import { asSuggested, type Rule } from "../../../../shared/rules/rule.ts";

/**
 * The rule as the user sees it: the draft's, which may be ahead of the backend's answer, else what is suggested, as the project
 * has to say it; what comes from the source is kept.
 */
export function ruleInForce(draft: Project | null, table: string, column: ColumnView): Rule {
  if (column.column.generated !== undefined) return column.rule;
  const design = draft?.tables[table];
  return (
    design?.columns[column.column.name] ??
    (design?.mode === "mask" ? { kind: "keep" } : asSuggested(column.suggestion.rule))
  );
}

/** Takes columns back to what is suggested for them. */
export function resetRules(table: string, columns: readonly string[]): ProjectEdit {
  const edits = columns.map((column): SingleEdit => ({ kind: "set-rule", table, column, rule: null }));
  return several(edits, `Back to suggestion for ${columns.length} columns`);
}

export function withNulls(
  rule: Extract<Rule, { kind: "generate" }>,
  nulls: number,
): Extract<Rule, { kind: "generate" }> {
  return { ...rule, nulls };
}

function several(edits: readonly SingleEdit[], label: string): ProjectEdit {
  const [only] = edits;
  return edits.length === 1 && only ? only : { kind: "several", label, edits };
}
