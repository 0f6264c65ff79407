import type { GeneratorCategory, ParameterMeta } from "../generators/generator.ts";

/** What a rule is of, for its colour. */
export type RuleFamily = "generate" | "key" | "relation" | "mask" | "none";

/** A plug-in as the rule picker and the form show it. */
export interface GeneratorCard {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** A value as it may look. */
  readonly example?: string;
  readonly category: GeneratorCategory;
  readonly keywords: readonly string[];
  readonly icon: string;
  readonly family: RuleFamily;
  readonly localized: boolean;
  /** Kinds of column that can hold its values. */
  readonly accepts: readonly string[];
  readonly fields: readonly FormField[];
  /** The parameter that may be written alone. */
  readonly shorthand?: string;
  /** It cannot stand inside another rule: its values come of rows. */
  readonly needsRows?: true;
}

/** One parameter of a form, read from the plug-in's Zod declaration. */
export interface FormField extends ParameterMeta {
  readonly name: string;
  readonly type: "number" | "integer" | "text" | "boolean" | "choice" | "weights" | "list" | "json";
  readonly default: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly choices?: readonly string[];
  /** The parts of each line of a list of things. */
  readonly items?: readonly FormField[];
  readonly optional: boolean;
}
