import { performance } from "node:perf_hooks";
import type { MaskedColumnView, MaskedPage } from "../../../shared/api/privacy-views.ts";
import type { Plan, TablePlan } from "../../../shared/plan/plan.ts";
import { samePerson } from "../../../shared/privacy/same-person.ts";
import { personalCategories } from "../../../shared/rules/personal/categories.ts";
import type { PersonalFinding } from "../../../shared/rules/personal/find-personal.ts";
import { isOwnIdentifier, strengthOf } from "../../../shared/rules/personal/strength.ts";
import type { DesignedColumn } from "../../../shared/rules/design.ts";
import type { ColumnModel } from "../../../shared/schema/schema-model.ts";
import type { MaskingSpec } from "../../jobs/job-spec.ts";
import { errorView } from "../error-view.ts";
import { inWords } from "../sessions/table-view.ts";
import { decisionOf } from "./finding-views.ts";
import { maskRows, type MaskedCells, type SourcePage } from "./masked-rows.ts";

interface PageRequest {
  readonly revision: number;
  readonly plan: Plan;
  readonly table: TablePlan;
  readonly page: SourcePage;
  readonly masking: MaskingSpec;
  readonly fingerprint: string | undefined;
  readonly findings: readonly PersonalFinding[];
  /** Whether source values go into the answer. */
  readonly source: boolean;
}

/** A page of the masked preview: personal columns first, each before and after, with the reason. */
export function maskedPage(request: PageRequest): MaskedPage {
  const { revision, plan, table, page, masking } = request;
  const begin = performance.now();
  const cells = maskRows(plan, page, masking);
  const elapsed = performance.now() - begin;
  const findings = request.findings.filter((finding) => finding.table === table.id);
  const found = new Map(findings.map((finding) => [finding.column, finding]));
  const columns = cells.flatMap((one): readonly MaskedColumnView[] => {
    const entry = table.designed.columns.find(({ column }) => column.name === one.column.name);
    return entry === undefined ? [] : [columnView(request, entry, one, found.get(one.column.name))];
  });
  return {
    revision,
    table: table.id,
    rowCount: table.rowCount,
    start: page.start,
    columns: columns.toSorted((a, b) => Number(isPlain(a)) - Number(isPlain(b))),
    same: peopleOf(cells, found, page.rows.length).map((rows) => rows.map((row) => row + page.start)),
    elapsed,
    maskedRows: page.rows.length,
  };
}

/** Neither personal nor changed. */
const isPlain = ({ looksLike, family }: MaskedColumnView): boolean => looksLike === undefined && family === "none";

function columnView(
  { plan, table, source, fingerprint }: PageRequest,
  entry: DesignedColumn,
  { column, source: before, masked, error }: MaskedCells,
  finding: PersonalFinding | undefined,
): MaskedColumnView {
  const planned = table.masked?.get(column.name);
  const { label, options, icon, family } = inWords(
    plan,
    planned ? { column, rule: { kind: "mask", mask: planned.mask.id, params: planned.params } } : entry,
  );
  const left = planned?.when === undefined ? [] : before.flatMap((text, row) => (text === masked[row] ? [row] : []));
  return {
    name: column.name,
    align: alignOf(column),
    label,
    options,
    icon,
    family,
    reason: reasonOf(table, entry, label, { fingerprint, personal: finding !== undefined }),
    ...(finding === undefined
      ? {}
      : { looksLike: personalCategories[finding.category].label, decision: decisionOf(table, entry) }),
    ...(source ? { source: before } : {}),
    masked,
    left,
    ...(error === undefined ? {} : { error: errorView(error) }),
  };
}

/** The mask, its domain and its key, or why there is no mask. */
function reasonOf(
  { masked }: TablePlan,
  { column, rule }: DesignedColumn,
  label: string,
  { fingerprint, personal }: { readonly fingerprint: string | undefined; readonly personal: boolean },
): string {
  const planned = masked?.get(column.name);
  if (planned) {
    const { mask, params, domain, when, follows } = planned;
    return [
      label,
      ...(mask.keyed(params) ? [`domain ${domain}`, `key ${fingerprint ?? "missing"}`] : ["no key"]),
      ...(follows === undefined ? [] : [`follows ${follows.table}.${follows.column}`]),
      ...(when === undefined ? [] : [`where ${when}`]),
    ].join(" · ");
  }
  if (planned === null) return "The rule cannot be compiled";
  if (rule.kind !== "keep") return `${label} · does not look at the source`;
  if (rule.reason !== undefined) return `Kept · ${rule.reason}`;
  return personal ? "Kept, since nobody has decided" : "Kept · nothing personal was found";
}

function peopleOf(
  cells: readonly MaskedCells[],
  found: ReadonlyMap<string, PersonalFinding>,
  count: number,
): readonly (readonly number[])[] {
  const identifiers = cells.flatMap(({ column, source }) => {
    const category = found.get(column.name)?.category;
    if (category === undefined || strengthOf(category) !== "direct") return [];
    return [{ cells: source, own: isOwnIdentifier(category) }];
  });
  return samePerson(identifiers, count);
}

export function alignOf({ valueType: { kind } }: ColumnModel): "start" | "end" {
  return kind === "integer" || kind === "decimal" || kind === "real" ? "end" : "start";
}
