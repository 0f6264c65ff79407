import { SeedloomError } from "../../shared/base/errors.ts";

const form = /^\+?(\d[\d_]*)(?:\.(\d+))?(?:e\+?(\d{1,3}))?([kmg]?)$/i;
const zeros: Readonly<Record<string, number>> = { "": 0, k: 3, m: 6, g: 9 };
const bound = 10n ** 12n;

/**
 * A row count as people type it: 200, 1_000, 1e6, 10k, 2.5m. Whole and from 0 to below 10^12.
 * `what` names the option in the sentence about a wrong one.
 */
export function parseCount(text: string, what: string): number {
  const match = form.exec(text.trim());
  if (match === null) {
    const negative = /^-\s*\d/.test(text.trim());
    throw wrong(text, what, negative ? "which is below 0" : "which is not a whole number");
  }
  const [, whole = "", fraction = "", exponent = "0", unit = ""] = match;
  const shift = Number(exponent) + (zeros[unit.toLowerCase()] ?? 0) - fraction.length;
  if (shift > 30) throw wrong(text, what, "which is too large");
  const digits = BigInt(whole.replaceAll("_", "") + fraction);
  const scale = 10n ** BigInt(Math.abs(shift));
  if (shift < 0 && digits % scale !== 0n) throw wrong(text, what, "which is not a whole number");
  const value = shift < 0 ? digits / scale : digits * scale;
  if (value >= bound) throw wrong(text, what, "which is too large");
  return Number(value);
}

const wrong = (text: string, what: string, why: string): SeedloomError =>
  new SeedloomError(
    "usage",
    `${what} takes a whole number from 0 to below 10^12, not "${text}", ${why}.`,
    "Examples: 200, 1_000, 1e6, 10k, 50m.",
  );

/** A whole number between two bounds, such as a number of workers. */
export function parseWhole(text: string, what: string, from: number, to: number): number {
  const value = /^[+-]?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value) && value >= from && value <= to) return value;
  throw new SeedloomError("usage", `${what} takes a whole number from ${from} to ${to}, not "${text}".`);
}
