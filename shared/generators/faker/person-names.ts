import type { Faker } from "@faker-js/faker";
import { childStream, wordAt, type Stream } from "../../random/stream.ts";
import { textDictionary, type TextDictionary } from "../../vectors/text-dictionary.ts";
import type { CompileContext, WeightedLocale } from "../generator.ts";
import { adjectives, nouns } from "../text/words.ts";
import { toSlug } from "../text/transliterate.ts";
import { rowLocale } from "./row-locale.ts";

/** Names of one locale: lists for women and men, and the order in which a full name has them. */
interface LocaleNames {
  readonly first: readonly [readonly string[], readonly string[]];
  readonly last: readonly [readonly string[], readonly string[]];
  readonly familyFirst: boolean;
  readonly separator: string;
}

type Sexed =
  | { readonly generic?: readonly string[]; readonly female?: readonly string[]; readonly male?: readonly string[] }
  | null
  | undefined;

const some = (...lists: readonly (readonly string[] | undefined)[]): readonly string[] =>
  lists.find((list) => list !== undefined && list.length > 0) ?? ["Alex"];

function namesOf(faker: Faker): LocaleNames {
  const person = faker.rawDefinitions.person ?? {};
  const first: Sexed = person.first_name;
  const last: Sexed = person.last_name;
  // The plainest pattern: both names and nothing else.
  const patterns = (person.name ?? []).map(({ value }) => value);
  const plain = patterns
    .map((value) => /^\{\{person\.(first|last)Name\}\}(\s*)\{\{person\.(?:first|last)Name\}\}$/.exec(value))
    .find((match) => match !== null);
  return {
    first: [some(first?.female, first?.generic, first?.male), some(first?.male, first?.generic, first?.female)],
    last: [some(last?.female, last?.generic, last?.male), some(last?.male, last?.generic, last?.female)],
    familyFirst: plain?.[1] === "last",
    separator: plain?.[2] ?? " ",
  };
}

/** Names over all locales and both sexes, in one dictionary; group 2 × locale + sex begins at `starts`. */
export interface NameList {
  readonly dictionary: TextDictionary;
  /** The names as parts of an address, made when an e-mail column first asks. */
  slugs(): TextDictionary;
  readonly starts: Int32Array;
  readonly sizes: Int32Array;
}

/** A list of names; `stands` takes the place of names that have no form in Latin letters in addresses. */
function nameList(groups: readonly (readonly string[])[], stands: readonly string[]): NameList {
  let start = 0;
  let slugs: TextDictionary | undefined;
  const texts = groups.flat();
  return {
    dictionary: textDictionary(texts),
    slugs: () => (slugs ??= textDictionary(texts.map((name, k) => toSlug(name) || (stands[k % stands.length] ?? "x")))),
    starts: Int32Array.from(groups, (group) => (start += group.length) - group.length),
    sizes: Int32Array.from(groups, (group) => group.length),
  };
}

interface LocaleLists {
  readonly first: NameList;
  readonly last: NameList;
  readonly familyFirst: readonly boolean[];
  readonly separators: readonly string[];
}

const listsOfLocales = new WeakMap<Faker, Map<string, LocaleLists>>();

/** The lists of some locales, made once: a preview compiles at every edit. */
function listsOf(locales: readonly WeightedLocale[]): LocaleLists {
  const key = locales.map(({ locale }) => locale).join(" ");
  const first = locales[0]?.faker;
  const known = first && listsOfLocales.get(first)?.get(key);
  if (known) return known;
  const names = locales.map(({ faker }) => namesOf(faker));
  const lists: LocaleLists = {
    first: nameList(
      names.flatMap((entry) => entry.first),
      adjectives,
    ),
    last: nameList(
      names.flatMap((entry) => entry.last),
      nouns,
    ),
    familyFirst: names.map((entry) => entry.familyFirst),
    separators: names.map((entry) => entry.separator),
  };
  if (first) listsOfLocales.set(first, (listsOfLocales.get(first) ?? new Map<string, LocaleLists>()).set(key, lists));
  return lists;
}

export type SexChoice = "any" | "female" | "male";

/** The persons of a table's rows. A row's locale, sex and names follow from the table's streams: columns agree on them. */
export interface People extends LocaleLists {
  readonly localeOf: (row: number) => number;
  /** 0 female, 1 male. */
  sexOf(row: number): number;
  /** Place of the row's first and last name in the lists. */
  firstOf(row: number): number;
  lastOf(row: number): number;
  /** The same for a batch. */
  readonly fillFirst: (rows: Float64Array, count: number, codes: Int32Array) => void;
  readonly fillLast: (rows: Float64Array, count: number, codes: Int32Array) => void;
}

// Words that say which part of a person a column holds, or whose address it is: what is left names the person.
const partWords = new Set(
  "first last full given family sur fore middle name names firstname lastname fullname surname forename givenname familyname fname lname email mail e address emailaddress login user username handle nick nickname screen display displayname sex gender private personal primary main secondary home work id".split(
    " ",
  ),
);

/** Whose name a column shows, from its own name: `recipient_email` and `recipient_name` are the recipient's, `email` is the row's own. */
export const personOfColumn = (column: string): string =>
  column
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "" && !partWords.has(word))
    .join(" ");

/** The stream of the person that a column shows: `named` where it is given, else after the column's name. */
const personStream = (context: CompileContext, named: string): Stream =>
  childStream(context.bundleStream, named === "" ? personOfColumn(context.column.name) : named.toLowerCase().trim());

/** The persons of a table for a column's person and sex. */
export function peopleOf(context: CompileContext, named: string, sex: SexChoice): People {
  const lists = listsOf(context.locales);
  const { k0, k1 } = personStream(context, named);
  const localeOf = rowLocale(context);
  const fixed = sex === "any" ? -1 : sex === "female" ? 0 : 1;
  const sexOf = (row: number): number => (fixed >= 0 ? fixed : wordAt(k0, k1, row, 0) >>> 31);
  const pick = (list: NameList, row: number, lane: number): number => {
    const group = localeOf(row) * 2 + sexOf(row);
    const share = (wordAt(k0, k1, row, lane) >>> 0) * 2.3283064365386963e-10;
    return (list.starts[group] ?? 0) + Math.floor(share * (list.sizes[group] ?? 1));
  };
  const single = context.locales.length <= 1;
  const fill = (list: NameList, lane: number, rows: Float64Array, count: number, codes: Int32Array): void => {
    if (!single) {
      for (let i = 0; i < count; i++) codes[i] = pick(list, rows[i] ?? 0, lane);
      return;
    }
    const { starts, sizes } = list;
    for (let i = 0; i < count; i++) {
      const row = rows[i] ?? 0;
      const group = fixed >= 0 ? fixed : wordAt(k0, k1, row, 0) >>> 31;
      const share = (wordAt(k0, k1, row, lane) >>> 0) * 2.3283064365386963e-10;
      codes[i] = (starts[group] ?? 0) + ((share * (sizes[group] ?? 1)) | 0);
    }
  };
  return {
    ...lists,
    fillFirst: (rows, count, codes) => fill(lists.first, 1, rows, count, codes),
    fillLast: (rows, count, codes) => fill(lists.last, 2, rows, count, codes),
    localeOf,
    sexOf,
    firstOf: (row) => pick(lists.first, row, 1),
    lastOf: (row) => pick(lists.last, row, 2),
  };
}
