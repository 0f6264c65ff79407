import type { ScriptDialect } from "./statement.ts";

/** A byte order mark, which stands wherever files were joined to a script: white space, outside quotes. */
export const byteOrderMark = "\uFEFF";
export const byteOrderMarkCode = byteOrderMark.charCodeAt(0);

const other = "\\u0080-\\ufefe\\uff00-\\uffff";
/** A word, as the source of a regular expression. */
export const word = `[\\p{L}_${other}][\\p{L}\\p{N}_$${other}]*`;
export const inWord = new RegExp(`[\\p{L}\\p{N}_$${other}]`, "u");

/** What may begin something else than plain text. Words matter while it is open what a statement is, and inside bodies. */
export const marks: Readonly<Record<ScriptDialect, string>> = {
  postgresql: "['\"$;()\\\\]|--|/\\*",
  mysql: "['\"`;#\\\\]|--(?=[\\s\\u0000-\\u001f]|$)|/\\*|\\*/",
  sqlite: "['\"`[;]|--|/\\*",
};

/** How many characters a mark has that begins with this one: 1, or perhaps 2. */
export const markCodes = {
  postgresql: markTable("'\"$;()\\"),
  mysql: markTable("'\"`;#\\"),
  sqlite: markTable("'\"`[;"),
} satisfies Record<ScriptDialect, Uint8Array>;

function markTable(single: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const char of single) table[char.charCodeAt(0)] = 1;
  for (const char of "-/*") table[char.charCodeAt(0)] = 2;
  return table;
}
