import { z } from "zod";
import { fillWords } from "../../random/batch-words.ts";
import { wordAt } from "../../random/stream.ts";
import { bundleField, bundlePart, bundleStream } from "../bundle.ts";
import { rowLocale } from "../faker/row-locale.ts";
import type { CompileContext, ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { cellText } from "../text/cell-text.ts";
import { atlasOf, drawsOfCountry, drawShift, type Atlas } from "./atlas.ts";

/** Which address a column shows. */
export const addressFields = {
  address: bundleField("Address", "billing_city belongs to billing_zip"),
  country: parameter(z.string().default(""), {
    label: "Country from",
    help: "A column with the country's code or name. Empty: the country of the row's locale.",
    control: "column",
  }),
};
export interface AddressParams {
  readonly address: string;
  readonly country: string;
}

export const addressBundle = bundlePart("address");
export const addressCity = bundlePart("address", true);

/** The other column that the parameters name. */
export const addressInputs = ({ country }: AddressParams): readonly string[] => (country === "" ? [] : [country]);

/** Says that the column of the country is not there. */
export const addressProblems = ({ country }: AddressParams, columns: readonly string[]): readonly ParameterProblem[] =>
  country === "" || columns.includes(country)
    ? []
    : [
        {
          severity: "error",
          message: `There is no column ${country} to take the country from.`,
          fix: { label: "Use the country of the row's locale", params: { country: "" } },
        },
      ];

/** The addresses of a table's rows: each row's place follows from the table's streams, so columns agree on it. */
export interface Addresses {
  readonly atlas: Atlas;
  /** Writes for a batch the indexes in `atlas.places` of its rows' places, or what `map` has for them. */
  fill(rows: Float64Array, count: number, out: Int32Array, map?: Int32Array): void;
  /** A random word of the row's address; lanes from 1 up. */
  word(row: number, lane: number): number;
}

// Lanes of an address: what two columns show in common, they draw from the same.
export const lanes = { place: 0, street: 1, houseNumber: 2, postcode: 3, latitude: 4, longitude: 5, parts: 8 } as const;

/** The addresses for a column's parameters. */
export function addressesOf(context: CompileContext, p: AddressParams): Addresses {
  const atlas = atlasOf(context.locales, p.country !== "");
  const stream = bundleStream(context, "address", p.address);
  const { k0, k1 } = stream;
  const localeOf = rowLocale(context);
  const given = p.country === "" ? undefined : context.input(p.country);
  const { draws, countryOfLocale } = atlas;
  const single = context.locales.length <= 1 && !given;
  const found = new Map<string, number>();
  const named = (text: string): number => {
    let index = found.get(text);
    if (index === undefined) found.set(text, (index = atlas.find(text)));
    return index;
  };
  const countryOf = (row: number, i: number): number => {
    const asked = given && !(given.hasNulls && given.nulls[i] === 1) ? named(cellText(given, i)) : -1;
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
  return {
    atlas,
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
    word: (row, lane) => wordAt(k0, k1, row, lane),
  };
}

/** Turns words into what the draws of the only country, from `start` on, come to. */
function lookUp(table: Int32Array, start: number, count: number, out: Int32Array): void {
  for (let i = 0; i < count; i++) out[i] = table[start + ((out[i] ?? 0) >>> drawShift)] ?? 0;
}
