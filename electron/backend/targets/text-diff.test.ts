import { describe, expect, test } from "vitest";
import { changedLines, textDiff, wholeText } from "./text-diff.ts";

const numbered = (count: number, change: (row: number) => string = String): string =>
  Array.from({ length: count }, (_, row) => `${change(row)}\n`).join("");

/** The new text, put together from the old one and the diff. */
function patched(before: string, after: string): string {
  const diff = textDiff(before, after);
  if (diff.kind !== "text") throw new Error("no text");
  const old = before.split("\n").slice(0, -1);
  const now: string[] = [];
  let at = 0;
  for (const hunk of diff.hunks) {
    now.push(...old.slice(at, hunk.before - 1));
    at = hunk.before - 1;
    expect(hunk.after).toBe(now.length + 1);
    for (const { sign, text } of hunk.lines) {
      if (sign !== "+") expect(old[at++]).toBe(text);
      if (sign !== "-") now.push(text);
    }
  }
  return [...now, ...old.slice(at)].map((line) => `${line}\n`).join("");
}

describe("a diff", () => {
  test("shows a changed row under the row that it was, with three lines around", () => {
    const diff = textDiff(
      numbered(20),
      numbered(20, (row) => (row === 9 ? "nine" : String(row))),
    );
    expect(diff).toEqual({
      kind: "text",
      lines: 20,
      cut: false,
      hunks: [
        {
          before: 7,
          after: 7,
          lines: [
            ...["6", "7", "8"].map((text) => ({ sign: " ", text })),
            { sign: "-", text: "9" },
            { sign: "+", text: "nine" },
            ...["10", "11", "12"].map((text) => ({ sign: " ", text })),
          ],
        },
      ],
    });
  });

  test("and the old text give the new one, whatever comes, goes or moves", () => {
    const base = numbered(60);
    for (const after of [
      "",
      numbered(60, (row) => (row % 9 === 0 ? `x${row}` : String(row))),
      `first\n${base}`,
      base.replace("30\n", ""),
      base.replace("30\n", "a\nb\nc\n").replace("31\n", ""),
      numbered(80),
      numbered(5),
    ]) {
      expect(patched(base, after)).toBe(after);
      if (after !== "") expect(patched(after, base)).toBe(base);
    }
  });

  test("of a column that changed in every row pairs the rows, however many they are", () => {
    const after = numbered(9000, (row) => `${row} x`);
    expect(changedLines(numbered(9000), after)).toEqual({ added: 9000, removed: 9000 });
    expect(patched(numbered(9000), after)).toBe(after);
  });

  test("of a new file is all of it", () => {
    expect(wholeText("a\nb\n")).toMatchObject({
      lines: 2,
      hunks: [{ after: 1, lines: [{ text: "a" }, { text: "b" }] }],
    });
    expect(wholeText("")).toMatchObject({ lines: 0, hunks: [] });
  });
});
