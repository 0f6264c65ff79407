import type { GeneratorCatalogue } from "../generators/generator.ts";
import { findTable, type SchemaModel, type TableModel } from "../schema/schema-model.ts";
import type { ColumnContext } from "./column-context.ts";
import { tableFacts } from "./column-facts.ts";
import type { Suggestion } from "./rule.ts";
import { withOtherTables } from "./suggest-across.ts";
import { suggestAfter } from "./suggest-after.ts";
import { withBundles } from "./suggest-bundles.ts";
import { withCardRows } from "./suggest-cards.ts";
import { suggestColumn } from "./suggest-column.ts";
import { withDistinctNames } from "./suggest-distinct.ts";
import { withParentPlaces } from "./suggest-places.ts";
import { withRatings } from "./suggest-reviews.ts";
import { withSearchedTexts } from "./suggest-search.ts";
import { withStages } from "./suggest-stages.ts";
import { withSettings } from "./suggest-settings.ts";
import { withEntryKeys } from "./suggest-entries.ts";
import { suggestFromParent, withParent } from "./suggest-from-parent.ts";
import { subjectNoun } from "./lookup-subject.ts";
import { estimateRows } from "./suggest-rows.ts";
import { narrowedColumn, uniqueColumns } from "./table-keys.ts";
import { wordsOf } from "./words.ts";

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
  const placed = withParentPlaces(table, model, withBundles(table, suggestions, catalogue), catalogue, (other) =>
    ownSuggestions(other, model, catalogue),
  );
  const entered = withEntryKeys(table, model, placed, catalogue, (other) => ownSuggestions(other, model, catalogue));
  const named = withDistinctNames(table, entered, catalogue);
  const searched = withSearchedTexts(table, withCardRows(table, facts, withStages(table, facts, named)));
  return withoutGaps(table, withSettings(table, model, facts, withRatings(table, searched), catalogue), catalogue);
}

/** What each column of a table is suggested by itself, without a look at those beside it. */
const ownSuggestions = (
  table: TableModel,
  model: SchemaModel,
  catalogue: GeneratorCatalogue,
): ReadonlyMap<string, Suggestion> =>
  new Map(
    columnContexts(table, model, catalogue).map((context) => [context.column.name, suggestColumn(context, undefined)]),
  );

/** What suggestions for a table's columns are made from, in the table's order. */
export function columnContexts(
  table: TableModel,
  model: SchemaModel,
  catalogue: GeneratorCatalogue,
  facts = tableFacts(table, model.engine),
): readonly ColumnContext[] {
  const unique = uniqueColumns(table);
  const prefix = sharedPrefix(table);
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
      words: wordsOf(original.name).replace(prefix, ""),
      noun: nounWithout(prefix, subjectNoun(table, model)),
    };
  });
}

/** Short words with a meaning of their own at the beginning of a name. */
const meaningful =
  /^(?:is|has|can|was|date|dt|user|time|name|home|work|ship|bill|last|min|max|avg|num|tax|card|day|year|file|key)$/;

/** The short word that most names of a table begin with, which says nothing but the table: emp_name, emp_city. */
function sharedPrefix(table: TableModel): RegExp | string {
  const counts = new Map<string, number>();
  for (const { name } of table.columns) {
    const [, first] = /^([a-z]{1,4}) \w/.exec(wordsOf(name)) ?? [];
    if (first !== undefined && !meaningful.test(first)) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  for (const [word, count] of counts)
    if (count >= 4 && count > table.columns.length / 2) return new RegExp(`^${word} (?=\\w)`);
  return "";
}

/** A table's noun without the short word that its columns begin with: "person per" is a person. */
function nounWithout(prefix: RegExp | string, noun: string): string {
  const last = noun.slice(noun.lastIndexOf(" ") + 1);
  return typeof prefix !== "string" && prefix.test(`${last} x`) ? noun.slice(0, -last.length).trim() || noun : noun;
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
        const later = base?.rule.kind === "generate" && base.rule.params["future"] === "empty";
        if (base?.rule.kind !== "generate" || ((base.rule.nulls ?? 0) === 0 && !later)) continue;
        const { nulls: _dropped, ...rest } = base.rule;
        suggestions.set(input, {
          ...base,
          rule: later ? { ...rest, params: { ...rest.params, future: "never" } } : rest,
        });
        changed = true;
      }
    }
  }
  return suggestions;
}
