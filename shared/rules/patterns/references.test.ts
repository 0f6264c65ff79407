import { describe, expect, test } from "vitest";
import { referenceList, listNames } from "../../generators/reference/reference-list.ts";
import { generatorCatalogue } from "../../generators/index.ts";
import { columnOf, modelOf, tableOf } from "../small-schema.ts";
import { suggestRows } from "../suggest-rows.ts";
import { suggestTable } from "../suggest-table.ts";

/** The suggested rules of a table, as "list field": "countries code". */
function fieldsOf(name: string, columns: readonly (readonly [name: string, type: string])[]): readonly string[] {
  const table = tableOf(name, [columnOf("id"), ...columns.map(([column, type]) => columnOf(column, type))], {
    primaryKey: ["id"],
  });
  const rules = suggestTable(table, modelOf(table), generatorCatalogue);
  return columns.map(([column]) => {
    const rule = rules.get(column)?.rule;
    if (rule?.kind !== "generate" || rule.generator !== "reference") return JSON.stringify(rule);
    const { list, field } = generatorCatalogue.get("reference")?.params.parse(rule.params) ?? {};
    return `${String(list)} ${String(field)}`;
  });
}

describe("tables of countries and the like have their real entries", () => {
  test.each([
    ["countries", "iso_code char(2), name varchar(100)", "countries code, countries name"],
    ["Country", "Code char(3), Name char(52)", "countries code3, countries name"],
    [
      "ref_country",
      "iso char(2), nicename varchar(80), iso3 char(3), numcode smallint, phonecode integer, capital text, currency_code char(3)",
      "countries code, countries name, countries code3, countries number, countries calling code, countries capital, countries currency",
    ],
    [
      "geo_countries",
      "country_name text, continent text, region text, flag varchar(8)",
      "countries name, countries continent, countries region, countries flag",
    ],
    ["paises", "nombre varchar(80), iso2 char(2)", "countries name, countries code"],
    ["laender", "name text, iso_code varchar(3)", "countries name, countries code3"],
    [
      "tbl_currency",
      "currency_code char(3), currency_name text, symbol varchar(5), decimal_places smallint",
      "currencies code, currencies name, currencies symbol, currencies digits",
    ],
    ["currencies", "iso_code char(3), numeric_code char(3)", "currencies code, currencies number"],
    [
      "languages",
      "code varchar(5), name text, native_name text",
      "languages code, languages name, languages native name",
    ],
    ["language", "name char(20)", "languages name"],
    [
      "us_states",
      "state_name varchar(100), state_abbr varchar(2), state_region varchar(50)",
      "US states name, US states code, US states region",
    ],
    ["region", "region_description varchar(60)", "sales regions name"],
    ["continents", "code char(2), name text", "continents code, continents name"],
    ["months", "name text, abbr char(3), month_number integer", "months name, months code, months number"],
    ["weekdays", "weekday_name text", "weekdays name"],
    ["timezones", "name varchar(64), utc_offset varchar(6)", "time zones name, time zones offset"],
  ])("%s (%s)", (table, columns, expected) => {
    const parts = columns.split(", ").map((column) => column.split(" "));
    expect(
      fieldsOf(
        table,
        parts.map(([name = "", type = ""]) => [name, type]),
      ).join(", "),
    ).toBe(expected);
  });

  test("a unique key takes the list whole, and no more rows are suggested than it has", () => {
    for (const [name, key, list] of [
      ["months", "name", "months"],
      ["us_states", "abbreviation", "US states"],
      ["currencies", "code", "currencies"],
      ["time_zones", "name", "time zones"],
      ["countries", "code", "countries"],
    ] as const) {
      const table = tableOf(name, [columnOf(key, "varchar(40)")], { primaryKey: [key] });
      const model = modelOf(table);
      expect(suggestRows(table, model)).toBeLessThanOrEqual(referenceList(list).size);
      expect(suggestTable(table, model, generatorCatalogue).get(key)?.rule).toMatchObject({ generator: "reference" });
    }
  });

  test("a code keeps the pattern that a CHECK asks of it", () => {
    const table = tableOf("countries", [columnOf("code", "text")], {
      primaryKey: ["code"],
      checks: [{ name: "", expression: "length(code) = 2 AND code GLOB '[A-Z][A-Z]'" }],
    });
    expect(suggestTable(table, modelOf(table), generatorCatalogue).get("code")?.rule).toMatchObject({
      generator: "reference",
      params: { field: "code" },
    });
  });

  test("tables that only name a country keep their rules", () => {
    const found = [
      ...fieldsOf("customers", [
        ["country", "varchar(50)"],
        ["language", "text"],
      ]),
      ...fieldsOf("orders", [
        ["currency", "char(3)"],
        ["month", "integer"],
      ]),
      ...fieldsOf("workflow_states", [
        ["name", "text"],
        ["code", "varchar(10)"],
      ]),
    ];
    expect(found.filter((rule) => listNames.some((list) => rule.startsWith(`${list} `)))).toEqual([]);
  });
});
