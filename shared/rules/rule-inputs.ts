import { referencesOf } from "../expressions/check-expression.ts";
import type { GeneratorCatalogue } from "../generators/generator.ts";
import type { Rule } from "./rule.ts";

/** The columns of the row, and paths to those of its parents, that a rule reads: for its values, and for its condition. */
export function ruleInputs(rule: Rule, catalogue: GeneratorCatalogue): readonly string[] {
  if (rule.kind !== "generate") return [];
  const generator = catalogue.get(rule.generator);
  const params = generator?.params.safeParse(rule.params);
  const own = params?.success === true ? (generator?.inputs?.(params.data) ?? []) : [];
  return rule.when === undefined ? own : [...own, ...referencesOf(rule.when).paths];
}
