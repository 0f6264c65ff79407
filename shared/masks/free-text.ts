import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { cellText } from "../vectors/cells.ts";
import { passesLuhn } from "./luhn.ts";
import { defineMask } from "./mask.ts";
import { promises } from "./promises.ts";
import { takesText, textMask } from "./text-mask.ts";

const params = z.strictObject({
  names: parameter(z.string().default(""), {
    label: "Names in",
    help: "Columns of the row whose words are personal: first_name, last_name. Wherever they stand in the text, they are hidden.",
  }),
  contacts: parameter(z.boolean().default(true), { label: "E-mail and phone" }),
  numbers: parameter(z.boolean().default(true), { label: "Cards, IBANs and long numbers" }),
  addresses: parameter(z.boolean().default(true), { label: "IP addresses and links" }),
});
type Params = z.infer<typeof params>;

interface Pattern {
  readonly label: string;
  readonly pattern: RegExp;
  /** Tells what only looks like it. */
  readonly is?: (found: string) => boolean;
}

const contacts: readonly Pattern[] = [
  { label: "[e-mail]", pattern: /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}.-]{1,190}[.]\p{L}{2,24}/gu },
  {
    label: "[phone]",
    pattern: /(?<![\p{L}\p{N}])(?:\+|00|\(0?)?\d[\d\s()./-]{6,20}\d(?![\p{L}\p{N}])/gu,
    is: (found) => {
      const digits = found.replaceAll(/\D/gu, "").length;
      return digits >= 7 && digits <= 15 && !/^\d{4}-\d\d-\d\d$/u.test(found);
    },
  },
];
const numbers: readonly Pattern[] = [
  { label: "[card]", pattern: /(?<!\d)\d(?:[ -]?\d){11,18}(?!\d)/gu, is: passesLuhn },
  { label: "[IBAN]", pattern: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?![\p{L}\p{N}])/gu },
  { label: "[number]", pattern: /(?<![\p{L}\p{N}])\d{3}-\d{2}-\d{4}(?!\d)|(?<!\d)\d{9,}(?!\d)/gu },
];
const addresses: readonly Pattern[] = [
  { label: "[link]", pattern: /\bhttps?:\/\/[^\s"'<>]{1,2000}/gu },
  { label: "[IP]", pattern: /(?<![\d.])(?:\d{1,3}[.]){3}\d{1,3}(?![\d.])/gu },
];

/** Hides in a text what identifies a person: by form, and by the words of the row's own names. */
export const freeTextMask = defineMask<Params>({
  id: "free-text",
  version: 1,
  label: "Redact in text",
  help: "Hides e-mails, phones, cards, IBANs, links and the row's own names inside a longer text.",
  keywords: ["notes", "comment", "redact", "names", "free text", "description"],
  icon: "eye-off",
  params,
  shorthand: "names",
  accepts: (type) => takesText(type, 8) || type.kind === "json",
  describe: (p) => (p.names.trim() === "" ? "contacts and numbers" : `names of ${p.names}`),
  promises: () => promises({ keepsEquality: false }),
  keyed: () => false,
  inputs: (p) => columnsOf(p),
  problems: (p, { columns }) =>
    columnsOf(p)
      .filter((name) => !columns.includes(name))
      .map((name) => ({
        severity: "error" as const,
        message: `There is no column ${name}.`,
        fix: {
          label: "Leave it out",
          params: {
            ...p,
            names: columnsOf(p)
              .filter((other) => columns.includes(other))
              .join(", "),
          },
        },
      })),
  compile(p, context) {
    // Longer and surer forms first: a card is not to be taken for a phone number.
    const patterns = [
      ...(p.addresses ? addresses.slice(0, 1) : []),
      ...(p.contacts ? contacts.slice(0, 1) : []),
      ...(p.numbers ? numbers.slice(0, 2) : []),
      ...(p.addresses ? addresses.slice(1) : []),
      ...(p.contacts ? contacts.slice(1) : []),
      ...(p.numbers ? numbers.slice(2) : []),
    ];
    const inputs = columnsOf(p).map((name) => context.input(name));
    return textMask(context, (text, _row, i) =>
      hideWords(
        hideForms(text, patterns),
        inputs.map((input) => cellText(input, i) ?? ""),
      ),
    );
  },
});

const columnsOf = (p: Params): readonly string[] =>
  p.names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

const hideForms = (text: string, patterns: readonly Pattern[]): string =>
  patterns.reduce(
    (left, { label, pattern, is }) => left.replace(pattern, (found) => (is?.(found) === false ? found : label)),
    text,
  );

/** Hides the words of `names` wherever they stand as words, whatever their case. Words of one letter are let be. */
function hideWords(text: string, names: readonly string[]): string {
  const words = new Set(names.flatMap((name) => name.toLowerCase().match(/[\p{L}\p{M}'’-]{2,}/gu) ?? []));
  if (words.size === 0) return text;
  return text.replaceAll(/[\p{L}\p{M}'’-]{2,}/gu, (word) => {
    const bare = word.toLowerCase();
    // "Ada's" is Ada, too.
    return words.has(bare) || words.has(bare.replace(/['’]s$/u, "")) ? "[name]" : word;
  });
}
