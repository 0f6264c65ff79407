import { assert, constantFrom, letrec, oneof, pre, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { bind, cellsOf, range, type Bench } from "../test-bench.ts";
import { parsePattern } from "./parse-pattern.ts";
import { sizeOf } from "./pattern-node.ts";
import { pattern } from "./pattern.ts";
import { unambiguous } from "./unambiguous.ts";

const cells = (source: string, more: Partial<Bench> = {}, count = 300) =>
  cellsOf(bind(pattern, { pattern: source }, { type: { kind: "text" }, locales: [], ...more }), range(count));

const patterns = [
  "[A-Z]{3}-[0-9]{4}",
  "(SE|NO|DK)[0-9]{6}",
  "\\d{3}-\\d{2}-\\d{4}",
  "[a-z]+@[a-z]+\\.(com|org)",
  "^(?:gold|silver|green)$",
  "\\w{2,5}\\s[^a-z]?",
  "a|ab|abc",
  "(a|b)*c+",
  "[åäö]{2}\\u{1F600}?",
  "\\p{Lu}{2}\\.x",
  "A{0,3}B{0,3}",
  "",
];

describe("texts", () => {
  test.each(patterns)("match %s", (source) => {
    const flags = source.includes("\\p") || source.includes("\\u{") ? "u" : "";
    const whole = new RegExp(`^(?:${source})$`, flags);
    for (const cell of [...cells(source), ...cells(source, { unique: true, rowCount: 20 }, 20)])
      expect(cell).toMatch(whole);
  });

  test("are no longer than the column", () => {
    for (const cell of cells("[a-z]{2,40}", { type: { kind: "text", maxLength: 5 } }))
      expect(cell).toMatch(/^[a-z]{2,5}$/);
  });
});

describe("capacity", () => {
  const capacity = (source: string) => pattern.capacity(pattern.params.parse({ pattern: source }), { kind: "text" });

  test.each([
    ["[A-Z]{2}[0-9]", 6760],
    ["a|b|cc", 3],
    ["[0-9]{1,2}", 110],
    ["a|a", 1],
    ["x?y?", 4],
  ])("%s has %i texts", (source, size) => expect(capacity(source)).toBe(size));

  test.each(patterns.filter((source) => source !== ""))("%s gives as many distinct texts as it says", (source) => {
    const rowCount = Math.min(capacity(source), 2000);
    expect(new Set(cells(source, { unique: true, rowCount }, rowCount)).size).toBe(rowCount);
  });

  test("of a huge pattern is used from the first places on", () => {
    expect(new Set(cells("[A-Za-z0-9]{40}", { unique: true }, 5000)).size).toBe(5000);
  });

  test("counts one of two letters that differ in case only, where the column ignores case", () => {
    const texts = cells("[A-Za-z]{3}", { unique: true, caseInsensitive: true, rowCount: 5000 }, 5000);
    expect(new Set(texts.map((text) => text?.toLowerCase())).size).toBe(5000);
  });
});

test("what is unambiguous has as many texts as are counted, for any small pattern", () => {
  const leaf = constantFrom("a", "b", "[ab]", "[a-c]", "c?", "b{1,2}", "a*");
  const node = letrec<{ tree: string }>((tie) => ({
    tree: oneof(
      { depthSize: "small" },
      leaf,
      tuple(tie("tree"), tie("tree")).map(([a, b]) => a + b),
      tuple(tie("tree"), tie("tree")).map(([a, b]) => `(${a}|${b})`),
      tie("tree").map((a) => `(${a}){1,2}`),
    ),
  })).tree;
  assert(
    property(node, (source) => {
      const single = unambiguous(parsePattern(source, 2).node);
      const size = sizeOf(single);
      pre(size <= 3000);
      const texts = cellsOf(
        bind(
          pattern,
          { pattern: source, extra: 2 },
          { type: { kind: "text" }, locales: [], unique: true, rowCount: size },
        ),
        range(size),
      );
      expect(new Set(texts).size).toBe(size);
    }),
    { numRuns: 150 },
  );
});

describe("what is wrong", () => {
  const messages = (source: string, maxLength = 100) =>
    pattern
      .problems?.(pattern.params.parse({ pattern: source }), { type: { kind: "text", maxLength }, columns: [] })
      .map(({ message }) => message) ?? [];

  test.each([
    ["(?=a)b", "(?=a) cannot be made"],
    ["(a)\\1", "\\1 cannot be made"],
    ["a$b", "$ stands inside the text"],
    ["(x|a^b)c", "^ stands inside the text"],
    ["\\bword", "\\b cannot be made"],
    ["[a-", "cannot be read"],
    ["a{20000}", "more than 10,000"],
    ["[^\\x20-\\x7e]", "matches nothing"],
  ])("%s", (source, message) => expect(messages(source).join()).toContain(message));

  test("a pattern longer than the column", () => {
    expect(messages("[A-Z]{10}", 4)).toEqual(["The pattern needs at least 10 characters, and the column holds 4."]);
  });
});
