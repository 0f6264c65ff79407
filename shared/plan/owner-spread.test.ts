import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { streamOf } from "../random/stream.ts";
import { childWeights, naturalMean, shapeWithMean } from "./child-counts.ts";
import { ownerSpread, type OwnerSpread } from "./owner-spread.ts";

const stream = streamOf(7, "orders", "owner");

function locate(spread: OwnerSpread, rows: readonly number[]): { owners: number[]; ordinals: number[] } {
  const owners = new Float64Array(rows.length);
  const ordinals = new Float64Array(rows.length);
  spread.locate(Float64Array.from(rows), rows.length, owners, ordinals);
  return { owners: [...owners], ordinals: [...ordinals] };
}

describe("children spread over owners", () => {
  const shapes = fc.record({
    from: fc.integer({ min: 0, max: 4 }),
    extra: fc.integer({ min: 0, max: 8 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    without: fc.constantFrom(0, 0.1, 0.5),
  });
  const shapeOf = ({ from, extra, part, without }: { from: number; extra: number; part: number; without: number }) => ({
    from,
    to: from + extra,
    average: from + extra * part,
    without,
  });

  test("every child row lies in its owner's range, and the ranges fill the table without gaps", () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 9000 }), (drawn, owners) => {
        const spread = ownerSpread(stream, owners, shapeOf(drawn));
        let next = 0;
        for (const owner of [0, 1, 2, Math.floor(owners / 2), owners - 1]) {
          expect(spread.firstChild(owner)).toBeLessThanOrEqual(spread.childCount);
        }
        for (let owner = 0; owner < Math.min(owners, 50); owner++) {
          expect(spread.firstChild(owner)).toBe(next);
          next = spread.firstChild(owner + 1);
        }
        expect(spread.firstChild(owners)).toBe(spread.childCount);
        const rows = Array.from({ length: Math.min(40, spread.childCount) }, (_, i) =>
          Math.floor((i * spread.childCount) / Math.min(40, spread.childCount)),
        );
        const found = locate(spread, rows);
        rows.forEach((row, i) => {
          const owner = found.owners[i] ?? -1;
          expect(spread.firstChild(owner)).toBe(row - (found.ordinals[i] ?? -1));
          expect(spread.firstChild(owner + 1)).toBeGreaterThan(row);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("orders = customers × 2.5 exactly, each customer with 1 to 5", () => {
    const spread = ownerSpread(stream, 20_000_000, { from: 1, to: 5, average: 2.5, without: 0 });
    expect(spread.childCount).toBe(50_000_000);
    for (const owner of [0, 4095, 4096, 12_345_678, 19_999_999]) {
      const children = spread.firstChild(owner + 1) - spread.firstChild(owner);
      expect(children).toBeGreaterThanOrEqual(1);
      expect(children).toBeLessThanOrEqual(5);
    }
  });

  test("rows asked in any order have the same owner", () => {
    const spread = ownerSpread(stream, 30_000, { from: 0, to: 9, average: 3, without: 0.2 });
    const rows = Array.from({ length: 500 }, (_, i) => (i * 7919) % spread.childCount);
    const forwards = locate(spread, rows);
    const backwards = locate(spread, rows.toReversed());
    expect(backwards.owners.toReversed()).toEqual(forwards.owners);
  });

  test("more owners leave the children of the earlier ones alone", () => {
    const shape = { from: 1, to: 5, average: 2.5, without: 0 };
    const small = ownerSpread(stream, 4096 * 2, shape);
    const large = ownerSpread(stream, 4096 * 5 + 17, shape);
    for (const owner of [0, 100, 5000, 8191]) expect(large.firstChild(owner)).toBe(small.firstChild(owner));
  });

  test("an exact total is met, and spread over all owners", () => {
    for (const total of [0, 1, 200, 999, 12_345]) {
      const spread = ownerSpread(
        stream,
        5000,
        shapeWithMean({ from: 1, to: 5, average: 2.5, without: 0 }, total / 5000),
        total,
      );
      expect(spread.childCount).toBe(total);
      expect(spread.firstChild(5000)).toBe(total);
    }
  });

  test("without owners there are no children", () => {
    expect(ownerSpread(stream, 0, { from: 1, to: 5, average: 2, without: 0 }).childCount).toBe(0);
  });
});

test("Poisson, zipf and drawn histograms have their own shape", () => {
  const poisson = childWeights({ from: 0, to: 40, average: 3, without: 0, distribution: "poisson" });
  expect(poisson[0]).toBeCloseTo(Math.exp(-3), 6);
  expect(poisson[3]).toBeCloseTo((Math.exp(-3) * 27) / 6, 6);
  const zipf = { from: 1, to: 9, without: 0, distribution: "zipf" } as const;
  const zipfWeights = childWeights({ ...zipf, average: naturalMean(zipf) });
  expect((zipfWeights[0] ?? 0) / (zipfWeights[4] ?? 1)).toBeCloseTo(5, 6);
  const drawn = { from: 1, to: 5, without: 0, distribution: "histogram", weights: [30, 25, 20, 15, 10] } as const;
  expect([...childWeights({ ...drawn, average: naturalMean(drawn) })]).toEqual(
    [0.3, 0.25, 0.2, 0.15, 0.1].map((weight) => expect.closeTo(weight, 9)),
  );
  const many = childWeights({ from: 0, to: 1000, average: 400, without: 0, distribution: "poisson" });
  expect(many.reduce((sum, weight, k) => sum + weight * k, 0)).toBeCloseTo(400, 6);
  const spread = ownerSpread(stream, 4096, { ...drawn, average: naturalMean(drawn) });
  expect(spread.childCount).toBe(Math.round(4096 * 2.5));
});

test("the weights of child counts have the mean that was asked", () => {
  const weights = childWeights({ from: 1, to: 5, average: 2.5, without: 0 });
  expect(weights.reduce((sum, weight, k) => sum + weight * (k + 1), 0)).toBeCloseTo(2.5, 9);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
});
