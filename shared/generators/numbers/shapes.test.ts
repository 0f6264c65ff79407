import { describe, expect, test } from "vitest";
import { betaQuantile, betaShare } from "../../random/beta-quantile.ts";
import { poisson } from "../../random/poisson.ts";
import type { ValueType } from "../../schema/value-type.ts";
import type { Generator } from "../generator.ts";
import { bind, cellsOf, range } from "../test-bench.ts";
import { constant } from "../structure/constant.ts";
import { beta } from "./beta.ts";
import { decimal } from "./decimal.ts";
import { exponential } from "./exponential.ts";
import { histogram } from "./histogram.ts";
import { logNormal } from "./log-normal.ts";
import { mixture } from "./mixture.ts";
import { normal } from "./normal.ts";
import { poisson as poissonGenerator } from "./poisson.ts";

const type: ValueType = { kind: "decimal", precision: 15, scale: 6 };
const drawn = (
  generator: Generator,
  params: Record<string, unknown>,
  column: ValueType = type,
  rows = 20_000,
): number[] => cellsOf(bind(generator, params, { type: column, locales: [], rowCount: rows }), range(rows)).map(Number);

/** Kolmogorov's distance between draws and a distribution; above 1.95 / √n once in a thousand times. */
function distance(values: readonly number[], shareBelow: (value: number) => number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.reduce((most, value, k) => Math.max(most, Math.abs(shareBelow(value) - (k + 0.5) / sorted.length)), 0);
}
const limit = 1.95 / Math.sqrt(20_000);

describe("shapes", () => {
  test("exponential, whole and cut off", () => {
    const whole = drawn(exponential, { mean: 7, scale: 6 });
    expect(distance(whole, (x) => 1 - Math.exp(-x / 7))).toBeLessThan(limit);
    const cut = drawn(exponential, { mean: 7, min: 5, max: 12, scale: 6 });
    expect(distance(cut, (x) => (1 - Math.exp(-(x - 5) / 7)) / (1 - Math.exp(-1)))).toBeLessThan(limit);
  });

  test("beta", () => {
    // Closed forms: a or b of 1, and the arcsine law.
    for (const p of [1e-6, 0.01, 0.3, 0.5, 0.9, 0.999]) {
      expect(betaQuantile(p, 1, 4)).toBeCloseTo(1 - (1 - p) ** (1 / 4), 12);
      expect(betaQuantile(p, 3, 1)).toBeCloseTo(p ** (1 / 3), 12);
      expect(betaQuantile(p, 0.5, 0.5)).toBeCloseTo(Math.sin((Math.PI * p) / 2) ** 2, 12);
    }
    // a = 2, b = 5: 1 − (1 − x)^5 (1 + 5x)
    expect(betaShare(0.3, 2, 5)).toBeCloseTo(1 - 0.7 ** 5 * 2.5, 13);
    const values = drawn(beta, { alpha: 2, beta: 5, min: 10, max: 30, scale: 6 });
    expect(distance(values, (v) => betaShare((v - 10) / 20, 2, 5))).toBeLessThan(limit);
  });

  test("Poisson, from its exact probabilities", () => {
    const { first, cumulative } = poisson(3.5);
    expect(first).toBe(0);
    expect(cumulative[0]).toBeCloseTo(Math.exp(-3.5), 14);
    expect((cumulative[4] ?? 0) - (cumulative[3] ?? 0)).toBeCloseTo((Math.exp(-3.5) * 3.5 ** 4) / 24, 14);
    const values = drawn(poissonGenerator, { mean: 250 }, { kind: "integer", bits: 32 });
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean - 250)).toBeLessThan(0.5);
    expect(Math.abs(variance - 250)).toBeLessThan(12);
    expect(new Set(drawn(poissonGenerator, { mean: 0 }))).toEqual(new Set([0]));
  });

  test("a histogram gives each bar its share, and nothing to an empty one", () => {
    const bars = [1, 0, 0, 5, 2, 0, 12];
    const values = drawn(histogram, { bars, min: 100, max: 170, scale: 6 });
    bars.forEach((weight, k) => {
      const share = values.filter((value) => value > 100 + k * 10 && value < 110 + k * 10).length / values.length;
      expect(Math.abs(share - weight / 20)).toBeLessThan(0.012);
    });
  });

  test("the first and the last whole number come as often as their bars say, with steps too", () => {
    const bars = [2, 1, 1, 2, 3, 1, 1, 2, 3, 4];
    const shareOf = (values: readonly number[], value: number): number =>
      values.filter((each) => each === value).length / values.length;
    const whole = drawn(histogram, { bars, min: 1, max: 10 }, { kind: "integer", bits: 32 });
    const stepped = drawn(histogram, { bars, min: 0.5, max: 5, step: 0.5, scale: 1 });
    const wide = drawn(histogram, { bars, min: 0.6, max: 10.4, scale: 0 });
    bars.forEach((weight, k) => {
      expect(Math.abs(shareOf(whole, k + 1) - weight / 20)).toBeLessThan(0.012);
      expect(Math.abs(shareOf(stepped, (k + 1) / 2) - weight / 20)).toBeLessThan(0.012);
      expect(Math.abs(shareOf(wide, k + 1) - weight / 20)).toBeLessThan(0.012);
    });
    const level = drawn(beta, { alpha: 1, beta: 1, min: 1, max: 5 }, { kind: "integer", bits: 32 });
    for (const rating of [1, 2, 3, 4, 5]) expect(Math.abs(shareOf(level, rating) - 0.2)).toBeLessThan(0.012);
  });

  test("a mixture has its hills", () => {
    const values = drawn(mixture, {
      hills: [
        { mean: 10, deviation: 1, weight: 3 },
        { mean: 50, deviation: 2 },
      ],
      scale: 4,
    });
    expect(values.filter((value) => value < 30).length / values.length).toBeCloseTo(0.75, 1);
    expect(values.filter((value) => value > 16 && value < 40)).toEqual([]);
  });

  test("steps and prices that end in .99", () => {
    expect(drawn(normal, { mean: 100, deviation: 30, step: 5, scale: 0 }).filter((value) => value % 5 !== 0)).toEqual(
      [],
    );
    expect(drawn(normal, { mean: 3, step: 0.25, deviation: 0.5 }).filter((value) => (value * 4) % 1 !== 0)).toEqual([]);
    const priced = drawn(exponential, { mean: 30, charm: 1 }, { kind: "decimal", precision: 8, scale: 2 });
    expect(priced.filter((value) => Math.round(value * 100) % 100 !== 99)).toEqual([]);
    const capped = drawn(normal, { mean: 48, deviation: 4, max: 50, charm: 1 });
    expect(capped.filter((value) => Math.round(value * 100) % 100 !== 99)).toEqual([]);
    expect(Math.max(...capped)).toBe(49.99);
  });

  test("a unique column has every multiple at most once", () => {
    const params = { min: 0, max: 1000, step: 10, mean: 500, scale: 0 };
    const bound = bind(normal, params, {
      type: { kind: "integer", bits: 32 },
      locales: [],
      unique: true,
      rowCount: 101,
    });
    const values = cellsOf(bound, range(101)).map(Number);
    expect(values.toSorted((a, b) => a - b)).toEqual(range(101).map((k) => k * 10));
  });

  test("what cannot be drawn is said, with its way out", () => {
    const said = (generator: Generator, params: Record<string, unknown>, column: ValueType = type) =>
      (
        generator.problems?.(generator.params.parse(params) as Record<string, unknown>, {
          type: column,
          columns: [],
        }) ?? []
      ).map(({ message, fix }) => `${message} ${fix?.label ?? ""}`.trimEnd());
    expect(said(histogram, { bars: [0, 0] })).toEqual(["The bars add up to 0. Make them level"]);
    expect(said(mixture, { hills: [{ mean: 1, weight: 0 }] })).toEqual([
      "The weights of the hills add up to 0. Weigh them alike",
    ]);
    expect(said(exponential, { min: 9, max: 3 })).toEqual(["The minimum 9 is above the maximum 3. Swap them"]);
    expect(said(beta, { step: 7, min: 1, max: 5 })).toEqual(["No multiple of 7 lies from 1 to 5. Take any value"]);
    const price: ValueType = { kind: "decimal", precision: 4, scale: 2 };
    expect(said(normal, { step: 0.015 }, price)).toEqual([
      "Multiples of 0.015 have more decimals than the 2 that are kept. Take any value",
    ]);
    expect(said(normal, { mean: 10, deviation: 1, min: 30, max: 40 })).toEqual([
      "Next to nothing of the curve lies from 30 to 40.",
    ]);
    expect(said(mixture, { min: 200, max: 300 })).toEqual(["Next to nothing of the curve lies from 200 to 300."]);
    expect(said(logNormal, { median: 50, spread: 0, max: 40 })).toEqual([
      "Next to nothing of the curve lies from 0 to 40.",
    ]);
    expect(said(logNormal, { median: 50, spread: 0, min: 50 })).toEqual([]);
    expect(said(logNormal, { median: 50 }, price)).toEqual([
      "The column holds -99.99 to 99.99: 19% of the values lie beyond and become 99.99. Cut the curve there",
    ]);
    expect(said(logNormal, { median: 50, max: 99.99 }, price)).toEqual([]);
    expect(said(logNormal, { charm: 0.5 }, { kind: "integer", bits: 32 })).toEqual([
      "The column keeps no cents, so that no value ends in .99. Take any ending",
    ]);
    expect(said(exponential, { charm: 1, min: 5, max: 5.5 })).toEqual([
      "No value that ends in .99 lies from 5 to 5.5. Take any ending",
    ]);
    expect(said(decimal, { min: 0.001, max: 0.004 }, price)).toEqual([
      "No number with 2 decimals lies from 0.001 to 0.004.",
    ]);
    expect(said(decimal, { max: 500 }, price)).toEqual([
      "The column holds -99.99 to 99.99; values beyond are left out.",
    ]);
    expect(said(constant, { value: 99.999 }, price)).toEqual(["99.999 is beyond what the column holds."]);
  });
});
