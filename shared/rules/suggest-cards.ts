import type { TableModel } from "../schema/schema-model.ts";
import type { TableFacts } from "./column-facts.ts";
import type { Suggestion } from "./rule.ts";
import { conditionOf, textsOf } from "./suggest-stages.ts";
import { wordsOf } from "./words.ts";

const methodName = /\b(?:method|(?:payment|pay) ?(?:type|kind|mode|means))$/;
const cardMethod = /\b(?:card|credit|debit|visa|mastercard|amex)\b/;
const cardRule = /^(?:card\.|finance\.creditCard)/;

/** What is said of a card is there where a card paid. */
export function withCardRows(
  table: TableModel,
  facts: TableFacts,
  suggestions: Map<string, Suggestion>,
): Map<string, Suggestion> {
  const method = table.columns.find(({ name, nullable }) => !nullable && methodName.test(wordsOf(name)))?.name;
  const methods = method === undefined ? [] : textsOf(suggestions.get(method));
  const cards = methods.filter((text) => cardMethod.test(wordsOf(text)));
  if (method === undefined || cards.length === 0 || cards.length === methods.length) return suggestions;
  for (const { name, nullable } of table.columns) {
    const suggestion = suggestions.get(name);
    const rule = suggestion?.rule;
    if (suggestion === undefined || rule?.kind !== "generate" || !nullable || rule.when !== undefined) continue;
    const { nullness, nulls } = facts.of(name);
    if (!cardRule.test(rule.generator) || nullness !== undefined || nulls !== undefined) continue;
    const { nulls: _none, ...always } = rule;
    suggestions.set(name, {
      ...suggestion,
      rule: { ...always, when: conditionOf(method, cards) },
      reasons: [...suggestion.reasons, `where ${method} is ${cards.join(", ")}`],
    });
  }
  return suggestions;
}
