import { literalDefault, type ColumnContext } from "./column-context.ts";
import { countsSeconds } from "./counts-seconds.ts";
import { englishWords, withoutTypePrefix } from "./language/english-words.ts";
import { bundlePatterns } from "./patterns/bundles.ts";
import { categoryPatterns } from "./patterns/categories.ts";
import { choicePatterns } from "./patterns/choices.ts";
import { clinicalPatterns } from "./patterns/clinical.ts";
import { codePatterns } from "./patterns/codes.ts";
import { questionPatterns } from "./patterns/flags.ts";
import { generalPatterns } from "./patterns/general.ts";
import { measurePatterns } from "./patterns/measures.ts";
import { typeGroups, type Idea, type NamePattern } from "./patterns/name-pattern.ts";
import { namedPatterns } from "./patterns/names.ts";
import { numberPatterns } from "./patterns/numbers.ts";
import { peoplePatterns } from "./patterns/people.ts";
import { placePatterns } from "./patterns/places.ts";
import { referencePatterns } from "./patterns/references.ts";
import { timePatterns } from "./patterns/times.ts";
import { tradePatterns } from "./patterns/trade.ts";
import { webPatterns } from "./patterns/web.ts";
import type { ValueKind } from "../schema/value-type.ts";
import { keyColumns } from "./table-keys.ts";
import { nounOf, wordsOf } from "./words.ts";

/** In the order they are tried: the plain words come last. */
export const allPatterns: readonly NamePattern[] = [
  ...questionPatterns,
  // Narrower than what follows: a company's e-mail before any.
  ...bundlePatterns,
  // What a whole table is of: its name and its code are of one country.
  ...referencePatterns,
  // What records of patients call so: the value of a measurement that is none of a price.
  ...clinicalPatterns,
  ...peoplePatterns,
  ...choicePatterns,
  ...webPatterns,
  ...placePatterns,
  ...codePatterns,
  ...categoryPatterns,
  ...tradePatterns,
  ...namedPatterns,
  ...timePatterns,
  ...measurePatterns,
  ...numberPatterns,
  ...generalPatterns,
];

/** A meaning found in a column's name. */
export interface NameMatch {
  readonly pattern: NamePattern;
  readonly reason: string;
  readonly ideas: readonly Idea[];
  /** A part of the name alone speaks for it. */
  readonly partial?: true;
}

/** The meanings of a column's name, the most likely first; those of its comment behind. */
export function ideasByName(context: ColumnContext): readonly NameMatch[] {
  const { column, words, noun } = context;
  const named = (text: string): string => {
    const said = text.trim();
    // What was read into a name is none of it: "backup_contact" matches *contact*, taken for a contact's name.
    const bare = said.replace(/ name$/, "");
    const shown = !words.includes(said) && words.includes(bare) ? bare : said;
    return `name matches *${shown.replaceAll(" ", "_")}*`;
  };
  const match: Match = (text) => matches(context, text, noun, named);
  const found = [...ofNoun(words, noun, match), ...read(words, match, isShort(context))];
  const comment = column.comment === undefined || column.comment.length > 80 ? "" : wordsOf(column.comment);
  const said =
    found.length > 0 || comment === ""
      ? []
      : matches(context, comment, noun, (text) => `comment says “${text.trim()}”`);
  return found.length > 0 || said.length > 0 ? [...found, ...said] : numbersAsText(context);
}

type Match = (words: string) => readonly NameMatch[];

/** A word that says little is read with the noun of its table: the type of a coupon is a "coupon type". */
const bareHead = /^(?:type|kind|mode|method|frequency|category|source|result|condition|reason)$/;

function ofNoun(words: string, noun: string, match: Match): readonly NameMatch[] {
  if (!bareHead.test(words) || /\b(?:event|device)$/.test(noun)) return [];
  const alone = new Set(match(words).map(({ pattern }) => pattern));
  return match(`${noun} ${words}`).filter(({ pattern }) => !alone.has(pattern) && pattern.subject === undefined);
}

/** What a name says as it is, else in English and in full, else without what stands before or behind its noun. */
function read(words: string, match: Match, short: boolean): readonly NameMatch[] {
  const whole = match(words);
  const english = englishWords(words);
  const translated = english === undefined || isClear(whole) ? [] : readShorter(english, match);
  if (isClear(translated)) return [...translated, ...whole];
  if (whole.length > 0 || translated.length > 0) return [...whole, ...translated];
  const shorter = readShorter(words, match);
  if (shorter.length > 0) return shorter;
  const bare = withoutTypePrefix(words);
  const typed = bare === undefined ? [] : readShorter(bare, match).map(vaguely);
  if (typed.length > 0) return typed;
  // "campaign" of a text is its name, where such names are known.
  const called = (short ? match(`${english ?? words} name`) : []).filter(
    ({ pattern }) => pattern.subject !== undefined || isPlain(pattern),
  );
  if (called.length > 0) return called.map(vaguely);
  // "pass crypted", "phone provisional": a noun stands before an adjective.
  const front = (english ?? words).replace(/ \w+(?:ed|al|ar|ive|able|ible|ary|ory|ic|ish)$/, "");
  return front === (english ?? words) ? [] : match(front).filter(isSure).map(partly);
}

/** A text that holds a name rather than what is to be said of it. */
const isShort = ({ column: { valueType } }: ColumnContext): boolean =>
  valueType.kind === "text" && (valueType.maxLength ?? Infinity) <= 255;

/** Words at the end that do not change what a noun is, left out where it is not known with them. */
function readShorter(words: string, match: Match): readonly NameMatch[] {
  const whole = match(words);
  if (whole.length > 0) return whole;
  const noun = words.replace(qualifiers, "");
  return noun === words ? [] : match(noun).map(vaguely);
}

const isPlain = ({ vague, types }: NamePattern): boolean => vague !== true && types.includes("text");
const isSure = ({ pattern }: NameMatch): boolean => pattern.vague !== true;
const isClear = ([first]: readonly NameMatch[]): boolean => first !== undefined && isSure(first);

/** Words behind the noun that do not change what it is: "phone external", "email alternate", "language first", "image 240". */
const qualifiers =
  /(?: (?:\d+|alternate|alternative|alt|primary|secondary|external|internal|first|second|third|main|other|long|new|old|personal|private|public|work|home|office|current|previous|default|original|strong))+$/;

const vaguely = (match: NameMatch): NameMatch => ({ ...match, pattern: { ...match.pattern, vague: true } });
const partly = (match: NameMatch): NameMatch => ({ ...vaguely(match), partial: true });

/** Of a text whose name speaks of an amount, the numbers. */
function numbersAsText(context: ColumnContext): readonly NameMatch[] {
  const { valueType } = context.column;
  if (valueType.kind !== "text" || (valueType.maxLength ?? Infinity) < longestNumber) return [];
  if (wordy.test(context.words)) return [];
  const numeric = { ...context, column: { ...context.column, valueType: { kind: "real", bits: 64 } as const } };
  return matches(numeric, context.words, context.noun, (text) => `name matches *${text.trim().replaceAll(" ", "_")}*`)
    .filter(({ pattern }) => pattern.types.includes("figure"))
    .map(vaguely);
}

/** Of these a text may as well hold words. */
const wordy =
  /\b(?:value|level|score|grade|note|rate|status|state|type|kind|category|mode|flags?|format|style|access|visibility|privacy|scope|method|direction|gender|permission|role|rating|priority|severity|tier|urgency|importance|difficulty|stage|position|rank|pos|version|revision|rev|generation|share|current|power|stock|capital|discount|tax|net|gross|reading|measurement|premium|charge|page|units|pieces|rooms|guests|second|minute|day|week|month|quarter|year|hour|date|floor|age|words)$/;

/** What the numbers of amounts take as text, with sign, point and two places. */
const longestNumber = 12;

/** Types that say that their texts are long, as PostgreSQL's and SQLite's TEXT does not. */
const longText = /^(?:medium|long)text$|^n?clob$/i;

function matches(
  context: ColumnContext,
  words: string,
  noun: string,
  reason: (matched: string) => string,
): readonly NameMatch[] {
  const { type, valueType } = context.column;
  const { kind } = valueType;
  const long = longText.test(type) || (context.model.engine === "mysql" && /^text$/i.test(type));
  const epoch = countsSeconds(context.model, context.column);
  return allPatterns.flatMap((pattern) => {
    const match = pattern.name.exec(words);
    if (match === null || !takes(pattern, kind, epoch)) return [];
    if (pattern.subject !== undefined && !isOf(pattern.subject, subjectOf(words, match, noun))) return [];
    if (pattern.short === true && long) return [];
    if (pattern.few === true && keyColumns(context.table).has(context.column.name)) return [];
    const { beside, without, among } = pattern;
    if (beside !== undefined && !hasColumn(context, beside)) return [];
    if (without !== undefined && hasColumn(context, without)) return [];
    if (among !== undefined && !context.model.tables.some(({ name }) => isOf(among, nounOf(name)))) return [];
    return [{ pattern, reason: reason(match[0]), ideas: withDefault(pattern.ideas, literalDefault(context.column)) }];
  });
}

const hasColumn = ({ table }: ColumnContext, words: RegExp): boolean =>
  table.columns.some(({ name }) => words.test(wordsOf(name)));

const takes = ({ types }: NamePattern, kind: ValueKind, epoch: boolean): boolean =>
  types.some((group) => typeGroups[group].some((one) => one === kind) || (epoch && group === "moment"));

/** Whether a noun is one of those, as it is or in English. */
const isOf = (subject: RegExp, noun: string): boolean => subject.test(noun) || subject.test(englishWords(noun) ?? "");

/** What the column is of: the words before those that matched, else the table. */
function subjectOf(words: string, match: RegExpExecArray, noun: string): string {
  const before = words.slice(0, match.index).trim();
  return before === "" ||
    /^(?:full|display|short|long|legal|official|common|native|local|original|primary|current)$/.test(before)
    ? noun
    : before;
}

/** Choices that know the column's default come first; where none does, the first takes it in as its most frequent value. */
function withDefault(ideas: readonly Idea[], value: string | undefined): readonly Idea[] {
  const [first] = ideas;
  if (value === undefined || value === "" || first === undefined || choices(first) === undefined) return ideas;
  const knowing = ideas.filter((idea) => Object.hasOwn(choices(idea) ?? {}, value));
  if (knowing.length > 0) return [...knowing, ...ideas.filter((idea) => !knowing.includes(idea))];
  const values: Record<string, number> = choices(first) ?? {};
  const pair = flagPairs.find((flags) => flags.includes(value));
  if (pair !== undefined && Object.keys(values).length === 2) {
    const [yes = 1, no = 1] = Object.values(values);
    const [yesWord = "", noWord = ""] = pair;
    return [weighted({ [yesWord]: yes, [noWord]: no }), ...ideas];
  }
  return [weighted({ [value]: Math.max(...Object.values(values)), ...values }), ...ideas];
}

const flagPairs: readonly (readonly string[])[] = [
  ["1", "0"],
  ["Y", "N"],
  ["y", "n"],
  ["T", "F"],
  ["t", "f"],
  ["true", "false"],
  ["yes", "no"],
  ["Yes", "No"],
];

const weighted = (values: Readonly<Record<string, number>>): Idea => ({
  generator: "weighted-choice",
  params: { values },
  longest: Math.max(...Object.keys(values).map((value) => value.length)),
});

function choices(idea: Idea): Record<string, number> | undefined {
  const values = idea.params?.["values"];
  if (typeof values !== "object" || values === null || Array.isArray(values)) return undefined;
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
}
