import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { availableLocales, loadLocales } from "../faker/locales.ts";
import type { WeightedLocale } from "../generator.ts";
import { generatorCatalogue } from "../index.ts";
import { bind, cellsOf, range, type Bench } from "../test-bench.ts";
import type { Place } from "./places/country.ts";
import { countries } from "./places/index.ts";

let locales: readonly WeightedLocale[] = [];
beforeAll(async () => {
  locales = await loadLocales({ en: 3, de: 2, fr: 1, ja: 1, pt_BR: 1, en_GB: 1 });
});

const texts = { kind: "text" } as const;
const degrees = { kind: "decimal", scale: 6 } as const;

function cells(
  id: string,
  column: string,
  rows: readonly number[],
  more: Partial<Bench> = {},
  params: Record<string, unknown> = {},
) {
  const generator = generatorCatalogue.get(id);
  if (!generator) throw new Error(`No generator ${id}.`);
  const type = id.endsWith("itude") ? degrees : texts;
  return cellsOf(bind(generator, params, { type, locales, column, ...more }), rows).map(String);
}

const places = [...countries.values()].flatMap((country) => country.places);
const placesOf = (city: string, code: string): readonly Place[] =>
  places.filter((place) => place.city === city && place.country.code === code);

const pattern = (form: string): string =>
  form.replaceAll(/[#@]|[^\w#@]/g, (sign) => (sign === "#" ? "\\d" : sign === "@" ? "[A-Z]" : `\\${sign}`));
const fits = (postcode: string, { postcodes }: Place): boolean =>
  new RegExp(`^(?:${postcodes.map(pattern).join("|")})$`).test(postcode);

/** All parts of the addresses of some rows, read column by column. */
function addressRows(rows: readonly number[], prefix: string, more: Partial<Bench> = {}) {
  const part = (id: string, name: string) => cells(id, `${prefix}${name}`, rows, more);
  const [zip, city, state, code] = [
    part("location.zipCode", "zip"),
    part("location.city", "city"),
    part("location.state", "state"),
    part("location.countryCode", "country_code"),
  ];
  const [country, latitude, longitude, zone] = [
    part("location.country", "country"),
    part("location.latitude", "lat"),
    part("location.longitude", "lng"),
    part("location.timeZone", "time_zone"),
  ];
  return rows.map((_, k) => ({
    zip: zip[k] ?? "",
    city: city[k] ?? "",
    state: state[k] ?? "",
    code: code[k] ?? "",
    country: country[k] ?? "",
    latitude: Number(latitude[k]),
    longitude: Number(longitude[k]),
    zone: zone[k] ?? "",
  }));
}

const anyRows = fc.array(fc.maxSafeNat(), { minLength: 1, maxLength: 60 });
const anySeed = fc.integer({ min: 1, max: 1_000_000 });

describe("the columns of one row show one address", () => {
  test("city, region, postcode, country, zone and coordinates belong together, in any row under any seed", () => {
    fc.assert(
      fc.property(anyRows, anySeed, fc.constantFrom("", "billing_", "ship_"), (rows, seed, prefix) => {
        for (const row of addressRows(rows, prefix, { seed })) {
          const found = placesOf(row.city, row.code).find((place) => fits(row.zip, place));
          expect({ ...row, found: found?.city }).toEqual({ ...row, found: row.city });
          expect(row.state).toBe(found?.region);
          expect(row.zone).toBe(found?.timeZone);
          expect([found?.country.native, found?.country.name]).toContain(row.country);
          expect(Math.abs(row.latitude - (found?.latitude ?? 0))).toBeLessThan(0.05);
          expect(Math.abs(row.longitude - (found?.longitude ?? 0))).toBeLessThan(0.05);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("the whole address has the street, the postcode and the city of the row's other columns", () => {
    const rows = range(300);
    const whole = cells("location.postalAddress", "full_address", rows);
    const [street, zip, city, number] = [
      cells("location.streetAddress", "address_line_1", rows),
      cells("location.zipCode", "zip", rows),
      cells("location.city", "city", rows),
      cells("location.buildingNumber", "house_number", rows),
    ];
    whole.forEach((text, k) => {
      for (const part of [street[k], zip[k], city[k]]) expect(text).toContain(part);
      expect(street[k]).toMatch(new RegExp(`(?<!\\d)${number[k]}(?!\\d)`));
    });
  });

  test("the address is in the country that the row's names are of", async () => {
    const rows = range(100);
    const mix = { locales: await loadLocales({ de: 1, ja: 1 }) };
    const names = cells("person.fullName", "name", rows, mix);
    const codes = cells("location.countryCode", "country", rows, mix);
    names.forEach((name, k) => expect(codes[k]).toBe(/[\u3040-\u9fff]/.test(name) ? "JP" : "DE"));
  });

  test("a billing and a shipping address of one row differ, each whole in itself", () => {
    const rows = range(200);
    const [billing, shipping] = [addressRows(rows, "billing_"), addressRows(rows, "shipping_")];
    expect(billing.filter(({ city }, k) => city === shipping[k]?.city).length).toBeLessThan(60);
    const named = cells("location.city", "anything", rows, {}, { address: "billing" });
    expect(named).toEqual(billing.map(({ city }) => city));
  });

  test("a country column of the row decides, by code or by name", () => {
    const rows = range(100);
    const given = ["FR", "Sweden", "deutschland", "USA", "gbr"];
    const codes = ["FR", "SE", "DE", "US", "GB"];
    const inputs = { land: (row: number) => given[row % given.length] ?? "" };
    const city = cells("location.city", "city", rows, { inputs }, { country: "land" });
    const zip = cells("location.zipCode", "zip", rows, { inputs }, { country: "land" });
    city.forEach((name, k) => {
      const found = placesOf(name, codes[k % codes.length] ?? "").filter((place) => fits(zip[k] ?? "", place));
      expect(found.length).toBeGreaterThan(0);
    });
  });

  test("a column that is not there is said", () => {
    const city = generatorCatalogue.get("location.city");
    const said = city?.problems?.(city.params.parse({ country: "land_id.code", city: "town" }), {
      type: texts,
      columns: ["city"],
    });
    expect(said?.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      "error: There is no column land_id.code to take the country from.",
      "error: There is no column town to take the city from.",
    ]);
    expect(
      city?.problems?.(city.params.parse({ country: "land_id.code" }), { type: texts, columns: ["land_id"] }),
    ).toEqual([]);
  });

  test("every locale has whole addresses", async () => {
    for (const { id } of availableLocales) {
      const own = { locales: await loadLocales({ [id]: 1 }) };
      for (const row of addressRows(range(10), "", own)) {
        expect(`${id} ${row.code}`).toMatch(/ [A-Z]{2}$/);
        for (const text of [row.city, row.state, row.zip, row.country, row.zone]) expect(text).toMatch(/^\S.*\S$/);
        expect(Math.abs(row.latitude) <= 90 && Math.abs(row.longitude) <= 180).toBe(true);
      }
      expect(new Set(cells("location.streetAddress", "street", range(30), own)).size).toBeGreaterThan(20);
    }
  });
});

test("places are where their country is, and each state of the United States has one", () => {
  const apart = [...countries.values()].map(({ code, places: all }) => {
    const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
    return [code, spread(all.map(({ latitude }) => latitude)), all.length] as const;
  });
  // Alaska and Hawaii, and the north of Canada.
  for (const [code, degreesApart, count] of apart) {
    expect(`${code} ${degreesApart < (code === "US" || code === "BR" ? 42 : 32)}`).toBe(`${code} true`);
    expect(count).toBeGreaterThan(7);
  }
  expect(new Set(countries.get("US")?.places.map(({ region }) => region)).size).toBe(51);
});
