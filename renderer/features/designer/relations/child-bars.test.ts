import { describe, expect, it } from "vitest";
import { rowsSchema, type OwnedRows } from "../../../../shared/rules/rule.ts";
import { averageOf, childBars, meanOf, withAverage, withBar, withChoice, withLimits } from "./child-bars.ts";

const even: OwnedRows = { per: "customers", from: 1, to: 5, without: 0 };
const custom: OwnedRows = { ...even, distribution: "histogram", weights: { 1: 30, 2: 25, 3: 20, 4: 15, 5: 10 } };
const percent = (rows: OwnedRows): readonly number[] => childBars(rows).map(({ share }) => Math.round(share * 100));

describe("the bars of a row rule", () => {
  it("are what the engine deals out", () => {
    expect(percent(even)).toEqual([20, 20, 20, 20, 20]);
    expect(percent(custom)).toEqual([30, 25, 20, 15, 10]);
    expect(meanOf({ ...custom, without: 0.5 })).toBeCloseTo(1.25);
  });

  it("are not drawn where there are too many", () => {
    expect(childBars({ ...even, to: 1_000_000 })).toEqual([]);
  });

  it("leave the others their proportions when one is dragged, and stay a whole", () => {
    const dragged = withBar(custom, 1, 0.65);
    expect(percent(dragged)).toEqual([65, 13, 10, 8, 5]);
    expect(rowsSchema.safeParse(dragged).success).toBe(true);
  });

  it("of a distribution become bars of one's own when one is dragged", () => {
    const dragged = withBar({ ...even, average: 2 }, 5, 0.5);
    expect(dragged).toMatchObject({ distribution: "histogram", from: 1, to: 5 });
    expect(dragged.average).toBeUndefined();
    expect(percent(dragged)[4]).toBe(50);
  });

  it("can all but one be gone, and come back", () => {
    const one = withBar(custom, 3, 1);
    expect(percent(one)).toEqual([0, 0, 100, 0, 0]);
    expect(percent(withBar(one, 3, 0.6))).toEqual([10, 10, 60, 10, 10]);
  });
});

describe("a change of the rule", () => {
  it("keeps the average, and so the rows, when the distribution changes", () => {
    for (const choice of ["spread", "poisson", "zipf"] as const) {
      const next = withChoice(custom, choice);
      expect(averageOf(next), choice).toBeCloseTo(2.5, 2);
      expect(next.weights).toBeUndefined();
      expect(rowsSchema.safeParse(next).success).toBe(true);
    }
    expect(averageOf(withChoice({ ...even, average: 2 }, "histogram"))).toBeCloseTo(2, 1);
  });

  it("keeps the weights of bars that stay when the limits change", () => {
    const wider = withLimits(custom, { from: 1, to: 6 });
    expect(Object.keys(wider.weights ?? {})).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect((wider.weights?.["1"] ?? 0) / (wider.weights?.["3"] ?? 1)).toBeCloseTo(1.5, 1);
    expect(wider.weights?.["6"]).toBe(wider.weights?.["5"]);
  });

  it("bends bars of one's own to an average that is typed", () => {
    expect(averageOf(withAverage(custom, 3))).toBeCloseTo(3, 1);
    expect(withAverage(custom, 9)).toBe(custom);
  });
});
