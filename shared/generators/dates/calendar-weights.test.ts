import { describe, expect, test } from "vitest";
import type { ValueType } from "../../schema/value-type.ts";
import type { Generator } from "../generator.ts";
import { bind, cellsOf, range } from "../test-bench.ts";
import { afterColumn } from "./after-column.ts";
import { date } from "./date.ts";
import { duration } from "./duration.ts";
import { series } from "./series.ts";
import { timestamp } from "./timestamp.ts";

const cells = (generator: Generator, params: Record<string, unknown>, type: ValueType, rows = 4000): string[] =>
  cellsOf(bind(generator, params, { type, locales: [], rowCount: rows }), range(rows)).map(String);
const shareOf = (list: readonly string[], test: (text: string) => boolean): number =>
  list.filter(test).length / list.length;
const isWeekend = (text: string): boolean => [0, 6].includes(new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDay());

describe("moments by the calendar", () => {
  test("business hours and no weekends", () => {
    const list = cells(
      timestamp,
      { hours: "business", weekends: 0, from: "2025-01-01", to: "2026-01-01" },
      { kind: "timestamp" },
    );
    expect(shareOf(list, isWeekend)).toBe(0);
    expect(list.filter((text) => text.slice(11, 13) < "08" || text.slice(11, 13) > "17")).toEqual([]);
    expect(list.filter((text) => text < "2025-01-01" || text > "2026-01-01")).toEqual([]);
  });

  test("weekends as often as asked, in columns of dates as well", () => {
    const list = cells(date, { weekends: 0.5, from: "2020-01-01", to: "2025-12-31" }, { kind: "date" }, 20_000);
    // Two days at half the weight against five.
    expect(shareOf(list, isWeekend)).toBeCloseTo(1 / 6, 1);
  });

  test("a season", () => {
    const months = [0, 0, 0, 0, 1, 1, 3, 3, 1, 0, 0, 0];
    const list = cells(date, { months, from: "2020-01-01", to: "2025-12-31" }, { kind: "date" });
    expect(shareOf(list, (text) => text.slice(5, 7) < "05" || text.slice(5, 7) > "09")).toBe(0);
    expect(shareOf(list, (text) => text.slice(5, 7) === "07" || text.slice(5, 7) === "08")).toBeCloseTo(0.67, 1);
  });

  test("the lean of a range holds with weights, too", () => {
    const plain = cells(date, { bias: "recent", from: "2020-01-01", to: "2025-12-31" }, { kind: "date" });
    const weighed = cells(
      date,
      { bias: "recent", weekends: 0.999, from: "2020-01-01", to: "2025-12-31" },
      { kind: "date" },
    );
    for (const day of ["2022-01-01", "2024-07-01", "2025-06-01"])
      expect(shareOf(weighed, (text) => text > day)).toBeCloseTo(
        shareOf(plain, (text) => text > day),
        1,
      );
  });

  test("weights that add up to 0 are said, with the way out", () => {
    const params = timestamp.params.parse({ months: Array.from({ length: 12 }, () => 0) }) as Record<string, unknown>;
    expect(timestamp.problems?.(params, { type: { kind: "timestamp" }, columns: [] })).toMatchObject([
      { message: "The weights of the months add up to 0.", fix: { params: { months: [] } } },
    ]);
  });
});

test("a series keeps its order and its distance", () => {
  const list = cells(series, { start: "2026-01-01", every: 10, jitter: 0.49 }, { kind: "timestamp" }, 500);
  expect(list[0]?.slice(0, 10)).toMatch(/^202[56]/);
  expect(list.toSorted()).toEqual(list);
  const steady = cells(series, { start: "2026-01-01", every: 10, jitter: 0 }, { kind: "timestamp" }, 3);
  expect(steady).toEqual(["2026-01-01 00:00:00", "2026-01-01 00:10:00", "2026-01-01 00:20:00"]);
  expect(cells(series, { start: "2026-01-31", every: 1, unit: "days", jitter: 0 }, { kind: "date" }, 2)).toEqual([
    "2026-01-31",
    "2026-02-01",
  ]);
});

test("durations are written as the column takes them", () => {
  const params = { min: 26.5, max: 26.5, whole: "minutes" };
  expect(cells(duration, params, { kind: "interval" }, 1)).toEqual(["P1DT2H30M"]);
  expect(cells(duration, { ...params, form: "clock" }, { kind: "text" }, 1)).toEqual(["26:30:00"]);
  expect(cells(duration, { min: 5, max: 5 }, { kind: "integer", bits: 32 }, 1)).toEqual(["5"]);
  expect(cells(duration, { min: 2, max: 2 }, { kind: "time" }, 1)).toEqual(["02:00:00"]);
});

test("what lies after another column leans, and stays within the years that formats have", () => {
  const after = (params: Record<string, unknown>, base: string) =>
    cellsOf(
      bind(afterColumn, { column: "a", ...params }, { type: { kind: "date" }, locales: [], inputs: { a: () => base } }),
      range(2000),
    ).map(String);
  const soon = after({ lean: "soon", min: 0, max: 99 }, "2026-01-01");
  expect(shareOf(soon, (text) => text < "2026-01-14")).toBeCloseTo(0.5, 1);
  expect(new Set(after({ min: 1, max: 30 }, "9999-12-31"))).toEqual(new Set(["9999-12-31"]));
});
