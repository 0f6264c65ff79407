import { describe, expect, it } from "vitest";
import {
  counted,
  formatBytes,
  formatCount,
  formatDuration,
  formatInteger,
  formatMilliseconds,
  formatPercent,
  formatWhen,
} from "./format.ts";

describe("numbers as the window shows them", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [1_000_000, "1,000,000"],
    [-50_000_000, "−50,000,000"],
  ])("writes the whole number %d as %s", (value, text) => expect(formatInteger(value)).toBe(text));

  it.each([
    [347, "347"],
    [1000, "1,000"],
    [8715, "8,715"],
    [15_607, "15,607"],
    [40_000, "40 k"],
    [153_400, "153 k"],
    [999_999, "1 M"],
    [8_800_000, "8.8 M"],
    [9_960_000, "10 M"],
    [50_000_000, "50 M"],
    [281_000_000, "281 M"],
    [2_000_000_000, "2 bn"],
    [1_000_000_000_000, "1 tn"],
  ])("shortens the count %d to %s", (value, text) => expect(formatCount(value)).toBe(text));

  it("puts the plural where there is not exactly one", () => {
    expect([counted(0, "error"), counted(1, "error"), counted(2, "error")]).toEqual([
      "0 errors",
      "1 error",
      "2 errors",
    ]);
  });

  it.each([
    [980, "980 B"],
    [61_200, "61 kB"],
    [999_900, "1 MB"],
    [1_240_000, "1.2 MB"],
    [5_000_000_000, "5 GB"],
  ])("writes %d bytes as %s", (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  it.each([
    [0.2, "0.2 s"],
    [12.4, "12 s"],
    [140, "2 min 20 s"],
    [3840, "1 h 4 min"],
    [3599.8, "1 h"],
  ])("says %d seconds as %s", (seconds, text) => expect(formatDuration(seconds)).toBe(text));

  it.each([
    [0, "0%"],
    [0.0004, "<0.1%"],
    [0.031, "3.1%"],
    [0.62, "62%"],
    [0.997, "99%"],
    [1, "100%"],
  ])("writes the share %d as %s", (share, text) => expect(formatPercent(share)).toBe(text));

  it("never shows 100% for a share that is not whole, nor 0% for one that is not nothing", () => {
    expect([formatPercent(0.9949), formatPercent(0.00001)]).toEqual(["99%", "<0.1%"]);
  });

  it("writes engine times short", () =>
    expect([formatMilliseconds(0.42), formatMilliseconds(18.2)]).toEqual(["0.4 ms", "18 ms"]));

  it("says when a project was opened, seen from today", () => {
    const now = new Date(2026, 10, 22, 15, 0);
    const at = (year: number, month: number, day: number) => new Date(year, month, day, 14, 32).toISOString();
    expect(formatWhen(at(2026, 10, 22), now)).toBe("Today, 14:32");
    expect(formatWhen(at(2026, 10, 21), now)).toBe("Yesterday");
    expect(formatWhen(at(2026, 10, 12), now)).toBe("12 Nov");
    expect(formatWhen(at(2024, 1, 3), now)).toBe("3 Feb 2024");
    expect(formatWhen("not a date", now)).toBe("");
  });
});
