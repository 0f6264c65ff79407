import { describe, expect, it } from "vitest";
import { maxRows } from "../../../../shared/rules/rule.ts";
import { groupDigits, parseCount, parseRowNumber } from "./parse-count.ts";

const read = (text: string): number | string => {
  const parsed = parseCount(text);
  return parsed.ok ? parsed.value : parsed.cause;
};

describe("a number of rows as people write it", () => {
  it.each([
    ["1000", 1000],
    ["1,000", 1000],
    ["1_000_000", 1_000_000],
    ["1 000 000", 1_000_000],
    ["10k", 10_000],
    ["50m", 50_000_000],
    ["50 M", 50_000_000],
    ["1.5m", 1_500_000],
    ["2.2m", 2_200_000],
    ["1e6", 1_000_000],
    ["500bn", 500_000_000_000],
    [String(maxRows), maxRows],
    ["0", 0],
    ["  7 ", 7],
  ])("%s", (text, rows) => expect(read(text)).toBe(rows));

  it.each([
    ["", "Type a number, e.g. 1,000 or 50m"],
    ["many", "“many” is not a number of rows; try 1,000 or 50m"],
    ["5 apples", "“5 apples” is not a number of rows; try 1,000 or 50m"],
    ["-1", "A number of rows cannot be negative"],
    ["1.5", "A number of rows is whole"],
    ["2t", `At most ${groupDigits(maxRows)}`],
    ["1,5", "“1,5” is not a number of rows; try 1,000 or 50m"],
  ])("says what is wrong with “%s”", (text, cause) => expect(read(text)).toBe(cause));
});

describe("the row box", () => {
  const row = (text: string, rowCount = 50_000_000, random = 0.5): number | string => {
    const parsed = parseRowNumber(text, rowCount, () => random);
    return parsed.ok ? parsed.value : parsed.cause;
  };

  it("counts from 1 on screen and from 0 inside", () => {
    expect([row("1"), row("50m"), row("1,000,000")]).toEqual([0, 49_999_999, 999_999]);
  });

  it("knows the first, the last and a random row", () => {
    expect([row("first"), row("last"), row("?"), row("?", 10, 0.999999)]).toEqual([0, 49_999_999, 25_000_000, 9]);
  });

  it("says where the table ends", () => {
    expect(row("50,000,001")).toBe("The last row is 50,000,000");
    expect(row("0")).toBe("Rows are numbered from 1");
    expect(row("1", 0)).toBe("The table has no rows");
    expect(row("x")).toBe("“x” is not a row; try 1,000, 50m, last or ?");
  });

  it("reaches row 10^12", () => {
    expect(row("last", 1e12)).toBe(999_999_999_999);
    expect(row("1t", 1e12)).toBe(999_999_999_999);
  });
});
