import type { Decision, FindingView, MaskChoice, MaskChoices, PolicyEdit } from "../../../shared/api/privacy-views.ts";
import type { Mask } from "../../../shared/masks/mask.ts";
import type { Plan, TablePlan } from "../../../shared/plan/plan.ts";
import { newColumns } from "../../../shared/plan/undecided.ts";
import type { DesignedColumn } from "../../../shared/rules/design.ts";
import { personalCategories } from "../../../shared/rules/personal/categories.ts";
import type { PersonalFinding } from "../../../shared/rules/personal/find-personal.ts";
import { presetsFor } from "../../../shared/rules/personal/mask-presets.ts";
import { countsUnder, policyRule } from "../../../shared/rules/personal/policies.ts";
import type { PolicyId } from "../../../shared/rules/personal/policy-id.ts";
import { strengthOf } from "../../../shared/rules/personal/strength.ts";
import { suggestedMasks } from "../../../shared/rules/personal/suggest-mask.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import { inWords } from "../sessions/table-view.ts";

/** How many of the suggested masks a finding offers at once. */
const offered = 3;

/**
 * The findings with what the project has decided of each, and those columns of masked tables that the schema which the
 * project was saved with has not: nobody has looked at them. Findings of columns that are gone are left out.
 */
export function findingViews(
  plan: Plan,
  findings: readonly PersonalFinding[],
  saved: SchemaModel,
): readonly FindingView[] {
  const known = findings.flatMap((finding): FindingView[] => {
    const { category } = finding;
    const decided = decidedView(plan, finding.table, finding.column, finding);
    if (decided === undefined) return [];
    return [{ ...finding, looksLike: personalCategories[category].label, strength: strengthOf(category), ...decided }];
  });
  const fresh = newColumns(plan, saved).flatMap(({ table: { id }, column }): FindingView[] => {
    if (known.some((one) => one.table === id && one.column === column)) return [];
    const decided = decidedView(plan, id, column);
    return decided === undefined ? [] : [{ table: id, column, ...newColumn, ...decided }];
  });
  return [...known, ...fresh];
}

/** No law is named where nothing is known: all may speak of it. */
const newColumn = {
  category: "new",
  looksLike: "New column",
  strength: "low",
  confidence: 0,
  evidence: ["new in the source since the project was saved"],
  regulations: [],
} as const satisfies Partial<FindingView>;

function decidedView(
  plan: Plan,
  id: string,
  column: string,
  finding?: PersonalFinding,
): Pick<FindingView, "decision" | "reason" | "treatment" | "suggested"> | undefined {
  const place = placeOf(plan, id, column);
  if (place === undefined) return undefined;
  const { table, entry } = place;
  const { rule } = entry;
  return {
    decision: decisionOf(table, entry),
    ...(rule.kind === "keep" && rule.reason !== undefined ? { reason: rule.reason } : {}),
    treatment: treatmentOf(plan, table, entry),
    suggested: suggestedChoices(plan, entry, finding).slice(0, offered),
  };
}

/** All masks that may be chosen for a column: what suits it first. */
export function maskChoices(
  plan: Plan,
  table: string,
  column: string,
  finding: PersonalFinding | undefined,
): MaskChoices {
  const masks = plan.catalogue.masks;
  const place = placeOf(plan, table, column);
  if (masks === undefined || place === undefined) return { suggested: [], presets: [], others: [] };
  const { entry } = place;
  const suggested = suggestedChoices(plan, entry, finding);
  return {
    suggested,
    presets: presetsFor(masks, entry, finding).map(({ label, rule }) => ({ ...choiceOf(plan, entry, rule), label })),
    others: masks.all
      .filter((mask) => accepts(mask, entry))
      .map((mask) => choiceOf(plan, entry, { kind: "mask", mask: mask.id, params: {} }))
      .filter(({ label, options }) => !suggested.some((one) => one.label === label && one.options === options)),
  };
}

/** What the chosen policies set for the findings that are open. */
export function policyEdits(
  plan: Plan,
  findings: readonly PersonalFinding[],
  chosen: readonly PolicyId[],
): readonly PolicyEdit[] {
  const masks = plan.catalogue.masks;
  if (masks === undefined) return [];
  return findings.flatMap((finding): PolicyEdit[] => {
    const { table: id, column, category, regulations } = finding;
    const place = placeOf(plan, id, column);
    if (place === undefined || !countsUnder(chosen, regulations)) return [];
    if (decisionOf(place.table, place.entry) !== "open") return [];
    const rule = policyRule(masks, chosen, place.entry, finding);
    if (rule === undefined) return [];
    const looksLike = personalCategories[category].label;
    return [{ table: id, column, looksLike, choice: choiceOf(plan, place.entry, rule) }];
  });
}

/** What becomes of a column that looks personal. */
export function decisionOf({ designed, masked }: TablePlan, { column, rule }: DesignedColumn): Decision {
  if (designed.mode !== "mask") return "elsewhere";
  if (masked?.has(column.name) === true || column.generated !== undefined || rule.kind !== "keep") return "masked";
  return rule.reason === undefined ? "open" : "kept";
}

/** The rule in words; of a key that follows another column's rule, that rule. */
function treatmentOf(plan: Plan, table: TablePlan, entry: DesignedColumn): FindingView["treatment"] {
  const follows = table.masked?.get(entry.column.name)?.follows;
  const lead = follows && placeOf(plan, follows.table, follows.column)?.entry;
  return inWords(plan, lead === undefined ? entry : { column: entry.column, rule: lead.rule });
}

function suggestedChoices(
  plan: Plan,
  entry: DesignedColumn,
  finding: PersonalFinding | undefined,
): readonly MaskChoice[] {
  const masks = plan.catalogue.masks;
  if (masks === undefined) return [];
  return suggestedMasks(masks, entry, finding).map(({ rule }) => choiceOf(plan, entry, rule));
}

function choiceOf(plan: Plan, { column }: DesignedColumn, rule: Rule): MaskChoice {
  const { label, options, icon } = inWords(plan, { column, rule });
  return { label, options, icon, rule };
}

const accepts = (mask: Mask, { column }: DesignedColumn): boolean =>
  mask.params.safeParse({}).success && mask.accepts(column.valueType);

function placeOf(
  plan: Plan,
  id: string,
  column: string,
): { readonly table: TablePlan; readonly entry: DesignedColumn } | undefined {
  const table = plan.tables.get(id);
  const entry = table?.designed.columns.find((one) => one.column.name === column);
  return table === undefined || entry === undefined ? undefined : { table, entry };
}
