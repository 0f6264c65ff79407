import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sqlserver } from "./sqlserver.ts";

// No SQL Server runs here: these are forms of its documentation ("Constants", "+ (String Concatenation)", "\ (Line
// Continuation)", "Delimited identifiers"; of sqlcmd "GO", "sqlcmd commands" and "scripting variables").
test.each([
  ["", "N''"],
  ["O'Brien", "N'O''Brien'"],
  ["日本 💡", "N'日本 💡'"],
  ["C:\\dir\nnext", "N'C:\\dir' + NCHAR(10) + N'next'"],
  ["a\r\nGO\r\nb", "N'a' + NCHAR(13) + NCHAR(10) + N'GO' + NCHAR(13) + NCHAR(10) + N'b'"],
  ["\n:r x", "N'' + NCHAR(10) + N':r x'"],
  ["$(PATH) $5", "N'$' + N'(PATH) $5'"],
  ["a\0", "N'a' + NCHAR(0)"],
])("%j is the literal %s", (text, literal) => {
  expect(sqlserver.textLiteral(text)).toBe(literal);
});

test("names stand in brackets, doubled inside", () => {
  expect(["orders", "a]b", "a[b", 'say "hi"'].map((name) => sqlserver.identifier(name))).toEqual([
    "[orders]",
    "[a]]b]",
    "[a[b]",
    '[say "hi"]',
  ]);
});

test("a long sum is told to be nvarchar(max), for pieces of up to 4,000 characters are cut at 8,000 bytes", () => {
  const literal = sqlserver.textLiteral(`${"x".repeat(3000)}\n${"y".repeat(3000)}`);
  expect(literal.startsWith("N'' + CAST(N'' AS nvarchar(max)) + N'xxx")).toBe(true);
  expect(sqlserver.textLiteral("x".repeat(5000))).toBe(`N'${"x".repeat(5000)}'`);
});

test("the pieces of a literal are the text, on one line, with nothing that sqlcmd takes for its own", () => {
  const nasty = fc.string({
    unit: fc.constantFrom("a", "'", "\\", "\0", "\r", "\n", "$", "(", ")", "é", "💡", "N", "+"),
  });
  fc.assert(
    fc.property(nasty, (text) => {
      const literal = sqlserver.textLiteral(text);
      expect(literal).not.toMatch(/[\r\n\0]|\$\(/);
      expect(literal.startsWith("N'")).toBe(true);
      expect(Buffer.byteLength(literal)).toBeLessThanOrEqual(sqlserver.longestLiteral(Buffer.byteLength(text)));
      const pieces = [...literal.matchAll(/N'((?:[^']|'')*)'|NCHAR\((\d+)\)/g)];
      expect(pieces.map(([piece]) => piece).join(" + ")).toBe(literal);
      const parts = pieces.map(([, quoted, code]) =>
        code === undefined ? (quoted ?? "").replaceAll("''", "'") : String.fromCharCode(Number(code)),
      );
      expect(parts.join("")).toBe(text);
    }),
  );
});
