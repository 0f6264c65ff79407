import { describe, expect, test } from "vitest";
import { daysOfIsoDate, formatIsoTimestamp } from "../../base/calendar.ts";
import type { ValueType } from "../../schema/value-type.ts";
import type { Generator } from "../generator.ts";
import { bind, cellsOf, range } from "../test-bench.ts";
import { afterColumn } from "./after-column.ts";
import { birthDate } from "./birth.ts";
import { date } from "./date.ts";
import { parseMoment } from "./moment.ts";
import { series } from "./series.ts";
import { timestamp } from "./timestamp.ts";

const reference = daysOfIsoDate("2026-11-22");

test.each([
  ["today", "2026-11-22 00:00:00"],
  ["-2y", "2024-11-22 00:00:00"],
  ["+30d", "2026-12-22 00:00:00"],
  ["-1y6m", "2025-05-22 00:00:00"],
  ["-36h", "2026-11-20 12:00:00"],
  ["+2w", "2026-12-06 00:00:00"],
  ["-90min", "2026-11-21 22:30:00"],
  ["2020-02-29", "2020-02-29 00:00:00"],
  ["2020-02-29 12:30:00", "2020-02-29 12:30:00"],
])("%s is %s", (text, expected) => {
  expect(formatIsoTimestamp(parseMoment(text, reference) ?? Number.NaN, 0)).toBe(expected);
});

test.each(["yesterday", "2y", "-2x", "2026-02-30", ""])("%j is no moment", (text) =>
  expect(parseMoment(text, reference)).toBeUndefined(),
);

const base = { locales: [] } as const;

describe("ranges", () => {
  test("both ends belong to a range of days", () => {
    const bound = bind(date, { from: "2026-01-30", to: "2026-02-02" }, { ...base, type: { kind: "date" } });
    expect(new Set(cellsOf(bound, range(200)))).toEqual(
      new Set(["2026-01-30", "2026-01-31", "2026-02-01", "2026-02-02"]),
    );
  });

  test("a bias to recent moments moves half of them into the last quarter", () => {
    const bound = bind(
      timestamp,
      { from: "2026-01-01", to: "2026-01-05", bias: "recent" },
      { ...base, type: { kind: "timestamp" } },
    );
    const late = cellsOf(bound, range(4000)).filter((cell) => (cell ?? "") >= "2026-01-04").length;
    expect(late / 4000).toBeCloseTo(0.5, 1);
  });

  test("a beginning after the end is said, with a fix; a text that is no date too", () => {
    const problems = (params: Record<string, unknown>) =>
      date.problems?.(date.params.parse(params), { type: { kind: "date" }, columns: [] }) ?? [];
    expect(problems({ from: "2026-02-01", to: "2026-01-01" })[0]?.fix?.params).toEqual({
      from: "2026-01-01",
      to: "2026-02-01",
    });
    expect(problems({ from: "soon" })[0]?.message).toContain("“soon” is no date");
    expect(problems({})).toEqual([]);
  });

  test("people born in the range have the ages asked, on the reference date", () => {
    const days = cellsOf(
      bind(birthDate, { min: 18, max: 19 }, { ...base, type: { kind: "date" } }),
      range(3000),
    ).toSorted((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1));
    expect(days[0]).toBe("2006-11-23");
    expect(days.at(-1)).toBe("2008-11-22");
  });
});

describe("after another column", () => {
  const follow = (
    params: Record<string, unknown>,
    from: (row: number) => string,
    kind: "date" | "timestamp" | "text",
  ) =>
    cellsOf(
      bind(afterColumn, { column: "a", ...params }, { ...base, type: { kind }, inputs: { a: from } }),
      range(300),
    );

  test("a date lies the asked days later", () => {
    expect(new Set(follow({ min: 1, max: 3 }, () => "2024-02-27", "date"))).toEqual(
      new Set(["2024-02-28", "2024-02-29", "2024-03-01"]),
    );
  });

  test("a timestamp is never earlier than a minimum of 0 allows", () => {
    for (const cell of follow({ min: 0, max: 2, unit: "hours" }, () => "2026-01-01 23:30:00.500", "timestamp")) {
      expect((cell ?? "") >= "2026-01-01 23:30:01" && (cell ?? "") <= "2026-01-02 01:30:01").toBe(true);
    }
  });

  test("texts stay in the other column's form, and what is no date is NULL", () => {
    const cells = follow(
      { min: 1, max: 1 },
      (row) => ["2026-01-01", "2026-01-01T10:00:00", "never"][row % 3] ?? "",
      "text",
    );
    expect(cells.slice(0, 3)).toEqual(["2026-01-02", "2026-01-02T10:00:00", null]);
  });
});

describe("what has no moments is said, with its way out", () => {
  const said = (generator: Generator, params: Record<string, unknown>, from?: ValueType) => {
    const type: ValueType = { kind: "timestamp" };
    const column = (name: string, valueType: ValueType) => ({ name, type: valueType.kind, valueType, nullable: true });
    const columns = [column("a", from ?? type), column("b", type)];
    const table = {
      id: "t",
      schema: "s",
      name: "t",
      columns,
      primaryKey: [],
      uniques: [],
      foreignKeys: [],
      checks: [],
    };
    const schema = { model: { engine: "sqlite", defaultSchema: "s", tables: [table], views: [] }, table } as const;
    return (
      generator.problems?.(generator.params.parse(params) as Record<string, unknown>, {
        type,
        columns: ["a", "b"],
        schema,
      }) ?? []
    ).map(({ message, fix }) => `${message} ${fix?.label ?? ""}`.trimEnd());
  };

  test.each<[Generator, Record<string, unknown>, string[]]>([
    [date, { from: "-10000y" }, ["-10000y lies beyond the years 1 to 9999."]],
    [
      date,
      { from: "2026-11-21", to: "2026-11-22", weekends: 0 },
      ["No day that may come lies from 2026-11-21 to 2026-11-22. Weigh all days alike"],
    ],
    [date, { from: "1000-01-01", to: "2026-01-01", weekends: 0.5 }, [expect.stringContaining("500 years") as string]],
    [date, { weekends: 0 }, []],
    // An offset from UTC is no distance from the reference date.
    [timestamp, { from: "2026-01-01T08:00:00+02:00" }, []],
    [timestamp, { from: "2026-01-01", to: "2025-01-01" }, [expect.stringContaining("Swap them") as string]],
    [series, { every: 1e9, unit: "days" }, ["The second moment after -30d lies beyond the years 1 to 9999."]],
    [afterColumn, { column: "a", max: 1e9 }, ["1000000000 days are more than 9,999 years."]],
  ])("%# %o", (generator, params, sentences) => expect(said(generator, params)).toEqual(sentences));

  test("a column that is no date to start from", () => {
    expect(said(afterColumn, { column: "a" }, { kind: "boolean" })).toEqual([
      "a is boolean, which is no date to start from.",
    ]);
    expect(said(afterColumn, { column: "a" }, { kind: "text" })).toEqual([]);
    const { kernel } = bind(
      afterColumn,
      { column: "a" },
      { type: { kind: "date" }, locales: [], inputs: { a: (row) => (row === 0 ? "2026-01-01" : "soon") } },
    );
    cellsOf({ kernel }, range(4));
    expect(kernel.troubles).toEqual({
      failed: 3,
      cut: 0,
      first: { row: 1, because: "a is neither a date nor a number" },
    });
  });
});

describe("what follows another column and would lie after today", () => {
  // The day before today, and long before it.
  const days = ["2026-11-21", "2025-01-01"];
  const cells = (future: string, type: ValueType = { kind: "date" }) => {
    const inputs = { start: (row: number) => days[row % 2] ?? "" };
    return cellsOf(
      bind(afterColumn, { column: "start", min: 0, max: 30, future }, { ...base, type, inputs }),
      range(200),
    );
  };
  const near = (all: readonly (string | null)[]) => all.filter((_, row) => row % 2 === 0);
  const far = (all: readonly (string | null)[]) => all.filter((_, row) => row % 2 === 1);

  test("may, is NULL, or lies within the days that are left", () => {
    expect(near(cells("allowed")).some((cell) => (cell ?? "") > "2026-11-22")).toBe(true);
    expect(new Set(near(cells("empty")))).toEqual(new Set([null, "2026-11-21", "2026-11-22"]));
    expect(new Set(near(cells("never")))).toEqual(new Set(["2026-11-21", "2026-11-22"]));
  });

  test("changes nothing where today is far", () => {
    expect(far(cells("empty"))).toEqual(far(cells("allowed")));
    expect(far(cells("never"))).toEqual(far(cells("allowed")));
  });
});
