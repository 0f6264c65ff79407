import type { GeneratorCard } from "../../../../shared/api/views.ts";
import { ideasForWords } from "../../../../shared/rules/ideas-for-words.ts";
import { inCatalogueWords } from "./everyday-words.ts";
import { foldedWords, isOneSlipApart, meaningfulWords, soundOf } from "./fold-words.ts";

/** A generator that a search found, with the parameters that the words ask for. */
export interface Hit {
  readonly card: GeneratorCard;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The words of a card, folded once: a search looks at every card with every letter typed. */
interface Entry {
  readonly card: GeneratorCard;
  readonly label: readonly string[];
  readonly joined: string;
  readonly keywords: readonly { readonly joined: string; readonly words: readonly string[] }[];
  readonly rest: readonly string[];
  /** What can be set. */
  readonly settings: readonly string[];
}

const entries = new WeakMap<GeneratorCard, Entry>();

function entryOf(card: GeneratorCard): Entry {
  const known = entries.get(card);
  if (known) return known;
  const label = foldedWords(card.label);
  const keywords = card.keywords.map((keyword) => {
    const words = foldedWords(keyword.replaceAll(/([a-z])([A-Z])/g, "$1 $2"));
    return { joined: words.join(""), words };
  });
  const rest = foldedWords(`${card.help} ${card.category}`);
  const settings = foldedWords(card.fields.map((field) => field.label).join(" "));
  const made = { card, label, joined: label.join(""), keywords, rest, settings };
  entries.set(card, made);
  return made;
}

/** How well one word is answered, 0 to 1. */
function wordScore(entry: Entry, word: string): number {
  if (entry.label.includes(word)) return 1;
  const bare = word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word;
  if (entry.label.includes(bare)) return 0.98;
  if (entry.keywords.some(({ joined }) => joined === word || joined === bare)) return 0.9;
  if (entry.label.some((other) => other.startsWith(word))) return 0.8;
  if (entry.keywords.some(({ words }) => words.includes(word) || words.includes(bare))) return 0.7;
  if (entry.keywords.some(({ joined }) => joined.startsWith(word))) return 0.55;
  if (word.length > 2 && entry.label.some((other) => other.includes(word))) return 0.5;
  if (entry.rest.includes(word) || entry.rest.includes(bare)) return 0.3;
  if (word.length > 2 && entry.rest.some((other) => other.startsWith(word))) return 0.2;
  if (word.length > 1 && entry.settings.some((other) => other === word || other === bare)) return 0.15;
  return 0;
}

/** As {@link wordScore} for a word with a slip of the finger, or written as it sounds. */
function slipScore(entry: Entry, word: string): number {
  if (word.length < 4 || /\d/.test(word)) return 0;
  const near = (other: string): boolean =>
    other.length > 3 && (isOneSlipApart(word, other) || soundOf(word) === soundOf(other));
  if (entry.label.some(near) || near(entry.joined)) return 0.5;
  return entry.keywords.some(({ joined }) => near(joined)) ? 0.4 : 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/**
 * The scores of all entries for the words of a query. Words that few entries have count more; where no entry has all of them,
 * those that have most of their weight are found.
 */
function scores(list: readonly Entry[], words: readonly string[], score: typeof wordScore): readonly number[] {
  const table = list.map((entry) => words.map((word) => score(entry, word)));
  const weights = words.map((_, w) =>
    Math.log(1 + list.length / (1 + table.filter((row) => (row[w] ?? 0) > 0).length)),
  );
  const whole = sum(weights);
  const joined = words.join("");
  const full = table.some((row) => row.every((one) => one > 0));
  return table.map((row, at) => {
    const entry = list[at];
    if (!entry) return 0;
    if (entry.joined === joined) return 2.2;
    const matched = sum(weights.map((weight, w) => ((row[w] ?? 0) > 0 ? weight : 0))) / whole;
    const asKeyword = entry.keywords.findIndex((keyword) => keyword.joined === joined);
    if (asKeyword >= 0) return 1.5 + covered(entry, words);
    if (matched < (full ? 1 : 0.5)) return entry.joined.startsWith(joined) && joined.length > 2 ? 1.2 : 0;
    return sum(weights.map((weight, w) => weight * (row[w] ?? 0))) / whole - (1 - matched) + covered(entry, words);
  });
}

/** How much of the label the words are, and whether it begins with them: "city" is more of City than of Capital city. */
const covered = ({ label }: Entry, words: readonly string[]): number =>
  (0.5 * label.filter((one) => words.some((word) => one.startsWith(word))).length) / Math.max(1, label.length) +
  (label[0] !== undefined && label[0] === words[0] ? 0.15 : 0);

/** What the name of a column would be suggested weighs like a keyword; what it may also mean, less. */
const named = (place: number, vague: boolean): number => (vague ? 0.7 : 1.9) - 0.4 * place;

/** The generators that answer a query, best first; the catalogue's order decides between equals. */
export function searchRules(query: string, cards: readonly GeneratorCard[], kind: string): readonly Hit[] {
  const fitting = cards.filter((card) => kind === "unknown" || card.accepts.includes(kind));
  const list = fitting.map(entryOf);
  const other = inCatalogueWords(query);
  const readings = [meaningfulWords(query), ...(other === undefined ? [] : [meaningfulWords(other)])].filter(
    (words) => words.length > 0,
  );
  if (readings.length === 0) return [];
  const best = list.map(() => 0);
  const raise = (found: readonly number[]): void =>
    found.forEach((score, at) => (best[at] = Math.max(best[at] ?? 0, score)));
  readings.forEach((words) => raise(scores(list, words, wordScore)));
  const params = new Map<string, Hit["params"]>();
  const ideas = ideasForWords(query, kind);
  ideas.forEach((idea, place) => {
    const at = fitting.findIndex(({ id }) => id === idea.generator);
    if (at < 0) return;
    if (idea.params) params.set(idea.generator, idea.params);
    best[at] = (best[at] ?? 0) + 0.2 * Number(!idea.vague);
    raise(best.map((_, index) => (index === at ? named(place, idea.vague) : 0)));
  });
  if (best.every((score) => score <= 0)) readings.forEach((words) => raise(scores(list, words, slipScore)));
  return fitting
    .map((card, at) => ({ card, score: best[at] ?? 0, params: params.get(card.id) ?? {} }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score);
}
