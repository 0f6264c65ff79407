import { personalCategories } from "../rules/personal/categories.ts";
import type { PersonalFinding } from "../rules/personal/find-personal.ts";
import { suggestedMasks } from "../rules/personal/suggest-mask.ts";
import type { Fix, Problem } from "../rules/problem.ts";
import { findTable, type SchemaModel } from "../schema/schema-model.ts";
import type { Plan, TablePlan } from "./plan.ts";

type Written = Pick<Plan, "order" | "catalogue">;

/**
 * Personal columns of masked tables that nobody has decided on: they would leave the source as they are. Decided are those
 * that are masked, made anew or left out, and those that are kept with a reason.
 */
export function undecidedPersonal(plan: Written, findings: readonly PersonalFinding[]): readonly Problem[] {
  return findings.flatMap((finding): Problem[] => {
    const { table: id, column, category, evidence } = finding;
    const table = plan.order.find((one) => one.id === id);
    if (table === undefined || !isUndecided(table, column)) return [];
    const { label, regulations } = personalCategories[category];
    return [
      {
        severity: "error",
        code: "personal-undecided",
        table: id,
        column,
        message: `${id}.${column} looks personal (${label.toLowerCase()}), and nobody has decided what becomes of it.`,
        explanation: `${capital(evidence.join("; "))}. ${regulations.join(", ")}. Mask it, or keep it with a reason.`,
        fixes: decisions(plan, table, column, finding),
      },
    ];
  });
}

/** Columns of masked tables that the source has and the schema that the project was saved with has not. */
export const newColumns = (
  plan: Pick<Plan, "order">,
  saved: SchemaModel,
): readonly { readonly table: TablePlan; readonly column: string }[] =>
  plan.order.flatMap((table) => {
    if (table.masked === undefined) return [];
    const before = findTable(saved, table.id);
    return table.table.columns
      .filter(({ name }) => before?.columns.some((column) => column.name === name) !== true)
      .map(({ name }) => ({ table, column: name }));
  });

/** New columns that nobody has decided on: whether they are personal is open. Those that `told` speaks of are left out. */
export function undecidedNew(plan: Written, saved: SchemaModel, told: readonly Problem[] = []): readonly Problem[] {
  return newColumns(plan, saved)
    .filter(({ table, column }) => isUndecided(table, column))
    .filter(({ table, column }) => !told.some((one) => one.table === table.id && one.column === column))
    .map(({ table, column }): Problem => ({
      severity: "error",
      code: "column-undecided",
      table: table.id,
      column,
      message: `${table.id}.${column} is new in the source, and nobody has decided what becomes of it.`,
      explanation: "Mask it, or keep it with a reason.",
      fixes: decisions(plan, table, column, undefined),
    }));
}

/**
 * Personal columns whose mask works without a key and gives equal values equal masks: whoever has a list of likely values can
 * mask them all and compare. What is made coarser is not undone so: how many look alike is what k-anonymity counts.
 */
export function undoneByDictionary(plan: Written, findings: readonly PersonalFinding[]): readonly Problem[] {
  return findings.flatMap((finding): Problem[] => {
    const { table: id, column } = finding;
    const table = plan.order.find((one) => one.id === id);
    const planned = table?.masked?.get(column);
    if (table === undefined || !planned) return [];
    const { mask, params, as } = planned;
    const kept = mask.promises(params, as.valueType);
    if (mask.keyed(params) || !kept.keepsEquality || kept.forgets || kept.generalises) return [];
    return [
      {
        severity: "warning",
        code: "mask-undone",
        table: id,
        column,
        message: `${mask.label} masks ${id}.${column} without a key, so a dictionary could undo it.`,
        explanation:
          "Anyone can mask a list of likely values in the same way and compare. That narrows down what each value was, also where several have one mask.",
        fixes: decisions(plan, table, column, finding).filter(
          ({ edit }) => edit.kind === "set-rule" && edit.rule?.kind === "mask" && edit.rule.mask !== mask.id,
        ),
      },
    ];
  });
}

/** Its value would be written as it is, and no reason is given. */
function isUndecided({ masked, designed, written }: TablePlan, column: string): boolean {
  if (masked === undefined || masked.has(column) || !written.some(({ name }) => name === column)) return false;
  const rule = designed.columns.find((entry) => entry.column.name === column)?.rule;
  return rule?.kind === "keep" && rule.reason === undefined;
}

function decisions(
  { catalogue }: Written,
  { id, designed }: TablePlan,
  column: string,
  finding: PersonalFinding | undefined,
): readonly Fix[] {
  const entry = designed.columns.find((one) => one.column.name === column);
  if (entry === undefined || catalogue.masks === undefined) return [];
  return suggestedMasks(catalogue.masks, entry, finding).map(({ label, rule }) => ({
    label,
    edit: { kind: "set-rule", table: id, column, rule },
  }));
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
