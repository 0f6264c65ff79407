import { isKeyword, isOperator, tokenizeSql, type SqlToken } from "../../../../shared/schema/sql-tokens.ts";
import { withoutParentheses } from "../../postgresql/check-sql.ts";

/** Words that end the expression of a column's DEFAULT: what else may be said of a column. */
const columnWords = [
  "CONSTRAINT",
  "NOT",
  "NULL",
  "CHECK",
  "UNIQUE",
  "PRIMARY",
  "REFERENCES",
  "GENERATED",
  "COLLATE",
  "DEFAULT",
  "DEFERRABLE",
  "INITIALLY",
  "ENFORCED",
];

/** The text of one statement, so that its expressions can be given as they were written. The parser counts in bytes. */
export class SourceText {
  readonly #text: string;
  readonly #bytes: Buffer | undefined;
  #tokens: readonly SqlToken[] | undefined;

  constructor(text: string) {
    this.#text = text;
    const bytes = Buffer.from(text);
    if (bytes.length !== text.length) this.#bytes = bytes;
  }

  #all(): readonly SqlToken[] {
    this.#tokens ??= tokenizeSql(this.#text, "postgresql").filter((token) => token.kind !== "comment");
    return this.#tokens;
  }

  /** The index of the first token at or behind a byte of the statement. */
  #indexAt(byte: number): number {
    const at = this.#bytes === undefined ? byte : this.#bytes.toString("utf8", 0, byte).length;
    const tokens = this.#all();
    // Tokens are in order, and there may be thousands.
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.start ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What stands between the first bracket behind a byte and the bracket that closes it. */
  bracketed(byte: number): string {
    const open = this.#nextBracket(this.#indexAt(byte));
    return open < 0 ? "" : this.#between(open + 1, this.#closing(open));
  }

  /** The expression behind the keyword that stands at a byte, up to what else is said of the column. */
  behind(byte: number): string {
    return this.#expressionFrom(this.#indexAt(byte) + 1, columnWords);
  }

  /** The expression behind `SET DEFAULT` of this column. */
  defaultOf(column: string, byte: number): string {
    const tokens = this.#all();
    const from = tokens.findIndex(
      (token, at) =>
        at >= this.#indexAt(byte) &&
        token.value === column &&
        isKeyword(tokens[at + 1], "SET") &&
        isKeyword(tokens[at + 2], "DEFAULT"),
    );
    return from < 0 ? "" : this.#expressionFrom(from + 3, []);
  }

  /** The terms of an index: what stands between the commas of its first bracket, without directions and operator classes. */
  indexTerms(byte: number): readonly string[] {
    const open = this.#nextBracket(this.#indexAt(byte));
    return open < 0 ? [] : this.#items(open).map(([from, to]) => this.#term(from, to));
  }

  /** What stands between the commas of each bracket behind a byte: FROM (1, 'a') TO (2, 'b'). */
  bracketLists(byte: number): readonly (readonly string[])[] {
    const lists: string[][] = [];
    for (let open = this.#nextBracket(this.#indexAt(byte)); open >= 0; open = this.#nextBracket(this.#closing(open)))
      lists.push(this.#items(open).map(([from, to]) => this.#between(from, to)));
    return lists;
  }

  #nextBracket(from: number): number {
    return this.#all().findIndex((token, at) => at >= from && isOperator(token, "("));
  }

  /** Where the items between a bracket's commas begin and end. */
  #items(open: number): readonly (readonly [from: number, to: number])[] {
    const tokens = this.#all();
    const end = this.#closing(open);
    const items: [number, number][] = [];
    for (let at = open + 1; at < end; at++) {
      const from = at;
      for (let depth = 0; at < end && (depth > 0 || !isOperator(tokens[at], ",")); at++) {
        if (isOperator(tokens[at], "(")) depth++;
        if (isOperator(tokens[at], ")")) depth--;
      }
      items.push([from, at]);
    }
    return items;
  }

  /** One term: a column, a call, or an expression in brackets. */
  #term(from: number, to: number): string {
    const tokens = this.#all();
    if (isOperator(tokens[from], "(")) return this.#between(from, this.#closing(from) + 1);
    const open = tokens.findIndex((token, at) => at > from && at < to && isOperator(token, "("));
    return open < 0 ? this.#between(from, from + 1) : this.#between(from, this.#closing(open) + 1);
  }

  /** The condition in brackets behind the first WHERE that follows a byte. */
  whereBehind(byte: number): string {
    const from = this.#indexAt(byte);
    const where = this.#all().findIndex((token, at) => at >= from && isKeyword(token, "WHERE"));
    const open = this.#nextBracket(where);
    return where < 0 || open < 0 ? "" : withoutParentheses(this.#between(open + 1, this.#closing(open)));
  }

  /** What stands behind the last WHERE of the statement. */
  afterWhere(): string {
    const tokens = this.#all();
    let depth = 0;
    for (let at = 0; at < tokens.length; at++) {
      if (isOperator(tokens[at], "(")) depth++;
      if (isOperator(tokens[at], ")")) depth--;
      if (depth === 0 && isKeyword(tokens[at], "WHERE"))
        return withoutParentheses(this.#between(at + 1, tokens.length));
    }
    return "";
  }

  #expressionFrom(from: number, ends: readonly string[]): string {
    const tokens = this.#all();
    let depth = 0;
    let at = from;
    for (; at < tokens.length; at++) {
      const token = tokens[at];
      if (depth === 0 && (isOperator(token, ",") || isOperator(token, ")") || isOperator(token, ";"))) break;
      if (depth === 0 && at > from && ends.some((word) => isKeyword(token, word)) && !this.#isOperand(at)) break;
      if (isOperator(token, "(") || isOperator(token, "[")) depth++;
      if (isOperator(token, ")") || isOperator(token, "]")) depth--;
    }
    return this.#between(from, at);
  }

  /** IS NOT NULL and NULL behind an operator belong to the expression. */
  #isOperand(at: number): boolean {
    const before = this.#all()[at - 1];
    return before?.kind === "operator" && before.value !== ")" && before.value !== "]";
  }

  #closing(open: number): number {
    const tokens = this.#all();
    let depth = 0;
    for (let at = open; at < tokens.length; at++) {
      if (isOperator(tokens[at], "(")) depth++;
      else if (isOperator(tokens[at], ")") && --depth === 0) return at;
    }
    return tokens.length;
  }

  #between(from: number, to: number): string {
    const tokens = this.#all();
    const [first, last] = [tokens[from], tokens[to - 1]];
    return first === undefined || last === undefined || to <= from ? "" : this.#text.slice(first.start, last.end);
  }
}
