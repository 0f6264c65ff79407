import { describe, expect, it } from "vitest";
import { linesCause, readWeights, sharesOf, weightsCause, writeWeights } from "./weights.ts";

describe("weights", () => {
  it.each([
    [{ gold: 1, silver: 3 }],
    [
      [
        ["gold", 1],
        ["silver", 3],
      ],
    ],
    [[{ value: "gold", weight: 1 }]],
    [
      [
        { value: 1, weight: 2 },
        { value: 2, weight: 1 },
      ],
    ],
    [[{ value: true, weight: 9 }]],
  ])("come back as they were: %j", (value) => expect(writeWeights(readWeights(value))).toEqual(value));

  it("gives a new line the kind of the others", () => {
    const weights = readWeights([1, 2]);
    expect(writeWeights({ ...weights, rows: [...weights.rows, { value: "3", weight: 1 }] })).toEqual([
      { value: 1, weight: 1 },
      { value: 2, weight: 1 },
      { value: 3, weight: 1 },
    ]);
  });

  it("leaves out a line that has no value yet", () => {
    const weights = readWeights({ gold: 1 });
    expect(writeWeights({ ...weights, rows: [...weights.rows, { value: "", weight: 1 }] })).toEqual({ gold: 1 });
  });

  it("adds up to a hundred percent", () => {
    expect(sharesOf(readWeights({ gold: 1, silver: 3 }).rows)).toEqual([25, 75]);
    expect(sharesOf(readWeights({ gold: 0 }).rows)).toEqual([0]);
  });

  it("says what cannot be saved", () => {
    expect(linesCause([])).toBe("At least one value");
    expect(
      linesCause([
        { value: "a", weight: 1 },
        { value: "a", weight: 2 },
      ]),
    ).toBe("“a” is there twice");
    expect(linesCause([{ value: "a", weight: -1 }])).toBe("Weights are 0 or more");
    expect(linesCause([{ value: "a", weight: 1 }])).toBeUndefined();
  });

  it("says what can be saved and is a problem of its column", () => {
    expect(linesCause([{ value: "a", weight: 0 }])).toBeUndefined();
    expect(weightsCause([{ value: "a", weight: 0 }])).toBe("One weight must be above 0");
    expect(weightsCause([{ value: "a", weight: 1 }])).toBeUndefined();
    expect(weightsCause([])).toBeUndefined();
  });
});
