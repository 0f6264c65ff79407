import type { Generator, GeneratorCatalogue } from "../generators/generator.ts";
import type { TableModel } from "../schema/schema-model.ts";
import { parameterNames } from "./generator-params.ts";
import type { GenerateRule, Suggestion } from "./rule.ts";
import { nounOf, wordsOf } from "./words.ts";

// Columns of a row that share a bundle (a person, an address, …) fit each other. Which bundle a column is of follows from
// its name: billing_city and billing_zip are of "billing" (BundlePart.of). What the names of single columns cannot say is
// said here, from the whole table, as parameters of the suggested rules.

/** A column whose suggested rule shows a part of a bundle. */
interface Member {
  readonly column: string;
  readonly rule: GenerateRule;
  readonly generator: Generator;
  /** Whose bundle it is of, "" for the row's own. */
  readonly whose: string;
  readonly central: boolean;
}

/** The suggestions of a table, with what its bundles need: all columns of one address are in its country, and so on. */
export function withBundles(
  table: TableModel,
  suggestions: Map<string, Suggestion>,
  catalogue: GeneratorCatalogue,
): Map<string, Suggestion> {
  const members = membersOf(table, suggestions, catalogue);
  const given = new Map<string, Readonly<Record<string, unknown>>>();
  const give = (member: Member, params: Readonly<Record<string, unknown>>): void => {
    given.set(member.column, { ...given.get(member.column), ...params });
  };
  for (const ofKind of groups(members, ({ generator }) => generator.bundle?.kind ?? "")) {
    const all = ofOnlyName(ofTable(ofKind, nounOf(table.name), give), give);
    for (const bundle of groups(all, ({ whose }) => whose)) {
      fromCountryColumn(bundle, table, members, suggestions, give);
      fromNameColumn(bundle, give);
      lonely(bundle, give);
    }
  }
  for (const [column, params] of given) {
    const suggestion = suggestions.get(column);
    if (suggestion?.rule.kind !== "generate") continue;
    suggestions.set(column, {
      ...suggestion,
      rule: { ...suggestion.rule, params: { ...suggestion.rule.params, ...params } },
    });
  }
  return suggestions;
}

type Give = (member: Member, params: Readonly<Record<string, unknown>>) => void;

function membersOf(
  table: TableModel,
  suggestions: ReadonlyMap<string, Suggestion>,
  catalogue: GeneratorCatalogue,
): readonly Member[] {
  return table.columns.flatMap(({ name }): Member[] => {
    const rule = suggestions.get(name)?.rule;
    const generator = rule?.kind === "generate" ? catalogue.get(rule.generator) : undefined;
    if (rule?.kind !== "generate" || generator?.bundle === undefined) return [];
    const named = rule.params[generator.bundle.parameter];
    const whose = typeof named === "string" && named !== "" ? named : generator.bundle.of(name);
    return [{ column: name, rule, generator, whose, central: generator.bundle.central === true }];
  });
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return [...found.values()];
}

/** A customer's customer_email is that of the row itself. */
const ofTable = (members: readonly Member[], noun: string, give: Give): readonly Member[] =>
  members.some(({ whose }) => whose === noun) ? ownAre(noun, members, give) : members;

/** contact_name and email, and no other name: the address is the contact's. */
function ofOnlyName(members: readonly Member[], give: Give): readonly Member[] {
  const [only, ...others] = new Set(members.filter(({ central }) => central).map(({ whose }) => whose));
  return only === undefined || others.length > 0 ? members : ownAre(only, members, give);
}

/** The columns whose names say nothing are of the bundle that others name. */
function ownAre(only: string, members: readonly Member[], give: Give): readonly Member[] {
  if (only === "") return members;
  return members.map((member) => {
    const parameter = member.generator.bundle?.parameter;
    if (member.whose !== "" || parameter === undefined) return member;
    give(member, { [parameter]: only });
    return { ...member, whose: only };
  });
}

const countryWords =
  /\b(?:country(?: ?(?:code|name|iso|cd))?|iso ?country(?: ?code)?|land|landerkurzel|pais|pays|kraj|paese|nation)$/;

/** A country column with a rule of its own, such as a list of those that are delivered to, decides where the address is. */
function fromCountryColumn(
  bundle: readonly Member[],
  table: TableModel,
  members: readonly Member[],
  suggestions: ReadonlyMap<string, Suggestion>,
  give: Give,
): void {
  const takers = bundle.filter(({ generator }) => takesColumn(generator, "country"));
  const [first] = takers;
  const known = new Set(members.map(({ column }) => column));
  const country = table.columns.find(
    ({ name, valueType }) =>
      countryWords.test(wordsOf(name)) &&
      (valueType.kind === "text" || valueType.kind === "enum") &&
      !known.has(name) &&
      suggestions.get(name)?.rule.kind === "generate" &&
      first?.generator.bundle?.of(name) === first?.whose,
  );
  if (country === undefined) return;
  for (const taker of takers) give(taker, { country: country.name });
}

/** A company's website is made of the name that the row has, also where names must differ. */
function fromNameColumn(bundle: readonly Member[], give: Give): void {
  const centre = bundle.find(({ central }) => central);
  if (centre === undefined) return;
  for (const member of bundle) {
    if (member !== centre && takesColumn(member.generator, "name")) give(member, { name: centre.column });
  }
}

/** Whether a parameter names a column of the row. */
const takesColumn = (generator: Generator, parameter: string): boolean => {
  const params = generator.params.safeParse({ [parameter]: "x" });
  return params.success && generator.inputs?.(params.data).includes("x") === true;
};

/** A country on its own, without a city to be the country of, is any country. */
function lonely(bundle: readonly Member[], give: Give): void {
  const [only, ...others] = bundle;
  if (only !== undefined && others.length === 0 && parameterNames(only.generator).includes("among"))
    give(only, { among: "world" });
}
