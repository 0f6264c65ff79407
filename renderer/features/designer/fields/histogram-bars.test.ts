import { describe, expect, it } from "vitest";
import { barName, drawnLine, readBars, resampled, scaleOf, tidy } from "./histogram-bars.ts";

const sum = (bars: readonly number[]): number => bars.reduce((total, one) => total + one, 0);

describe("bars that are drawn", () => {
  it("are read from what a file may hold", () => {
    expect(readBars([1, -2, "x", null, 3])).toEqual([1, 0, 0, 0, 3]);
    expect(readBars("bars")).toEqual([]);
  });

  it("follow a pointer that skips some of them, in both directions", () => {
    const level = [1, 1, 1, 1, 1];
    expect(drawnLine(level, { bar: 1, height: 2 }, { bar: 3, height: 4 })).toEqual([1, 2, 3, 4, 1]);
    expect(drawnLine(level, { bar: 3, height: 4 }, { bar: 1, height: 2 })).toEqual([1, 2, 3, 4, 1]);
    expect(drawnLine(level, { bar: 2, height: 9 }, { bar: 2, height: 7 })).toEqual([1, 1, 7, 1, 1]);
  });

  it("keep their shape when there are more or fewer", () => {
    expect(resampled([1, 3], 4)).toEqual([1, 1, 3, 3]);
    expect(resampled([1, 1, 3, 3], 2)).toEqual([1, 3]);
    expect(sum(resampled([1, 3, 6, 8, 6, 4], 9)) / 9).toBeCloseTo(sum([1, 3, 6, 8, 6, 4]) / 6, 1);
    expect(resampled([], 3)).toEqual([1, 1, 1]);
  });

  it("are kept in round numbers within the box, whatever their size", () => {
    expect(tidy(4.321, 9.6)).toBe(4.3);
    expect(tidy(-5, 9.6)).toBe(0);
    expect(tidy(99, 9.6)).toBe(9.6);
    expect(tidy(0.00123456, 0.01)).toBe(0.0012);
    expect(scaleOf([0, 0])).toBe(1);
  });

  it("say where they stand", () => {
    expect(barName(0, 10, undefined, { min: 0, max: 100 })).toBe("0 to 10");
    expect(barName(1, 12, ["Jan", "Feb"], undefined)).toBe("Feb");
  });
});
