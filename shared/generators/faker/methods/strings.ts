import type { Faker } from "@faker-js/faker";
import { flag, lengths, method, ordered, pick, real, whole, words, type FakerMethod } from "./faker-method.ts";

const casing = pick("Letters", ["mixed", "lower", "upper"], "The case of letters.");
const characters = lengths(10, 10, 1000, "characters");
const bounds = (max: number) => ({
  min: whole("Minimum", 0, -(2 ** 52), 2 ** 52, "The smallest value."),
  max: whole("Maximum", max, -(2 ** 52), 2 ** 52, "The largest value."),
});

type LengthParams = { readonly min: number; readonly max: number };
type Prefixed = LengthParams & { readonly prefix: string };

/** Random characters, drawn for each row. */
const chars = (
  id: string,
  label: string,
  help: string,
  keywords: string,
  draw: (f: Faker, p: LengthParams) => string,
) =>
  method(`string.${id}`, label, help, "text", "abc", `random characters ${keywords}`, draw, {
    params: characters,
    single: true,
  });

const digits = (
  id: string,
  label: string,
  prefix: string,
  help: string,
  draw: (f: Faker, p: Prefixed) => string,
): FakerMethod =>
  method(`string.${id}`, label, help, "text", "binary", "random digits characters radix", draw, {
    params: { ...characters, prefix: words("Prefix", prefix, "What stands before the digits.") },
    single: true,
  });

const radix = (id: "binary" | "octal" | "hex", label: string, help: string): FakerMethod =>
  method(`number.${id}`, label, help, "numbers", "binary", "radix base digits", (f, p) => f.number[id](ordered(p)), {
    params: {
      min: whole("Minimum", 0, 0, 2 ** 52, "The smallest value."),
      max: whole("Maximum", 255, 0, 2 ** 52, "The largest value."),
    },
    single: true,
  });

/** Methods that give numbers, and characters without a meaning. */
export const strings: readonly FakerMethod[] = [
  method(
    "number.int",
    "Whole number in steps",
    "Whole numbers between two limits, all multiples of a number.",
    "numbers",
    "123",
    "integer multiple step range",
    (f, p) => {
      const { min, max } = ordered(p);
      // Without a multiple in the range faker throws.
      return Math.floor(max / p.multipleOf) * p.multipleOf < min
        ? min
        : f.number.int({ min, max, multipleOf: p.multipleOf });
    },
    { kind: "number", params: { ...bounds(1000), multipleOf: whole("Multiple of", 1, 1, 2 ** 40, "The step.") } },
  ),
  method(
    "number.float",
    "Number with fractions",
    "Numbers between two limits, with so many digits behind the point.",
    "numbers",
    "decimal",
    "float real decimal range",
    (f, p) => f.number.float({ ...ordered(p), fractionDigits: p.fractionDigits }),
    {
      kind: "number",
      scale: (p) => p.fractionDigits,
      params: {
        min: real("Minimum", 0, -1e9, 1e9, "The smallest value."),
        max: real("Maximum", 1, -1e9, 1e9, "The largest value."),
        fractionDigits: whole("Digits behind the point", 4, 0, 6),
      },
    },
  ),
  method(
    "number.bigInt",
    "Large whole number",
    "Whole numbers of up to 64 bits.",
    "numbers",
    "123",
    "bigint integer 64 long",
    (f, p) => {
      const [a, b] = [bigintOf(p.min), bigintOf(p.max)];
      return f.number.bigInt(a <= b ? { min: a, max: b } : { min: b, max: a });
    },
    {
      kind: "bigint",
      params: {
        min: words("Minimum", "0", "The smallest value, as digits."),
        max: words("Maximum", "999999999999999", "The largest value, as digits; at most 9223372036854775807."),
      },
    },
  ),
  radix("binary", "Binary number", "Numbers in digits 0 and 1."),
  radix("octal", "Octal number", "Numbers in digits 0 to 7."),
  radix("hex", "Hexadecimal number", "Numbers in digits 0 to f."),
  method(
    "number.romanNumeral",
    "Roman numeral",
    "Numbers as the Romans wrote them.",
    "numbers",
    "abc",
    "roman latin chapter",
    (f, p) => f.number.romanNumeral(ordered(p)),
    { params: { min: whole("Minimum", 1, 1, 3999), max: whole("Maximum", 3999, 1, 3999) }, least: 4 },
  ),
  chars("alpha", "Letters", "Random letters.", "alphabet", (f, p) => f.string.alpha({ length: ordered(p) })),
  method(
    "string.alphanumeric",
    "Letters and digits",
    "Random letters and digits.",
    "text",
    "abc",
    "random characters code alphanumeric",
    (f, p) => f.string.alphanumeric({ length: ordered(p), casing: p.casing }),
    { params: { ...characters, casing }, single: true },
  ),
  method(
    "string.numeric",
    "Digits",
    "Random digits, as text.",
    "text",
    "123",
    "random number digits code",
    (f, p) => f.string.numeric({ length: ordered(p), allowLeadingZeros: p.allowLeadingZeros }),
    { params: { ...characters, allowLeadingZeros: flag("Zeros in front", true, "May begin with 0.") }, single: true },
  ),
  method(
    "string.fromCharacters",
    "Characters of a set",
    "Texts of characters out of your own set.",
    "text",
    "abc",
    "random custom alphabet",
    (f, p) => (p.characters === "" ? "" : f.string.fromCharacters(p.characters, ordered(p))),
    { params: { characters: words("Characters", "ACGT", "Those to draw from."), ...characters }, single: true },
  ),
  digits("binary", "Binary digits", "0b", "Random digits 0 and 1.", (f, p) =>
    f.string.binary({ length: ordered(p), prefix: p.prefix }),
  ),
  digits("octal", "Octal digits", "0o", "Random digits 0 to 7.", (f, p) =>
    f.string.octal({ length: ordered(p), prefix: p.prefix }),
  ),
  digits("hexadecimal", "Hexadecimal digits", "0x", "Random digits 0 to f.", (f, p) =>
    f.string.hexadecimal({ length: ordered(p), prefix: p.prefix, casing: "lower" }),
  ),
  chars("sample", "Printable characters", "Random characters of ASCII, signs too.", "ascii", (f, p) =>
    f.string.sample(ordered(p)),
  ),
  chars("symbol", "Signs", "Random signs of ASCII.", "punctuation special", (f, p) => f.string.symbol(ordered(p))),
  method(
    "string.nanoid",
    "Nano ID",
    "Short identifiers that are safe in an address.",
    "keys",
    "id",
    "identifier url random",
    (f, p) => f.string.nanoid(p.length),
    { params: { length: whole("Length", 21, 1, 200) }, single: true },
  ),
  method(
    "string.ulid",
    "ULID",
    "Identifiers that sort by time, 26 characters.",
    "keys",
    "id",
    "identifier sortable",
    (f, _p, now) => f.string.ulid({ refDate: f.date.past({ years: 1, refDate: now }) }),
    { single: true, dated: true, least: 26 },
  ),
  method(
    "helpers.replaceSymbols",
    "Format of signs",
    "Texts of a format: # is a digit, ? a letter, * either.",
    "text",
    "forms",
    "mask format template symbols",
    (f, p) => f.helpers.replaceSymbols(p.format),
    { params: { format: words("Format", "??-####", "# is a digit, ? a letter, * either.") }, single: true },
  ),
  method(
    "helpers.replaceCreditCardSymbols",
    "Format with check digit",
    "Numbers of a format that end in a right check digit (Luhn).",
    "money",
    "forms",
    "mask format luhn checksum",
    (f, p) => f.helpers.replaceCreditCardSymbols(p.format),
    {
      params: {
        format: words(
          "Format",
          "9999-####-####-###L",
          "# is a digit, ! one from 2 to 9, [2-5] a range, L the check digit.",
        ),
      },
      single: true,
    },
  ),
];

/** The whole number that a text writes, within 64 bits; 0 where it writes none. */
const bigintOf = (text: string): bigint => {
  const value = /^-?\d{1,20}$/.test(text.trim()) ? BigInt(text.trim()) : 0n;
  const most = 2n ** 63n - 1n;
  return value > most ? most : value < -most ? -most : value;
};
