/** How well a text fits what was typed, and where. */
export interface Match {
  readonly score: number;
  /** Positions in the text, for marking; ascending. */
  readonly positions: readonly number[];
}

const isWordStart = (text: string, at: number): boolean => {
  if (at === 0) return true;
  const before = text[at - 1] ?? "";
  const here = text[at] ?? "";
  return /[\s._\-/:]/u.test(before) || (/[a-z0-9]/u.test(before) && /[A-Z]/u.test(here));
};

/** One word in a text: as a whole where it stands so, else letter by letter with word starts preferred. */
function matchWord(word: string, text: string, lower: string): Match | undefined {
  let best: Match | undefined;
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
    const whole = lower.length === word.length ? 60 : 0;
    const score = 100 + word.length * 4 + (at === 0 ? 40 : isWordStart(text, at) ? 25 : 0) + whole;
    if (!best || score > best.score) best = { score, positions: Array.from(word, (_, k) => at + k) };
  }
  if (best) return best;

  const positions: number[] = [];
  let score = 0;
  let from = 0;
  for (const letter of word) {
    let at = lower.indexOf(letter, from);
    if (at < 0) return undefined;
    // "oi" means order_items rather than the "oi" of "point": a later word start is better than a letter in between.
    if (at !== from || !isWordStart(text, at)) {
      for (let next = at; next >= 0; next = lower.indexOf(letter, next + 1)) {
        if (isWordStart(text, next)) {
          at = next;
          break;
        }
      }
    }
    score += isWordStart(text, at) ? 12 : at === from ? 6 : 1;
    positions.push(at);
    from = at + 1;
  }
  // Letters all over a long text mean nothing.
  return score >= word.length * 4 ? { score, positions } : undefined;
}

/** Matches every word of `query` in `text`; undefined where one is not in it. An empty query matches with score 0. */
export function fuzzyMatch(query: string, text: string): Match | undefined {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return { score: 0, positions: [] };
  const lower = text.toLowerCase();
  // Upper case may be longer than lower case in a few alphabets; marks would then be off.
  if (lower.length !== text.length)
    return lower.includes(query.toLowerCase()) ? { score: 1, positions: [] } : undefined;
  let score = 0;
  const positions = new Set<number>();
  for (const word of words) {
    const match = matchWord(word, text, lower);
    if (!match) return undefined;
    score += match.score;
    for (const at of match.positions) positions.add(at);
  }
  // Of two texts that fit alike, the shorter is the nearer.
  return { score: score - text.length * 0.1, positions: [...positions].sort((a, b) => a - b) };
}

/** The best matches first; equal ones keep their order. */
export function fuzzySearch<T>(
  query: string,
  items: readonly T[],
  textOf: (item: T) => string,
  most: number,
): readonly { readonly item: T; readonly match: Match }[] {
  return items
    .flatMap((item) => {
      const match = fuzzyMatch(query, textOf(item));
      return match ? [{ item, match }] : [];
    })
    .sort((a, b) => b.match.score - a.match.score)
    .slice(0, most);
}
