import { describe, expect, test } from "vitest";
import { belowAt, childStream, mix32, streamOf, unit53At, unitAt, wordAt } from "./stream.ts";

/** Pearson's statistic of counts that should be equal. */
const chiSquare = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

/** Far beyond the 99.99th percentile of chi-square with `cells - 1` degrees of freedom (Wilson–Hilferty). */
const limit = (cells: number): number => {
  const degrees = cells - 1;
  return degrees * (1 - 2 / (9 * degrees) + 4.2 * Math.sqrt(2 / (9 * degrees))) ** 3;
};

describe("streams", () => {
  test("of different paths, seeds and orders of a path differ", () => {
    const paths = [[], ["a"], ["b"], ["a", "b"], ["b", "a"], ["ab"], ["", "ab"], ["a", "b", ""]];
    const keys = [1, 2, -1, 2 ** 40 + 1, 2 ** 32 + 1].flatMap((seed) =>
      paths.map((path) => {
        const { k0, k1 } = streamOf(seed, ...path);
        return `${k0}/${k1}`;
      }),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("are the same however a path is walked", () => {
    expect(streamOf(7, "orders", "total")).toEqual(childStream(childStream(streamOf(7), "orders"), "total"));
  });

  test("neighbouring tables and columns do not follow each other", () => {
    const words = Array.from({ length: 400 }, (_, k) => {
      const { k0, k1 } = streamOf(1, "orders", `column${k}`);
      return wordAt(k0, k1, 0, 0);
    });
    expect(new Set(words).size).toBe(words.length);
    const ones = words.reduce((sum, word) => sum + (word < 0 ? 1 : 0), 0);
    expect(ones).toBeGreaterThan(140);
    expect(ones).toBeLessThan(260);
  });
});

describe("words", () => {
  const { k0, k1 } = streamOf(42, "orders", "total");

  test.each([
    ["the first rows", 0],
    ["rows beyond 2^32", 2 ** 32 + 5],
    ["rows near 2^53", 2 ** 53 - 70_000],
  ])("are even in every byte over %s", (_name, start) => {
    for (const shift of [0, 8, 16, 24]) {
      const counts = Array.from({ length: 256 }, () => 0);
      for (let row = 0; row < 65_536; row++) {
        const byte = (wordAt(k0, k1, start + row, 0) >>> shift) & 255;
        counts[byte] = (counts[byte] ?? 0) + 1;
      }
      expect(chiSquare(counts)).toBeLessThan(limit(256));
    }
  });

  test("of neighbouring rows, and of neighbouring lanes of a row, are independent in pairs", () => {
    for (const [rowStep, laneStep] of [
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const counts = Array.from({ length: 256 }, () => 0);
      for (let row = 0; row < 65_536; row++) {
        const pair = ((wordAt(k0, k1, row, 0) >>> 28) << 4) | (wordAt(k0, k1, row + rowStep, laneStep) >>> 28);
        counts[pair] = (counts[pair] ?? 0) + 1;
      }
      expect(chiSquare(counts)).toBeLessThan(limit(256));
    }
  });

  test("repeat about as often as random words do", () => {
    const seen = new Set<number>();
    for (let row = 0; row < 400_000; row++) seen.add(wordAt(k0, k1, row, 0));
    // 400,000 draws of 2^32: 18.6 repeats expected.
    expect(400_000 - seen.size).toBeGreaterThan(3);
    expect(400_000 - seen.size).toBeLessThan(45);
  });

  test("flip half their bits when one bit of the row flips", () => {
    let flipped = 0;
    for (let row = 0; row < 2000; row++) {
      let difference = wordAt(k0, k1, row, 0) ^ wordAt(k0, k1, row ^ (1 << (row % 20)), 0);
      for (; difference !== 0; difference &= difference - 1) flipped++;
    }
    expect(flipped / 2000).toBeGreaterThan(15.5);
    expect(flipped / 2000).toBeLessThan(16.5);
  });
});

describe("uniform numbers", () => {
  const stream = streamOf(3, "t", "c");

  test("lie in [0, 1) and average a half", () => {
    let sum = 0;
    let sum53 = 0;
    for (let row = 0; row < 100_000; row++) {
      const unit = unitAt(stream, row);
      const fine = unit53At(stream, row);
      expect(unit >= 0 && unit < 1 && fine >= 0 && fine < 1).toBe(true);
      sum += unit;
      sum53 += fine;
    }
    expect(Math.abs(sum / 100_000 - 0.5)).toBeLessThan(0.005);
    expect(Math.abs(sum53 / 100_000 - 0.5)).toBeLessThan(0.005);
  });

  test.each([2, 3, 7, 10, 100, 2 ** 20 + 1, 2 ** 40])("below %i are whole, within bounds and even", (size) => {
    const cells = size > 1000 ? 10 : Math.min(10, size);
    const counts = Array.from({ length: cells }, () => 0);
    for (let row = 0; row < 50_000; row++) {
      const value = belowAt(stream, row, size);
      expect(Number.isInteger(value) && value >= 0 && value < size).toBe(true);
      const cell = Math.floor((value / size) * cells);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    expect(chiSquare(counts)).toBeLessThan(limit(cells));
  });
});

test("the finaliser is a bijection on a sample and moves every bit", () => {
  const images = new Set(Array.from({ length: 100_000 }, (_, k) => mix32(k)));
  expect(images.size).toBe(100_000);
});
