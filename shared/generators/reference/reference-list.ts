import { continents, provinces, salesRegions, usStates } from "./lists/regions.ts";
import { countries } from "./lists/countries.ts";
import { currencies } from "./lists/currencies.ts";
import { languages } from "./lists/languages.ts";
import { months, weekdays } from "./lists/calendar.ts";
import { timeZones } from "./lists/time-zones.ts";

/** What lines of the lists may have, in the order of the form. */
export const referenceFields = [
  "name",
  "code",
  "code3",
  "number",
  "native name",
  "capital",
  "continent",
  "region",
  "country",
  "currency",
  "calling code",
  "symbol",
  "digits",
  "offset",
  "flag",
] as const;
export type ReferenceField = (typeof referenceFields)[number];

/** A list as it is written down: one entry a line, those that most people know with an asterisk before. */
export interface ListText {
  readonly lines: string;
  read(line: string): Partial<Readonly<Record<ReferenceField, string>>>;
}

/** A list read: each field that it has, with one text an entry. */
export interface ReferenceList {
  readonly size: number;
  readonly fields: Partial<Readonly<Record<ReferenceField, readonly string[]>>>;
  /** The places of the entries that most people know, and of the others. All are known where none is marked. */
  readonly known: readonly number[];
  readonly others: readonly number[];
}

const texts = {
  countries,
  currencies,
  languages,
  "US states": usStates,
  "Canadian provinces": provinces,
  continents,
  "sales regions": salesRegions,
  months,
  weekdays,
  "time zones": timeZones,
} as const satisfies Record<string, ListText>;

export type ListName = keyof typeof texts;
export const listNames = Object.keys(texts) as readonly ListName[];

const lists = new Map<ListName, ReferenceList>();

/** One of the built-in lists. */
export function referenceList(name: ListName): ReferenceList {
  const known = lists.get(name);
  if (known !== undefined) return known;
  const made = readList(texts[name]);
  lists.set(name, made);
  return made;
}

function readList(text: ListText): ReferenceList {
  const written = text.lines.trim().split("\n");
  const entries = written.map((line) => text.read(line.replace(/^\*/, "")));
  const marked = written.flatMap((line, k) => (line.startsWith("*") ? [k] : []));
  const first = entries[0] ?? {};
  return {
    size: entries.length,
    fields: Object.fromEntries(
      referenceFields
        .filter((field) => first[field] !== undefined)
        .map((field) => [field, entries.map((entry) => entry[field] ?? "")]),
    ),
    known: marked.length > 0 ? marked : entries.map((_entry, k) => k),
    others: marked.length > 0 ? entries.flatMap((_entry, k) => (marked.includes(k) ? [] : [k])) : [],
  };
}
