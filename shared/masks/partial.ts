import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { defineMask } from "./mask.ts";
import { promises } from "./promises.ts";
import { takesText, textMask } from "./text-mask.ts";

const params = z.strictObject({
  first: parameter(z.int().min(0).max(64).default(0), { label: "Keep first", unit: "characters" }),
  last: parameter(z.int().min(0).max(64).default(4), { label: "Keep last", unit: "characters" }),
  with: parameter(z.string().regex(/^.$/u, "is not one character").default("*"), { label: "Hide with" }),
  /** Spaces, dashes and other signs stay where they are, so that a number keeps its groups. */
  signs: parameter(z.boolean().default(true), { label: "Keep separators" }),
});
type Params = z.infer<typeof params>;

const isLetterOrDigit = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/**
 * The first and last characters stay, what is between is hidden. At least half of the letters and digits are hidden, however
 * short the value: "1234" with the last four kept would be no mask.
 */
export function hidePart(text: string, { first, last, with: sign, signs }: Params): string {
  const characters = [...text];
  const open = characters.flatMap((character, at) => (!signs || isLetterOrDigit(character) ? [at] : []));
  const most = Math.floor(open.length / 2);
  const keepLast = Math.min(last, most);
  const keepFirst = Math.min(first, most - keepLast);
  const hidden = new Set(open.slice(keepFirst, open.length - keepLast));
  return characters.map((character, at) => (hidden.has(at) ? sign : character)).join("");
}

/** Shows the ends of a value. */
export const partialMask = defineMask<Params>({
  id: "partial",
  version: 1,
  label: "Partial",
  help: "Hides all but the first and last characters, and never less than half.",
  keywords: ["truncate", "last four", "card", "stars", "asterisk", "hide"],
  icon: "eye-off",
  params,
  shorthand: "last",
  accepts: (type) => takesText(type),
  describe: ({ first, last }) =>
    [first > 0 ? `first ${first}` : "", last > 0 ? `last ${last}` : ""].filter(Boolean).join(", ") || "all hidden",
  promises: () => promises({ keepsEquality: true }),
  keyed: () => false,
  compile: (p, context) => textMask(context, (text) => hidePart(text, p)),
});
