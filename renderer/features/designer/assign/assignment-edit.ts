import type { AssignmentHit } from "../../../../shared/api/assignment.ts";
import type { ProjectEdit, SingleEdit } from "../../../../shared/project/project-edit.ts";

/** One step of undo that gives the rule to every column that it fits; undefined where there is none. */
export function assignmentEdit(
  hits: readonly AssignmentHit[],
  label: string,
): Extract<ProjectEdit, { kind: "several" }> | undefined {
  const edits = hits.flatMap(({ table, column, rule, unfit }): SingleEdit[] =>
    rule === undefined || unfit !== undefined ? [] : [{ kind: "set-rule", table, column, rule }],
  );
  if (edits.length === 0) return undefined;
  const columns = edits.length === 1 ? "1 column" : `${edits.length} columns`;
  return { kind: "several", label: `Set ${label} for ${columns}`, edits };
}

/** "12 columns in 5 tables; 2 cannot take the rule and are left out: orders.id, items.id." */
export function assignmentWords(hits: readonly AssignmentHit[], ruled: boolean, empty: boolean): string {
  if (hits.length === 0) return empty ? "Say which columns you mean." : "No column is like that.";
  const tables = new Set(hits.map(({ table }) => table)).size;
  const found = `${count(hits.length, "column")} in ${count(tables, "table")}`;
  if (!ruled) return `${found}.`;
  const out = hits.filter((hit) => hit.unfit !== undefined);
  const names = out.slice(0, mostNames).map(({ table, column }) => `${table}.${column}`);
  const left = `${names.join(", ")}${out.length > mostNames ? " and others" : ""}`;
  const edited = hits.filter((hit) => hit.edited && hit.unfit === undefined).length;
  return [
    found,
    ...(out.length === 0
      ? []
      : [`${out.length} cannot take the rule and ${out.length === 1 ? "is" : "are"} left out: ${left}`]),
    ...(edited === 0 ? [] : [`${edited} ${edited === 1 ? "has" : "have"} a rule set by hand, which gives way`]),
  ]
    .join("; ")
    .concat(".");
}

/** Columns that are left out by name; the list has all, each with its reason. */
const mostNames = 3;

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
