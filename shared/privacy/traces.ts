/** What an original is, as far as it matters for what would give it away. */
export type OriginalKind = "name" | "full-name" | "street" | "city" | "email" | "number" | "date" | "text";

/** What of an original is looked for, each as joined words (see {@link wordsOf}). */
export interface Traces {
  /** Long enough that no other value has them by chance: they are looked for everywhere. */
  readonly strong: readonly string[];
  /** Words that others have as well: they give a person away only in what is written of that person. */
  readonly weak: readonly string[];
}

/** From here on a joined text stands nowhere by chance, if it has digits or is an address. */
const strongLength = 8;
/** The most words of a trace that are compared. */
export const mostWords = 10;

/** Words of streets that say nothing of where one lives. */
const streetWords = new Set(
  "street road avenue boulevard lane drive court square place strasse straße gasse platz allee calle gatan vägen straat ulica north south east west suite floor".split(
    " ",
  ),
);

/** Lower case without accents, so that "Åström" is found in "astrom@fjord.test". */
const folded = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** The words and numbers of a text, folded: what separates them tells nothing. */
export const wordsOf = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** What gives an original away: all of it, and what is in it. */
export function tracesOf(kind: OriginalKind, text: string): Traces {
  const words = wordsOf(text);
  const whole = words.slice(0, mostWords).join("");
  const [strong, weak] = tracesOfKind(kind, text, words, whole);
  return { strong, weak: [...new Set([...weak, ...strong])] };
}

function tracesOfKind(
  kind: OriginalKind,
  text: string,
  words: readonly string[],
  whole: string,
): readonly [strong: readonly string[], weak: readonly string[]] {
  switch (kind) {
    case "name":
    case "full-name":
      return [
        kind === "full-name" && words.length > 1 && whole.length >= strongLength ? [whole] : [],
        [...words, whole].filter((word) => word.length >= 3 && !/^\d+$/u.test(word)),
      ];
    case "street": {
      const telling = words.filter((word) => word.length >= 4 && !/\d/u.test(word) && !streetWords.has(word));
      return [/\d/u.test(whole) && telling.length > 0 && whole.length >= strongLength ? [whole] : [], telling];
    }
    case "email": {
      const local = wordsOf(text.slice(0, Math.max(0, text.lastIndexOf("@"))));
      const parts = [...local, local.join("")].filter((word) => word.length >= 4 && !/^\d+$/u.test(word));
      return [whole.length >= strongLength ? [whole] : [], parts];
    }
    case "number":
      return numberTraces(text, whole);
    case "date":
      return [[], datesIn(text).slice(0, 1)];
    case "city":
    case "text": {
      const telling = whole.length >= strongLength && (/\d/u.test(whole) || (words.length >= 4 && whole.length >= 20));
      return [telling ? [whole] : [], whole.length >= 4 ? [whole] : []];
    }
  }
}

/** What a value seems to be that no column speaks for: one out of a document. */
export function kindOfValue(text: string): OriginalKind {
  if (/^[^\s@]+@[^\s@]+$/u.test(text)) return "email";
  if (/^\d{4}-\d{2}-\d{2}(?:$|[T ])/u.test(text)) return "date";
  if (/^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(text)) return "full-name";
  const digits = text.replaceAll(/\D/gu, "").length;
  return digits >= 7 && /^[\p{Lu}\d\s+()./-]+$/u.test(text) ? "number" : "text";
}

/** Numbers of cards, phones, accounts: with and without the country in front, however they are grouped. */
function numberTraces(text: string, whole: string): readonly [strong: readonly string[], weak: readonly string[]] {
  const digits = text.replaceAll(/\D/gu, "");
  if (digits.length < 7) return [[], whole.length >= 5 ? [whole] : []];
  const international = /^\s*(?:\+|00)/u.test(text);
  const bare = digits.replace(/^00/u, "");
  const national = international ? [1, 2, 3].map((length) => bare.slice(length)) : [];
  const forms = [whole, digits, bare, ...national, ...national.map((number) => `0${number}`)];
  const all = [...new Set(forms)].filter((form) => form.length >= 7);
  return [all.filter((form) => form.length > strongLength), all];
}

const months = "january february march april may june july august september october november december".split(" ");
const monthOf = (name: string): number => months.findIndex((month) => month.slice(0, 3) === name.slice(0, 3)) + 1;

/** Marks a date among other words. */
const dateWord = (year: number, month: number, day: number): readonly string[] =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 ? [`@${year * 10_000 + month * 100 + day}`] : [];

/** The dates in a text, in any of the forms that people write them in; where day and month may be either, both. */
export function datesIn(text: string): readonly string[] {
  if (!/\d{4}/u.test(text)) return [];
  const found: string[] = [];
  for (const [, year, month, day] of text.matchAll(/(?<!\d)(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/gu))
    found.push(...dateWord(Number(year), Number(month), Number(day)));
  for (const [, first, second, year] of text.matchAll(/(?<!\d)(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4})(?!\d)/gu)) {
    found.push(...dateWord(Number(year), Number(second), Number(first)));
    found.push(...dateWord(Number(year), Number(first), Number(second)));
  }
  for (const [, day, name = "", year] of text.matchAll(/(?<!\d)(\d{1,2})[.]?\s+(\p{L}{3,9})[.]?,?\s+(\d{4})(?!\d)/gu))
    found.push(...dateWord(Number(year), monthOf(name.toLowerCase()), Number(day)));
  for (const [, name = "", day, year] of text.matchAll(
    /(\p{L}{3,9})[.]?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/gu,
  ))
    found.push(...dateWord(Number(year), monthOf(name.toLowerCase()), Number(day)));
  return [...new Set(found)];
}
