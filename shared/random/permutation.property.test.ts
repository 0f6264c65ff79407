import { assert, double, integer, maxSafeNat, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { permutation } from "./permutation.ts";
import { streamOf } from "./stream.ts";

const stream = streamOf(20_261_122, "customers", "email");

describe("a permutation", () => {
  test("takes every number of its range exactly once, whatever the size", () => {
    assert(
      property(integer({ min: 1, max: 5000 }), integer(), (size, seed) => {
        const order = permutation(streamOf(seed, "t"), size);
        const seen = new Uint8Array(size);
        for (let index = 0; index < size; index++) {
          // What is out of the range is not in the array, and leaves a place there empty.
          const value = order.at(index);
          seen[value] = (seen[value] ?? 0) + 1;
        }
        expect(seen.every((times) => times === 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.each([1, 2, 3, 4, 5, 15, 16, 17, 63, 64, 65, 255, 256, 257, 1023, 1024, 1025, 65_535, 65_536, 65_537])(
    "of size %i is complete",
    (size) => {
      const order = permutation(stream, size);
      expect(new Set(Array.from({ length: size }, (_, index) => order.at(index))).size).toBe(size);
    },
  );

  test("is undone by indexOf, up to 2^52", () => {
    assert(
      property(
        maxSafeNat().map((nat) => nat % 2 ** 52),
        double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (nat, share) => {
          const size = Math.max(1, nat);
          const index = Math.floor(share * size);
          const order = permutation(stream, size);
          const value = order.at(index);
          expect(value >= 0 && value < size).toBe(true);
          expect(order.indexOf(value)).toBe(index);
        },
      ),
    );
  });

  test("of one key differs from that of another", () => {
    const size = 1000;
    const [a, b] = [permutation(streamOf(1, "a"), size), permutation(streamOf(1, "b"), size)];
    let equal = 0;
    for (let index = 0; index < size; index++) if (a.at(index) === b.at(index)) equal++;
    expect(equal).toBeLessThan(20);
  });

  test("spreads neighbours over the whole range", () => {
    const size = 100_000;
    const order = permutation(stream, size);
    const counts = Array.from({ length: 20 }, () => 0);
    for (let index = 0; index < 4000; index++) {
      const cell = Math.floor((order.at(index) / size) * 20);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    const chi = counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    expect(chi).toBeLessThan(60);
  });

  test.each([0, -1, 1.5, 2 ** 53 + 2, Number.NaN])("of size %d is refused", (size) => {
    expect(() => permutation(stream, size)).toThrow(RangeError);
  });
});
