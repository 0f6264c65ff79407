import { faker as english } from "@faker-js/faker/locale/en";
import { describe, expect, test } from "vitest";
import { formFields } from "../form-fields.ts";
import { generatorCatalogue } from "../index.ts";
import { bind, cellsOf } from "../test-bench.ts";
import { fallbackProblems } from "./fallback.ts";
import { localeGaps } from "./locale-gaps.ts";
import { availableLocales, loadLocales } from "./locales.ts";
import { fakerExamples } from "./methods/examples.ts";
import type { FakerMethod } from "./methods/faker-method.ts";
import { fakerMethods } from "./methods/index.ts";
import { examplesOf, fakerApi, gapsOf } from "./test-faker-tables.ts";

/** Methods whose values another generator gives, with the same choices in its form. */
const sameAs: Readonly<Record<string, string>> = {
  "string.uuid": "uuid",
  "internet.ip": "ip-address",
  "internet.ipv4": "ip-address",
  "internet.ipv6": "ip-address",
  "internet.mac": "mac-address",
  "helpers.fromRegExp": "pattern",
  "helpers.arrayElement": "weighted-choice",
  "helpers.weightedArrayElement": "weighted-choice",
  "helpers.enumValue": "weighted-choice",
  "helpers.rangeToNumber": "integer",
};

/** Methods that yield no value of their own, and why. */
const noValue: Readonly<Record<string, string>> = {
  "helpers.shuffle": "reorders a list that the caller has",
  "helpers.uniqueArray": "calls another method until its results differ: uniqueness is by construction here",
  "helpers.mustache": "fills a text that the caller has",
  "helpers.slugify": "rewrites a text that the caller has: the filter |slug of templates",
  "helpers.maybe": "calls another method or not: the share of NULL of every rule",
  "helpers.objectKey": "picks from an object of a program",
  "helpers.objectValue": "picks from an object of a program",
  "helpers.objectEntry": "picks from an object of a program",
  "helpers.arrayElements": "picks several of a list that the caller has",
  "helpers.multiple": "calls another method several times",
};

const now = new Date("2026-11-22T00:00:00Z");

/** Each parameter at its ends and choices, the others at their defaults; texts as somebody may leave them. */
const variants = (method: FakerMethod): readonly Readonly<Record<string, unknown>>[] =>
  formFields(method).flatMap(({ name, type, choices, minimum, maximum }) =>
    (choices ?? (type === "boolean" ? [true, false] : type === "text" ? ["", "x", "-5", "12"] : [minimum, maximum]))
      .filter((value) => value !== undefined)
      .map((value) => ({ [name]: value })),
  );

describe("faker's own interface", () => {
  test("every method is a generator, or another generator's, or yields no value", () => {
    const api = fakerApi(english);
    expect(api.length).toBe(262);
    const left = api.filter(
      (id) => generatorCatalogue.get(id) === undefined && sameAs[id] === undefined && noValue[id] === undefined,
    );
    expect(left).toEqual([]);
    const listed = [...Object.keys(sameAs), ...Object.keys(noValue)];
    expect(listed.filter((id) => !api.includes(id) || generatorCatalogue.get(id) !== undefined)).toEqual([]);
    for (const id of Object.values(sameAs)) expect(generatorCatalogue.get(id)?.id).toBe(id);
  });

  test("gives a value in every locale", async () => {
    const failed: string[] = [];
    for (const { id: locale } of availableLocales) {
      const faker = (await loadLocales({ [locale]: 1 }))[0]?.faker;
      for (const { id, draw, params, least = 1 } of fakerMethods) {
        for (let key = 0; key < 8; key++) {
          faker?.seed([key, least]);
          try {
            const value = faker && draw(faker, params.parse({}), now);
            const text = value instanceof Date ? value.toISOString() : String(value);
            const broken = /undefined|\[object|NaN|Invalid|\{\{\w/.test(text) && !id.startsWith("string.");
            if (text === "" || broken) failed.push(`${locale} ${id}: ${text}`);
          } catch (error) {
            failed.push(`${locale} ${id}: ${String(error)}`);
          }
        }
      }
    }
    expect(failed).toEqual([]);
  });

  test("gives a value at each parameter's ends and choices", async () => {
    const failed: string[] = [];
    for (const { faker } of await loadLocales({ en: 1, ja: 1 })) {
      for (const method of fakerMethods) {
        for (const params of variants(method)) {
          faker.seed([1, 2]);
          try {
            if (method.draw(faker, method.params.parse(params), now) === undefined) failed.push(method.id);
          } catch (error) {
            failed.push(`${method.id} ${JSON.stringify(params)}: ${String(error)}`);
          }
        }
      }
    }
    expect(failed).toEqual([]);
  });

  test("its examples and gaps are those of the faker in use: node scripts/run.mjs scripts/write-faker-tables.ts", async () => {
    expect(await examplesOf()).toEqual(fakerExamples);
    expect(await gapsOf()).toEqual(localeGaps);
  });

  test("says which locales have no values of their own, by name", () => {
    expect(fallbackProblems("commerce.productName", ["en", "de", "sv_SE"])).toEqual([
      {
        severity: "warning",
        locale: "en",
        message: "There are no such values in German; rows of that language show English ones.",
      },
    ]);
    expect(fallbackProblems("location.city", ["de"])).toEqual([]);
  });

  test("runs nothing but plain methods from a text", async () => {
    const generator = generatorCatalogue.get("helpers.fake");
    if (!generator) throw new Error("no helpers.fake");
    const locales = await loadLocales({ en: 1 });
    const pattern =
      "{{animal.dog}} {{animal.constructor}} {{helpers.multiple}} {{faker.seed}} {{string.alpha(9)}} {{animal.faker}}";
    const [cell = ""] = cellsOf(bind(generator, { pattern }, { type: { kind: "text" }, locales }), [0]);
    expect(
      cell?.endsWith("{{animal.constructor}} {{helpers.multiple}} {{faker.seed}} {{string.alpha(9)}} {{animal.faker}}"),
    ).toBe(true);
    expect(cell?.startsWith("{{")).toBe(false);
    const said = generator.problems?.({ pattern }, { type: { kind: "text" }, columns: [] }) ?? [];
    expect(said.map(({ message }) => message)).toContain(
      "{{string.alpha(9)}} is no method of faker: write {{module.method}}.",
    );
  });
});

test("a text that is too long for its column ends at a word", async () => {
  const generator = generatorCatalogue.get("hacker.phrase");
  if (!generator) throw new Error("no hacker.phrase");
  const locales = await loadLocales({ en: 1 });
  const rows = Array.from({ length: 200 }, (_, row) => row);
  const whole = cellsOf(bind(generator, {}, { type: { kind: "text" }, locales }), rows);
  const cut = cellsOf(bind(generator, {}, { type: { kind: "text", maxLength: 30 }, locales }), rows);
  for (const [row, text] of cut.entries()) {
    const next = whole[row]?.charAt(text?.length ?? 0) ?? "";
    expect([...(text ?? "")].length).toBeLessThanOrEqual(30);
    expect(`${text}|${next}`).toMatch(/\w\|(?:[ ,.!]|$)/);
  }
});
