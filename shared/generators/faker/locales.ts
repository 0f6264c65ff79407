import type { Faker } from "@faker-js/faker";
import { SeedloomError } from "../../base/errors.ts";
import { nearest } from "../../base/nearest.ts";
import type { WeightedLocale } from "../generator.ts";
import { localeTable as table } from "./locale-table.ts";
import { keyedFaker } from "./randomizer.ts";

/** The locales that may be chosen, in the order of their names. */
export const availableLocales: readonly { readonly id: string; readonly label: string }[] = Object.entries(table)
  .map(([id, { label }]) => ({ id, label }))
  .sort((a, b) => (a.label < b.label ? -1 : 1));

/** What a locale is called: "Swedish"; what was written where there is no such locale. */
export const localeLabel = (name: string): string => table[resolveLocale(name) ?? ""]?.label ?? name;

/** The id of a locale as written by a person: `sv-se` and `sv_SE` are `sv`, `no` has none. */
export function resolveLocale(name: string): string | undefined {
  const ids = Object.keys(table);
  const plain = name.replaceAll("-", "_").toLowerCase();
  const language = plain.split("_")[0];
  return (
    ids.find((id) => id.toLowerCase() === plain) ??
    ids.find((id) => id.toLowerCase() === language) ??
    ids.find((id) => id.toLowerCase().split("_")[0] === language)
  );
}

const loaded = new Map<string, Promise<Faker>>();

/** A Faker of the locale on a keyed randomizer; loaded once. */
function loadFaker(id: string): Promise<Faker> {
  let faker = loaded.get(id);
  if (!faker) {
    const asked = table[id]?.load() ?? Promise.reject(new TypeError(`No locale ${id}.`));
    faker = Promise.all([asked, import("@faker-js/faker/locale/en")]).then(([{ faker: ready }, { faker: english }]) => {
      // The class is exported only by faker's main file, which would load all locales.
      const FakerClass = ready.constructor as Parameters<typeof keyedFaker>[0];
      const locale = withoutGaps(ready.rawDefinitions, english.rawDefinitions);
      const keyed = keyedFaker(FakerClass, locale);
      // Methods that ask for the date are given the project's; should one be forgotten, it must not get the clock's.
      keyed.setDefaultRefDate("2000-01-01T00:00:00.000Z");
      return keyed;
    });
    loaded.set(id, faker);
  }
  return faker;
}

/** Definitions in which what a locale says is not applicable to it, at which faker throws, is the English one. */
function withoutGaps(own: Faker["rawDefinitions"], english: Faker["rawDefinitions"]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(own).map(([module, entries]) => {
      const usual: Readonly<Record<string, unknown>> = english[module] ?? {};
      const filled = Object.entries(entries ?? {}).map(([name, value]) => [name, value ?? usual[name]] as const);
      return [module, Object.fromEntries(filled)];
    }),
  );
}

/**
 * Loads the locales of a project, in the order of their names, whatever the record's. Throws `project-invalid` where a
 * locale does not exist or none has a weight above 0.
 */
export async function loadLocales(weights: Readonly<Record<string, number>>): Promise<readonly WeightedLocale[]> {
  const wanted = Object.entries(weights)
    .filter(([, weight]) => weight > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (wanted.length === 0) wanted.push(["en", 1]);
  return Promise.all(
    wanted.map(async ([locale, weight]) => {
      const id = resolveLocale(locale);
      if (id === undefined) {
        const near = nearest(locale, Object.keys(table));
        throw new SeedloomError(
          "project-invalid",
          `There is no locale ${locale}.`,
          near === undefined ? `There are ${Object.keys(table).join(", ")}.` : `Did you mean ${near}?`,
        );
      }
      return { locale, weight, faker: await loadFaker(id) };
    }),
  );
}
