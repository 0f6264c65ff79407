import type { Faker } from "@faker-js/faker";
import { fillWords, isRun } from "../../random/batch-words.ts";
import { wordAt } from "../../random/stream.ts";
import { textDictionary, type TextDictionary } from "../../vectors/text-dictionary.ts";
import { bundleStream } from "../bundle.ts";
import type { CompileContext, WeightedLocale } from "../generator.ts";
import { adjectives, nouns } from "../text/words.ts";
import { toSlug } from "../../base/transliterate.ts";
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
  /** The places last drawn for rows that follow each other: a table's next column often shows the same persons. */
  readonly drawn: { k0: number; k1: number; group: number; first: number; count: number; places: Int32Array };
}

/** A list of names; `stands` takes the place of names that have no form in Latin letters in addresses. */
function nameList(groups: readonly (readonly string[])[], stands: readonly string[]): NameList {
  let slugs: TextDictionary | undefined;
  // Languages that tell no sex apart give one list for both, which stands here once.
  const lists = [...new Set(groups)];
  const texts = lists.flat();
  const startOf = new Map<readonly string[], number>();
  let start = 0;
  for (const list of lists) {
    startOf.set(list, start);
    start += list.length;
  }
  return {
    dictionary: textDictionary(texts),
    slugs: () => (slugs ??= textDictionary(texts.map((name, k) => toSlug(name) || (stands[k % stands.length] ?? "x")))),
    starts: Int32Array.from(groups, (group) => startOf.get(group) ?? 0),
    sizes: Int32Array.from(groups, (group) => group.length),
    drawn: { k0: 0, k1: 0, group: 0, first: 0, count: 0, places: new Int32Array(0) },
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

/** Turns words into places in the lists of both sexes of the only locale; the words of `groups` say which. */
function placeInBoth({ starts, sizes }: NameList, groups: Int32Array, count: number, codes: Int32Array): void {
  for (let i = 0; i < count; i++) {
    const group = (groups[i] ?? 0) >>> 31;
    const share = ((codes[i] ?? 0) >>> 0) * 2.3283064365386963e-10;
    codes[i] = (starts[group] ?? 0) + ((share * (sizes[group] ?? 1)) | 0);
  }
}

/** Turns words into places in one list of the only locale. */
function placeInOne({ starts, sizes }: NameList, group: number, count: number, codes: Int32Array): void {
  const start = starts[group] ?? 0;
  const scale = (sizes[group] ?? 1) * 2.3283064365386963e-10;
  for (let i = 0; i < count; i++) codes[i] = start + ((((codes[i] ?? 0) >>> 0) * scale) | 0);
}

/** The persons of a table for a column's person and sex. */
export function peopleOf(context: CompileContext, named: string, sex: SexChoice): People {
  const lists = listsOf(context.locales);
  const stream = bundleStream(context, "person", named);
  const { k0, k1 } = stream;
  const localeOf = rowLocale(context);
  const fixed = sex === "any" ? -1 : sex === "female" ? 0 : 1;
  const sexOf = (row: number): number => (fixed >= 0 ? fixed : wordAt(k0, k1, row, 0) >>> 31);
  const pick = (list: NameList, row: number, lane: number): number => {
    const group = localeOf(row) * 2 + sexOf(row);
    const share = (wordAt(k0, k1, row, lane) >>> 0) * 2.3283064365386963e-10;
    return (list.starts[group] ?? 0) + Math.floor(share * (list.sizes[group] ?? 1));
  };
  const single = context.locales.length <= 1;
  const groups = new Int32Array(single ? context.batchRows : 0);
  const draw = (list: NameList, lane: number, rows: Float64Array, count: number, codes: Int32Array): void => {
    fillWords(stream, lane, rows, count, codes);
    const oneList = fixed >= 0 ? fixed : list.starts[0] === list.starts[1] ? 0 : undefined;
    if (oneList !== undefined) return placeInOne(list, oneList, count, codes);
    fillWords(stream, 0, rows, count, groups);
    placeInBoth(list, groups, count, codes);
  };
  const fill = (list: NameList, lane: number, rows: Float64Array, count: number, codes: Int32Array): void => {
    if (!single) {
      for (let i = 0; i < count; i++) codes[i] = pick(list, rows[i] ?? 0, lane);
      return;
    }
    if (!isRun(rows, count)) return draw(list, lane, rows, count, codes);
    const { drawn } = list;
    const first = rows[0] ?? 0;
    const same = drawn.k0 === k0 && drawn.k1 === k1 && drawn.group === fixed && drawn.first === first;
    if (same && drawn.count >= count) return codes.set(drawn.places.subarray(0, count));
    draw(list, lane, rows, count, codes);
    if (drawn.places.length < count) drawn.places = new Int32Array(count);
    drawn.places.set(codes.subarray(0, count));
    Object.assign(drawn, { k0, k1, group: fixed, first, count });
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
