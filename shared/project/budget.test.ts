import { expect, test } from "vitest";
import { budgetWords, budgetWordsSchema } from "./budget.ts";

test.each([
  ["10 MB", 10_000_000, "10 MB"],
  ["1.5MB", 1_500_000, "1500 kB"],
  ["500 kB", 500_000, "500 kB"],
  [1234, 1234, 1234],
])("%s is %i bytes, and is written as %s", (said, bytes, written) => {
  expect(budgetWordsSchema.parse(said)).toBe(bytes);
  expect(budgetWords(bytes)).toBe(written);
});

test.each(["10 mb", "a lot", "-1 MB", 0, 1.5, "1.2345 MB"])("%s is no size", (said) => {
  expect(budgetWordsSchema.safeParse(said).success).toBe(false);
});
