import { isKeyword, isOperator, tokenizeSql, type SqlToken } from "../../../shared/schema/sql-tokens.ts";
import { commentsOf, type BodyItem } from "./sql-comments.ts";

/** What only the text of a CREATE TABLE says: SQLite's catalogue does not give it out. */
export interface TableSql {
  readonly comment?: string;
  /** By column name in lower case. */
  readonly columnComments: ReadonlyMap<string, string>;
  readonly collations: ReadonlyMap<string, string>;
  /** The expressions of generated columns. */
  readonly expressions: ReadonlyMap<string, string>;
  readonly checks: readonly CheckSql[];
  /** In the order of their declaration. */
  readonly foreignKeys: readonly KeySql[];
  readonly uniques: readonly KeySql[];
  /** `INTEGER PRIMARY KEY DESC` is not the rowid, by an old bug that was made a feature. */
  readonly descendingKey: boolean;
}

export interface CheckSql {
  readonly name?: string;
  /** The column it is written behind. */
  readonly column?: string;
  readonly expression: string;
}

export interface KeySql {
  readonly name?: string;
  readonly columns: readonly string[];
  readonly deferrable: boolean;
}

const constraintStarts = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"];

/** Reads the text of a CREATE TABLE as sqlite_schema keeps it. SQLite has parsed it before, so it is well formed. */
export function readTableSql(sql: string): TableSql {
  const all = tokenizeSql(sql);
  const open = all.findIndex((token) => isOperator(token, "("));
  const items = open < 0 ? [] : bodyItems(all.slice(open + 1).filter((token) => token.kind !== "comment"));
  const found = {
    collations: new Map<string, string>(),
    expressions: new Map<string, string>(),
    checks: [] as CheckSql[],
    foreignKeys: [] as KeySql[],
    uniques: [] as KeySql[],
  };
  let descendingKey = false;
  for (const item of items) {
    readConstraints(sql, item, found);
    const { tokens } = item;
    descendingKey ||= tokens.some(
      (token, k) => isKeyword(token, "PRIMARY") && isKeyword(tokens[k + 1], "KEY") && isKeyword(tokens[k + 2], "DESC"),
    );
  }
  return { ...found, ...commentsOf(sql, all, open, items), descendingKey };
}

/** Cuts the tokens between the outer brackets at the commas between them. */
function bodyItems(tokens: readonly SqlToken[]): BodyItem[] {
  const items: BodyItem[] = [];
  let depth = 0;
  let current: SqlToken[] = [];
  const push = (): void => {
    const [first] = current;
    const named =
      first !== undefined && !(first.kind === "word" && constraintStarts.includes(first.value.toUpperCase()));
    if (first !== undefined) items.push({ tokens: current, ...(named ? { column: first.value } : {}) });
    current = [];
  };
  for (const token of tokens) {
    if (depth === 0 && isOperator(token, ")")) break;
    if (isOperator(token, "(")) depth++;
    if (isOperator(token, ")")) depth--;
    if (depth === 0 && isOperator(token, ",")) push();
    else current.push(token);
  }
  push();
  return items;
}

interface Found {
  readonly collations: Map<string, string>;
  readonly expressions: Map<string, string>;
  readonly checks: CheckSql[];
  readonly foreignKeys: KeySql[];
  readonly uniques: KeySql[];
}

/** Walks over the constraints of an item; constraints of a table may follow each other without a comma. */
function readConstraints(sql: string, item: BodyItem, found: Found): void {
  const { tokens, column } = item;
  let name: string | undefined;
  let at = column === undefined ? 0 : 1;
  const named = (): { name?: string } => (name === undefined ? {} : { name });
  while (at < tokens.length) {
    const token = tokens[at];
    const bracket = isOperator(tokens[at + 1], "(") ? closing(tokens, at + 1) : -1;
    if (isKeyword(token, "CONSTRAINT")) {
      name = tokens[at + 1]?.value;
      at += 2;
    } else if (isKeyword(token, "CHECK") && bracket >= 0) {
      found.checks.push({
        ...named(),
        ...(column === undefined ? {} : { column }),
        expression: plainText(sql, tokens, at + 1, bracket),
      });
      name = undefined;
      at = bracket + 1;
    } else if (isKeyword(token, "UNIQUE")) {
      found.uniques.push({
        ...named(),
        columns: column === undefined ? namesIn(tokens, at + 1, bracket) : [column],
        deferrable: false,
      });
      name = undefined;
      at = Math.max(at, bracket) + 1;
    } else if (isKeyword(token, "FOREIGN") && isKeyword(tokens[at + 1], "KEY")) {
      const end = closing(tokens, at + 2);
      found.foreignKeys.push({
        ...named(),
        columns: namesIn(tokens, at + 2, end),
        deferrable: isDeferred(tokens, end),
      });
      name = undefined;
      at = end + 2;
    } else if (isKeyword(token, "REFERENCES") && column !== undefined) {
      found.foreignKeys.push({ ...named(), columns: [column], deferrable: isDeferred(tokens, at) });
      name = undefined;
      at += 2;
    } else if (isKeyword(token, "COLLATE") && column !== undefined) {
      found.collations.set(column.toLowerCase(), tokens[at + 1]?.value ?? "");
      at += 2;
    } else if (isKeyword(token, "AS") && bracket >= 0 && column !== undefined) {
      found.expressions.set(column.toLowerCase(), plainText(sql, tokens, at + 1, bracket));
      at = bracket + 1;
    } else if (isOperator(token, "(")) {
      at = closing(tokens, at) + 1;
    } else {
      if (
        isKeyword(token, "PRIMARY") ||
        isKeyword(token, "DEFAULT") ||
        (isKeyword(token, "NOT") && isKeyword(tokens[at + 1], "NULL"))
      )
        name = undefined;
      at++;
    }
  }
}

/** The index of the bracket that closes the one at `open`. */
function closing(tokens: readonly SqlToken[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (isOperator(tokens[at], "(")) depth++;
    else if (isOperator(tokens[at], ")") && --depth === 0) return at;
  }
  return tokens.length - 1;
}

/** The names between two brackets, without collations and directions. */
function namesIn(tokens: readonly SqlToken[], open: number, close: number): string[] {
  return tokens
    .slice(open + 1, close)
    .flatMap((token, k, inside) => (k === 0 || isOperator(inside[k - 1], ",") ? token.value : []));
}

/** Whether DEFERRABLE INITIALLY DEFERRED stands behind a reference, before the next constraint. */
function isDeferred(tokens: readonly SqlToken[], from: number): boolean {
  for (let at = from + 1; at < tokens.length; at++) {
    if (isOperator(tokens[at], ",") || constraintStarts.some((keyword) => isKeyword(tokens[at], keyword))) return false;
    if (isKeyword(tokens[at], "DEFERRABLE")) return !isKeyword(tokens[at - 1], "NOT");
  }
  return false;
}

/** The text between two brackets, comments replaced by a blank. */
function plainText(sql: string, tokens: readonly SqlToken[], open: number, close: number): string {
  let text = "";
  let end = tokens[open]?.end ?? 0;
  for (const token of tokens.slice(open + 1, close)) {
    const gap = sql.slice(end, token.start);
    text += (/--|\/\*/.test(gap) ? " " : gap) + sql.slice(token.start, token.end);
    end = token.end;
  }
  return text.trim();
}

/** The parts of a CREATE INDEX: each indexed term without its direction, and the predicate. */
export function readIndexSql(sql: string): { readonly terms: readonly string[]; readonly where?: string } {
  const tokens = tokenizeSql(sql).filter((token) => token.kind !== "comment");
  const on = tokens.findIndex((token) => isKeyword(token, "ON"));
  const open = tokens.findIndex((token, k) => k > on && isOperator(token, "("));
  const close = closing(tokens, open);
  const terms = bodyItems(tokens.slice(open + 1)).map(({ tokens: term }) => {
    let last = term.length;
    while (last > 1 && (isKeyword(term[last - 1], "ASC") || isKeyword(term[last - 1], "DESC"))) last--;
    if (last > 2 && isKeyword(term[last - 2], "COLLATE")) last -= 2;
    return sql.slice(term[0]?.start, term[last - 1]?.end);
  });
  const where = tokens[close + 1];
  return isKeyword(where, "WHERE") && where !== undefined ? { terms, where: sql.slice(where.end).trim() } : { terms };
}
