import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastFirstRow, revealRow, rowOfThumb, thumbOf, wheelRows } from "./scroll-map.ts";

const rowCounts = fc.integer({ min: 1, max: 1_000_000_000_000 });
const visibles = fc.integer({ min: 1, max: 80 });
const tracks = fc.integer({ min: 60, max: 2000 });

describe("the preview's scrollbar stands for every row of the table", () => {
  it("reaches the first and the last row at its ends", () => {
    fc.assert(
      fc.property(rowCounts, visibles, tracks, (rowCount, visible, track) => {
        const last = lastFirstRow(rowCount, visible);
        const { size } = thumbOf(0, rowCount, visible, track);
        expect(rowOfThumb(-10, rowCount, visible, track)).toBe(0);
        expect(rowOfThumb(track - size, rowCount, visible, track)).toBe(size < track ? last : 0);
      }),
    );
  });

  it("keeps its thumb within the track, and grips the row it shows", () => {
    fc.assert(
      fc.property(
        rowCounts,
        visibles,
        tracks,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rowCount, visible, track, at) => {
          const last = lastFirstRow(rowCount, visible);
          const first = Math.round(at * last);
          const thumb = thumbOf(first, rowCount, visible, track);
          expect(thumb.top).toBeGreaterThanOrEqual(0);
          expect(thumb.top + thumb.size).toBeLessThanOrEqual(track + 1e-6);
          if (last === 0) return;
          // A pixel of the track stands for this many rows: the way there and back is that exact.
          const rowsInPixel = last / (track - thumb.size);
          expect(Math.abs(rowOfThumb(thumb.top, rowCount, visible, track) - first)).toBeLessThanOrEqual(
            Math.max(1, rowsInPixel * 0.01),
          );
        },
      ),
    );
  });
});

describe("moving by whole rows", () => {
  it("loses no part of a wheel's turn", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -300, max: 300 }), { maxLength: 40 }), (turns) => {
        let carry = 0;
        let rows = 0;
        for (const turn of turns) {
          const step = wheelRows(turn, carry, 28);
          carry = step.carry;
          rows += step.rows;
        }
        const whole = turns.reduce((sum, turn) => sum + turn, 0);
        expect(rows * 28 + carry).toBe(whole);
        expect(Math.abs(carry)).toBeLessThan(28);
      }),
    );
  });

  it("moves no further than it must to show a row", () => {
    expect(revealRow(5, 0, 10, 100)).toBe(0);
    expect(revealRow(10, 0, 10, 100)).toBe(1);
    expect(revealRow(3, 20, 10, 100)).toBe(3);
    expect(revealRow(99, 0, 10.6, 100)).toBe(90);
    expect(revealRow(0, 50, 10, 5)).toBe(0);
  });
});
