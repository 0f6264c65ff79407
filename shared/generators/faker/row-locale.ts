import { wordAt } from "../../random/stream.ts";
import type { CompileContext } from "../generator.ts";

/** The place in `context.locales` of a row's locale; every column of the table has the same. */
export function rowLocale(context: Pick<CompileContext, "locales" | "localeStream">): (row: number) => number {
  const { locales } = context;
  if (locales.length <= 1) return () => 0;
  const total = locales.reduce((sum, locale) => sum + locale.weight, 0);
  let sum = 0;
  const ends = locales.map((locale) => (sum += locale.weight) / total);
  const { k0, k1 } = context.localeStream;
  return (row) => {
    const share = (wordAt(k0, k1, row, 0) >>> 0) * 2.3283064365386963e-10;
    for (let k = 0; k < ends.length - 1; k++) if (share < (ends[k] ?? 1)) return k;
    return ends.length - 1;
  };
}
