import { allLocales, type Faker, type LocaleDefinition } from "@faker-js/faker";
import { availableLocales, loadLocales } from "./locales.ts";
import { fakerMethods } from "./methods/index.ts";
import { keyedRandomizer } from "./randomizer.ts";

// What faker itself has, for the tests that hold the product to it and for the script that writes the tables.

const notModules = new Set(["fakerCore", "definitions", "rawDefinitions"]);

/** Every method of faker, as module.method: by the prototype chain of its modules. */
export function fakerApi(faker: Faker): readonly string[] {
  return Object.entries(faker)
    .filter(([name, module]) => !notModules.has(name) && !name.startsWith("_") && typeof module === "object")
    .flatMap(([name, module]) => [...memberNames(module as object)].map((member) => `${name}.${member}`));
}

function memberNames(module: object): ReadonlySet<string> {
  const names = new Set<string>();
  for (
    let at: object | null = module;
    at !== null && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(at)) {
      const member = (module as Record<string, unknown>)[name];
      if (name !== "constructor" && typeof member === "function") names.add(name);
    }
  }
  return names;
}

const now = new Date("2026-11-22T00:00:00Z");

/** A value of each method in English, cut at 60 characters. */
export async function examplesOf(): Promise<Readonly<Record<string, string>>> {
  const faker = (await loadLocales({ en: 1 }))[0]?.faker;
  if (!faker) throw new TypeError("English is gone.");
  return Object.fromEntries(
    [...fakerMethods]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, draw, params }) => {
        faker.seed([7, 42]);
        const drawn = draw(faker, params.parse({}), now);
        const text = drawn instanceof Date ? drawn.toISOString() : String(drawn);
        return [id, text.length > 60 ? `${text.slice(0, 59)}…` : text];
      }),
  );
}

type Entries = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** Native generators that are localized under a method's id. */
const nativeLocalized = ["person.firstName", "person.lastName", "phone.number", "location.zipCode"];

/** Names and codes that are the same in every language, or read as English everywhere. */
const everywhere =
  /^(?:internet|system|git|database|airline|image|finance\.(?:creditCard|currencySymbol)|vehicle\.(?:vehicle|model|manufacturer)$)/;

/** For each method the locales that show English though other languages have definitions; equal lists together. */
export async function gapsOf(): Promise<readonly { readonly methods: string; readonly locales: string }[]> {
  const raw = allLocales as unknown as Readonly<Record<string, LocaleDefinition & Entries>>;
  const has = (locale: string, path: string): boolean => {
    const [module = "", entry = ""] = path.split(".");
    const value = raw[locale]?.[module]?.[entry];
    return value !== undefined && value !== null;
  };
  const languages = (path: string): number =>
    new Set(
      Object.keys(raw)
        .filter((id) => has(id, path))
        .map((id) => id.split("_")[0]),
    ).size;
  const native = nativeLocalized.map((id) => ({ id, draw: (faker: Faker) => callPath(faker, id), params: undefined }));
  const missing = new Map<string, string[]>();
  for (const { id: locale } of availableLocales) {
    const language = locale.split("_")[0] ?? "";
    if (language === "en") continue;
    const faker = (await loadLocales({ [locale]: 1 }))[0]?.faker;
    if (!faker) continue;
    const seen = new Set<string>();
    const FakerClass = faker.constructor as new (options: { locale: object; randomizer: object }) => Faker;
    const watched = new FakerClass({
      locale: watch(faker.rawDefinitions, seen),
      randomizer: keyedRandomizer(),
    });
    const spoken = fakerMethods.filter(({ id, codes }) => codes === undefined && !everywhere.test(id));
    for (const method of [...spoken, ...native]) {
      seen.clear();
      for (let key = 0; key < 12; key++) {
        watched.seed([key, 1]);
        method.draw(watched, method.params?.parse({}) ?? {}, now);
      }
      const gap = [...seen].some(
        (path) => !has(locale, path) && !has(language, path) && !has("base", path) && languages(path) > 2,
      );
      if (gap) missing.set(method.id, [...(missing.get(method.id) ?? []), locale]);
    }
  }
  const groups = new Map<string, string[]>();
  for (const [id, locales] of [...missing].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = [...locales].sort().join(" ");
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return [...groups].map(([locales, methods]) => ({ methods: methods.join(" "), locales }));
}

function callPath(faker: Faker, id: string): string {
  const [module = "", member = ""] = id.split(".");
  const owner = faker[module as "person"] as unknown as Record<string, () => string>;
  return String(owner[member]?.());
}

/** Definitions that note what is read of them. */
const watch = (definitions: Entries, seen: Set<string>): object =>
  Object.fromEntries(
    Object.entries(definitions).map(([module, entries]) => [
      module,
      new Proxy(entries ?? {}, {
        get(target, entry) {
          if (typeof entry === "string") seen.add(`${module}.${entry}`);
          return Reflect.get(target, entry) as unknown;
        },
      }),
    ]),
  );
