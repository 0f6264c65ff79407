import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { defineMask } from "./mask.ts";
import { promises } from "./promises.ts";
import { takesText, textMask } from "./text-mask.ts";

const params = z.strictObject({
  show: parameter(z.enum(["last-4", "first-6-last-4"]).default("last-4"), {
    label: "Digits shown",
    help: "PCI DSS allows at most the first six and the last four to be shown (requirement 3.4.1).",
    control: "select",
  }),
  with: parameter(z.string().regex(/^.$/u, "is not one character").default("*"), { label: "Hide with" }),
});
type Params = z.infer<typeof params>;

/**
 * A card number cut as PCI DSS has it: of 16 digits at least 6 are hidden, of shorter ones at least 5 (FAQ 1091). A text that
 * is no card number, with fewer than 12 digits, is hidden whole.
 */
export function truncateCard(text: string, { show, with: sign }: Params): string {
  const digits = text.replaceAll(/\D/gu, "").length;
  const last = digits < 12 ? 0 : 4;
  const first = digits < 15 || show === "last-4" ? 0 : 6;
  let at = 0;
  return text.replaceAll(/[\p{L}\p{N}]/gu, (character) => {
    const kept = at < first || at >= digits - last;
    if (!/\d/u.test(character)) return sign;
    at++;
    return kept ? character : sign;
  });
}

/** Card numbers, cut one way in the whole project. */
export const cardMask = defineMask<Params>({
  id: "card",
  version: 1,
  label: "Card number",
  help: "Shows no more of a card number than PCI DSS allows.",
  keywords: ["pan", "credit card", "pci", "truncate"],
  icon: "credit-card",
  params,
  shorthand: "show",
  accepts: (type) => takesText(type, 12),
  describe: (p) => (p.show === "last-4" ? "last 4" : "first 6, last 4"),
  promises: () => promises({ generalises: true, keepsEquality: true }),
  keyed: () => false,
  compile: (p, context) => textMask(context, (text) => truncateCard(text, p)),
});
