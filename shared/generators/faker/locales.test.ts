import { describe, expect, test } from "vitest";
import { generatorCatalogue } from "../index.ts";
import { bind, cellsOf, range } from "../test-bench.ts";
import { availableLocales, loadLocales, resolveLocale } from "./locales.ts";

describe("locales", () => {
  test.each([
    ["sv", "sv"],
    ["sv_SE", "sv"],
    ["sv-se", "sv"],
    ["en_US", "en_US"],
    ["en_NZ", "en"],
    ["pt", "pt_BR"],
    ["zh-CN", "zh_CN"],
    ["xx", undefined],
  ])("%s is %s", (name, id) => expect(resolveLocale(name)).toBe(id));

  test("an unknown one is refused by name, with the nearest", async () => {
    await expect(loadLocales({ zw: 1 })).rejects.toMatchObject({
      code: "project-invalid",
      message: "There is no locale zw.",
    });
  });

  test("come in the order of their names, whatever the file's; none means English", async () => {
    const [a, b] = await Promise.all([loadLocales({ sv: 1, de: 2 }), loadLocales({ de: 2, sv: 1 })]);
    expect(a.map(({ locale }) => locale)).toEqual(["de", "sv"]);
    expect(b.map(({ locale, weight }) => `${locale} ${weight}`)).toEqual(["de 2", "sv 1"]);
    expect((await loadLocales({})).map(({ locale }) => locale)).toEqual(["en"]);
  });

  test("every one gives names, addresses, phones and unique postcodes", async () => {
    for (const { id } of availableLocales) {
      const locales = await loadLocales({ [id]: 1 });
      const cells = (generator: string, unique = false, rows = 20) => {
        const found = generatorCatalogue.get(generator);
        return found
          ? cellsOf(bind(found, {}, { type: { kind: "text" }, locales, unique, rowCount: rows }), range(rows))
          : [];
      };
      for (const generator of [
        "person.fullName",
        "location.city",
        "location.streetAddress",
        "company.name",
        "internet.email",
      ]) {
        // Most of Austria's list live in Vienna.
        expect(new Set(cells(generator)).size).toBeGreaterThan(generator === "location.city" ? 1 : 5);
      }
      for (const [generator, rows] of [
        ["phone.number", 5000],
        ["location.zipCode", 5000],
        ["location.countryCode", 249],
        ["finance.currencyCode", 154],
        ["location.languageCode", 70],
      ] as const) {
        expect(`${id} ${generator} ${new Set(cells(generator, true, rows)).size}`).toBe(`${id} ${generator} ${rows}`);
      }
    }
  });
});
