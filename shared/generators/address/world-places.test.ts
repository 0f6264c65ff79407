import { beforeAll, describe, expect, test } from "vitest";
import { loadLocales } from "../faker/locales.ts";
import type { WeightedLocale } from "../generator.ts";
import { generatorCatalogue } from "../index.ts";
import { referenceList } from "../reference/reference-list.ts";
import { bind, cellsOf, range, type Bench } from "../test-bench.ts";
import { countyOf } from "./places/counties.ts";
import type { Country } from "./places/country.ts";
import { countries } from "./places/index.ts";
import { worldCountries } from "./places/world.ts";

let locales: readonly WeightedLocale[] = [];
beforeAll(async () => {
  locales = await loadLocales({ sv: 1 });
});

const countryOf = (code: string): Country | undefined => worldCountries().get(code) ?? countries.get(code);
const codes = referenceList("countries").fields.code ?? [];

function cells(id: string, params: Record<string, unknown>, rows: readonly number[], more: Partial<Bench> = {}) {
  const generator = generatorCatalogue.get(id);
  if (!generator) throw new Error(`No generator ${id}.`);
  const type = id.endsWith("itude") ? ({ kind: "decimal", scale: 6 } as const) : ({ kind: "text" } as const);
  return cellsOf(bind(generator, params, { type, locales, ...more }), rows).map(String);
}

test("every country of ISO 3166-1 has cities, the well known ones at least four, and the capital is among the world's", () => {
  const { fields, known } = referenceList("countries");
  for (const [k, code] of codes.entries()) {
    const names = countryOf(code)?.places.map(({ city }) => city) ?? [];
    expect(`${code} ${names.length >= (known.includes(k) ? 4 : 1)}`).toBe(`${code} true`);
    const capital = fields.capital?.[k] ?? "";
    if (capital !== "" && worldCountries().has(code)) expect(names).toContain(capital);
  }
  for (const { places } of worldCountries().values())
    for (const { latitude, longitude } of places)
      expect(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180).toBe(true);
});

describe("places by the country of another column", () => {
  // Rows 0 to 9 belong to Kenya, and so on.
  const names = ["Kenya", "South Korea", "AR", "Turkey", "SWE", "Nauru"];
  const inputs = { "country_id.name": (row: number) => names[Math.floor(row / 10)] ?? "" };
  const isoCodes = ["KE", "KR", "AR", "TR", "SE", "NR"];
  const rows = range(names.length * 10);
  const country = { country: "country_id.name" };
  const once = { ...country, places: "each city once" };
  const owned = { inputs, ordinal: (row: number) => row % 10 };

  test("a city, its region and its coordinates are in that country", () => {
    const [city, state, latitude] = ["location.city", "location.state", "location.latitude"].map((id) =>
      cells(id, country, rows, { inputs }),
    );
    rows.forEach((row) => {
      const places = countryOf(isoCodes[Math.floor(row / 10)] ?? "")?.places ?? [];
      const place = places.find((one) => one.city === city?.[row] && one.region === state?.[row]);
      expect(place?.city).toBe(city?.[row]);
      expect(Math.abs(Number(latitude?.[row]) - (place?.latitude ?? 0))).toBeLessThan(0.05);
    });
  });

  test("each city once: no city of a country comes twice, and those beyond its own are called after them", () => {
    const city = cells("location.city", once, rows, owned);
    const state = cells("location.state", once, rows, owned);
    for (const [k, code] of isoCodes.entries()) {
      // A country of one city has nine names.
      const found = city.slice(k * 10, k * 10 + 9);
      expect(new Set(found).size).toBe(9);
      const places = countryOf(code)?.places ?? [];
      const own = new Set(places.map((place) => place.city));
      expect(found.slice(0, own.size).every((name) => own.has(name))).toBe(true);
      found.forEach((name, at) => {
        const place = places.find((one) => name.endsWith(one.city) && one.region === state[k * 10 + at]);
        expect(place).toBeDefined();
      });
    }
    expect(city.slice(50, 53)).toEqual(["Yaren", "North Yaren", "South Yaren"]);
  });

  test("each city once is distinct in the whole table where it must be, for any number of rows", () => {
    const many = range(6000);
    const found = cells("location.city", once, many, {
      unique: true,
      rowCount: many.length,
      inputs: { "country_id.name": (row) => codes[Math.floor(row / 30) % codes.length] ?? "" },
      ordinal: (row) => row % 30,
    });
    expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(many.length);
    expect(Math.max(...found.map((name) => name.length))).toBeLessThan(60);
    expect(generatorCatalogue.get("location.city")?.capacity({ ...once, names: "real" }, { kind: "text" })).toBe(
      Infinity,
    );
  });

  test("places have Latin names, but those of the project's own countries", async () => {
    const japan = { inputs: { "country_id.name": () => "Japan" } };
    expect(cells("location.city", country, range(20), japan).join()).toMatch(/^[A-Za-z,]+$/);
    const own = await loadLocales({ ja: 1 });
    expect(cells("location.city", country, range(20), { ...japan, locales: own }).join()).toMatch(/^[^A-Za-z]+$/);
  });

  test("each region once: the regions of a country, one after the other", () => {
    const params = { ...country, places: "each region once" };
    const found = cells("location.state", params, range(51), {
      inputs: { "country_id.name": () => "US" },
      ordinal: (row) => row,
    });
    expect(new Set(found)).toEqual(new Set(countryOf("US")?.places.map(({ region }) => region)));
    const koreans = cells("location.state", params, range(10, 10), owned);
    expect(new Set(koreans).size).toBe(10);
  });

  test("the parts of an address are those of the city that another column names", () => {
    const given = ["Mombasa", "Busan", "North Salta", "Ankara", "Nowhere at all", "Yaren"];
    const asked = { ...country, city: "city_id.city" };
    const more = { inputs: { ...inputs, "city_id.city": (row: number) => given[Math.floor(row / 10)] ?? "" } };
    const state = cells("location.state", asked, rows, more);
    const zone = cells("location.timeZone", asked, rows, more);
    expect([state[0], state[10], state[20], state[30], state[50]]).toEqual([
      "Mombasa",
      "Busan",
      "Salta",
      "Ankara",
      "Yaren",
    ]);
    expect(zone[30]).toBe("Europe/Istanbul");
    // A city that nobody knows leaves the country.
    expect(countryOf("SE")?.places.map(({ region }) => region)).toContain(state[40]);
  });

  test("streets and postcodes are written as people write them there", () => {
    const written = (code: string): readonly string[] => {
      const more = { inputs: { "country_id.name": () => code } };
      return ["location.streetAddress", "location.zipCode"].flatMap((id) => cells(id, country, range(20), more));
    };
    expect(written("EC").join("\n")).toMatch(/^((Calle|Avenida|Pasaje) [\p{L} ]+ \d+\n?){20}(\d{6}\n?){20}$/u);
    expect(written("Senegal").join("\n")).toMatch(/^(\d+ (rue|avenue|boulevard) [\p{L}' ]+\n?){20}(\d{5}\n?){20}$/u);
    expect(written("ID").join("\n")).toMatch(/^(Jalan [\p{L} ]+ No\. \d+\n?){20}(\d{5}\n?){20}$/u);
    expect(written("Malta").join("\n")).toMatch(/^(\d+, Triq \P{Nd}+\n?){20}([A-Z]{3} \d{4}\n?){20}$/u);
    expect(written("NR").join("\n")).toMatch(/^(\d+ \w+ (Street|Road|Avenue)\n?){20}/);
  });

  test("a county is the one that the city is in, or is called after it", () => {
    const more = { inputs: { "city_id.city": (row: number) => ["San Jose", "Glasgow", "Nice", "Malmö"][row] ?? "" } };
    expect(cells("location.county", { city: "city_id.city" }, range(4), more)).toEqual([
      "Santa Clara County",
      "Lanarkshire",
      "Alpes-Maritimes",
      "Skåne län",
    ]);
    for (const [code, listed] of [
      ["US", "Kanawha County"],
      ["FR", "Corse-du-Sud"],
      ["ES", "La Rioja"],
    ] as const) {
      const last = countryOf(code)?.places.at(-1);
      expect(last && countyOf(last)).toBe(listed);
    }
  });
});
