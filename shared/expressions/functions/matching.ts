import { RE2JS } from "@bufbuild/re2";
import { CellFailure } from "../problem.ts";

/** Patterns that were read lately; those made from data are many, so they are forgotten again. */
function remembered(
  compile: (pattern: string) => (text: string) => boolean,
): (pattern: string) => (text: string) => boolean {
  const known = new Map<string, (text: string) => boolean>();
  return (pattern) => {
    const found = known.get(pattern);
    if (found) return found;
    if (known.size >= 100) known.clear();
    const made = compile(pattern);
    known.set(pattern, made);
    return made;
  };
}

const longestPattern = 1000;

/** The test of a regular expression in RE2's syntax, whose time grows with the text and not beyond it: no backtracking. */
export const patternMatcher = remembered((pattern) => {
  if (pattern.length > longestPattern) throw new CellFailure("the pattern is too long");
  let compiled: RE2JS;
  try {
    compiled = new RE2JS(pattern);
  } catch (error) {
    throw new CellFailure(error instanceof Error ? sentence(error.message) : "the pattern cannot be read");
  }
  return (text) => compiled.test(text);
});

const sentence = (message: string): string =>
  `the pattern cannot be read (${message.replace(/^error parsing regexp: /, "")})`;

/** The test of an SQL LIKE pattern; a backslash takes the meaning from what follows. */
export const likeMatcher = remembered((pattern) => {
  const parts = Array.from(pattern.matchAll(/\\(.)|([%_])|([^\\%_]+|\\$)/gsu), ([, escaped, wild, text]) =>
    wild === "%" ? "(?s:.*)" : wild === "_" ? "(?s:.)" : (escaped ?? text ?? "").replace(/[\\^$.|?*+()[\]{}]/g, "\\$&"),
  );
  return patternMatcher(`^(?:${parts.join("")})$`);
});
