import type { TableModel } from "../schema/schema-model.ts";
import type { GenerateRule, Suggestion } from "./rule.ts";
import { wordsOf } from "./words.ts";

/** Reviews agree with the stars in their row: nobody who gives one star would buy it again. */
export function withRatings(table: TableModel, suggestions: Map<string, Suggestion>): Map<string, Suggestion> {
  const rating = table.columns.find(({ name }) => {
    const rule = suggestions.get(name)?.rule;
    return /\b(?:rating|stars|bewertung)$/.test(wordsOf(name)) && rule?.kind === "generate" && isOfFive(rule);
  })?.name;
  if (rating === undefined) return suggestions;
  for (const [name, suggestion] of suggestions) {
    const { rule } = suggestion;
    if (rule.kind !== "generate" || rule.generator !== "prose" || rule.params["about"] !== "review") continue;
    suggestions.set(name, {
      ...suggestion,
      rule: { ...rule, params: { ...rule.params, rating } },
      reasons: [...suggestion.reasons, `agrees with ${rating}`],
    });
  }
  return suggestions;
}

/** Whether a rule gives one to five stars. */
function isOfFive({ generator, params }: GenerateRule): boolean {
  if (generator !== "weighted-choice") return params["min"] === 1 && params["max"] === 5;
  const { values } = params;
  const listed: readonly unknown[] = Array.isArray(values)
    ? values.map((one: unknown) => (typeof one === "object" && one !== null && "value" in one ? one.value : one))
    : typeof values === "object" && values !== null
      ? Object.keys(values)
      : [];
  return listed.length > 0 && listed.every((value) => Number(value) >= 1 && Number(value) <= 5);
}
