import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { functionHelp } from "./functions/index.ts";

test("docs/expressions.md tells of every function, in its own words", () => {
  const text = readFileSync(new URL("../../docs/expressions.md", import.meta.url), "utf8");
  const lines = functionHelp.map(({ signature, help, example }) => `| \`${signature}\` | ${help} | \`${example}\` |`);
  expect(lines.filter((line) => !text.includes(line))).toEqual([]);
});
