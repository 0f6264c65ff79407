import { expect, test } from "vitest";
import { bind, cellsOf, range } from "../test-bench.ts";
import { afterColumn } from "./after-column.ts";

test("moments rise along the rows of an owner, each by no less and no more than is said", () => {
  const params = { column: "begun", min: 1, max: 3, unit: "hours", along: "owner" };
  const bound = bind(afterColumn, params, {
    type: { kind: "timestamp" },
    locales: [],
    ordinal: (row) => row % 8,
    inputs: { begun: () => "2026-03-01 12:00:00" },
  });
  const hours = cellsOf(bound, range(400)).map((cell) => Date.parse(`${cell}Z`) / 3_600_000);
  const begun = Date.parse("2026-03-01 12:00:00Z") / 3_600_000;
  const gaps = hours.map((hour, row) => hour - (row % 8 === 0 ? begun : (hours[row - 1] ?? 0)));
  expect(gaps.filter((gap) => gap < 1 || gap > 3)).toEqual([]);
  expect(new Set(gaps).size).toBeGreaterThan(300);
});
