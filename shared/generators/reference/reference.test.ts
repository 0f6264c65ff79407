import { beforeAll, expect, test } from "vitest";
import type { ValueType } from "../../schema/value-type.ts";
import { loadLocales } from "../faker/locales.ts";
import type { WeightedLocale } from "../generator.ts";
import { bind, cellsOf, range } from "../test-bench.ts";
import { listNames, referenceList } from "./reference-list.ts";
import { reference } from "./reference.ts";

let locales: readonly WeightedLocale[] = [];
beforeAll(async () => {
  locales = await loadLocales({ en: 1 });
});

const text: ValueType = { kind: "text" };
const column = (params: Record<string, unknown>, more: Record<string, unknown> = {}, rows = range(249)) =>
  cellsOf(bind(reference, params, { type: text, locales, rowCount: rows.length, ...more }), rows);

test("the lists are as long as their standards say", () => {
  expect(Object.fromEntries(listNames.map((name) => [name, referenceList(name).size]))).toEqual({
    countries: 249,
    currencies: 154,
    languages: 183,
    "US states": 51,
    "Canadian provinces": 13,
    continents: 7,
    "sales regions": 9,
    months: 12,
    weekdays: 7,
    "time zones": 418,
  });
});

test("names and codes are there, once each, and of their form", () => {
  const forms: Readonly<Record<string, RegExp>> = {
    code: /^[A-Za-z]{1,3}$/,
    code3: /^[A-Za-z]{3}$/,
    currency: /^[A-Z]{3}$/,
    "calling code": /^[1-9]\d{0,3}$/,
    offset: /^[+-]\d\d:\d\d$/,
    digits: /^[0-4]$/,
    country: /^[A-Z]{2}$/,
  };
  const wrong = listNames.flatMap((name) => {
    const { fields } = referenceList(name);
    return Object.entries(fields).flatMap(([field, texts]) => [
      ...texts.filter((entry) => forms[field]?.test(entry) === false).map((entry) => `${name}.${field}: ${entry}`),
      ...(["name", "code", "code3", "number"].includes(field) && new Set(texts).size < texts.length
        ? [`${name}.${field} repeats`]
        : []),
      ...(field !== "capital" && texts.some((entry) => entry.trim() !== entry || entry === "")
        ? [`${name}.${field} has an empty value`]
        : []),
    ]);
  });
  expect(wrong).toEqual([]);
});

test("codes are those that faker has", () => {
  const definitions = locales[0]?.faker.rawDefinitions;
  const { fields } = referenceList("countries");
  const codes = new Map(definitions?.location?.country_code?.map((entry) => [entry.alpha2, entry]));
  expect(fields.code?.map((code, k) => [code, fields.code3?.[k], fields.number?.[k]])).toEqual(
    fields.code?.map((code) => [code, codes.get(code)?.alpha3, codes.get(code)?.numeric]),
  );
  const currencies = referenceList("currencies").fields;
  const differing = definitions?.finance?.currency?.filter(({ code, numericCode }) => {
    const at = currencies.code?.indexOf(code) ?? -1;
    return at >= 0 && currencies.number?.[at] !== numericCode;
  });
  expect(differing).toEqual([]);
  expect(fields.currency?.filter((code) => currencies.code?.includes(code) !== true)).toEqual([]);
});

test("columns of one row show one entry, and no entry comes twice before all have come", () => {
  const { fields } = referenceList("countries");
  const [names, codes, numbers] = ["name", "code", "number"].map((field) => column({ field }));
  expect(new Set(names).size).toBe(249);
  for (const [row, name] of (names ?? []).entries()) {
    const at = fields.name?.indexOf(name ?? "") ?? -1;
    expect([codes?.[row], numbers?.[row]]).toEqual([fields.code?.[at], fields.number?.[at]]);
  }
  expect(column({ field: "name" }, {}, range(3, 249))).toEqual(names?.slice(0, 3));
});

test("the best known countries come first", () => {
  const { fields, known } = referenceList("countries");
  const first = new Set(column({}, {}, range(known.length)));
  expect(first).toEqual(new Set(known.map((entry) => fields.name?.[entry])));
});

test("a unique column takes each value of its field once", () => {
  const continents = column({ field: "continent" }, { unique: true }, range(7));
  expect(new Set(continents).size).toBe(7);
  expect(reference.capacity(reference.params.parse({ field: "continent" }), text)).toBe(7);
  expect(reference.capacity(reference.params.parse({}), text)).toBe(249);
  expect(reference.capacity(reference.params.parse({}), { kind: "text", maxLength: 1 })).toBeLessThan(30);
});

test("listed keeps the order, and months come again after the last", () => {
  const rows = range(14);
  const months = column({ list: "months", draw: "listed" }, {}, rows);
  expect(months.slice(0, 2)).toEqual(["January", "February"]);
  expect(months.slice(11)).toEqual(["December", "January", "February"]);
  const numbers = column(
    { list: "months", field: "number", draw: "listed" },
    { type: { kind: "integer", bits: 8 } },
    rows,
  );
  expect(numbers.slice(10)).toEqual(["11", "12", "1", "2"]);
});

test("by chance, the best known are drawn more often, and columns still agree", () => {
  const rows = range(4000);
  const codes = column({ list: "currencies", field: "code", draw: "any" }, {}, rows);
  const names = column({ list: "currencies", field: "name", draw: "any" }, {}, rows);
  const { fields, known } = referenceList("currencies");
  const ofKnown = new Set(known.map((entry) => fields.code?.[entry]));
  const share = codes.filter((code) => ofKnown.has(code ?? "")).length / rows.length;
  expect(share).toBeGreaterThan(0.85);
  expect(share).toBeLessThan(0.99);
  for (const row of range(50)) expect(fields.name?.[fields.code?.indexOf(codes[row] ?? "") ?? -1]).toBe(names[row]);
});

test("what a country does not have is NULL", () => {
  const names = column({});
  const capitals = column({ field: "capital" });
  expect(capitals[names.indexOf("Antarctica")]).toBe(null);
  expect(capitals[names.indexOf("France")]).toBe("Paris");
});

test("says what does not go together, and how to mend it", () => {
  const problems = (params: Record<string, unknown>, type: ValueType) =>
    reference.problems?.(reference.params.parse(params), { type, columns: [] });
  expect(problems({ list: "months", field: "capital" }, text)).toEqual([
    {
      severity: "error",
      message: "The list of months has no capital; it has name, code, number.",
      fix: { label: "Use the name", params: { field: "name" } },
    },
  ]);
  expect(problems({}, { kind: "text", maxLength: 3 })).toEqual([
    {
      severity: "warning",
      message: "249 of the 249 values are longer than 3 characters and are cut.",
      fix: { label: "Use code", params: { field: "code" } },
    },
  ]);
  expect(problems({ field: "number" }, { kind: "integer", bits: 16 })).toEqual([]);
  expect(problems({}, { kind: "integer", bits: 32 })?.[0]).toMatchObject({
    severity: "error",
    fix: { params: { field: "number" } },
  });
});
