import type { GeneratorCard } from "../../../../shared/api/views.ts";
import type { GeneratorCategory } from "../../../../shared/generators/generator.ts";
import type { Rule, Suggestion } from "../../../../shared/rules/rule.ts";

/** A line of the rule picker. */
export interface RuleChoice {
  readonly key: string;
  readonly card: GeneratorCard;
  readonly rule: Rule;
  /** A reason for suggested rules, the parameters for asked ones, help for others. */
  readonly description: string;
  readonly confidence?: Suggestion["confidence"];
  /** The description says more than a sample would. */
  readonly telling?: boolean;
}

export type PickerCategory = "suggested" | "recent" | "project" | GeneratorCategory;
