import type { GeneratorCatalogue } from "../generators/generator.ts";
import { referencedTable, type ForeignKeyModel, type SchemaModel, type TableModel } from "../schema/schema-model.ts";
import { parameterNames } from "./generator-params.ts";
import type { GenerateRule, Suggestion } from "./rule.ts";
import { suggestOwners } from "./suggest-owner.ts";
import { belongsToCountry, isCountry, placeNoun } from "./table-kind.ts";
import { uniqueColumns } from "./table-keys.ts";

/** What the suggestions of a table's columns are by themselves. */
type SuggestedOf = (table: TableModel) => ReadonlyMap<string, Suggestion>;

/** Columns, by the path of foreign keys, that say where something is. */
interface Whereabouts {
  readonly country?: string;
  readonly city?: string;
}

/**
 * The parts of an address are in the country, and in the city, of the row that they point to: a city is one of its country, and
 * an address below a city has a postcode of it.
 */
export function withParentPlaces(
  table: TableModel,
  model: SchemaModel,
  suggestions: Map<string, Suggestion>,
  catalogue: GeneratorCatalogue,
  suggestedOf: SuggestedOf,
): Map<string, Suggestion> {
  if (isCountry(table)) return suggestions;
  const owner = suggestOwners(model).get(table.id);
  const unique = uniqueColumns(table);
  const whereOf = whereabouts(model, suggestedOf);
  for (const { name } of table.columns) {
    const suggestion = suggestions.get(name);
    const rule = suggestion?.rule;
    const generator = rule?.kind === "generate" ? catalogue.get(rule.generator) : undefined;
    if (suggestion === undefined || rule?.kind !== "generate" || generator?.bundle?.kind !== "address") continue;
    if (!parameterNames(generator).includes("country")) continue;
    const { address } = rule.params;
    const whose = typeof address === "string" && address !== "" ? address : generator.bundle.of(name);
    const step = stepsOf(table, model).find(
      ({ via, parent }) => generator.bundle?.of(via) === whose && whereOf(parent) !== undefined,
    );
    const where = step && whereOf(step.parent);
    if (step === undefined || where === undefined) continue;
    const once = step.key === owner?.key ? belongsToCountry(table, step.parent) : undefined;
    if (unique.has(name) && once === undefined) continue;
    suggestions.set(name, placed(suggestion, rule, step, where, once));
  }
  return withPhones(table, model, suggestions, catalogue, whereOf);
}

/** A phone number is one of the row's country, with an area code of its state. */
function withPhones(
  table: TableModel,
  model: SchemaModel,
  suggestions: Map<string, Suggestion>,
  catalogue: GeneratorCatalogue,
  whereOf: (table: TableModel) => Whereabouts | undefined,
): Map<string, Suggestion> {
  const rules = [...suggestions].flatMap(([name, { rule }]) => {
    const generator = rule.kind === "generate" ? catalogue.get(rule.generator) : undefined;
    return rule.kind === "generate" && generator !== undefined ? [{ name, rule, generator }] : [];
  });
  const ofAddress = rules.filter(({ generator }) => generator.bundle?.kind === "address");
  const state = ofAddress.find(({ rule }) => rule.generator === "location.state");
  const near = state ?? ofAddress[0];
  const step = stepsOf(table, model).find(({ parent }) => whereOf(parent)?.country !== undefined);
  const country =
    near === undefined
      ? step && `${step.via}.${whereOf(step.parent)?.country ?? ""}`
      : typeof near.rule.params["country"] === "string"
        ? near.rule.params["country"]
        : undefined;
  if (state === undefined && country === undefined) return suggestions;
  for (const { name, rule, generator } of rules) {
    const suggestion = suggestions.get(name);
    const taken = parameterNames(generator);
    if (suggestion === undefined || generator.bundle !== undefined) continue;
    if (!taken.includes("region") || !taken.includes("country")) continue;
    const params = {
      ...rule.params,
      ...(country === undefined ? {} : { country }),
      ...(state === undefined ? {} : { region: state.name }),
    };
    suggestions.set(name, { ...suggestion, rule: { ...rule, params } });
  }
  return suggestions;
}

function placed(
  suggestion: Suggestion,
  rule: GenerateRule,
  { via, parent }: Step,
  { country, city }: Whereabouts,
  once: "city" | "region" | undefined,
): Suggestion {
  const { among: _any, ...params } = rule.params;
  return {
    ...suggestion,
    rule: {
      ...rule,
      params: {
        ...params,
        ...(country === undefined || params["country"] !== undefined ? {} : { country: `${via}.${country}` }),
        ...(city === undefined ? {} : { city: `${via}.${city}` }),
        ...(once === undefined ? {} : { places: `each ${once} once` }),
      },
    },
    reasons: [...suggestion.reasons, `lies in its row of ${parent.name}`],
  };
}

/** A foreign key of one column, and the table that it points to. */
interface Step {
  readonly via: string;
  readonly key: ForeignKeyModel;
  readonly parent: TableModel;
}

const stepsOf = (table: TableModel, model: SchemaModel): readonly Step[] =>
  table.foreignKeys.flatMap((key): Step[] => {
    const [via, ...more] = key.columns;
    const parent = referencedTable(model, key);
    return via === undefined || more.length > 0 || parent === undefined || parent === table
      ? []
      : [{ via, key, parent }];
  });

/** A country is at most so many foreign keys away: of an address, over city and state. */
const farthest = 3;

/** Where the rows of a table are, as far as its own columns and those of its parents say. */
function whereabouts(model: SchemaModel, suggestedOf: SuggestedOf) {
  const found = new Map<TableModel, Whereabouts | undefined>();
  const whereOf = (table: TableModel, depth = 0): Whereabouts | undefined => {
    if (!found.has(table)) found.set(table, search(table, depth));
    return found.get(table);
  };
  const search = (table: TableModel, depth: number): Whereabouts | undefined => {
    const noun = placeNoun(table);
    if ((noun === undefined || depth >= farthest) && !isCountry(table)) return undefined;
    const columns = [...suggestedOf(table)].flatMap(([name, { rule }]) =>
      rule.kind === "generate" ? [{ name, rule }] : [],
    );
    if (isCountry(table)) {
      const ofField = (field: string): string | undefined =>
        columns.find(
          ({ rule: { generator, params } }) =>
            generator === "reference" && params["list"] === undefined && (params["field"] ?? "name") === field,
        )?.name;
      const country = ofField("code") ?? ofField("code3") ?? ofField("name");
      return country === undefined ? undefined : { country };
    }
    const named = (pattern: RegExp): string | undefined =>
      columns.find(({ rule }) => pattern.test(rule.generator))?.name;
    const above = stepsOf(table, model).flatMap(({ via, parent }) => {
      const where = whereOf(parent, depth + 1);
      return where === undefined ? [] : [{ via, where }];
    })[0];
    const country =
      above?.where.country === undefined
        ? named(/^location\.country(?:Code3?)?$/)
        : `${above.via}.${above.where.country}`;
    const city =
      (noun === "city" ? named(/^location\.city$/) : undefined) ??
      (above?.where.city === undefined ? undefined : `${above.via}.${above.where.city}`);
    return country === undefined && city === undefined
      ? undefined
      : { ...(country === undefined ? {} : { country }), ...(city === undefined ? {} : { city }) };
  };
  return whereOf;
}
