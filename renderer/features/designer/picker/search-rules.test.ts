import { describe, expect, it } from "vitest";
import type { GeneratorCard } from "../../../../shared/api/views.ts";
import { formFields } from "../../../../shared/generators/form-fields.ts";
import { generatorCatalogue } from "../../../../shared/generators/index.ts";
import type { ValueType } from "../../../../shared/schema/value-type.ts";
import { readAskedValues } from "./asked-values.ts";
import { fallbackChoices, searchChoices } from "./rule-choices.ts";
import { missed, queries } from "./test-queries.ts";

const types: readonly ValueType[] = [
  { kind: "integer", bits: 64 },
  { kind: "decimal" },
  { kind: "boolean" },
  { kind: "text" },
  { kind: "timestamp" },
];
const cards = generatorCatalogue.all.map((generator): GeneratorCard => ({
  id: generator.id,
  label: generator.label,
  help: generator.help,
  category: generator.category,
  keywords: generator.keywords ?? [],
  icon: generator.icon,
  family: "generate",
  localized: false,
  accepts: types.filter((type) => generator.accepts(type)).map(({ kind }) => kind),
  fields: formFields(generator),
}));
const found = (query: string, kind = "unknown") => searchChoices(query, cards, kind);
const ids = (query: string, kind?: string) => found(query, kind).map(({ card }) => card.id);

describe("searching for a rule", () => {
  const catalogued = queries.filter(([, meant]) => meant !== "null");

  it.each(catalogued.filter(([query]) => !missed.includes(query)))("“%s” finds one of %s", (query, meant) => {
    expect(ids(query).slice(0, 3)).toEqual(
      expect.arrayContaining([expect.toSatisfy((id: string) => meant.split(" ").includes(id))]),
    );
  });

  it.each([
    ["fone", "phone.number"],
    ["kurrency", "finance.currencyCode"],
    ["adress", "location.streetAddress"],
  ])("finds what is written as it sounds: %s", (query, meant) => {
    expect(ids(query).slice(0, 3)).toContain(meant);
  });

  it("offers only what the column can hold", () => {
    expect(ids("mail", "boolean")).toEqual([]);
    expect(ids("yes/no", "boolean")[0]).toBe("boolean");
    expect(ids("last 30 days", "timestamp")[0]).toBe("timestamp");
  });

  it("fills in what the words say of the values", () => {
    const first = (query: string, kind?: string) => found(query, kind)[0]?.rule;
    expect(first("us states")).toMatchObject({ generator: "reference", params: { list: "US states" } });
    expect(first("ISO 4217")).toMatchObject({ generator: "reference", params: { list: "currencies", field: "code" } });
    expect(first("between 1 and 10")).toMatchObject({ generator: "integer", params: { min: 1, max: 10 } });
    expect(first("price between 5 and 99.50", "decimal")).toMatchObject({ params: { min: 5, max: 99.5, scale: 2 } });
    expect(first("weighted gold 60 silver 40")).toMatchObject({ params: { values: { gold: 60, silver: 40 } } });
    expect(first("letzte 2 Wochen")).toMatchObject({ params: { from: "-2w", to: "today" } });
    expect(first("next quarter", "timestamp")).toMatchObject({ params: { from: "today", to: "+3m" } });
    expect(first("future date", "timestamp")).toMatchObject({ params: { from: "today", to: "+1y" } });
    expect(first("date in the past")).toMatchObject({ params: { from: "-1y", to: "today" } });
    expect(first("ends in .99", "decimal")).toMatchObject({ generator: "log-normal", params: { charm: 1 } });
    expect(first("md5")).toMatchObject({ generator: "hash", params: { algorithm: "md5" } });
    expect(first("sha1")).toMatchObject({ generator: "hash", params: { algorithm: "sha-1" } });
    expect(first("3 decimals")).toMatchObject({ generator: "decimal", params: { scale: 3 } });
  });

  it("leads with whole numbers or fractions, as the column has them", () => {
    const leading = (kind: string) => found("between 5 and 200", kind).map(({ card }) => card.id)[0];
    expect([leading("decimal"), leading("integer"), leading("text")]).toEqual(["decimal", "integer", "integer"]);
  });

  it("finds rules by what can be set in them", () => {
    expect(ids("ending 99", "decimal")).toEqual(expect.arrayContaining(["log-normal", "normal"]));
    expect(ids("standard deviation", "decimal")).toContain("normal");
  });

  it("gives parameters that the generators take", () => {
    const all = queries.flatMap(([query]) => found(query));
    const wrong = all.filter(
      ({ rule }) =>
        rule.kind === "generate" &&
        generatorCatalogue.get(rule.generator)?.params.safeParse(rule.params).success !== true,
    );
    expect(wrong.map(({ rule }) => rule)).toEqual([]);
  });

  it("takes over what nothing was found for", () => {
    const taken = (text: string) => fallbackChoices(text, cards, "text")[0]?.rule;
    expect(found("QX-[0-9]{4}", "text")).toEqual([]);
    expect(taken("QX-[0-9]{4}")).toMatchObject({ generator: "pattern", params: { pattern: "QX-[0-9]{4}" } });
    expect(taken("qty * 2")).toMatchObject({ generator: "formula", params: { expression: "qty * 2" } });
    expect(taken("{{first_name}}!")).toMatchObject({ generator: "template", params: { text: "{{first_name}}!" } });
    expect(fallbackChoices("zzz", cards, "text").map(({ card }) => card.id)).toEqual(["pattern", "formula"]);
  });
});

describe("reading values out of a search", () => {
  it.each([
    ["-5 to 5", { range: { min: -5, max: 5 }, words: "" }],
    ["10..1", { range: { min: 1, max: 10 }, words: "" }],
    ["age 18-65", { range: { min: 18, max: 65 }, words: "age" }],
    ["les 7 derniers jours", { span: { from: "-7d", to: "today" }, words: "les" }],
    ["A|B|C", { list: [["A"], ["B"], ["C"]].map(([value]) => ({ value, weight: 1 })) }],
    [
      "gold 60% silver 40%",
      {
        list: [
          { value: "gold", weight: 60 },
          { value: "silver", weight: 40 },
        ],
      },
    ],
    ["code 3 letters", { pattern: "[A-Z]{3}", words: "code" }],
    ["6 digits", { pattern: "[0-9]{6}", range: { min: 100_000, max: 999_999 } }],
    ["2020-01-01 to 2024-12-31", { span: { from: "2020-01-01", to: "2024-12-31" }, words: "" }],
    ["since 2020", { span: { from: "2020-01-01", to: "today" } }],
    ["2020 to 2024", { range: { min: 2020, max: 2024 } }],
    ["prices ending in .99", { charm: true, words: "" }],
    ["Preis endet auf ,99", { charm: true, words: "preis" }],
    ["5 to 19.99", { range: { min: 5, max: 19.99 } }],
    ["first name", { words: "first name" }],
    ["sha256", { words: "sha256" }],
  ])("%s", (query, expected) => {
    expect(readAskedValues(query)).toMatchObject(expected);
  });

  it("reads no list out of an address or a date", () => {
    expect(readAskedValues("https://example.com/a")).not.toHaveProperty("list");
  });
});
