import { en, Faker } from "@faker-js/faker";
import { expect, test } from "vitest";
import { distinctTexts } from "./distinct-texts.ts";
import type { DrawText } from "./pool.ts";

const locales = [{ locale: "en", weight: 1, faker: new Faker({ locale: [en] }) }];
const names = ["José", "Jose", "JOSE", "Øst", "Ost", "東京", "京都"];
const draw: DrawText = (faker) => faker.helpers.arrayElement(names);

test.each([
  [{ caseless: false, markless: false }, 7],
  [{ caseless: true, markless: false }, 6],
  [{ caseless: false, markless: true }, 5],
  [{ caseless: true, markless: true }, 4],
])("texts that a key takes for one are drawn once: %o", (asked, distinct) => {
  const found = distinctTexts(locales, "names of the test", draw, { rowCount: 1, limit: 10, ...asked });
  expect(found).toHaveLength(distinct);
  expect(names).toEqual(expect.arrayContaining([...(found ?? [])]));
});
