import { expect, test } from "vitest";
import { property } from "./print.ts";

test("a column of any name is a property of the row, and never its prototype", () => {
  const names = ["name", "2nd col", "größe", "constructor", "__proto__"];
  expect(names.map(property)).toEqual(["name", '"2nd col"', '"größe"', "constructor", '["__proto__"]']);
});
