import { electronicFormatIBAN, isValidIBAN } from "ibantools";
import { isValidPhoneNumber } from "libphonenumber-js/min";
import type { PersonalCategoryId } from "./categories.ts";

/** Lists that names and places are known by, in lower case. The host makes them from what the generators know. */
export interface NameLists {
  readonly given: ReadonlySet<string>;
  readonly family: ReadonlySet<string>;
  readonly cities: ReadonlySet<string>;
}

export interface ValueFinding {
  readonly category: PersonalCategoryId;
  /** 0 to 1. */
  readonly confidence: number;
  /** How many of the looked at values are of the kind. */
  readonly found: number;
  readonly looked: number;
}

interface ValueSign {
  readonly category: PersonalCategoryId;
  readonly is: (text: string) => boolean;
  /** The share of the values from which the column is taken for it. */
  readonly from: number;
  /** How sure the form alone makes one, when all values have it. */
  readonly sure: number;
}

const digitsOf = (text: string): string => text.replaceAll(/\D/gu, "");

/** Whether a number passes the Luhn check and begins as a card of some network does. */
export function isCardNumber(text: string): boolean {
  const digits = digitsOf(text);
  if (!/^[\d -]+$/u.test(text) || !/^(?:3[0-9]|4|5[0-9]|6|2[2-7])\d{11,18}$/u.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 1 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

/** A US social security number in its written form; areas 000, 666 and 9xx are never given out. */
const isSocialSecurity = (text: string): boolean => /^(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/u.test(text);

/** A date that somebody alive, or lately dead, may be born on: more than two and less than 120 years before `today`. */
const isBirthDate = (text: string): boolean =>
  /^(?:19\d\d|20[01]\d)-\d\d-\d\d(?:[ T]00:00:00(?:[.]0+)?(?:Z|[+]00(?::?00)?)?)?$/u.test(text);

const isIpAddress = (text: string): boolean =>
  /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)[.]){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\/\d{1,2})?$/u.test(text) ||
  (/^[0-9a-f:]{3,39}$/iu.test(text) && (text.match(/:/gu)?.length ?? 0) >= 2 && !/^\d\d:\d\d:\d\d$/u.test(text));

function isPhone(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length < 7 || digits.length > 15 || !/^[+(\d][\d\s().\-/]*(?:\s?(?:x|ext)[.\s]*\d{1,6})?$/iu.test(text))
    return false;
  if (text.startsWith("+")) return isValidPhoneNumber(text);
  // Without a country a number has to be written as one: with groups, or a leading zero.
  return /[\s().\-/]/u.test(text.trim()) && !/^\d{4}-\d\d-\d\d/u.test(text) && !/^\d+[.]\d+$/u.test(text);
}

const street =
  /(?:^\d+[a-z]?\s+\p{Lu}[\p{L}.' -]+|\b(?:street|st|road|rd|avenue|ave|boulevard|blvd|lane|ln|drive|dr|way|court|ct|square|place|strasse|straße|str|gasse|weg|platz|allee|rue|calle|via|rua|gatan|vägen|straat|ulica|ul)\b[.]?(?:\s+\d+[a-z]?)?$|\p{L}(?:straße|strasse|gatan|vägen|straat|weg)\s+\d+)/iu;

const forms: readonly ValueSign[] = [
  {
    category: "email",
    is: (text) => /^[^\s@,;<>]{1,64}@[^\s@,;<>]+[.][\p{L}\d-]{2,24}$/u.test(text),
    from: 0.5,
    sure: 0.99,
  },
  { category: "iban", is: (text) => isValidIBAN(electronicFormatIBAN(text) ?? ""), from: 0.5, sure: 0.99 },
  { category: "card-number", is: isCardNumber, from: 0.7, sure: 0.97 },
  { category: "social-security", is: isSocialSecurity, from: 0.7, sure: 0.93 },
  { category: "device", is: (text) => /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/iu.test(text), from: 0.7, sure: 0.9 },
  { category: "ip-address", is: isIpAddress, from: 0.7, sure: 0.95 },
  {
    category: "url",
    is: (text) => /^https?:\/\/\S*(?:linkedin|facebook|twitter|instagram|profile|user|~)\S*$/iu.test(text),
    from: 0.5,
    sure: 0.7,
  },
  { category: "phone", is: isPhone, from: 0.6, sure: 0.85 },
  { category: "secret", is: (text) => /^\$(?:2[aby]|argon2\w*|5|6)\$\S{20,}$/u.test(text), from: 0.5, sure: 0.97 },
  { category: "street", is: (text) => street.test(text) && /\d/u.test(text), from: 0.4, sure: 0.85 },
  {
    category: "coordinates",
    is: (text) => /^-?\d{1,2}[.]\d{4,},\s*-?\d{1,3}[.]\d{4,}$/u.test(text),
    from: 0.7,
    sure: 0.85,
  },
];

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];
const isTitle = (text: string): boolean => /^\p{Lu}/u.test(text) && text.length <= 60 && !/\d/u.test(text);

/** Kinds that only a list can tell. */
const listed = (lists: NameLists): readonly ValueSign[] => [
  {
    category: "full-name",
    is: (text) => {
      const [first, ...rest] = words(text);
      return isTitle(text) && rest.length > 0 && rest.length < 4 && first !== undefined && lists.given.has(first);
    },
    from: 0.35,
    sure: 0.9,
  },
  { category: "given-name", is: (text) => isTitle(text) && lists.given.has(text.toLowerCase()), from: 0.5, sure: 0.9 },
  {
    category: "family-name",
    is: (text) => isTitle(text) && lists.family.has(text.toLowerCase()),
    from: 0.4,
    sure: 0.85,
  },
  { category: "city", is: (text) => isTitle(text) && lists.cities.has(text.toLowerCase()), from: 0.4, sure: 0.7 },
];

/**
 * What a sample of a column's values says: the surest category, or undefined. Fewer than five values say nothing. Texts
 * that mention people inside are free text.
 */
export function findByValue(cells: readonly (string | null)[], lists: NameLists): ValueFinding | undefined {
  const values = cells.filter((cell): cell is string => cell !== null && cell.trim() !== "").map((cell) => cell.trim());
  const looked = values.length;
  if (looked < 5) return undefined;
  let best: ValueFinding | undefined;
  for (const { category, is, from, sure } of [...forms, ...listed(lists)]) {
    const found = values.reduce((count, value) => count + (is(value) ? 1 : 0), 0);
    const share = found / looked;
    if (share < from) continue;
    const confidence = sure * (0.7 + 0.3 * share);
    if (confidence > (best?.confidence ?? 0)) best = { category, confidence, found, looked };
  }
  return best ?? inText(values, lists) ?? birthDates(values);
}

/** Long texts some of which have an e-mail, a phone, a card or a person's name in them. */
function inText(values: readonly string[], lists: NameLists): ValueFinding | undefined {
  const long = values.filter((value) => value.length > 25 && value.includes(" "));
  if (long.length < values.length / 3) return undefined;
  const found = long.filter(
    (value) =>
      /[^\s@]+@[^\s@]+[.]\p{L}{2,}/u.test(value) ||
      /(?:\+|\b00)\d[\d\s().-]{7,}\d/u.test(value) ||
      namesIn(value, lists),
  ).length;
  const share = found / values.length;
  return share < 0.05
    ? undefined
    : { category: "free-text", confidence: Math.min(0.85, 0.5 + share), found, looked: values.length };
}

/** A given name and a family name side by side, both with a capital. */
function namesIn(text: string, lists: NameLists): boolean {
  for (const [, first = "", last = ""] of text.matchAll(/(\p{Lu}\p{Ll}+)\s+(\p{Lu}\p{Ll}+)/gu)) {
    if (lists.given.has(first.toLowerCase()) && lists.family.has(last.toLowerCase())) return true;
  }
  return false;
}

/** Dates that spread over the decades in which people are born, rather than over some years of business. */
function birthDates(values: readonly string[]): ValueFinding | undefined {
  const found = values.filter(isBirthDate);
  if (found.length < values.length * 0.95 || found.length < 20) return undefined;
  const years = found.map((value) => Number(value.slice(0, 4)));
  const spread = Math.max(...years) - Math.min(...years);
  return spread < 30 || Math.min(...years) > 1990
    ? undefined
    : { category: "birth-date", confidence: 0.7, found: found.length, looked: values.length };
}
