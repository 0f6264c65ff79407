import { expect, test } from "vitest";
import { codeForm } from "./code-form.ts";

const numbered = (write: (n: number) => string): readonly string[] => Array.from({ length: 60 }, (_, n) => write(n));

test.each([
  ["a fixed beginning", numbered((n) => `ORD-${2000 + n * 37}`), "ORD-[1-9][0-9]{3}"],
  [
    "letters that change",
    numbered((n) => `${"AB CD EF".split(" ")[n % 3]}${String(n).padStart(4, "0")}`),
    "[A-Z]{2}[0-9]{4}",
  ],
  ["lengths that change", numbered((n) => `x.${n + 1}.a`), "x\\.[1-9][0-9]{0,1}\\.a"],
  ["hashes", numbered((n) => (n * 7919 + 1e12).toString(16).padStart(12, "a0f")), "[0-9a-f]{12}"],
])("the form of codes is a pattern: %s", (_, texts, pattern) => {
  const form = codeForm(texts);
  expect(texts.every((text) => new RegExp(`^${form?.pattern ?? "?"}$`).test(text))).toBe(true);
  expect(form?.pattern).toBe(pattern);
});

test("words, plain numbers and texts of many forms are no codes", () => {
  expect(codeForm(numbered((n) => `Product ${n}`))).toBeUndefined();
  expect(codeForm(numbered((n) => String(n)))).toBeUndefined();
  expect(codeForm(numbered((n) => (n % 2 === 0 ? `A${n}` : `${n}-b`)))).toBeUndefined();
});
