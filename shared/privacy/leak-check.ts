/** A place where a value of the source that should have been masked is still to be read. */
export interface Leak {
  /** What the value is of: "customers.email". */
  readonly of: string;
  /** Where it was found: "customers.note", a file's name. */
  readonly at: string;
  /** How many different values of it were found there. */
  readonly values: number;
}

/** Originals shorter than this stand in any text by chance: "Al", "12". */
const leastLength = 5;

/**
 * Looks for values of masked columns in what was written, whole or as a part of a longer text, whatever their case. Values
 * are held as texts in memory, by their first letters, and never told.
 */
export class LeakCheck {
  /** Originals by their first {@link leastLength} characters, in lower case, with the columns they are of. */
  readonly #byStart = new Map<string, Map<string, string>>();
  readonly #found = new Map<string, Set<string>>();

  /** Adds an original of a masked column. Short ones are not looked for. */
  add(of: string, original: string): void {
    const text = original.trim().toLowerCase();
    if (text.length < leastLength) return;
    const start = text.slice(0, leastLength);
    const known = this.#byStart.get(start) ?? new Map<string, string>();
    this.#byStart.set(start, known.set(text, of));
  }

  /** Looks through a text that was written. Whether a part of a word counts: "anna" is in "savannah", and no leak there. */
  look(at: string, text: string): void {
    const lower = text.toLowerCase();
    for (let from = 0; from + leastLength <= lower.length; from++) {
      const candidates = this.#byStart.get(lower.slice(from, from + leastLength));
      if (candidates === undefined || isLetter(lower[from - 1])) continue;
      for (const [original, of] of candidates) {
        if (!lower.startsWith(original, from) || isLetter(lower[from + original.length])) continue;
        const key = `${of}\0${at}`;
        this.#found.set(key, (this.#found.get(key) ?? new Set()).add(original));
      }
    }
  }

  leaks(): readonly Leak[] {
    return [...this.#found].map(([key, values]) => {
      const [of = "", at = ""] = key.split("\0");
      return { of, at, values: values.size };
    });
  }
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
