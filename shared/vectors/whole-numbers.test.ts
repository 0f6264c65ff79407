import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText } from "./cells.ts";
import { newBigintVector } from "./new-vector.ts";
import { readWhole, smallWholes, wordsOf, writeWhole } from "./whole-numbers.ts";

const whole64 = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc
    .tuple(fc.constantFrom(0n, 2n ** 31n, 2n ** 32n, 2n ** 52n, 2n ** 53n), fc.bigInt({ min: -3n, max: 3n }))
    .chain(([edge, near]) => fc.constantFrom(edge + near, -edge + near)),
);

describe("64-bit cells as numbers", () => {
  it("are what the bigint is, and are written as it is", () => {
    const vector = newBigintVector(1);
    const words = wordsOf(vector);
    fc.assert(
      fc.property(whole64, (value) => {
        vector.values[0] = value;
        expect(readWhole(words, 0)).toBe(Number(value));
        expect(cellText(vector, 0)).toBe(String(value));
        writeWhole(words, 0, Number(value));
        expect(vector.values[0]).toBe(BigInt.asIntN(64, BigInt(Number(value))));
      }),
      { numRuns: 500 },
    );
  });

  it("are given as doubles where those and their neighbours are exact", () => {
    const vector = newBigintVector(3);
    vector.values.set([-1n, 2n ** 52n - 1n, -(2n ** 52n)]);
    expect(smallWholes(vector)(0, 3)).toEqual(Float64Array.from(vector.values, Number));
    vector.values[1] = 2n ** 52n;
    expect(smallWholes(vector)(0, 3)).toBeUndefined();
    expect(smallWholes(vector)(2, 3)?.[0]).toBe(-(2 ** 52));
  });

  it("refuse what is not whole", () => {
    const words = wordsOf(newBigintVector(1));
    for (const value of [0.5, Number.NaN, Infinity]) expect(() => writeWhole(words, 0, value)).toThrow(RangeError);
  });
});
