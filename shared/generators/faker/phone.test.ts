import { beforeAll, expect, test } from "vitest";
import { loadLocales } from "./locales.ts";
import type { WeightedLocale } from "../generator.ts";
import { bind, cellsOf, range, type Bench } from "../test-bench.ts";
import { areaCodes } from "./area-codes.ts";
import { phone } from "./phone.ts";

let american: readonly WeightedLocale[] = [];
let mixed: readonly WeightedLocale[] = [];
beforeAll(async () => {
  american = await loadLocales({ en_US: 1 });
  mixed = await loadLocales({ en_US: 1, sv: 1 });
});

const rows = range(200);
const numbers = (params: Record<string, unknown>, more: Partial<Bench>) =>
  cellsOf(bind(phone, params, { type: { kind: "text" }, locales: american, ...more }), rows).map(String);

test("every state and province has area codes, and none has another's but for the territories of Canada", () => {
  expect([...areaCodes].map(([country, areas]) => [country, areas.size])).toEqual([
    ["US", 51],
    ["CA", 13],
  ]);
  const all = [...(areaCodes.get("US")?.values() ?? [])].flat();
  expect(new Set(all).size).toBe(all.length);
  for (const code of all) expect(code).toMatch(/^[2-9]\d\d$/);
});

test("the area code is one of the row's state, by its short form or its name", () => {
  const states = ["TX", "Montana", "ny", "District of Columbia"];
  const inputs = { state: (row: number) => states[row % states.length] ?? "" };
  const codes = ["TX", "MT", "NY", "DC"].map((state) => areaCodes.get("US")?.get(state) ?? []);
  for (const [row, number] of numbers({ region: "state" }, { inputs }).entries()) {
    expect(number).toMatch(/^\(\d{3}\) 555-01\d\d$/);
    expect(codes[row % 4]).toContain(number.slice(1, 4));
  }
  const international = numbers({ region: "state", style: "international" }, { inputs });
  expect(international[1]).toMatch(/^\+140655501\d\d$/);
});

test("a state that nobody knows, and rows of other countries, keep the numbers of their locale", () => {
  const plain = numbers({}, { locales: mixed });
  expect(numbers({ region: "state" }, { locales: mixed, inputs: { state: () => "Skåne" } })).toEqual(plain);
  const given = numbers({ region: "state" }, { locales: mixed, inputs: { state: () => "WA" } });
  given.forEach((number, row) => {
    if (plain[row]?.startsWith("(")) expect(areaCodes.get("US")?.get("WA")).toContain(number.slice(1, 4));
    else expect(number).toBe(plain[row]);
  });
});

test("a column of the country decides on the form, with the country's calling code", () => {
  const names = ["SE", "Kenya", "JAM", "Canada", ""];
  const inputs = {
    "country_id.name": (row: number) => names[row % names.length] ?? "",
    province: () => "Manitoba",
  };
  const forms = [/^0\d/, /^\+254 \d/, /^\+1 876 555 01/, /^\(204\) 555-01/, /^\(\d{3}\) 555-01/];
  for (const [row, number] of numbers({ country: "country_id.name", region: "province" }, { inputs }).entries())
    expect(number).toMatch(forms[row % forms.length] ?? /never/);
});

test("unique numbers stay unique, whatever the country", () => {
  const names = ["SE", "Kenya", "JAM", "Bermuda", "US"];
  const inputs = { country: (row: number) => names[row % names.length] ?? "", state: () => "TX" };
  const rowCount = 5000;
  const bound = bind(
    phone,
    { country: "country", region: "state" },
    { type: { kind: "text" }, locales: mixed, inputs, unique: true, rowCount },
  );
  expect(new Set(cellsOf(bound, range(rowCount))).size).toBe(rowCount);
});

test("columns that are not there are said", () => {
  const said = phone.problems?.(phone.params.parse({ country: "land", region: "state" }), {
    type: { kind: "text" },
    columns: ["state"],
  });
  expect(said?.map(({ message }) => message)).toEqual(["There is no column land to take the country from."]);
});
