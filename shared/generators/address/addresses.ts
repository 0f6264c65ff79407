import { z } from "zod";
import { fillWords } from "../../random/batch-words.ts";
import { wordAt } from "../../random/stream.ts";
import { bundleField, bundlePart, bundleStream } from "../bundle.ts";
import { rowLocale } from "../faker/row-locale.ts";
import type { CompileContext, ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { textLookup } from "../text/text-lookup.ts";
import { atlasOf, drawsOfCountry, drawShift, type Atlas } from "./atlas.ts";
import { cityFinder, cityLists, regionLists } from "./place-lists.ts";

/** How the rows come by their places. */
const placeDraws = ["any", "each city once", "each region once"] as const;

/** Which address a column shows. */
export const addressFields = {
  address: bundleField("Address", "billing_city belongs to billing_zip"),
  country: parameter(z.string().default(""), {
    label: "Country from",
    help: "A column with the country's code or name, also one of the parent: country_id.name. Empty: the country of the row's locale.",
    control: "column",
  }),
  places: parameter(z.enum(placeDraws).default("any"), {
    label: "Places",
    help: "any: large cities more often; each city, or region, once: the rows of one owner, such as a country, go through its own.",
    control: "select",
  }),
  city: parameter(z.string().default(""), {
    label: "City from",
    help: "A column with the city's name, also one of the parent: city_id.name. Empty: a city of the country.",
    control: "column",
  }),
};
export interface AddressParams {
  readonly address: string;
  readonly country: string;
  readonly places: (typeof placeDraws)[number];
  readonly city: string;
}

export const addressBundle = bundlePart("address");
export const addressCity = bundlePart("address", true);

/** The other columns that the parameters name. */
export const addressInputs = ({ country, city }: AddressParams): readonly string[] =>
  [country, city].filter((name) => name !== "");

/** Says that the column of the country, or of the city, is not there. */
export function addressProblems(
  { country, city }: AddressParams,
  columns: readonly string[],
): readonly ParameterProblem[] {
  const missing = (name: string): boolean => name !== "" && !columns.includes(name.split(".")[0] ?? "");
  return [
    ...(missing(country)
      ? [
          {
            severity: "error" as const,
            message: `There is no column ${country} to take the country from.`,
            fix: { label: "Use the country of the row's locale", params: { country: "" } },
          },
        ]
      : []),
    ...(missing(city)
      ? [
          {
            severity: "error" as const,
            message: `There is no column ${city} to take the city from.`,
            fix: { label: "Use any city of the country", params: { city: "" } },
          },
        ]
      : []),
  ];
}

/** The addresses of a table's rows: each row's place follows from the table's streams, so columns agree on it. */
export interface Addresses {
  readonly atlas: Atlas;
  /** Writes for a batch the indexes in `atlas.places` of its rows' places, or what `map` has for them. */
  fill(rows: Float64Array, count: number, out: Int32Array, map?: Int32Array): void;
  /**
   * Where places come each once: how often the country's have all come before, for the rows of the last {@link fill}. Their
   * names have to change then.
   */
  readonly rounds?: Int32Array;
  /** A random word of the row's address; lanes from 1 up. */
  word(row: number, lane: number): number;
}

// Lanes of an address: what two columns show in common, they draw from the same.
export const lanes = { place: 0, street: 1, houseNumber: 2, postcode: 3, latitude: 4, longitude: 5, parts: 8 } as const;

/** The addresses for a column's parameters. */
export function addressesOf(context: CompileContext, p: AddressParams): Addresses {
  const atlas = atlasOf(context.locales, p.country !== "" || p.city !== "");
  const stream = bundleStream(context, "address", p.address);
  const { k0, k1 } = stream;
  const localeOf = rowLocale(context);
  const given = p.country === "" ? undefined : context.input(p.country);
  const { draws, countryOfLocale } = atlas;
  const ordinal = p.places === "any" ? undefined : context.ordinal;
  const city = p.city === "" ? undefined : context.input(p.city);
  const single = context.locales.length <= 1 && !given;
  const countryNamed = given && textLookup(given, -1, (text) => atlas.find(text));
  const countryOf = (row: number, i: number): number => {
    const asked = countryNamed?.(i) ?? -1;
    return asked < 0 ? (countryOfLocale[localeOf(row)] ?? 0) : asked;
  };
  const mapped = new Map<Int32Array, Int32Array>();
  /** What each draw of each country comes to. */
  const tableOf = (map: Int32Array | undefined): Int32Array => {
    if (map === undefined) return draws;
    let table = mapped.get(map);
    if (!table) mapped.set(map, (table = draws.map((place) => map[place] ?? 0)));
    return table;
  };
  const word = (row: number, lane: number): number => wordAt(k0, k1, row, lane);
  if (ordinal) {
    const lists = p.places === "each city once" ? cityLists(atlas) : regionLists(atlas);
    const rounds = new Int32Array(context.batchRows);
    const ordinals = new Float64Array(context.batchRows);
    return {
      atlas,
      rounds,
      word,
      fill(rows, count, out, map) {
        ordinal(rows, count, ordinals);
        for (let i = 0; i < count; i++) {
          const list = lists[countryOf(rows[i] ?? 0, i)] ?? noPlaces;
          const at = ordinals[i] ?? 0;
          rounds[i] = Math.floor(at / list.length);
          const place = list[at % list.length] ?? 0;
          out[i] = map ? (map[place] ?? 0) : place;
        }
      },
    };
  }
  if (city) {
    const find = cityFinder(atlas);
    // Cities by number, so that a row compares no texts.
    const names: string[] = [];
    const cityOf = textLookup(city, -1, (text) => names.push(text) - 1);
    const known = new Map<number, number>();
    const placeNamed = (country: number, at: number): number => {
      const key = at * (atlas.countries.length + 1) + country + 1;
      let place = known.get(key);
      if (place === undefined) known.set(key, (place = find(names[at] ?? "", country)));
      return place;
    };
    return {
      atlas,
      word,
      fill(rows, count, out, map) {
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          const country = countryOf(row, i);
          const at = cityOf(i);
          const named = at < 0 ? -1 : placeNamed(given ? country : -1, at);
          const place =
            named < 0 ? (draws[country * drawsOfCountry + (word(row, lanes.place) >>> drawShift)] ?? 0) : named;
          out[i] = map ? (map[place] ?? 0) : place;
        }
      },
    };
  }
  return {
    atlas,
    word,
    fill(rows, count, out, map) {
      const table = tableOf(map);
      if (single) {
        fillWords(stream, lanes.place, rows, count, out);
        lookUp(table, (countryOfLocale[0] ?? 0) * drawsOfCountry, count, out);
      } else {
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          out[i] = table[countryOf(row, i) * drawsOfCountry + (wordAt(k0, k1, row, lanes.place) >>> drawShift)] ?? 0;
        }
      }
    },
  };
}

const noPlaces: readonly number[] = [0];

/** Turns words into what the draws of the only country, from `start` on, come to. */
function lookUp(table: Int32Array, start: number, count: number, out: Int32Array): void {
  for (let i = 0; i < count; i++) out[i] = table[start + ((out[i] ?? 0) >>> drawShift)] ?? 0;
}
