import type { GeneratorCatalogue } from "../generators/generator.ts";
import { findTable, type SchemaModel, type TableModel } from "../schema/schema-model.ts";
import type { ColumnContext } from "./column-context.ts";
import { tableFacts } from "./column-facts.ts";
import type { Suggestion } from "./rule.ts";
import { withOtherTables } from "./suggest-across.ts";
import { suggestAfter } from "./suggest-after.ts";
import { withBundles } from "./suggest-bundles.ts";
import { suggestColumn } from "./suggest-column.ts";
import { suggestFromParent, withParent } from "./suggest-from-parent.ts";
import { estimateRows } from "./suggest-rows.ts";
import { narrowedColumn, uniqueColumns } from "./table-keys.ts";
import { nounOf, wordsOf } from "./words.ts";

/**
 * A rule for every column of a table, from its type, name, length, keys, checks, foreign keys and comment, each with its
 * reasons. Pure; depends on the schema alone.
 */
export function suggestTable(
  table: TableModel,
  model: SchemaModel,
  catalogue: GeneratorCatalogue,
): ReadonlyMap<string, Suggestion> {
  const facts = tableFacts(table, model.engine);
  const after = suggestAfter(table, facts);
  const parents = suggestFromParent(table, model);
  const suggestions = new Map<string, Suggestion>();
  for (const context of columnContexts(table, model, catalogue, facts)) {
    const { name } = context.column;
    const followed = after.get(name);
    const suggestion = suggestColumn(context, followed);
    const across = withOtherTables(context, suggestion, followed !== undefined);
    suggestions.set(name, withParent(context, across, parents.get(name)));
  }
  return withoutGaps(table, withBundles(table, suggestions, catalogue), catalogue);
}

/** What suggestions for a table's columns are made from, in the table's order. */
export function columnContexts(
  table: TableModel,
  model: SchemaModel,
  catalogue: GeneratorCatalogue,
  facts = tableFacts(table, model.engine),
): readonly ColumnContext[] {
  const unique = uniqueColumns(table);
  const rows = estimateRows(findTable(model, table.id) ?? table, model);
  return table.columns.map((original) => {
    const own = facts.of(original.name);
    return {
      model,
      table,
      column: narrowedColumn(table, original, own),
      facts: own,
      catalogue,
      unique: unique.has(original.name),
      rows,
      words: wordsOf(original.name),
      noun: nounOf(table.name),
    };
  });
}

/** A column that may not be NULL takes the NULLs away from those that it is made of. */
function withoutGaps(
  table: TableModel,
  suggestions: Map<string, Suggestion>,
  catalogue: GeneratorCatalogue,
): ReadonlyMap<string, Suggestion> {
  for (let changed = true; changed;) {
    changed = false;
    for (const { name, nullable } of table.columns) {
      const rule = suggestions.get(name)?.rule;
      if (rule?.kind !== "generate" || nullable) continue;
      const generator = catalogue.get(rule.generator);
      const params = generator?.params.safeParse(rule.params);
      const inputs = params?.success === true ? (generator?.inputs?.(params.data) ?? []) : [];
      for (const input of inputs) {
        const base = suggestions.get(input);
        if (base?.rule.kind !== "generate" || (base.rule.nulls ?? 0) === 0) continue;
        const { nulls: _dropped, ...rest } = base.rule;
        suggestions.set(input, { ...base, rule: rest });
        changed = true;
      }
    }
  }
  return suggestions;
}
