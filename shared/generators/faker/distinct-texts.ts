import { toAscii } from "../../base/transliterate.ts";
import { codePointLength } from "../../base/code-points.ts";
import type { Faker } from "@faker-js/faker";
import type { WeightedLocale } from "../generator.ts";
import { poolOf, poolSize, type DrawText } from "./pool.ts";

const most = 16_384;
const chunk = 256;

interface Asked {
  readonly rowCount: number;
  /** The most characters. */
  readonly limit: number;
  /** Texts that differ in case only are the same. */
  readonly caseless: boolean;
  /** So are texts that differ in the marks of their letters only. */
  readonly markless: boolean;
}

/**
 * Distinct texts of a method for a unique column of up to 8,192 rows, drawn from the locales by weight; undefined where
 * there are not enough. How many it looks for grows in powers of two, so that a table may grow without its values changing.
 */
export function distinctTexts(
  locales: readonly WeightedLocale[],
  key: string,
  draw: DrawText,
  asked: Asked,
): readonly string[] | undefined {
  if (asked.rowCount > most / 2) return undefined;
  let wanted = 256;
  while (wanted < asked.rowCount) wanted *= 2;
  const found = remembered(locales, `${key} ${wanted} ${asked.limit} ${asked.caseless} ${asked.markless}`, () =>
    search(locales, key, draw, wanted, asked),
  );
  return found.length >= asked.rowCount ? found : undefined;
}

const lists = new WeakMap<Faker, Map<string, readonly string[]>>();

/** A list that depends on nothing but its key and the locales is made once: a preview compiles at every edit. */
function remembered(locales: readonly WeightedLocale[], key: string, make: () => readonly string[]): readonly string[] {
  const first = locales[0]?.faker;
  if (!first) return [];
  const all = `${key} ${locales.map(({ locale, weight }) => `${locale}=${weight}`).join(" ")}`;
  const ofFaker = lists.get(first) ?? new Map<string, readonly string[]>();
  lists.set(first, ofFaker);
  const list = ofFaker.get(all) ?? make();
  // A handful of shapes for each method is what a session meets; should it meet more, they are made anew.
  if (ofFaker.size > 500) ofFaker.clear();
  ofFaker.set(all, list);
  return list;
}

function search(
  locales: readonly WeightedLocale[],
  key: string,
  draw: DrawText,
  wanted: number,
  asked: Asked,
): readonly string[] {
  const total = locales.reduce((sum, locale) => sum + locale.weight, 0);
  const found: string[] = [];
  const seen = new Set<string>();
  for (const { faker, weight } of locales) {
    const pool = poolOf(faker, key, draw);
    const share = Math.ceil((wanted * weight) / total);
    const end = Math.min(poolSize, share * 4);
    for (let slot = 0, added = 0, before = 0; slot < end && added < share; slot++) {
      if (slot % chunk === 0 && slot > 0) {
        // Hardly anything new among the last ones: the rest would not be either.
        if (added - before < chunk / 16) break;
        before = added;
      }
      const text = pool.text(slot);
      if (codePointLength(text) > asked.limit) continue;
      const plain = asked.markless ? withoutMarks(text) : text;
      const folded = asked.caseless ? plain.toLowerCase() : plain;
      if (seen.has(folded)) continue;
      seen.add(folded);
      found.push(text);
      added++;
    }
  }
  return found;
}

/** Each letter as its plain Latin form, where it has one. */
const withoutMarks = (text: string): string => Array.from(text, (letter) => toAscii(letter) || letter).join("");
