import { z } from "zod";
import { SeedloomError } from "../base/errors.ts";
import { encodeUtf8 } from "../base/utf8.ts";
import { parameter } from "../generators/parameter.ts";
import { ff1, isLargeEnough, type FormatPreserving } from "../keyed/ff1.ts";
import { formatOf, type Format } from "./alphabets.ts";
import { luhnDigit } from "./luhn.ts";
import { defineMask, type MaskContext } from "./mask.ts";
import { promises } from "./promises.ts";
import { takesText, textMask } from "./text-mask.ts";

const params = z.strictObject({
  "keep-first": parameter(z.int().min(0).max(32).default(0), { label: "Keep first", unit: "characters" }),
  "keep-last": parameter(z.int().min(0).max(32).default(0), { label: "Keep last", unit: "characters" }),
  luhn: parameter(z.boolean().default(false), {
    label: "Valid check digit",
    help: "Makes the last digit right again (Luhn), as card numbers have it.",
  }),
  small: parameter(z.enum(["refuse", "hash"]).default("refuse"), {
    label: "Values too short for it",
    help: "Format-preserving encryption needs 1,000,000 possible values: six digits, or five letters. Shorter ones stop the run, or become a hash.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;
type Part = Format["parts"][number];

/** FF1: a value of the same form, from which only the key leads back. */
export const formatPreservingMask = defineMask<Params>({
  id: "format-preserving",
  version: 1,
  label: "Format-preserving",
  help: "Encrypts digits to digits and letters to letters (FF1, NIST SP 800-38G); separators stay where they are.",
  keywords: ["fpe", "ff1", "encrypt", "phone", "account", "number", "reversible"],
  icon: "lock-square-rounded",
  params,
  shorthand: "keep-last",
  accepts: (type) => takesText(type, 6),
  describe: (p) =>
    [
      p["keep-first"] > 0 ? `first ${p["keep-first"]} kept` : "",
      p["keep-last"] > 0 ? `last ${p["keep-last"]} kept` : "",
      p.luhn ? "check digit" : "",
    ]
      .filter(Boolean)
      .join(", ") || "same form",
  promises: (p) =>
    promises({
      keepsEquality: true,
      keepsFormat: p.small === "refuse",
      // The check digit is made anew, so values that differ in it alone would meet.
      keepsUniqueness: p.small === "refuse" && !p.luhn,
      reversible: p.small === "refuse",
    }),
  keyed: () => true,
  compile(p, context) {
    const cipher = textCipher(p, context);
    return textMask(context, cipher);
  },
});

/** Encrypts the characters of each alphabet together: one domain for the digits of a value, one for its letters. */
function textCipher(p: Params, context: MaskContext): (text: string, row: number) => string {
  const key = context.keys.key("format-preserving", context.domain);
  const ciphers = new Map<string, FormatPreserving>();
  // Capitals and small letters have as many characters: the tweak tells them apart.
  const cipherOf = (alphabet: string): FormatPreserving => {
    const known = ciphers.get(alphabet) ?? ff1(alphabet.length, key, encodeUtf8(alphabet.slice(0, 1)));
    ciphers.set(alphabet, known);
    return known;
  };
  const short = context.keys.hmac("format-preserving short", context.domain);

  return (text, row) => {
    const characters = [...text];
    const check = p.luhn ? 1 : 0;
    const format = formatOf(characters, p["keep-first"], characters.length - Math.max(p["keep-last"], check));
    if (format.parts.length === 0 && format.others === 0) return text;
    const tooShort = format.parts.filter(({ at, alphabet }) => !isLargeEnough(alphabet.length, at.length));
    if (format.others > 0 || tooShort.length === format.parts.length) {
      if (p.small === "refuse") throw tooFew(`${context.table}.${context.column.name}`, row);
      const bytes = encodeUtf8(text);
      short.of(bytes, 0, bytes.length);
      return Array.from(characters, (_, i) => "0123456789"[((short.digest[i & 7] ?? 0) >>> (4 * (i >> 3))) % 10]).join(
        "",
      );
    }
    for (const part of format.parts) if (!tooShort.includes(part)) encryptPart(part);
    // What is too short for a cipher of its own moves by a keyed amount that the encrypted part decides: a bijection still.
    if (tooShort.length > 0) {
      const bytes = encodeUtf8(format.parts.map((part) => (tooShort.includes(part) ? "" : textOf(part))).join("\0"));
      short.of(bytes, 0, bytes.length);
      let moved = 0;
      for (const { alphabet, at, digits } of tooShort) {
        at.forEach((position, i) => {
          const shift = ((short.digest[moved & 7] ?? 0) >>> (8 * ((moved >> 3) & 3))) & 255;
          characters[position] = alphabet[((digits[i] ?? 0) + shift) % alphabet.length] ?? "";
          moved++;
        });
      }
    }
    if (p.luhn) characters[characters.length - 1] = luhnDigit(characters.slice(0, -1).join(""));
    return characters.join("");

    function encryptPart({ alphabet, at, digits }: Part): void {
      const masked = cipherOf(alphabet).encrypt(digits);
      at.forEach((position, i) => (characters[position] = alphabet[masked[i] ?? 0] ?? ""));
    }
    function textOf({ at }: Part): string {
      return at.map((position) => characters[position]).join("");
    }
  };
}

const tooFew = (column: string, row: number): SeedloomError =>
  new SeedloomError(
    "export-blocked",
    `${column} has a value that is too short for format-preserving encryption, in row ${row + 1}: it needs 1,000,000 possible values.`,
    "Turn short values into a hash (“Values too short for it”), or use another mask.",
  );
