import { parseRowNumber } from "../designer/logic/parse-count.ts";

export type PaletteScope = "all" | "rows" | "columns" | "commands" | "scenarios";

/** What was typed, taken apart. */
export interface PaletteQuery {
  readonly scope: PaletteScope;
  /** Without the prefix. */
  readonly text: string;
  /** "orders row 50m": the words for the table and for the row. */
  readonly row?: { readonly table: string; readonly row: string };
}

const prefixes: Readonly<Record<string, PaletteScope>> = {
  "#": "rows",
  "@": "columns",
  ">": "commands",
  ":": "scenarios",
};

const rowWords = /^(?:(?<table>.*?)\s+)?(?:row\s+)?(?<row>\d[\d_,. ]*(?:\s?(?:k|m|bn?))?|last|first|\?)$/iu;
const onlyRow = /^(?:row\s+)?(?<row>\d[\d_,. ]*(?:\s?(?:k|m|bn?))?)$/iu;

/** Takes apart what was typed: `#` rows, `@` columns, `>` commands, `:` scenarios; a number at the end asks for a row. */
export function parsePaletteQuery(typed: string): PaletteQuery {
  const trimmed = typed.trimStart();
  const scope = prefixes[trimmed[0] ?? ""] ?? "all";
  const text = (scope === "all" ? trimmed : trimmed.slice(1)).trim();
  if (scope !== "all" && scope !== "rows") return { scope, text };
  const match = onlyRow.exec(text) ?? rowWords.exec(text);
  const { table = "", row } = match?.groups ?? {};
  return row === undefined
    ? { scope, text }
    : { scope, text, row: { table: table.replace(/\brow$/iu, "").trim(), row } };
}

/** The row that the words mean in a table of `rowCount` rows, 0-based; undefined where they mean none. */
export function rowMeant(
  words: string,
  rowCount: number,
  random: () => number,
): { readonly row: number; readonly beyond: boolean } | undefined {
  const within = parseRowNumber(words, rowCount, random);
  if (within.ok) return { row: within.value, beyond: false };
  const anywhere = parseRowNumber(words, Number.MAX_SAFE_INTEGER, random);
  return anywhere.ok ? { row: anywhere.value, beyond: true } : undefined;
}
