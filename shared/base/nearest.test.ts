import { expect, test } from "vitest";
import { editDistance, nearest } from "./nearest.ts";

const names = ["integer", "decimal", "person.firstName", "person.lastName", "uuid"];

test.each([
  ["interger", "integer"],
  ["person.firstname", "person.firstName"],
  ["Decimals", "decimal"],
  ["uiud", undefined],
  ["something else entirely", undefined],
])("%s was meant to be %s", (typed, meant) => expect(nearest(typed, names)).toBe(meant));

test("the distance counts insertions, deletions and replacements", () => {
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("", "abc")).toBe(3);
  expect(editDistance("abc", "abc")).toBe(0);
});
