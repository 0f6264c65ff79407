import { describe, expect, it } from "vitest";
import { histogramBars, mergeBins, shareStrip } from "./spark-bars.ts";

describe("small charts", () => {
  it("draws the fullest bin over the whole height and leaves empty ones out of sight", () => {
    const bars = histogramBars([0, 5, 10], 60, 18);
    expect(bars.map(({ height }) => height)).toEqual([0, 9, 18]);
    expect(bars.map(({ y }) => y)).toEqual([18, 9, 0]);
  });

  it("keeps a rare value visible beside a common one", () => {
    expect(histogramBars([1, 100_000], 60, 18)[0]?.height).toBe(1);
  });

  it("draws nothing of no values", () => {
    expect(histogramBars([0, 0], 60, 18)).toEqual([]);
    expect(histogramBars([], 60, 18)).toEqual([]);
  });

  it("loses no row when bins are merged for a small chart", () => {
    const bins = Array.from({ length: 60 }, (_, k) => k);
    const merged = mergeBins(bins, 18);
    expect(merged).toHaveLength(18);
    expect(merged.reduce((sum, count) => sum + count, 0)).toBe(bins.reduce((sum, count) => sum + count, 0));
  });

  it("gives each value of a strip its share and stays within the strip", () => {
    const bars = shareStrip([0.5, 0.3, 0.199, 0.001], 66, 6);
    expect(bars).toHaveLength(3);
    expect(bars.every(({ x, width }) => x + width <= 66)).toBe(true);
  });
});
