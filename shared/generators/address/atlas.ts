import type { Faker } from "@faker-js/faker";
import { poolOf } from "../faker/pool.ts";
import { hasGap } from "../faker/fallback.ts";
import { countryOfLocale } from "../faker/home-country.ts";
import type { WeightedLocale } from "../generator.ts";
import { countryAliases } from "./country-codes.ts";
import type { Country, Place } from "./places/country.ts";
import { homes } from "./places/homes.ts";
import { countries } from "./places/index.ts";
import { worldCountries } from "./places/world.ts";

/** So many draws tell the weights of a country's places apart: as many as the upper bits of a word do. */
export const drawsOfCountry = 1024;
export const drawShift = 22;
/** Places of a country of which only the language is known. */
const inventedPlaces = 48;

/** Some countries' places in one list, and how to draw one of a country. */
export interface Atlas {
  readonly places: readonly Place[];
  readonly countries: readonly Country[];
  /** For each country {@link drawsOfCountry} indexes of places, each place as often as its inhabitants ask for. */
  readonly draws: Int32Array;
  /** For each of the locales the index of its country. */
  readonly countryOfLocale: Int32Array;
  /** The index of the country that a text names by code or name, -1 where there is none. */
  find(text: string): number;
}

const ofLocales = new WeakMap<Faker, Map<string, Atlas>>();

/** The atlas of some locales; `all`: of all other countries, too. Made once: a preview compiles at every edit. */
export function atlasOf(locales: readonly WeightedLocale[], all: boolean): Atlas {
  const first = locales[0]?.faker;
  const key = `${all} ${locales.map(({ locale }) => locale).join(" ")}`;
  const known = first && ofLocales.get(first)?.get(key);
  if (known) return known;
  const made = newAtlas(locales, all);
  if (first) ofLocales.set(first, (ofLocales.get(first) ?? new Map<string, Atlas>()).set(key, made));
  return made;
}

function newAtlas(locales: readonly WeightedLocale[], all: boolean): Atlas {
  const own = locales.map(countryOf);
  // Beside those of the locales, countries have names that the world can read.
  const others = all ? new Map([...countries, ...worldCountries()]) : new Map<string, Country>();
  for (const { code } of own) if (countries.has(code)) others.delete(code);
  const listed = [...new Set([...own, ...others.values()])];
  const places = listed.flatMap((country) => country.places);
  const draws = new Int32Array(listed.length * drawsOfCountry);
  let start = 0;
  for (const [k, country] of listed.entries()) {
    const total = country.places.reduce((sum, { weight }) => sum + weight, 0);
    let end = 0;
    let at = 0;
    for (const [n, { weight }] of country.places.entries()) {
      end += weight;
      for (; at < Math.round((end / total) * drawsOfCountry); at++) draws[k * drawsOfCountry + at] = start + n;
    }
    start += country.places.length;
  }
  const names = new Map<string, number>();
  for (const [k, { code, code3, name, native }] of listed.entries()) {
    for (const text of [code, code3, name, native]) names.set(text.toLowerCase(), k);
  }
  return {
    places,
    countries: listed,
    draws,
    countryOfLocale: Int32Array.from(own, (country) => listed.indexOf(country)),
    find: (text) => names.get((countryAliases[text.trim().toLowerCase()] ?? text).trim().toLowerCase()) ?? -1,
  };
}

function countryOf({ locale, faker }: WeightedLocale): Country {
  const code = countryOfLocale(locale);
  return countries.get(code) ?? inventedCountry(code, locale, faker);
}

const invented = new WeakMap<Faker, Country>();

/** A country whose cities and regions are faker's names for its language, around the middle of the real country. */
function inventedCountry(code: string, locale: string, faker: Faker): Country {
  const known = invented.get(faker);
  if (known) return known;
  const home = homes.get(code);
  const places: Place[] = [];
  const text = (key: string, slot: number, draw: (f: Faker) => string): string =>
    poolOf(faker, key, draw).text(slot).trim();
  const given = faker.rawDefinitions.location?.postcode ?? "#####";
  const made: Country = {
    code: code === "" ? "XX" : code,
    code3: home?.code3 ?? "XXX",
    name: home?.name ?? "Esperantujo",
    native: home?.native ?? "Esperantujo",
    places,
    streets: {
      first: Array.from({ length: 32 }, (_, k) => text("location.street", k, (f) => f.location.street())),
      last: [""],
      form: "%s %n",
    },
    cityLine: "%p %c",
  };
  const regions = !hasGap("location.state", locale);
  for (let k = 0; k < inventedPlaces; k++) {
    const city = text("location.city", k, (f) => f.location.city());
    // A region is named after its city where faker knows no regions in the language.
    const region = regions ? text("location.state", k >> 2, (f) => f.location.state()) : city;
    faker.seed([k, 77]);
    const away = (): number => (faker.number.float() * 2 - 1) * (home?.reach ?? 2);
    const [latitude, longitude] = [away(), away()];
    places.push({
      city,
      region,
      regionCode: region,
      postcodes: (typeof given === "string" ? [given] : given).map((format) =>
        format.replaceAll("?", "@").replaceAll("!", "#"),
      ),
      latitude: (home?.latitude ?? 48) + latitude,
      longitude: (home?.longitude ?? 11) + longitude,
      timeZone: home?.timeZone ?? "Etc/UTC",
      weight: 1,
      country: made,
    });
  }
  invented.set(faker, made);
  return made;
}
