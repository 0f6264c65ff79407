import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { defineMask } from "./mask.ts";
import { promises } from "./promises.ts";
import { takesText, textMask } from "./text-mask.ts";

const params = z.strictObject({
  keep: parameter(z.int().min(0).max(10).default(3), { label: "Keep first", unit: "characters" }),
  hipaa: parameter(z.boolean().default(true), {
    label: "HIPAA's rule of 20,000",
    help: "US areas of three digits with 20,000 people or fewer become 000 (45 CFR 164.514(b)(2)(i)(B)).",
  }),
});
type Params = z.infer<typeof params>;

// The three-digit areas with 20,000 people or fewer in the census of 2000, as HHS lists them in its guidance on de-identification.
const smallAreas = new Set("036 059 063 102 203 556 692 790 821 823 830 831 878 879 884 890 893".split(" "));

/** The first characters of a post code; what is behind them becomes zeros or X, so that the form stays. */
export function shortenPostcode(text: string, { keep, hipaa }: Params): string {
  const characters = [...text];
  let kept = 0;
  const shortened = characters
    .map((character) => {
      if (!/[\p{L}\p{N}]/u.test(character)) return character;
      kept++;
      return kept <= keep ? character : /\p{N}/u.test(character) ? "0" : "X";
    })
    .join("");
  const small = hipaa && /^\d{5}(-?\d{4})?$/u.test(text) && smallAreas.has(text.slice(0, 3));
  return small ? shortened.replaceAll(/\d/gu, "0") : shortened;
}

/** Post codes by the area that their first characters name. */
export const postcodeMask = defineMask<Params>({
  id: "postcode",
  version: 1,
  label: "Post code area",
  help: "Keeps the first characters of a post code.",
  keywords: ["zip", "postal", "generalise", "hipaa", "area"],
  icon: "map-pin-off",
  params,
  shorthand: "keep",
  accepts: (type) => takesText(type, 3),
  describe: (p) => `first ${p.keep}`,
  promises: () => promises({ generalises: true, keepsEquality: true, keepsFormat: true }),
  keyed: () => false,
  compile: (p, context) => textMask(context, (text) => shortenPostcode(text, p)),
});
