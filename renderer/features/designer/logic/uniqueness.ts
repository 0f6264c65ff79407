import { wherePossible, type GenerateRule } from "../../../../shared/rules/rule.ts";
import type { Target } from "./targets.ts";

/** Whether the values of a column differ: in all rows, as far as there are values, or as it comes. */
export type Uniqueness = "always" | typeof wherePossible | "not asked for";
export const uniquenesses = ["not asked for", wherePossible, "always"] as const satisfies readonly Uniqueness[];

/** A key or unique constraint of the schema asks for it, whatever the rule says. */
export const isForced = ({ view }: Target): boolean =>
  view.unique && !(view.rule.kind === "generate" && view.rule.unique === true);

export function uniquenessOf(target: Target): Uniqueness {
  const { rule } = target;
  const asked = rule.kind === "generate" ? rule.unique : undefined;
  if (isForced(target) || asked === true) return "always";
  return asked === wherePossible ? wherePossible : "not asked for";
}

export function withUniqueness(rule: GenerateRule, asked: Uniqueness): GenerateRule {
  const { unique: _, ...rest } = rule;
  return asked === "not asked for" ? rest : { ...rest, unique: asked === "always" ? true : asked };
}
