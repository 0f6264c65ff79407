import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addMonths,
  civilFromDays,
  daysFromCivil,
  daysInMonth,
  daysOfIsoDate,
  formatIsoDate,
  formatIsoTime,
  formatIsoTimestamp,
  parseIsoDate,
  parseIsoTime,
  parseIsoTimestamp,
} from "./calendar.ts";

describe("days and dates", () => {
  test.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-02-29", 11_016],
    ["2026-11-22", 20_779],
    ["0001-01-01", -719_162],
    ["9999-12-31", 2_932_896],
  ])("%s is day %i", (text, days) => {
    expect(parseIsoDate(text)).toBe(days);
    expect(formatIsoDate(days)).toBe(text);
  });

  test("agree with the platform's own calendar, both ways", () => {
    assert(
      property(integer({ min: -1_000_000, max: 2_900_000 }), (days) => {
        const date = new Date(days * 86_400_000);
        const civil = civilFromDays(days);
        expect(civil).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
        expect(daysFromCivil(civil.year, civil.month, civil.day)).toBe(days);
        expect(civil.day).toBeLessThanOrEqual(daysInMonth(civil.year, civil.month));
      }),
    );
  });

  test.each(["2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "25-01-01", "2025-1-1", "today", ""])(
    "%j is no date",
    (text) => expect(parseIsoDate(text)).toBeUndefined(),
  );

  test("a text that must be a date says what is wrong with it", () => {
    expect(() => daysOfIsoDate("2025-02-29")).toThrow("2025-02-29 is not a date");
  });

  test.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", -12, "2023-02-28"],
    ["2024-11-15", 3, "2025-02-15"],
    ["2024-01-15", -1, "2023-12-15"],
  ])("%s moved by %i months is %s", (from, months, to) => {
    expect(formatIsoDate(addMonths(daysOfIsoDate(from), months))).toBe(to);
  });
});

describe("times and timestamps", () => {
  test.each([
    ["00:00", 0],
    ["23:59:59", 86_399_000],
    ["12:30:00.5", 45_000_500],
    ["12:30:00.123456", 45_000_123],
  ])("%s is %i ms into the day", (text, milliseconds) => expect(parseIsoTime(text)).toBe(milliseconds));

  test.each(["24:00", "12:60", "12:00:61", "1:00", "noon"])("%j is no time", (text) =>
    expect(parseIsoTime(text)).toBeUndefined(),
  );

  test("are written in one form only", () => {
    expect(formatIsoTime(45_000_007, 3)).toBe("12:30:00.007");
    expect(formatIsoTimestamp(-1, 3)).toBe("1969-12-31 23:59:59.999");
    expect(formatIsoTimestamp(0, 0, "T")).toBe("1970-01-01T00:00:00");
  });

  test.each([
    ["2026-11-22", Date.UTC(2026, 10, 22)],
    ["2026-11-22 10:20:30", Date.UTC(2026, 10, 22, 10, 20, 30)],
    ["2026-11-22T10:20:30.250Z", Date.UTC(2026, 10, 22, 10, 20, 30, 250)],
    ["2026-11-22T10:20+02:00", Date.UTC(2026, 10, 22, 8, 20)],
    ["2026-11-22T10:20:00-0530", Date.UTC(2026, 10, 22, 15, 50)],
  ])("%s is read as an instant", (text, instant) => expect(parseIsoTimestamp(text)).toBe(instant));

  test("what is written is read back", () => {
    assert(
      property(integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 }), (instant) => {
        expect(parseIsoTimestamp(formatIsoTimestamp(instant, 3))).toBe(instant);
      }),
    );
  });
});
