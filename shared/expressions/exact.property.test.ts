import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  compare,
  decimal38,
  decimalNumber,
  decimalOf,
  decimalOfNumber,
  decimalText,
  divide,
  int64,
  multiply,
  remainder,
  rescale,
  subtract,
  type Rounding,
  type Whole,
} from "./exact.ts";

// Held to what bigints say, on both sides of 2^53.

const big = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -100n, max: 100n }),
  fc.constantFrom(2n ** 53n, 2n ** 53n - 1n, -(2n ** 53n) + 1n, 2n ** 63n - 1n, -(2n ** 63n), 5n, -5n, 15n, 25n),
);
/** A bigint in the form that this module keeps. */
const whole = (value: bigint): Whole =>
  Number.isSafeInteger(Number(value)) && BigInt(Number(value)) === value ? Number(value) : value;
const plain = (value: Whole | undefined): bigint | undefined => (value === undefined ? undefined : BigInt(value));
const bounded = (value: bigint): bigint | undefined => (value > int64.high || value < int64.low ? undefined : value);

test("sums, differences and products are exact, of one form, and end at 64 bits", () => {
  fc.assert(
    fc.property(big, big, (a, b) => {
      for (const [operation, exact] of [
        [add, a + b],
        [subtract, a - b],
        [multiply, a * b],
      ] as const) {
        const result = operation(whole(a), whole(b), int64);
        expect(plain(result)).toBe(bounded(exact));
        if (result !== undefined) expect(result).toBe(whole(exact));
      }
      expect(Math.sign(compare(whole(a), whole(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
      if (b !== 0n) expect(plain(remainder(whole(a), whole(b)))).toBe(a % b);
    }),
  );
});

/** The quotient by the definition of each rounding. */
function rounded(a: bigint, b: bigint, how: Rounding): bigint {
  const negative = a < 0n !== b < 0n;
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const down = x / y;
  const rest = x % y;
  const up =
    rest !== 0n &&
    (how === "floor"
      ? negative
      : how === "ceil"
        ? !negative
        : how === "even" && (rest * 2n > y || (rest * 2n === y && down % 2n === 1n)));
  const magnitude = up ? down + 1n : down;
  return negative ? -magnitude : magnitude;
}

test("quotients are rounded as they say", () => {
  fc.assert(
    fc.property(big, big, fc.constantFrom<Rounding>("even", "floor", "ceil", "trunc"), (a, b, how) => {
      if (b === 0n) return;
      expect(plain(divide(whole(a), whole(b), how, decimal38))).toBe(rounded(a, b, how));
    }),
  );
});

test("a decimal reads back from its text, and keeps its value at a finer scale", () => {
  fc.assert(
    fc.property(big, fc.nat(18), fc.nat(6), (a, scale, more) => {
      const text = decimalText(whole(a), scale);
      expect(plain(decimalOf(text, scale))).toBe(a);
      const finer = rescale(whole(a), scale, scale + more);
      if (finer !== undefined) expect(plain(rescale(finer, scale + more, scale))).toBe(a);
      expect(decimalNumber(whole(a), scale)).toBe(Number(text));
    }),
  );
});

test("a floating-point number becomes the decimal that it is written as", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(4), (units, places) => {
      expect(decimalOfNumber(units / 10 ** places, places)).toBe(units + 0);
    }),
  );
  expect(decimalOfNumber(1.005, 2)).toBe(100);
  expect(decimalOfNumber(1e-300, 2)).toBe(0);
  expect(decimalOfNumber(1e300, 2)).toBeUndefined();
  expect(decimalOfNumber(NaN, 2)).toBeUndefined();
});
