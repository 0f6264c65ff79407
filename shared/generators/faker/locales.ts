import type { Faker } from "@faker-js/faker";
import { SeedloomError } from "../../base/errors.ts";
import { nearest } from "../../base/nearest.ts";
import type { WeightedLocale } from "../generator.ts";
import { keyedRandomizer } from "./randomizer.ts";

interface LocaleEntry {
  readonly label: string;
  /** Imported when first used; a static table, so that bundlers see every file. */
  load(): Promise<{ readonly faker: Faker }>;
}

const table: Readonly<Record<string, LocaleEntry>> = {
  en: { label: "English", load: () => import("@faker-js/faker/locale/en") },
  en_US: { label: "English (United States)", load: () => import("@faker-js/faker/locale/en_US") },
  en_GB: { label: "English (United Kingdom)", load: () => import("@faker-js/faker/locale/en_GB") },
  en_AU: { label: "English (Australia)", load: () => import("@faker-js/faker/locale/en_AU") },
  en_CA: { label: "English (Canada)", load: () => import("@faker-js/faker/locale/en_CA") },
  en_IE: { label: "English (Ireland)", load: () => import("@faker-js/faker/locale/en_IE") },
  en_IN: { label: "English (India)", load: () => import("@faker-js/faker/locale/en_IN") },
  cs_CZ: { label: "Czech", load: () => import("@faker-js/faker/locale/cs_CZ") },
  da: { label: "Danish", load: () => import("@faker-js/faker/locale/da") },
  de: { label: "German", load: () => import("@faker-js/faker/locale/de") },
  de_AT: { label: "German (Austria)", load: () => import("@faker-js/faker/locale/de_AT") },
  de_CH: { label: "German (Switzerland)", load: () => import("@faker-js/faker/locale/de_CH") },
  el: { label: "Greek", load: () => import("@faker-js/faker/locale/el") },
  es: { label: "Spanish", load: () => import("@faker-js/faker/locale/es") },
  es_MX: { label: "Spanish (Mexico)", load: () => import("@faker-js/faker/locale/es_MX") },
  fi: { label: "Finnish", load: () => import("@faker-js/faker/locale/fi") },
  fr: { label: "French", load: () => import("@faker-js/faker/locale/fr") },
  fr_BE: { label: "French (Belgium)", load: () => import("@faker-js/faker/locale/fr_BE") },
  fr_CA: { label: "French (Canada)", load: () => import("@faker-js/faker/locale/fr_CA") },
  fr_CH: { label: "French (Switzerland)", load: () => import("@faker-js/faker/locale/fr_CH") },
  he: { label: "Hebrew", load: () => import("@faker-js/faker/locale/he") },
  hr: { label: "Croatian", load: () => import("@faker-js/faker/locale/hr") },
  hu: { label: "Hungarian", load: () => import("@faker-js/faker/locale/hu") },
  id_ID: { label: "Indonesian", load: () => import("@faker-js/faker/locale/id_ID") },
  it: { label: "Italian", load: () => import("@faker-js/faker/locale/it") },
  ja: { label: "Japanese", load: () => import("@faker-js/faker/locale/ja") },
  ko: { label: "Korean", load: () => import("@faker-js/faker/locale/ko") },
  nb_NO: { label: "Norwegian", load: () => import("@faker-js/faker/locale/nb_NO") },
  nl: { label: "Dutch", load: () => import("@faker-js/faker/locale/nl") },
  nl_BE: { label: "Dutch (Belgium)", load: () => import("@faker-js/faker/locale/nl_BE") },
  pl: { label: "Polish", load: () => import("@faker-js/faker/locale/pl") },
  pt_BR: { label: "Portuguese (Brazil)", load: () => import("@faker-js/faker/locale/pt_BR") },
  pt_PT: { label: "Portuguese (Portugal)", load: () => import("@faker-js/faker/locale/pt_PT") },
  ro: { label: "Romanian", load: () => import("@faker-js/faker/locale/ro") },
  ru: { label: "Russian", load: () => import("@faker-js/faker/locale/ru") },
  sk: { label: "Slovak", load: () => import("@faker-js/faker/locale/sk") },
  sv: { label: "Swedish", load: () => import("@faker-js/faker/locale/sv") },
  tr: { label: "Turkish", load: () => import("@faker-js/faker/locale/tr") },
  uk: { label: "Ukrainian", load: () => import("@faker-js/faker/locale/uk") },
  vi: { label: "Vietnamese", load: () => import("@faker-js/faker/locale/vi") },
  zh_CN: { label: "Chinese (China)", load: () => import("@faker-js/faker/locale/zh_CN") },
  zh_TW: { label: "Chinese (Taiwan)", load: () => import("@faker-js/faker/locale/zh_TW") },
};

/** The locales that may be chosen, in the order of their names. */
export const availableLocales: readonly { readonly id: string; readonly label: string }[] = Object.entries(table)
  .map(([id, { label }]) => ({ id, label }))
  .sort((a, b) => (a.label < b.label ? -1 : 1));

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
    faker = (table[id]?.load() ?? Promise.reject(new TypeError(`No locale ${id}.`))).then(({ faker: ready }) => {
      // The class is exported only by faker's main file, which would load all locales.
      const FakerClass = ready.constructor as new (options: { locale: object; randomizer: object }) => Faker;
      const keyed = new FakerClass({ locale: ready.rawDefinitions, randomizer: keyedRandomizer() });
      // No method in use asks for the date; should one come to do so, it must not get the clock's.
      keyed.setDefaultRefDate("2000-01-01T00:00:00.000Z");
      return keyed;
    });
    loaded.set(id, faker);
  }
  return faker;
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
