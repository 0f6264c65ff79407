import { describe, expect, it } from "vitest";
import type { PrivacyChecks } from "../../../../shared/api/privacy-check-views.ts";
import { leakSquares, openWords, secondsForAll, survivors } from "./leak-squares.ts";

const checks: PrivacyChecks = {
  revision: 1,
  scope: "sample",
  tables: [
    { table: "people", looked: 1000, rows: 50_000 },
    { table: "letters", looked: 3, rows: 3 },
  ],
  leaks: {
    leaks: [
      {
        of: { table: "people", column: "name" },
        at: { table: "people", column: "note" },
        values: 2,
        rows: 2,
        first: [4, 999],
      },
      {
        of: { table: "people", column: "email" },
        at: { table: "letters", column: "text" },
        values: 1,
        rows: 1,
        first: [1],
      },
    ],
    coincidences: [],
    byChance: 0,
    originals: 2000,
    complete: true,
  },
  joins: [],
  usable: [],
  elapsed: 1,
};

describe("the squares of a leak check", () => {
  it("are one a row of the sample, red where a row leaks, with its column", () => {
    expect(leakSquares(checks, "people")).toEqual({
      count: 1000,
      rows: 1,
      leaked: [
        { square: 4, row: 4, column: "note" },
        { square: 999, row: 999, column: "note" },
      ],
    });
    expect(leakSquares(checks, "letters")).toMatchObject({ count: 3, leaked: [{ square: 1, column: "text" }] });
    expect(leakSquares(checks, "nothing")).toMatchObject({ count: 0, leaked: [] });
  });

  it("stand for several rows each where all rows were looked at", () => {
    const all = { ...checks, tables: [{ table: "people", looked: 50_000, rows: 50_000 }] };
    expect(leakSquares(all, "people")).toMatchObject({ count: 1000, rows: 50 });
    expect(leakSquares(all, "people").leaked.map(({ square }) => square)).toEqual([0, 19]);
  });

  it("count what survives in all tables, and tell how long all rows take", () => {
    expect(survivors(checks.leaks.leaks)).toBe(3);
    expect(secondsForAll(checks)).toBeCloseTo(49.9, 0);
    expect(secondsForAll({ ...checks, scope: "all" })).toBeUndefined();
  });
});

it("says of how many columns no check speaks", () => {
  expect(openWords(0)).toBe("");
  expect(openWords(1)).toBe("1 personal column is open, and not checked: its values stay as they are.");
  expect(openWords(1200)).toBe("1,200 personal columns are open, and not checked: their values stay as they are.");
});
