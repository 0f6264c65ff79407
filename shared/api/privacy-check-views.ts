import { z } from "zod";
import type { SingleEdit } from "../project/project-edit.ts";
import type { TableId } from "../schema/schema-model.ts";

// What the figures of the privacy screen are asked by, and what they say. No value of the source is in any of them.

/** A column of the table, or a path over foreign keys to one of a parent: address_id.postal_code. */
const path = z.string().min(1).max(300);

export const riskInput = z.strictObject({
  session: z.string(),
  table: z.string(),
  /** Absent: those that the findings suggest. */
  quasi: z.array(path).max(8).optional(),
  sensitive: path.optional(),
});
export const reachInput = z.strictObject({
  session: z.string(),
  table: z.string(),
  quasi: z.array(path).min(1).max(6),
  k: z.int().min(2).max(1000),
});
export const reportInput = z.strictObject({ session: z.string(), folder: z.string().min(1) });

/** Originals of one column that are still to be read in another. */
export interface LeakView {
  readonly of: ColumnPlace;
  readonly at: ColumnPlace;
  /** Different values, or parts of them. */
  readonly values: number;
  readonly rows: number;
  /** The first rows that have one, 0-based. */
  readonly first: readonly number[];
  /** The column in which they are read is masked already, and not enough. */
  readonly masked?: true;
}

export interface ColumnPlace {
  readonly table: TableId;
  readonly column: string;
}

export interface LeaksView {
  readonly leaks: readonly LeakView[];
  /** Single words of places that a kept column happens to share: told, and no leaks. */
  readonly coincidences: readonly LeakView[];
  /** Values that equal one of their own person as often as chance has it. */
  readonly byChance: number;
  readonly originals: number;
  /** False where there were more originals than are held in memory. */
  readonly complete: boolean;
}

/** Pairs of rows that two tables have in common by a key or a value. */
export interface JoinView {
  readonly from: ColumnsPlace;
  readonly to: ColumnsPlace;
  readonly kind: "foreign-key" | "virtual-key" | "same-values";
  readonly before: number;
  /** Those of before that still match. */
  readonly after: number;
  /** Pairs that match now and did not before: fakes out of a list of names do that. */
  readonly gained: number;
}

export interface ColumnsPlace {
  readonly table: TableId;
  readonly columns: readonly string[];
}

/** What must be as it was: how many columns were looked at, and those where it is not. */
export interface UsableView {
  readonly kind: "unique" | "nulls" | "format";
  readonly looked: number;
  readonly broken: readonly ColumnsPlace[];
}

export interface PrivacyChecks {
  readonly revision: number;
  readonly scope: "sample" | "all";
  /** Rows that were looked at, by table. */
  readonly tables: readonly { readonly table: TableId; readonly looked: number; readonly rows: number }[];
  readonly leaks: LeaksView;
  readonly joins: readonly JoinView[];
  readonly usable: readonly UsableView[];
  /** Seconds that it took. */
  readonly elapsed: number;
}

/** A check of all rows on its way, or at its end. */
export type ChecksProgress =
  | { readonly state: "running"; readonly rows: number; readonly totalRows: number }
  | { readonly state: "done"; readonly checks: PrivacyChecks };

/** Groups of look-alikes by their size. */
export interface RiskFigures {
  readonly k: number;
  readonly classes: number;
  readonly uniqueRows: number;
  /** As many as {@link groupSizes}. */
  readonly groups: readonly number[];
  /** Of the sensitive column: distinct values, effective number of values, distance of distributions. */
  readonly disclosure?: { readonly distinct: number; readonly entropy: number; readonly closeness: number };
}

/** The sizes that groups are counted by: from, to (both included; no end for the last). */
export const groupSizes = [
  { label: "1", from: 1, to: 1 },
  { label: "2–4", from: 2, to: 4 },
  { label: "5–9", from: 5, to: 9 },
  { label: "10–19", from: 10, to: 19 },
  { label: "20+", from: 20, to: Infinity },
] as const;

/** A column that together with others could tell who somebody is. */
export interface QuasiChoice {
  readonly path: string;
  /** What it looks like: "Date of birth". */
  readonly looksLike?: string;
  readonly suggested: boolean;
}

export interface RiskView {
  readonly revision: number;
  readonly table: TableId;
  /** Rows that were looked at, and all that there are. */
  readonly looked: number;
  readonly rows: number;
  readonly choices: readonly QuasiChoice[];
  readonly quasi: readonly string[];
  readonly sensitive?: string;
  readonly source: RiskFigures;
  readonly masked: RiskFigures;
}

/** The least that makes all rows look like k − 1 others. */
export interface ReachView {
  readonly k: number;
  /** What becomes of each column, in words. */
  readonly steps: readonly { readonly path: string; readonly label: string; readonly change: boolean }[];
  readonly edits: readonly SingleEdit[];
  /** The figures with these edits; a smaller k than asked for where nothing that fits the columns reaches it. */
  readonly figures: RiskFigures;
}

/** Where a report was written. */
export interface ReportFiles {
  readonly html: string;
  readonly json: string;
}
