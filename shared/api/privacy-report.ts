import type { PrivacyChecks, RiskView } from "./privacy-check-views.ts";
import type { FindingView } from "./privacy-views.ts";

/** How the values of a column come to be what they are in the output. */
export interface ColumnTreatment {
  readonly table: string;
  readonly column: string;
  /** The mask and its options, in words. */
  readonly label: string;
  readonly options: string;
  /** Equal values of a domain have equal masks. */
  readonly domain?: string;
  /** pseudonymised: whoever has the key, or the source, can tell whose value it is; removed: nothing of it is left. */
  readonly outcome: "pseudonymised" | "generalised" | "changed" | "removed";
}

export interface ReportFinding extends Pick<
  FindingView,
  "table" | "column" | "looksLike" | "confidence" | "evidence" | "regulations" | "decision" | "reason"
> {
  readonly category: FindingView["category"];
  /** What becomes of it, in words. */
  readonly treatment: string;
}

/** What a privacy report says. No value of the source is in it, and no key. */
export interface PrivacyReport {
  readonly seedloom: string;
  readonly project: string;
  readonly source: string;
  /** The project's reference date: a report of the same project and source is the same, whenever it is made. */
  readonly date: string;
  /** Absent where no key is at hand. */
  readonly key?: string;
  readonly decided: {
    readonly findings: number;
    readonly masked: number;
    readonly kept: number;
    readonly open: number;
  };
  /** What the project is under: its findings, and how many of them are open. Empty where it says none. */
  readonly policies: readonly { readonly name: string; readonly findings: number; readonly open: number }[];
  /** By law or standard: its findings, and how many of them are open. */
  readonly regulations: readonly { readonly name: string; readonly findings: number; readonly open: number }[];
  readonly findings: readonly ReportFinding[];
  readonly masks: readonly ColumnTreatment[];
  /** Without how long it took: that is no property of the data. */
  readonly checks: Omit<PrivacyChecks, "elapsed" | "revision">;
  readonly risks: readonly Omit<RiskView, "revision" | "choices">[];
}
