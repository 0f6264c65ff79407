import type { Idea } from "../patterns/name-pattern.ts";
import type { PersonalCategoryId } from "../personal/categories.ts";

/** A form that texts may have whatever their column is called, and what makes such texts. */
export interface ValueForm {
  /** "dates": what the values are, in the plural. */
  readonly label: string;
  readonly is: (text: string) => boolean;
  readonly idea: Idea;
  /** Rules that make such texts already. */
  readonly madeBy: RegExp;
}

/** The first that nearly all values have is taken. */
export const valueForms: readonly ValueForm[] = [
  {
    label: "UUIDs",
    is: (text) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
    idea: { generator: "uuid", longest: 36, shortest: 36 },
    madeBy: /uuid/,
  },
  {
    label: "dates",
    is: (text) => /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text),
    idea: { generator: "date", longest: 10, shortest: 10 },
    madeBy: /date|timestamp|after-column|time-series/,
  },
  {
    label: "dates with a time",
    is: (text) => /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[ T]\d\d:\d\d/.test(text),
    idea: { generator: "timestamp", longest: 19, shortest: 19 },
    madeBy: /date|timestamp|after-column|time-series/,
  },
  {
    label: "times of day",
    is: (text) => /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text),
    idea: { generator: "time", longest: 8, shortest: 8 },
    madeBy: /time/,
  },
  {
    label: "JSON documents",
    is: (text) => /^\s*[[{]/.test(text) && isJson(text),
    idea: { generator: "json" },
    madeBy: /json|list/,
  },
  {
    label: "web addresses",
    is: (text) => /^https?:\/\/[^\s/]+/.test(text),
    idea: { generator: "internet.url", longest: 40, shortest: 10 },
    madeBy: /url|website|image/i,
  },
  {
    label: "colours",
    is: (text) => /^#[0-9a-f]{6}$/i.test(text),
    idea: { generator: "color.rgb", longest: 7, shortest: 7 },
    madeBy: /color/,
  },
  {
    label: "version numbers",
    is: (text) => /^\d+[.]\d+[.]\d+$/.test(text),
    idea: { generator: "system.semver", longest: 8, shortest: 5 },
    madeBy: /semver/,
  },
];

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What makes invented values of a kind that personal data was found to be. */
export const personalIdeas: Partial<Readonly<Record<PersonalCategoryId, Idea>>> = {
  email: { generator: "internet.email", longest: 30, shortest: 12 },
  phone: { generator: "phone.number", longest: 17, shortest: 8 },
  iban: { generator: "finance.iban", longest: 34, shortest: 15 },
  "card-number": { generator: "finance.creditCardNumber", longest: 19, shortest: 13 },
  "social-security": { generator: "code", params: { code: "SSN-US" }, longest: 11, shortest: 11 },
  "ip-address": { generator: "ip-address", longest: 15, shortest: 7 },
  device: { generator: "mac-address", longest: 17, shortest: 17 },
  street: { generator: "location.streetAddress", longest: 35, shortest: 6 },
  city: { generator: "location.city", longest: 25 },
  "full-name": { generator: "person.fullName", longest: 30, shortest: 5 },
  "given-name": { generator: "person.firstName", longest: 15 },
  "family-name": { generator: "person.lastName", longest: 20 },
};
