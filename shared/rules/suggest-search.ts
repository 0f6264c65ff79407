import type { TableModel } from "../schema/schema-model.ts";
import type { Suggestion } from "./rule.ts";
import { wordsOf } from "./words.ts";

/** What a row is looked for by: the first of these that it has. */
const searched = [
  /^(?:title|name|headline|subject)$/,
  /\b(?:title|name|headline|subject)$/,
  /\b(?:description|body|content|text|summary)$/,
];

/** A search vector holds the words of its row: those of the title, the name or the description. */
export function withSearchedTexts(table: TableModel, suggestions: Map<string, Suggestion>): Map<string, Suggestion> {
  const texts = table.columns.filter(
    ({ valueType, generated }) => valueType.kind === "text" && generated === undefined,
  );
  const source = searched.flatMap((name) => texts.find((one) => name.test(wordsOf(one.name))) ?? [])[0];
  if (source === undefined) return suggestions;
  for (const [name, suggestion] of suggestions) {
    const { rule } = suggestion;
    if (rule.kind !== "generate" || rule.generator !== "search-vector" || rule.params["column"] !== undefined) continue;
    suggestions.set(name, {
      ...suggestion,
      rule: { ...rule, params: { ...rule.params, column: source.name } },
      reasons: [...suggestion.reasons, `the words of ${source.name}`],
    });
  }
  return suggestions;
}
