import type { EngineId } from "../../schema/schema-model.ts";

/** What would let a condition reach beyond its brackets, be more than one thing, or ask for values that nobody gives. */
const refused: readonly (readonly [mark: RegExp, why: string, engines?: readonly EngineId[]])[] = [
  [/;/, "a semicolon ends a statement"],
  [/--|\/\*/, "comments have no place in it"],
  [/\$/, "$ has no place in it"],
  [/[#@]/, "variables and comments have no place in it", ["mysql", "sqlite"]],
  [/\?/, "it has a ? without a value", ["mysql", "sqlite"]],
  [/(?<!:):(?!:)/, "it has a : without a value", ["sqlite"]],
];

const quotes: Readonly<Record<EngineId, RegExp>> = {
  sqlite: /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]/g,
  postgresql: /'(?:[^']|'')*'|"(?:[^"]|"")*"/g,
  mysql: /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`/g,
};

const statement = /^(?:select|with|values|insert|update|delete|create|drop|alter|pragma|attach|set|call|explain)\b/i;
const clause = /\b(?:where|union|intersect|except|order|group|having|limit|offset|fetch|returning|into|from)\b/i;

/**
 * Why a text is not one condition over a row in an engine's SQL, as the end of a sentence; undefined where it looks like one.
 * It can then stand in brackets behind a WHERE, and nothing of it ends those brackets. Whether it is one, the engine says.
 */
export function whyNoCondition(sql: string, engine: EngineId): string | undefined {
  const text = sql.trim();
  if (text === "" || text.includes("\0")) return "it is empty";
  for (const { 0: quoted } of text.matchAll(quotes[engine])) {
    // Whether a backslash escapes what follows depends on the server's settings, and so does where the text ends.
    if (engine !== "sqlite" && /^['"]/.test(quoted) && quoted.includes("\\")) return "a text in it has a backslash";
  }
  const bare = text.replaceAll(quotes[engine], " q ");
  if (/['"`]/.test(bare)) return "a text in it does not end";
  const mark = refused.find(([found, , engines]) => found.test(bare) && engines?.includes(engine) !== false);
  if (mark !== undefined) return mark[1];
  const outside = outsideBrackets(bare);
  if (outside === undefined) return "its brackets do not match";
  if (/^where\b/i.test(outside)) return "the word WHERE is left out";
  if (statement.test(outside)) return "it is a statement";
  const [word] = clause.exec(outside) ?? [];
  if (word !== undefined && !/\bis (?:not )?distinct from\b/i.test(outside)) {
    return `${word.toUpperCase()} is no part of a condition`;
  }
  return undefined;
}

/** The text without what stands in brackets; undefined where they do not match. */
function outsideBrackets(bare: string): string | undefined {
  const open: string[] = [];
  let outside = "";
  for (const mark of bare) {
    if (mark === "(" || mark === "[") open.push(mark);
    else if (mark === ")" || mark === "]") {
      if (open.pop() !== (mark === ")" ? "(" : "[")) return undefined;
    } else if (open.length === 0) outside += mark;
  }
  return open.length === 0 ? outside.trim() : undefined;
}
