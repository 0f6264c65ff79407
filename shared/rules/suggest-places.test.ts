import { describe, expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import type { TableModel } from "../schema/schema-model.ts";
import { columnOf, modelOf, referenceOf, tableOf } from "./small-schema.ts";
import { suggestOwners } from "./suggest-owner.ts";
import { suggestRows } from "./suggest-rows.ts";
import { suggestTable } from "./suggest-table.ts";

const text = (name: string, length = 80, nullable = false) => columnOf(name, `varchar(${length})`, { nullable });
const countries = tableOf("countries", [columnOf("id"), text("name"), text("iso2", 2)], { primaryKey: ["id"] });
const cities = tableOf("cities", [columnOf("id"), columnOf("country_id"), text("name"), columnOf("latitude", "real")], {
  primaryKey: ["id"],
  foreignKeys: [referenceOf("country_id", "countries")],
});
const states = tableOf("states", [columnOf("id"), columnOf("country_id"), text("name")], {
  primaryKey: ["id"],
  foreignKeys: [referenceOf("country_id", "countries")],
});
const addresses = tableOf(
  "addresses",
  [columnOf("id"), columnOf("city_id"), text("street"), text("district"), text("postal_code"), text("phone", 20)],
  { primaryKey: ["id"], foreignKeys: [referenceOf("city_id", "cities")] },
);

const paramsOf = (table: TableModel, column: string, ...others: readonly TableModel[]) => {
  const rule = suggestTable(table, modelOf(table, ...others), generatorCatalogue).get(column)?.rule;
  return rule?.kind === "generate" ? { [rule.generator]: rule.params } : rule?.kind;
};

describe("places lie where their parents say", () => {
  test("the cities of a country come each once, and their coordinates with them", () => {
    const where = { country: "country_id.iso2", places: "each city once" };
    expect(paramsOf(cities, "name", countries)).toEqual({ "location.city": where });
    expect(paramsOf(cities, "latitude", countries)).toEqual({ "location.latitude": where });
    expect(suggestOwners(modelOf(countries, cities)).get("cities")?.owner).toBe("countries");
    expect(suggestRows(cities, modelOf(countries, cities))).toMatchObject({ per: "countries" });
  });

  test("the states of a country come each once", () => {
    expect(paramsOf(states, "name", countries)).toEqual({
      "location.state": { country: "country_id.iso2", places: "each region once" },
    });
  });

  test("an address below a city has the postcode of the city and a phone of the country", () => {
    const where = { country: "city_id.country_id.iso2", city: "city_id.name" };
    expect(paramsOf(addresses, "district", cities, countries)).toEqual({ "location.state": where });
    expect(paramsOf(addresses, "postal_code", cities, countries)).toEqual({ "location.zipCode": where });
    expect(paramsOf(addresses, "phone", cities, countries)).toEqual({
      "phone.number": { country: where.country, region: "district" },
    });
  });

  test("a county is a county, and a state a state, also in tables of them", () => {
    const counties = tableOf("counties", [columnOf("id"), text("name"), text("county_name")], { primaryKey: ["id"] });
    expect(paramsOf(counties, "name")).toHaveProperty(["location.county"]);
    expect(paramsOf(counties, "county_name")).toHaveProperty(["location.county"]);
    expect(paramsOf({ ...states, foreignKeys: [] }, "name")).toHaveProperty(["location.state"]);
    const shops = tableOf("shops", [columnOf("id"), columnOf("city_id"), text("county")], {
      foreignKeys: [referenceOf("city_id", "cities")],
    });
    expect(paramsOf(shops, "county", cities, countries)).toEqual({
      "location.county": { country: "city_id.country_id.iso2", city: "city_id.name" },
    });
  });

  test("below cities without a country, the city's name is enough", () => {
    const plain = tableOf("cities", [columnOf("id"), text("name")], { primaryKey: ["id"] });
    expect(paramsOf(addresses, "postal_code", plain)).toEqual({ "location.zipCode": { city: "city_id.name" } });
  });

  test("a customer's own city is one of the country that it points to", () => {
    const customers = tableOf(
      "customers",
      [columnOf("id"), columnOf("country_id"), text("city"), text("billing_city")],
      {
        primaryKey: ["id"],
        foreignKeys: [referenceOf("country_id", "countries")],
      },
    );
    expect(paramsOf(customers, "city", countries)).toEqual({ "location.city": { country: "country_id.iso2" } });
    expect(paramsOf(customers, "billing_city", countries)).toEqual({ "location.city": {} });
  });

  test("the area code of a phone follows the state of the row", () => {
    const customers = tableOf("customers", [columnOf("id"), text("city"), text("state", 2), text("phone", 24)]);
    expect(paramsOf(customers, "phone")).toEqual({ "phone.number": { region: "state" } });
  });

  test("names of cities that a key keeps apart within their country are found for any number of rows", () => {
    const keyed = { ...cities, uniques: [{ name: "one", columns: ["country_id", "name"] }] };
    expect(paramsOf(keyed, "name", countries)).toEqual({
      "location.city": { country: "country_id.iso2", places: "each city once" },
    });
  });

  test("a country's capital does not lead from the country to itself", () => {
    const ring = {
      ...countries,
      columns: [...countries.columns, columnOf("capital_id", "integer", { nullable: true })],
      foreignKeys: [referenceOf("capital_id", "cities")],
    };
    expect(paramsOf(ring, "name", cities)).toEqual({ reference: {} });
    expect(paramsOf(cities, "name", ring)).toMatchObject({ "location.city": { country: "country_id.iso2" } });
  });
});
