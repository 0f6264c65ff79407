import { z } from "zod";
import type { PersonalCategoryId, Regulation } from "../rules/personal/categories.ts";
import { policyIdSchema } from "../rules/personal/policy-id.ts";
import type { IdentifierStrength } from "../rules/personal/strength.ts";
import { ruleSchema, type Rule, type TableMode } from "../rules/rule.ts";
import type { TableId } from "../schema/schema-model.ts";
import type { ColumnView, ErrorView } from "./views.ts";

// What the privacy screen asks and is told.

const place = { session: z.string(), table: z.string() };
export const maskChoicesInput = z.strictObject({ ...place, column: z.string() });
export const policyEditsInput = z.strictObject({ session: z.string(), policies: z.array(policyIdSchema).min(1) });
export const maskedPageInput = z.strictObject({
  ...place,
  /** 0-based. */
  start: z.int().min(0),
  count: z.int().min(1).max(200),
  /** Whether source values are wanted: hidden ones do not come to the window at all. */
  source: z.boolean(),
});
export const maskTrialInput = z.strictObject({
  ...place,
  column: z.string(),
  rule: ruleSchema,
  start: z.int().min(0),
  count: z.int().min(1).max(50),
});
export const setKeyInput = z.strictObject({ session: z.string(), key: z.string().min(1).max(1000) });

/**
 * What becomes of a personal column: masked, also where a rule makes it anew; kept with a reason; open, which stops an
 * export; elsewhere: its table's rows do not come from the source.
 */
export type Decision = "masked" | "kept" | "open" | "elsewhere";

/** A column that looks personal, and what was decided of it. */
export interface FindingView {
  readonly table: TableId;
  readonly column: string;
  /** new: nothing is known of the column but that the source has got it since the project was saved. */
  readonly category: PersonalCategoryId | "new";
  readonly looksLike: string;
  readonly strength: IdentifierStrength;
  /** 0 to 1; 0 of a column that is only new. */
  readonly confidence: number;
  /** One clause each, never with a value in it. */
  readonly evidence: readonly string[];
  readonly regulations: readonly Regulation[];
  readonly decision: Decision;
  /** Why it is kept. */
  readonly reason?: string;
  readonly treatment: Pick<ColumnView, "label" | "options" | "icon" | "family">;
  /** Masks that suit it, best first. */
  readonly suggested: readonly MaskChoice[];
}

/** A mask that may be chosen for a column. */
export interface MaskChoice {
  readonly label: string;
  /** Its options in words. */
  readonly options: string;
  readonly icon: string;
  readonly rule: Rule;
}

export interface MaskChoices {
  readonly suggested: readonly MaskChoice[];
  readonly presets: readonly MaskChoice[];
  /** Every other mask that accepts the column, by its defaults. */
  readonly others: readonly MaskChoice[];
}

export interface FindingsView {
  readonly revision: number;
  readonly findings: readonly FindingView[];
  readonly tables: readonly { readonly table: TableId; readonly mode: TableMode; readonly rows?: number }[];
  /** Absent until values were looked at. */
  readonly scanned?: { readonly columns: number; readonly rows: number };
}

/** What the chosen policies would set for the open findings. */
export interface PolicyEdit {
  readonly table: TableId;
  readonly column: string;
  readonly looksLike: string;
  readonly choice: MaskChoice;
}

/** The key of a project's masks, without the key. */
export interface KeyView {
  /** other: not the one that masked this project before. */
  readonly state: "missing" | "set" | "other";
  readonly from?: "environment" | "store" | "memory";
  readonly fingerprint?: string;
  /** Of the key that masked this project before. */
  readonly expected?: string;
  /** Where a key that is entered is kept, in a sentence. */
  readonly keptWhere: string;
}

/** A column of the masked preview. */
export interface MaskedColumnView {
  readonly name: string;
  readonly align: "start" | "end";
  readonly label: string;
  readonly options: string;
  readonly family: ColumnView["family"];
  readonly icon: string;
  /** Why its cells are what they are: the mask, its domain, its key. */
  readonly reason: string;
  /** The finding's words, where it looks personal. */
  readonly looksLike?: string;
  readonly decision?: Decision;
  /** Absent where source values are hidden. */
  readonly source?: readonly (string | null)[];
  readonly masked: readonly (string | null)[];
  /** Rows of the page, by their place in it, whose cell is as in the source since a condition leaves it. */
  readonly left: readonly number[];
  /** Why there are no masked values. */
  readonly error?: ErrorView;
}

export interface MaskedPage {
  readonly revision: number;
  readonly table: TableId;
  readonly rowCount: number;
  /** 0-based row number of the first row. */
  readonly start: number;
  readonly columns: readonly MaskedColumnView[];
  /** Row numbers, 0-based, that are one person by their direct identifiers. */
  readonly same: readonly (readonly number[])[];
  /** Milliseconds that masking took, and for how many rows. */
  readonly elapsed: number;
  readonly maskedRows: number;
}
