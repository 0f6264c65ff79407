import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withOptions } from "./export-options.ts";

test("docs/exports.md has the options that are declared (node scripts/run.mjs scripts/write-export-docs.ts writes them)", () => {
  const text = readFileSync(new URL("../docs/exports.md", import.meta.url), "utf8");
  expect(withOptions(text)).toBe(text);
});
