import type { GeneratorCatalogue } from "../generators/generator.ts";
import type { TableModel } from "../schema/schema-model.ts";
import type { Suggestion } from "./rule.ts";
import { isLookup } from "./table-kind.ts";
import { uniqueColumns } from "./table-keys.ts";
import { nounOf, wordsOf } from "./words.ts";

/**
 * The rows of a lookup table have names that differ, also where no constraint says so: no category stands there twice, as long
 * as the generator has more of them.
 */
export function withDistinctNames(
  table: TableModel,
  suggestions: Map<string, Suggestion>,
  catalogue: GeneratorCatalogue,
): Map<string, Suggestion> {
  const noun = nounOf(table.name);
  if (!isLookup(table) && !/\bterritory$/.test(noun)) return suggestions;
  const unique = uniqueColumns(table);
  for (const { name, valueType } of table.columns) {
    const suggestion = suggestions.get(name);
    const words = wordsOf(name);
    const isName =
      /^(?:name|title|label)$/.test(words) || new RegExp(`^(?:${noun} ?)?(?:name|description)$|^${noun}$`).test(words);
    if (!isName || unique.has(name) || suggestion?.rule.kind !== "generate" || valueType.kind !== "text") continue;
    const generator = catalogue.get(suggestion.rule.generator);
    const params = generator?.params.safeParse(suggestion.rule.params);
    if (params?.success !== true || (generator?.inputs?.(params.data) ?? []).length > 0) continue;
    suggestions.set(name, {
      ...suggestion,
      rule: { ...suggestion.rule, unique: true },
      reasons: [...suggestion.reasons, `every ${noun} has a name of its own`],
    });
  }
  return suggestions;
}
