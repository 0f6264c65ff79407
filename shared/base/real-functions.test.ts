import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exp, ln, lnGamma, power } from "./real-functions.ts";

const near = (value: number, expected: number, relative: number): boolean =>
  value === expected || Math.abs(value - expected) <= relative * Math.abs(expected);

describe("functions out of the four operations", () => {
  test("are exponential, logarithm and power to the last digits", () => {
    fc.assert(fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => near(exp(x), Math.exp(x), 2.3e-16)));
    fc.assert(fc.property(fc.double({ min: 5e-324, noNaN: true }), (x) => near(ln(x), Math.log(x), 2.3e-16)));
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.double({ min: -20, max: 20, noNaN: true }),
        (x, y) => near(power(x, y), x ** y, 1e-13),
      ),
    );
  });

  test("have their limits", () => {
    expect([exp(0), exp(-Infinity), exp(Infinity), exp(1000), exp(-1000)]).toEqual([1, 0, Infinity, Infinity, 0]);
    expect([ln(1), ln(0), ln(-1), ln(Infinity)]).toEqual([0, -Infinity, Number.NaN, Infinity]);
    expect([power(0, 2), power(2, 0), power(2, -3), power(10, 22)]).toEqual([0, 1, 0.125, 1e22]);
    expect(exp(-744)).toBe(1e-323);
  });

  // What these give is on the value path, so it is pinned: the same bits on every machine and version.
  test("have pinned values", () => {
    expect([exp(1), exp(-0.3), ln(11), ln(0.7), power(3, 0.5), lnGamma(7.5)]).toEqual(pinned);
  });

  test("the gamma function is the factorial between its whole numbers", () => {
    for (const [x, factorial] of [
      [1, 1],
      [2, 1],
      [5, 24],
      [11, 3_628_800],
    ] as const)
      expect(lnGamma(x)).toBeCloseTo(Math.log(factorial), 12);
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  });
});

const pinned = [
  2.7182818284590455, 0.7408182206817179, 2.3978952727983707, -0.35667494393873245, 1.7320508075688772,
  7.53436423675873,
];
