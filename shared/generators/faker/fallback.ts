import type { ParameterProblem } from "../generator.ts";
import { localeGaps } from "./locale-gaps.ts";
import { localeLabel, resolveLocale } from "./locales.ts";

const gapsOf = new Map<string, ReadonlySet<string>>(
  localeGaps.flatMap(({ methods, locales }) => {
    const missing = new Set(locales.split(" "));
    return methods.split(" ").map((method) => [method, missing] as const);
  }),
);

/** Whether a locale, as it was written, has no definitions of its own for a method. */
export const hasGap = (method: string, locale: string): boolean =>
  gapsOf.get(method)?.has(resolveLocale(locale) ?? "") === true;

/** Says which of a column's locales have no definitions of their own for a method, so that their rows show English. */
export function fallbackProblems(method: string, locales: readonly string[]): readonly ParameterProblem[] {
  const missing = locales.filter((name) => hasGap(method, name));
  if (missing.length === 0) return [];
  const named = missing.map(localeLabel).join(", ");
  return [
    {
      severity: "warning",
      locale: "en",
      message: `There are no such values in ${named}; rows of that language show English ones.`,
    },
  ];
}
