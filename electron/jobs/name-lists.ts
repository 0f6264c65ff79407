import { loadLocales } from "../../shared/generators/faker/locales.ts";
import type { NameLists } from "../../shared/rules/personal/by-value.ts";

/** Locales whose names are known, beside those of the project. */
const common = ["en", "de", "fr", "es", "it", "nl", "sv", "pl", "pt_BR"];

/** The names and cities that values are held against: what the generators of these locales know. */
export async function nameLists(locales: readonly string[]): Promise<NameLists> {
  const wanted = Object.fromEntries([...common, ...locales].map((id) => [id, 1]));
  const loaded = await loadLocales(wanted);
  const given = new Set<string>();
  const family = new Set<string>();
  const cities = new Set<string>();
  for (const { faker } of loaded) {
    const { person, location } = faker.rawDefinitions;
    addTexts(given, person?.first_name);
    addTexts(family, person?.last_name);
    addTexts(cities, location?.city_name);
  }
  return { given, family, cities };
}

/** Adds the texts of a list, or of lists by sex, in lower case. */
function addTexts(into: Set<string>, value: unknown): void {
  if (typeof value === "string") into.add(value.toLowerCase());
  else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) addTexts(into, one);
}
