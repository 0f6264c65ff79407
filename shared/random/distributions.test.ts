import { describe, expect, test } from "vitest";
import { aliasTable, pickAlias } from "./alias-table.ts";
import { normalQuantile, normalShare } from "./normal-quantile.ts";
import { drawQuantile, quantileTable } from "./quantile-table.ts";
import { streamOf, wordAt } from "./stream.ts";
import { zipf, zipfRank } from "./zipf.ts";

const { k0, k1 } = streamOf(5, "t", "c");

describe("weights", () => {
  test("are met in the long run, and what weighs nothing never comes", () => {
    const weights = [1, 0, 3, 6, 0.5];
    const table = aliasTable(weights);
    const counts = weights.map(() => 0);
    for (let row = 0; row < 200_000; row++) {
      const k = pickAlias(table, wordAt(k0, k1, row, 0));
      counts[k] = (counts[k] ?? 0) + 1;
    }
    weights.forEach((weight, k) => expect((counts[k] ?? 0) / 200_000).toBeCloseTo(weight / 10.5, 2));
    expect(counts[1]).toBe(0);
  });

  test.each([[[]], [[0, 0]], [[1, -1]], [[Number.NaN]]])("%j are refused", (weights) => {
    expect(() => aliasTable(weights)).toThrow(RangeError);
  });
});

describe("the normal distribution", () => {
  test.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.01, -2.326347874040841],
    [0.999999, 4.753424308822899],
  ])("has its %d quantile at %d", (share, z) => expect(normalQuantile(share)).toBeCloseTo(z, 7));

  test("gives the share back that a quantile was taken at", () => {
    for (let k = 1; k < 1000; k++) expect(normalShare(normalQuantile(k / 1000))).toBeCloseTo(k / 1000, 8);
    expect(normalShare(0)).toBeCloseTo(0.5, 14);
    expect(normalShare(-8)).toBeCloseTo(6.22e-16, 17);
  });

  test("drawn from its table has the right mean, deviation and tails", () => {
    const table = quantileTable(normalQuantile);
    let [sum, squares, beyond] = [0, 0, 0];
    const rows = 400_000;
    for (let row = 0; row < rows; row++) {
      const z = drawQuantile(table, k0, k1, row, 0);
      sum += z;
      squares += z * z;
      if (z > 3) beyond++;
    }
    expect(sum / rows).toBeCloseTo(0, 2);
    expect(squares / rows).toBeCloseTo(1, 1);
    expect(beyond / rows).toBeGreaterThan(0.0011);
    expect(beyond / rows).toBeLessThan(0.0016);
  });
});

describe("the Zipf distribution", () => {
  test("draws rank k in proportion to 1/k", () => {
    const table = zipf(1000, 1);
    const harmonic = Array.from({ length: 1000 }, (_, k) => 1 / (k + 1)).reduce((sum, term) => sum + term, 0);
    const counts = new Float64Array(1001);
    for (let row = 0; row < 300_000; row++) {
      const rank = zipfRank(table, k0, k1, row, 0);
      counts[rank] = (counts[rank] ?? 0) + 1;
    }
    for (const rank of [1, 2, 3, 10]) expect((counts[rank] ?? 0) / 300_000).toBeCloseTo(1 / rank / harmonic, 2);
  });

  test.each([
    [1_000_000, 1],
    [1_000_000, 1.3],
    [50_000_000, 0.8],
    [10_000, 0],
  ])("over %i ranks with exponent %d stays within them and reaches beyond the head", (size, exponent) => {
    const table = zipf(size, exponent);
    let beyond = 0;
    for (let row = 0; row < 50_000; row++) {
      const rank = zipfRank(table, k0, k1, row, 0);
      expect(Number.isInteger(rank) && rank >= 1 && rank <= size).toBe(true);
      if (rank > 4096) beyond++;
    }
    expect(beyond).toBeGreaterThan(0);
  });
});
