import type { Rule } from "./rule.ts";

/**
 * The rule that a column gets when another is chosen for it: its NULLs, edge values and wish for distinct values
 * stay, and so does its locale where the new generator has use for one (`localized`).
 */
export function replaceRule(next: Rule, current: Rule, localized: boolean): Rule {
  if (current.kind !== "generate" || next.kind !== "generate") return next;
  const { nulls, when, unique, edge } = current;
  // The locale of a custom generator is its own, whichever side of the change it is on.
  const locale = next.custom === undefined && current.custom === undefined ? current.locale : undefined;
  return {
    ...next,
    ...(nulls === undefined ? {} : { nulls }),
    ...(when === undefined ? {} : { when }),
    ...(unique === undefined ? {} : { unique }),
    ...(locale === undefined || !localized ? {} : { locale }),
    ...(edge === undefined ? {} : { edge }),
  };
}
