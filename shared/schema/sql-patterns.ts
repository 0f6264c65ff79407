import type { PatternSyntax } from "./check-ast.ts";

// Under the flag `u` an escape that is not needed is an error, and "-" needs one in a class only.
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
const inClass = (text: string): string => text.replace(/[\\^\]-]/g, "\\$&");

/**
 * A SQL pattern as a regular expression over the whole text (a regexp pattern: over any part), or null where it cannot be
 * one. LIKE: % and _, with an escape character, its case ignored for A to Z only, as SQLite does; GLOB: *, ? and [a-z],
 * [^a-z]. Built with the flag `u`, so that one character is one code point.
 */
export function patternToRegExp(
  syntax: PatternSyntax,
  pattern: string,
  escape?: string,
  ignoreCase = false,
): RegExp | null {
  const source =
    syntax === "like"
      ? likeSource(pattern, escape, ignoreCase)
      : syntax === "glob"
        ? globSource(pattern)
        : posixSource(pattern);
  if (source === null) return null;
  try {
    return new RegExp(source, ignoreCase && syntax !== "like" ? "iu" : "u");
  } catch {
    return null;
  }
}

function likeSource(pattern: string, escape: string | undefined, ignoreCase: boolean): string | null {
  let source = "";
  const characters = Array.from(pattern);
  const exactly = (char: string): string =>
    ignoreCase && /[a-z]/i.test(char) ? `[${char.toLowerCase()}${char.toUpperCase()}]` : literal(char);
  for (let at = 0; at < characters.length; at++) {
    const char = characters[at] ?? "";
    if (char === escape) {
      const escaped = characters[++at];
      if (escaped === undefined) return null;
      source += exactly(escaped);
    } else source += char === "%" ? "[^]*" : char === "_" ? "[^]" : exactly(char);
  }
  return `^${source}$`;
}

function globSource(pattern: string): string | null {
  let source = "";
  const characters = Array.from(pattern);
  for (let at = 0; at < characters.length; at++) {
    const char = characters[at] ?? "";
    if (char !== "[") {
      source += char === "*" ? "[^]*" : char === "?" ? "[^]" : literal(char);
      continue;
    }
    const negated = characters[at + 1] === "^";
    const from = at + (negated ? 2 : 1);
    // A closing bracket right behind the opening one stands for itself.
    const end = characters.indexOf("]", from + 1);
    if (end < 0) return null;
    const inside = characters.slice(from, end);
    const set = inside
      .map((part, k) => (part === "-" && k > 0 && k < inside.length - 1 ? "-" : inClass(part)))
      .join("");
    source += `[${negated ? "^" : ""}${set}]`;
    at = end;
  }
  return `^${source}$`;
}

const posixClasses: Readonly<Record<string, string>> = {
  alpha: "\\p{L}",
  digit: "0-9",
  alnum: "\\p{L}0-9",
  upper: "\\p{Lu}",
  lower: "\\p{Ll}",
  space: "\\s",
  blank: " \\t",
  punct: "\\p{P}\\p{S}",
  xdigit: "0-9A-Fa-f",
};

/** A POSIX or Perl-like pattern in JavaScript's spelling. */
function posixSource(pattern: string): string | null {
  let unknown = false;
  const source = pattern
    .replace(/\[:(\w+):\]/g, (_, name: string) => posixClasses[name] ?? ((unknown = true), ""))
    .replace(/\\([mMyAZz])/g, (_, anchor: string) => ({ A: "^", Z: "$", z: "$" })[anchor] ?? "\\b")
    .replace(/\\([@%#&"'`~!<>=:;,\s_-])/g, "$1");
  return unknown ? null : source;
}
