import { beforeAll, describe, expect, test } from "vitest";
import { loadLocales } from "../../faker/locales.ts";
import type { WeightedLocale } from "../../generator.ts";
import { bind, cellsOf, range } from "../../test-bench.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { prose } from "./prose.ts";
import { proseKinds, type ProseLists } from "./prose-lists.ts";
import { spanish } from "./spanish.ts";

const of: Record<string, readonly WeightedLocale[]> = {};
beforeAll(async () => {
  for (const locale of ["en", "de_AT", "fr", "es_MX", "sv"]) of[locale] = await loadLocales({ [locale]: 1 });
});

const cells = (params: Record<string, unknown>, locale = "en", maxLength?: number): readonly string[] =>
  cellsOf(
    bind(prose, prose.params.parse(params) as Record<string, unknown>, {
      type: { kind: "text", ...(maxLength === undefined ? {} : { maxLength }) },
      locales: of[locale] ?? [],
    }),
    range(400),
  ).map((cell) => cell ?? "");

const begins = (text: string, lists: ProseLists, about: (typeof proseKinds)[number]): boolean =>
  lists[about].beginnings.some((beginning) => text.startsWith(beginning));

describe.each(proseKinds)("a %s", (about) => {
  test("is in the language of the locale, in English where there is none of it", () => {
    for (const [locale, lists] of Object.entries({
      en: english,
      de_AT: german,
      fr: french,
      es_MX: spanish,
      sv: english,
    }))
      expect(cells({ about }, locale).every((text) => begins(text, lists, about))).toBe(true);
  });

  test("is whole where the column has room for a phrase, and never longer than it", () => {
    const { beginnings, endings } = english[about];
    const ends = endings[0] === "" ? beginnings : endings;
    for (const text of cells({ about, max: 5 }, "en", 60)) {
      expect(text.length).toBeLessThanOrEqual(60);
      expect(ends.some((end) => text.replace(/\.$/, "").endsWith(end))).toBe(true);
    }
  });
});

test("no two sentences of a cell begin alike", () => {
  for (const text of cells({ about: "review", min: 4, max: 4 })) {
    const sentences = text.split(/(?<=[.?!]) /);
    expect(new Set(sentences).size).toBe(4);
  }
});

test("a review agrees with the stars in its row", () => {
  const stars = ["1", "3", "5", "two"];
  const bound = bind(prose, prose.params.parse({ about: "review", max: 1, rating: "stars" }), {
    type: { kind: "text" },
    locales: of["en"] ?? [],
    inputs: { stars: (row) => stars[row] ?? "" },
  });
  const tones = ["complaint", "mixed", "praise", "mixed"] as const;
  for (const [k, cell] of cellsOf(bound, range(4)).entries())
    expect(begins(cell ?? "", english, tones[k] ?? "review")).toBe(true);
});
