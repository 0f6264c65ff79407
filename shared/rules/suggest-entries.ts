import type { GeneratorCatalogue } from "../generators/generator.ts";
import { referencedTable, type ForeignKeyModel, type SchemaModel, type TableModel } from "../schema/schema-model.ts";
import type { Suggestion } from "./rule.ts";
import { keyColumns } from "./table-keys.ts";

/** A list whose entries say which entry of another list goes with them: the currency of a country. */
interface Link {
  readonly list: string;
  readonly field: string;
  readonly other: string;
  readonly otherField: string;
}

const links: readonly Link[] = [
  { list: "countries", field: "currency", other: "currencies", otherField: "code" },
  { list: "countries", field: "continent", other: "continents", otherField: "name" },
  { list: "time zones", field: "country", other: "countries", otherField: "code" },
];

type Suggestions = ReadonlyMap<string, Suggestion>;

/** The columns that show a list's entries as the rows go through it, by the field that they show. */
function fieldsOf(suggestions: Suggestions, list: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [column, { rule }] of suggestions) {
    if (rule.kind !== "generate" || rule.generator !== "reference") continue;
    const { list: of = "countries", field = "name", draw = "each once", line = "shared" } = rule.params;
    if (of === list && line === "shared" && draw !== "any" && !found.has(String(field)))
      found.set(String(field), column);
  }
  return found;
}

/**
 * A row that is an entry of a list points to the row that goes with it: a country to its currency, where the table of currencies
 * has it.
 */
export function withEntryKeys(
  table: TableModel,
  model: SchemaModel,
  suggestions: Map<string, Suggestion>,
  catalogue: GeneratorCatalogue,
  suggestedOf: (table: TableModel) => Suggestions,
): Map<string, Suggestion> {
  const done = new Set<string>();
  for (const key of table.foreignKeys) {
    const [name, found] = entryKeyOf(key, table, model, suggestions, suggestedOf) ?? [];
    const known = name === undefined ? undefined : suggestions.get(name);
    if (name === undefined || found === undefined || known?.rule.kind !== "generate") continue;
    // A second key to the same rows, such as that of an old currency, means others.
    if (catalogue.get(found.generator) === undefined || done.has(found.params.of)) continue;
    done.add(found.params.of);
    const { nulls: _none, ...rule } = known.rule;
    suggestions.set(name, {
      ...known,
      rule: { ...rule, ...found },
      reasons: [...known.reasons, `the ${found.params.field} of the row's entry`],
      alternatives: [{ rule: known.rule, reason: known.reasons[0] ?? "" }, ...known.alternatives].slice(0, 3),
    });
  }
  return suggestions;
}

function entryKeyOf(
  key: ForeignKeyModel,
  table: TableModel,
  model: SchemaModel,
  suggestions: Suggestions,
  suggestedOf: (table: TableModel) => Suggestions,
) {
  const [name, ...more] = key.columns;
  const [target = ""] = key.referencedColumns;
  const parent = referencedTable(model, key);
  if (name === undefined || more.length > 0 || parent === undefined || parent === table) return undefined;
  if (keyColumns(table).has(name)) return undefined;
  for (const { list, field, other, otherField } of links) {
    if (fieldsOf(suggestions, list).size === 0) continue;
    const by = fieldsOf(suggestedOf(parent), other).get(otherField);
    if (by === undefined) continue;
    const params = {
      of: `${parent.id}.${target}`,
      ...(by === target ? {} : { by }),
      ...(list === "countries" ? {} : { list }),
      field,
    };
    return [name, { generator: "entry-key", params }] as const;
  }
  return undefined;
}
