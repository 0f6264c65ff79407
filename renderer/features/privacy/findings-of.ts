import type { Decision, FindingView } from "../../../shared/api/privacy-views.ts";
import { countsUnder, policies } from "../../../shared/rules/personal/policies.ts";
import type { PolicyId } from "../../../shared/rules/personal/policy-id.ts";
import type { Regulation } from "../../../shared/rules/personal/categories.ts";
import type { TableId } from "../../../shared/schema/schema-model.ts";

export type DecisionCounts = Readonly<Record<Decision, number>>;

/** The findings that count under the chosen policies. */
export const findingsUnder = (findings: readonly FindingView[], chosen: readonly PolicyId[]): readonly FindingView[] =>
  findings.filter(({ regulations }) => countsUnder(chosen, regulations));

export function countDecisions(findings: readonly FindingView[]): DecisionCounts {
  const counts = { masked: 0, kept: 0, open: 0, elsewhere: 0 };
  for (const { decision } of findings) counts[decision]++;
  return counts;
}

/** Findings of one table. */
export interface FindingGroup {
  readonly table: TableId;
  /** Those that are listed. */
  readonly findings: readonly FindingView[];
  readonly decided: number;
  /** All of the table, listed or not. */
  readonly total: number;
}

/** The findings by table, in the schema's order: those that are open, or whose words hold the filter's. */
export function groupFindings(
  findings: readonly FindingView[],
  { onlyOpen, filter }: { readonly onlyOpen: boolean; readonly filter: string | null },
): readonly FindingGroup[] {
  const words = (filter ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const listed = (finding: FindingView): boolean => {
    const text = [finding.table, finding.column, finding.looksLike, finding.treatment.label, ...finding.regulations];
    const all = text.join(" ").toLowerCase();
    return (!onlyOpen || finding.decision === "open") && words.every((word) => all.includes(word));
  };
  return [...new Set(findings.map(({ table }) => table))].flatMap((table): readonly FindingGroup[] => {
    const own = findings.filter((finding) => finding.table === table);
    const shown = own.filter(listed);
    if (shown.length === 0) return [];
    const decided = own.filter(({ decision }) => decision !== "open").length;
    return [{ table, findings: shown, decided, total: own.length }];
  });
}

/** As many as a row has room for; all are told on hover. */
const mostTags = 2;

/** The tags that are shown: those that the chosen policies speak of first. */
export function shownTags(regulations: readonly Regulation[], chosen: readonly PolicyId[]): readonly Regulation[] {
  const counts = (tag: Regulation): number =>
    Number(chosen.some((id) => policies[id].regulations.some((one) => one === tag)));
  return regulations.toSorted((a, b) => counts(b) - counts(a)).slice(0, mostTags);
}

/** "PCI DSS and GDPR apply." */
export function lawsApply(regulations: readonly Regulation[]): string {
  const names = regulations.map((tag) => (tag === "PCI" ? "PCI DSS" : tag === "GDPR 9" ? "GDPR Article 9" : tag));
  const last = names.at(-1);
  if (last === undefined) return "";
  const all = names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
  return `${all} ${names.length === 1 ? "applies" : "apply"}.`;
}

export const sentence = (clauses: readonly string[]): string => {
  const text = clauses.join("; ");
  return text === "" ? "" : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
};
