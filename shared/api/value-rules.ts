import { z } from "zod";
import type { GenerateRule } from "../rules/rule.ts";
import type { TableId } from "../schema/schema-model.ts";
import type { ColumnView } from "./views.ts";

// Rules by a look at the source's values: asked for by the user, and theirs to take.

export const valueRulesInput = z.strictObject({ session: z.string() });

/** What a look at the source's values speaks for. Nothing is changed by asking. */
export interface ValueRules {
  readonly rules: readonly ValueRuleView[];
  /** Rows that were looked at of each table, at most, and how many tables. */
  readonly rows: number;
  readonly tables: number;
  /** Why some tables were passed over. */
  readonly message?: string;
}

export interface ValueRuleView {
  readonly table: TableId;
  readonly column: string;
  readonly present: Pick<ColumnView, "label" | "options" | "icon" | "family">;
  readonly next: Pick<ColumnView, "label" | "options" | "icon" | "family">;
  readonly rule: GenerateRule;
  /** "420 of 500 sampled values are dates". */
  readonly reason: string;
  /** With this rule, values of the source come into the project. */
  readonly lists: boolean;
}
