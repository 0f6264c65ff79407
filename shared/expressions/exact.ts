/**
 * A whole number, exact: a number within ±(2^53 − 1), a bigint beyond. Every function here returns that one form, so that
 * `===` compares. A decimal is such a number of units of 10^-scale; its scale is part of its type.
 */
export type Whole = number | bigint;

/** What a value may not grow beyond. */
export interface WholeLimit {
  readonly low: bigint;
  readonly high: bigint;
}

/** Whole numbers are those of 64 bits, as databases have them. */
export const int64: WholeLimit = { low: -(2n ** 63n), high: 2n ** 63n - 1n };
/** Decimals have up to 38 digits. */
export const decimal38: WholeLimit = { low: -(10n ** 38n) + 1n, high: 10n ** 38n - 1n };

const safe = Number.MAX_SAFE_INTEGER;

/** The one form of a whole number; undefined where it is beyond the limit. */
function within(value: bigint, limit: WholeLimit): Whole | undefined {
  if (value >= -9007199254740991n && value <= 9007199254740991n) return Number(value);
  return value < limit.low || value > limit.high ? undefined : value;
}

// The sum, difference or product of two safe numbers is exact wherever it comes out safe itself.

/** a + b; undefined on overflow. */
export function add(a: Whole, b: Whole, limit: WholeLimit): Whole | undefined {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (sum <= safe && sum >= -safe) return sum;
  }
  return within(BigInt(a) + BigInt(b), limit);
}

/** a − b; undefined on overflow. */
export function subtract(a: Whole, b: Whole, limit: WholeLimit): Whole | undefined {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (difference <= safe && difference >= -safe) return difference;
  }
  return within(BigInt(a) - BigInt(b), limit);
}

/** a × b; undefined on overflow. */
export function multiply(a: Whole, b: Whole, limit: WholeLimit): Whole | undefined {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    // A zero is never −0.
    if (product <= safe && product >= -safe) return product + 0;
  }
  return within(BigInt(a) * BigInt(b), limit);
}

/** How what is left over is rounded away. `even` is half to even, as money is rounded (IEEE 754, roundTiesToEven). */
export type Rounding = "even" | "floor" | "ceil" | "trunc";

/** a ÷ b, rounded to a whole number; b is not 0. Undefined on overflow: the least number by −1. */
export function divide(a: Whole, b: Whole, rounding: Rounding, limit: WholeLimit): Whole | undefined {
  if (typeof a === "number" && typeof b === "number") {
    const rest = a % b;
    const quotient = (a - rest) / b;
    if (rest === 0) return quotient + 0;
    const sign = rest < 0 === b < 0 ? 1 : -1;
    const twice = Math.abs(rest) * 2 - Math.abs(b);
    if (Math.abs(b) <= safe / 2) return quotient + away(rounding, sign, twice, quotient % 2 !== 0) * sign + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  const rest = x % y;
  const quotient = x / y;
  if (rest === 0n) return within(quotient, limit);
  const sign = rest < 0n === y < 0n ? 1 : -1;
  const twice = (rest < 0n ? -rest : rest) * 2n - (y < 0n ? -y : y);
  const step = away(rounding, sign, twice === 0n ? 0 : twice > 0n ? 1 : -1, quotient % 2n !== 0n) * sign;
  return within(quotient + BigInt(step), limit);
}

/** 1 where the magnitude goes up by one. `twice` is twice the rest less the divisor: its sign says which half the rest is in. */
function away(rounding: Rounding, sign: number, twice: number, odd: boolean): 0 | 1 {
  switch (rounding) {
    case "trunc":
      return 0;
    case "floor":
      return sign < 0 ? 1 : 0;
    case "ceil":
      return sign > 0 ? 1 : 0;
    case "even":
      return twice > 0 || (twice === 0 && odd) ? 1 : 0;
  }
}

/** a modulo b with the sign of a, as CEL and SQL have it; b is not 0. */
export function remainder(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") return (a % b) + 0;
  return within(BigInt(a) % BigInt(b), decimal38) ?? 0;
}

/** Below 0, 0 or above 0, as a is less than, equal to or greater than b. */
export const compare = (a: Whole, b: Whole): number => (a < b ? -1 : a > b ? 1 : 0);

const powers = Array.from({ length: 77 }, (_, k): Whole => (k < 16 ? 10 ** k : 10n ** BigInt(k)));
/** 10^k, 0 ≤ k ≤ 76. */
const powerOfTen = (k: number): Whole => powers[k] ?? 1;

/** The same decimal at another scale, rounded where digits fall away; undefined on overflow. */
export function rescale(value: Whole, from: number, to: number, rounding: Rounding = "even"): Whole | undefined {
  if (from === to) return value;
  return to > from
    ? multiply(value, powerOfTen(to - from), decimal38)
    : divide(value, powerOfTen(from - to), rounding, decimal38);
}

/** A decimal in decimal notation: 1050 of scale 2 is 10.50. */
export function decimalText(value: Whole, scale: number): string {
  if (scale === 0) return String(value);
  const digits = String(value < 0 ? -value : value).padStart(scale + 1, "0");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** A decimal as the nearest floating-point number. */
export function decimalNumber(value: Whole, scale: number): number {
  if (scale === 0) return Number(value);
  // Both are exact here, so the quotient is rounded once.
  return typeof value === "number" && scale <= 22 ? value / 10 ** scale : Number(decimalText(value, scale));
}

/** A decimal read from text such as -12.50 or 1.5e3, at the scale asked for; undefined where it is no number or too large. */
export function decimalOf(text: string, scale: number): Whole | undefined {
  const match = /^([+-]?)(\d{0,400})(?:\.(\d{0,400}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match ?? [];
  if (!match || whole + fraction === "") return undefined;
  const shift = scale - fraction.length + Number(exponent);
  const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  if (shift > 400 || shift < -800) return digits === 0n || shift < 0 ? 0 : undefined;
  if (shift >= 0) return within(digits * 10n ** BigInt(shift), decimal38);
  return divide(digits, 10n ** BigInt(-shift), "even", decimal38);
}

/** A floating-point number as a decimal, by its shortest text: 0.1 is 0.1. Undefined where it is not finite or too large. */
export function decimalOfNumber(value: number, scale: number): Whole | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (Number.isInteger(value) && Math.abs(value) <= safe) return rescale(value + 0, 0, scale);
  return decimalOf(String(value), scale);
}
