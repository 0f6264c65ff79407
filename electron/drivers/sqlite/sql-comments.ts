import { isOperator, type SqlToken } from "../../../shared/schema/sql-tokens.ts";

/** One column definition, or the table constraints behind a comma. Comments are left out of the tokens. */
export interface BodyItem {
  readonly column?: string;
  readonly tokens: readonly SqlToken[];
}

interface Comments {
  readonly comment?: string;
  readonly columnComments: ReadonlyMap<string, string>;
}

/**
 * Which comment speaks of what, as people write them: behind a column on its line, or on the lines right above it; of the
 * table where it stands before the columns' bracket or on its line. A blank line cuts a comment off from what follows.
 */
export function commentsOf(
  sql: string,
  tokens: readonly SqlToken[],
  open: number,
  items: readonly BodyItem[],
): Comments {
  const behind = new Map<string, string[]>();
  const above = new Map<string, string[]>();
  const ofTable: string[] = [];
  const owner = (token: SqlToken): BodyItem | undefined =>
    items.find(
      (item) => token.start >= (item.tokens[0]?.start ?? 0) && token.start <= (item.tokens.at(-1)?.end ?? 0),
    ) ?? items.findLast((item) => (item.tokens.at(-1)?.end ?? 0) <= token.start);
  let lastBehind: { readonly item: BodyItem; readonly indent: number } | undefined;
  let depth = 0;
  tokens.forEach((token, k) => {
    if (isOperator(token, "(")) depth++;
    if (isOperator(token, ")")) depth--;
    // A comment inside an expression speaks of the expression.
    if (token.kind !== "comment" || depth > 1) return;
    if (k < open) return void ofTable.push(token.value);
    const before = tokens.slice(0, k).findLast((other) => other.kind !== "comment");
    const indent = token.start - (sql.lastIndexOf("\n", token.start) + 1);
    const sameLine = before !== undefined && !sql.slice(before.end, token.start).includes("\n");
    if (sameLine && before.start === tokens[open]?.start) return void ofTable.push(token.value);
    const continued = lastBehind !== undefined && lastBehind.indent === indent && isNextLine(sql, tokens[k - 1], token);
    const item = sameLine ? owner(before) : continued ? lastBehind?.item : undefined;
    if (item !== undefined) {
      lastBehind = { item, indent };
      if (item.column !== undefined) push(behind, item.column, token.value);
      return;
    }
    lastBehind = undefined;
    const next = tokens.slice(k + 1).find((other) => other.kind !== "comment");
    const below = items.find((candidate) => candidate.tokens[0]?.start === next?.start);
    const apart = next !== undefined && blankBetween(sql, token, next, tokens);
    if (below?.column !== undefined && !apart) push(above, below.column, token.value);
    else if (before?.start === tokens[open]?.start) ofTable.push(token.value);
  });
  const columnComments = new Map(
    [...above, ...behind].map(([column, lines]) => [column, tidy(lines)] as const).filter(([, text]) => text !== ""),
  );
  const comment = tidy(ofTable);
  return { columnComments, ...(comment === "" ? {} : { comment }) };
}

function push(map: Map<string, string[]>, column: string, line: string): void {
  const key = column.toLowerCase();
  map.set(key, [...(map.get(key) ?? []), line]);
}

const isNextLine = (sql: string, before: SqlToken | undefined, token: SqlToken): boolean =>
  before?.kind === "comment" &&
  /^\s*$/.test(sql.slice(before.end, token.start)) &&
  sql.slice(before.end, token.start).split("\n").length === 2;

/** Whether a blank line stands between a comment and what follows, other comments aside. */
function blankBetween(sql: string, comment: SqlToken, next: SqlToken, tokens: readonly SqlToken[]): boolean {
  let end = comment.end;
  for (const token of tokens) {
    if (token.start < comment.end || token.start > next.start) continue;
    if (/\n\s*\n/.test(sql.slice(end, token.start))) return true;
    end = token.end;
  }
  return false;
}

/** Comment lines as one text: no stars at the edges, no rulers, single blanks. */
function tidy(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split("\n"))
    .map((line) => line.replace(/^[\s*!#=-]+|[\s*#=-]+$/g, ""))
    .filter((line) => line !== "")
    .join(" ")
    .replace(/\s+/g, " ");
}
