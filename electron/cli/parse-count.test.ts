import { expect, test } from "vitest";
import { parseCount, parseWhole } from "./parse-count.ts";

test.each([
  ["0", 0],
  ["200", 200],
  ["1_000", 1000],
  ["1e3", 1000],
  ["1.5e3", 1500],
  ["10k", 10_000],
  ["2.5m", 2_500_000],
  ["50M", 50_000_000],
  ["+7", 7],
  ["999999999999", 999_999_999_999],
])("%s is a row count", (text, value) => {
  expect(parseCount(text, "--rows")).toBe(value);
});

test.each([
  "-1",
  "1000000000000",
  "1e12",
  "1e999",
  "1t",
  "NaN",
  "Infinity",
  "",
  " ",
  "abc",
  "1.5",
  "1,000",
  "0x10",
  "1e-3",
  "12k5",
])("%j is refused in one sentence", (text) => {
  expect(() => parseCount(text, "--rows")).toThrow(
    /^--rows takes a whole number from 0 to below 10\^12, not ".*", which is .*\.$/,
  );
});

test("a bounded number says its bounds", () => {
  expect(parseWhole("4", "--workers", 1, 64)).toBe(4);
  expect(() => parseWhole("0", "--workers", 1, 64)).toThrow('--workers takes a whole number from 1 to 64, not "0".');
});
