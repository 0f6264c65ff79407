import type { WeightedLocale } from "../generator.ts";
import { poolOf, poolSize, type DrawText } from "./pool.ts";

const most = 16_384;

/**
 * Distinct texts of a method for a unique column of up to 8,192 rows, drawn from the locales by weight; undefined where
 * there are not enough. How many it looks for grows in powers of two, so that a table may grow without its values changing.
 */
export function distinctTexts(
  locales: readonly WeightedLocale[],
  key: string,
  draw: DrawText,
  asked: { readonly rowCount: number; readonly limit: number; readonly caseless: boolean },
): readonly string[] | undefined {
  let wanted = 256;
  while (wanted < asked.rowCount) wanted *= 2;
  if (asked.rowCount > most / 2) return undefined;
  const total = locales.reduce((sum, locale) => sum + locale.weight, 0);
  const found: string[] = [];
  const seen = new Set<string>();
  for (const { faker, weight } of locales) {
    const pool = poolOf(faker, key, draw);
    const share = Math.ceil((wanted * weight) / total);
    const end = Math.min(poolSize, share * 4);
    for (let slot = 0, added = 0; slot < end && added < share; slot++) {
      const text = pool.text(slot);
      if ([...text].length > asked.limit) continue;
      const folded = asked.caseless ? text.toLowerCase() : text;
      if (seen.has(folded)) continue;
      seen.add(folded);
      found.push(text);
      added++;
    }
  }
  return found.length >= asked.rowCount ? found : undefined;
}
