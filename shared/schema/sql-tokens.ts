import type { EngineId } from "./schema-model.ts";

/** A token of SQL text. `start` and `end` are offsets into the text; `value` is what a quoted token stands for. */
export interface SqlToken {
  readonly kind: "word" | "quoted" | "string" | "bytes" | "number" | "operator" | "comment";
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Whether a quoted name was in double quotes, which SQLite also reads as text where no such column is. */
  readonly double?: boolean;
}

const wordStart = /[\p{L}_$@\u0080-\uffff]/u;
const wordPart = /[\p{L}\p{N}_$\u0080-\uffff]/u;
const numberAt = /(?:0[xX][0-9a-fA-F]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?)/y;
const operators = [
  "!~~*",
  "->>",
  "!~~",
  "!~*",
  "~~*",
  "<=>",
  "||",
  "<<",
  ">>",
  "<=",
  ">=",
  "<>",
  "!=",
  "==",
  "::",
  "->",
  "~*",
  "!~",
  "~~",
  "&&",
];

/**
 * Cuts SQL text into tokens; white space goes, comments stay as tokens. Knows the quoting of the engine: `[name]` of SQLite,
 * backslash escapes and double-quoted text of MySQL, E'' of PostgreSQL. An unended quote runs to the end of the text.
 */
export function tokenizeSql(text: string, engine: EngineId = "sqlite"): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  const push = (kind: SqlToken["kind"], value: string, end: number, double?: boolean): void => {
    tokens.push({ kind, value, start: at, end, ...(double === true ? { double } : {}) });
    at = end;
  };
  while (at < text.length) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (/\s/.test(char)) at++;
    else if ((char === "-" && next === "-") || (char === "#" && engine === "mysql")) {
      const end = text.indexOf("\n", at);
      push(
        "comment",
        text.slice(at + (char === "#" ? 1 : 2), end < 0 ? text.length : end),
        end < 0 ? text.length : end,
      );
    } else if (char === "/" && next === "*") {
      const end = text.indexOf("*/", at + 2);
      push("comment", text.slice(at + 2, end < 0 ? text.length : end), end < 0 ? text.length : end + 2);
    } else if (char === "'" || (char === '"' && engine === "mysql")) {
      const { value, end } = quotedText(text, at + 1, char, engine === "mysql");
      push("string", value, end);
    } else if (char === "\\" && next === "'" && engine === "mysql") {
      // MySQL 8 prints CHECK clauses with their quotes escaped: _utf8mb4\'gold\'.
      const close = text.indexOf("\\'", at + 2);
      push("string", text.slice(at + 2, close < 0 ? text.length : close), close < 0 ? text.length : close + 2);
    } else if (char === '"' || char === "`") {
      const { value, end } = quotedText(text, at + 1, char, false);
      push("quoted", value, end, char === '"');
    } else if (char === "[" && engine === "sqlite") {
      const end = text.indexOf("]", at);
      push("quoted", text.slice(at + 1, end < 0 ? text.length : end), end < 0 ? text.length : end + 1);
    } else if (/[eExXnNbB]/.test(char) && next === "'") {
      const { value, end } = quotedText(text, at + 2, "'", engine === "mysql" || /[eE]/.test(char));
      push(/[xX]/.test(char) ? "bytes" : "string", value, end);
    } else if (/[0-9]/.test(char) || (char === "." && /[0-9]/.test(next))) {
      numberAt.lastIndex = at;
      const raw = numberAt.exec(text)?.[0] ?? char;
      push("number", raw.replaceAll("_", ""), at + raw.length);
    } else if (wordStart.test(char)) {
      let end = at + 1;
      while (end < text.length && wordPart.test(text.charAt(end))) end++;
      push("word", text.slice(at, end), end);
    } else {
      const operator = operators.find((candidate) => text.startsWith(candidate, at)) ?? char;
      push("operator", operator, at + operator.length);
    }
  }
  return tokens;
}

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  "0": "\0",
  Z: "\u001a",
  f: "\f",
};

/** Reads quoted text from behind its opening quote; a doubled quote stands for one. */
function quotedText(text: string, from: number, quote: string, backslash: boolean): { value: string; end: number } {
  let value = "";
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\\" && backslash) {
      const escaped = text.charAt(++at);
      // \% and \_ keep their backslash: they matter to LIKE.
      value += escapes[escaped] ?? (escaped === "%" || escaped === "_" ? `\\${escaped}` : escaped);
    } else if (char !== quote) value += char;
    else if (text.charAt(at + 1) === quote) value += text.charAt(++at);
    else return { value, end: at + 1 };
  }
  return { value, end: text.length };
}

/** Whether the token is this bare keyword, in any case. `keyword` is in upper case. */
export const isKeyword = (token: SqlToken | undefined, keyword: string): boolean =>
  token?.kind === "word" && token.value.length === keyword.length && token.value.toUpperCase() === keyword;

/** Whether the token is this operator or bracket. */
export const isOperator = (token: SqlToken | undefined, operator: string): boolean =>
  token?.kind === "operator" && token.value === operator;
