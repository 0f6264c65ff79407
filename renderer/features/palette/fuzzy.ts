/** How well a text fits what was typed, and where. */
export interface Match {
  readonly score: number;
  /** Positions in the text, for marking; ascending. */
  readonly positions: readonly number[];
}

const isLower = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
/** Space, and the signs that stand between the words of names: - . / : _ */
const isBreak = (code: number): boolean =>
  code === 32 || (code >= 45 && code <= 47) || code === 58 || code === 95 || code === 9;

function isWordStart(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return isBreak(before) || (isLower(before) && isUpper(text.charCodeAt(at)));
}

/** The next place of `letter` that starts a word, or −1. */
function nextWordStart(letter: string, text: string, lower: string, from: number): number {
  for (let at = lower.indexOf(letter, from); at >= 0; at = lower.indexOf(letter, at + 1)) {
    if (isWordStart(text, at)) return at;
  }
  return -1;
}

/** The score of one word standing whole in a text, or 0; `places` takes where it does. */
function scoreWhole(word: string, text: string, lower: string, places: number[] | undefined): number {
  let best = 0;
  let bestAt = -1;
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
    const whole = lower.length === word.length ? 60 : 0;
    const score = 100 + word.length * 4 + (at === 0 ? 40 : isWordStart(text, at) ? 25 : 0) + whole;
    if (score > best) {
      best = score;
      bestAt = at;
    }
  }
  if (places && best > 0) for (let k = 0; k < word.length; k++) places.push(bestAt + k);
  return best;
}

/** The score of a word's letters spread over a text, word starts preferred, or 0. */
function scoreLetters(word: string, text: string, lower: string, places: number[] | undefined): number {
  let score = 0;
  let from = 0;
  for (let k = 0; k < word.length; k++) {
    const letter = word.charAt(k);
    let at = lower.indexOf(letter, from);
    if (at < 0) return 0;
    // "oi" means order_items rather than the "oi" of "point": a later word start is better than a letter in between.
    if (at !== from || !isWordStart(text, at)) {
      const start = nextWordStart(letter, text, lower, at);
      if (start >= 0) at = start;
    }
    score += isWordStart(text, at) ? 12 : at === from ? 6 : 1;
    places?.push(at);
    from = at + 1;
  }
  // Letters all over a long text mean nothing.
  return score >= word.length * 4 ? score : 0;
}

/** The score of a text for words in lower case, or undefined; `places` takes the positions. Allocates nothing else. */
function scoreText(
  words: readonly string[],
  text: string,
  lower: string,
  places: number[] | undefined,
): number | undefined {
  let total = 0;
  for (const word of words) {
    const score = scoreWhole(word, text, lower, places) || scoreLetters(word, text, lower, places);
    if (score === 0) return undefined;
    total += score;
  }
  // Of two texts that fit alike, the shorter is the nearer.
  return words.length === 0 ? 0 : total - text.length * 0.1;
}

const wordsOf = (query: string): readonly string[] => query.toLowerCase().split(/\s+/u).filter(Boolean);

/** Matches every word of `query` in `text`; undefined where one is not in it. An empty query matches with score 0. */
export function fuzzyMatch(query: string, text: string): Match | undefined {
  const lower = text.toLowerCase();
  const places: number[] = [];
  const score = scoreText(wordsOf(query), text, lower, places);
  if (score === undefined) return undefined;
  // In a few alphabets a letter's lower case is longer, and marks would be off.
  return { score, positions: lower.length === text.length ? [...new Set(places)].sort((a, b) => a - b) : [] };
}

/** A thing that can be found by its text, prepared once for many searches. */
export interface Searchable<T> {
  readonly item: T;
  readonly text: string;
  readonly lower: string;
}

export const searchable = <T>(item: T, text: string): Searchable<T> => ({ item, text, lower: text.toLowerCase() });

/** The `most` best matches, best first; equal ones keep their order. */
export function fuzzySearch<T>(
  query: string,
  things: readonly Searchable<T>[],
  most: number,
): readonly { readonly item: T; readonly match: Match }[] {
  const words = wordsOf(query);
  const best: { readonly thing: Searchable<T>; readonly score: number }[] = [];
  for (const thing of things) {
    const score = scoreText(words, thing.text, thing.lower, undefined);
    if (score === undefined || (best.length === most && score <= (best.at(-1)?.score ?? 0))) continue;
    const at = best.findIndex((other) => other.score < score);
    best.splice(at < 0 ? best.length : at, 0, { thing, score });
    if (best.length > most) best.pop();
  }
  return best.flatMap(({ thing }) => {
    const match = fuzzyMatch(query, thing.text);
    return match ? [{ item: thing.item, match }] : [];
  });
}
