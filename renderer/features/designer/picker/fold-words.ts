const ligatures: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d" };

/** A text as searches compare it: lower case, without accents, "e-mail" as one word. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[ßæœøłđ]/gu, (letter) => ligatures[letter] ?? letter)
    .replaceAll(/\be-(?=mail|post)/gu, "e");
}

/** The words of a folded text: letters and digits. */
export const foldedWords = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that say nothing of what is looked for. */
const fillers = new Set(
  "a an the of for with at in on by and or to from some any random value values column field please like".split(" "),
);

/** The words that count; all of them where none does. */
export function meaningfulWords(text: string): readonly string[] {
  const words = foldedWords(text);
  const kept = words.filter((word) => !fillers.has(word));
  return kept.length > 0 ? kept : words;
}

/** Whether two words differ by one letter: added, left out, another, or two that changed places. */
export function isOneSlipApart(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  const [rest, other] = [left.slice(start), right.slice(start)];
  return (
    rest.slice(1) === other.slice(1) ||
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2))
  );
}

/** Words that sound alike in English are the same: fone and phone, kolor and color, adress and address. */
export const soundOf = (word: string): string =>
  word
    .replaceAll("ph", "f")
    .replaceAll(/c(?=[eiy])|z/g, "s")
    .replaceAll(/ck|[cq]/g, "k")
    .replaceAll(/(.)\1/g, "$1");
