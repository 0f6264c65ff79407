/** The characters that stand for each other when a format is kept: a digit for a digit, a capital for a capital. */
const alphabets = ["0123456789", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"] as const;

/** A text taken apart into what is encrypted and what stays. */
export interface Format {
  /** For each alphabet that the text has characters of: where they stand, and which they are. */
  readonly parts: readonly {
    readonly alphabet: string;
    readonly at: readonly number[];
    readonly digits: readonly number[];
  }[];
  /** Letters that no alphabet knows, such as é or 名: they would show through. */
  readonly others: number;
}

/** Takes a text apart by alphabet; `from` and `to` are character positions outside of which all stays. */
export function formatOf(characters: readonly string[], from: number, to: number): Format {
  const parts = alphabets.map((alphabet) => ({ alphabet, at: [] as number[], digits: [] as number[] }));
  let others = 0;
  for (let i = from; i < to; i++) {
    const character = characters[i] ?? "";
    const part = parts.find(({ alphabet }) => alphabet.includes(character));
    if (part) {
      part.at.push(i);
      part.digits.push(part.alphabet.indexOf(character));
    } else if (/\p{L}|\p{N}/u.test(character)) others++;
  }
  return { parts: parts.filter(({ at }) => at.length > 0), others };
}
