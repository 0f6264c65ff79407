import type { Literal } from "./check-ast.ts";

/** SQLite's affinities as far as comparison needs them ("Datatypes In SQLite", section 4.2). */
export type Affinity = "numeric" | "text" | "none";

const numeric = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;

/** The number that a text is as a whole, or null: "12.50" is 12.5, "12 apples" is none. */
export function numberIn(text: string): number | bigint | null {
  if (!numeric.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) || !/^\s*[+-]?\d+\s*$/.test(text) ? value : BigInt(text.trim());
}

/** A value as a number, as SQL does for arithmetic: text counts up to where it stops being a number. NULL stays NULL. */
export function toNumber(value: Literal): number | bigint | null {
  if (value === null || typeof value === "number" || typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Uint8Array) return 0;
  return numberIn(/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/.exec(value)?.[0] ?? "0");
}

/** A value as text; NULL stays NULL. */
export function toText(value: Literal): string | null {
  if (value === null || typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "1" : "0";
  if (value instanceof Uint8Array) return String.fromCharCode(...value);
  return String(value);
}

/** The truth of a value: NULL is unknown, a number is true unless it is zero. */
export function toTruth(value: Literal): boolean | null {
  const number = toNumber(value);
  return number === null ? null : Number(number) !== 0;
}

/** Below 0, 0 or above 0, as `a` sorts before, with or behind `b`, by code point as UTF-8 sorts; JavaScript's < goes by UTF-16 unit. */
function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const surrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
    if (surrogate(x) !== surrogate(y)) return surrogate(x) ? (y >= 0xe000 ? 1 : x - y) : x >= 0xe000 ? -1 : x - y;
    return x - y;
  }
  return a.length - b.length;
}

const rank = (value: Literal): number => (typeof value === "string" ? 1 : value instanceof Uint8Array ? 2 : 0);

/**
 * The order of two values that are not NULL: numbers before text before bytes, as SQLite has it. Affinities are applied by
 * the caller ({@link applyAffinity}).
 */
export function compareValues(a: Exclude<Literal, null>, b: Exclude<Literal, null>, ignoreCase = false): number {
  const ranks = rank(a) - rank(b);
  if (ranks !== 0) return ranks;
  if (typeof a === "string" && typeof b === "string")
    return ignoreCase ? compareText(lowerAscii(a), lowerAscii(b)) : compareText(a, b);
  if (a instanceof Uint8Array && b instanceof Uint8Array) return compareBytes(a, b);
  const [x, y] = [toNumber(a) ?? 0, toNumber(b) ?? 0];
  return x < y ? -1 : x > y ? 1 : 0;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return (a[i] ?? 0) - (b[i] ?? 0);
  return a.length - b.length;
}

/** Both sides of a comparison as SQLite converts them before it looks: numeric affinity on either side wins over text. */
export function applyAffinity(left: Literal, right: Literal, of: readonly [Affinity, Affinity]): [Literal, Literal] {
  const numbers = of.includes("numeric");
  const texts = !numbers && of.includes("text") && of.includes("none");
  const convert = (value: Literal, own: Affinity): Literal => {
    if (numbers && typeof value === "string") return numberIn(value) ?? value;
    if (texts && own === "none" && !(value instanceof Uint8Array)) return toText(value);
    return value;
  };
  return [convert(left, of[0]), convert(right, of[1])];
}

/** Lower case of A to Z only, as SQLite's NOCASE and lower() have it. */
export const lowerAscii = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
export const upperAscii = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
