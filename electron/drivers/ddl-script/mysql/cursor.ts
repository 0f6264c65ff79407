import { isKeyword, isOperator, tokenizeSql, type SqlToken } from "../../../../shared/schema/sql-tokens.ts";
import { ScriptError } from "../script-error.ts";

/** A place in a statement of MySQL. */
export class Cursor {
  readonly #text: string;
  readonly #line: number;
  readonly #tokens: readonly SqlToken[];
  #at = 0;

  constructor(text: string, line: number) {
    this.#text = text;
    this.#line = line;
    this.#tokens = tokenizeSql(text, "mysql").filter((token) => token.kind !== "comment");
  }

  peek(ahead = 0): SqlToken | undefined {
    return this.#tokens[this.#at + ahead];
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  next(): SqlToken {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw this.wrong();
    this.#at++;
    return token;
  }

  /** Whether these keywords follow each other here. */
  sees(...keywords: readonly string[]): boolean {
    return keywords.every((keyword, ahead) => isKeyword(this.peek(ahead), keyword));
  }

  /** Steps over the keywords where they stand here. */
  take(...keywords: readonly string[]): boolean {
    const found = this.sees(...keywords);
    if (found) this.#at += keywords.length;
    return found;
  }

  /** Steps over the first of the keywords that stands here. */
  takeAny(...keywords: readonly string[]): string | undefined {
    return keywords.find((keyword) => this.take(keyword));
  }

  seesOperator(operator: string, ahead = 0): boolean {
    return isOperator(this.peek(ahead), operator);
  }

  takeOperator(operator: string): boolean {
    const found = this.seesOperator(operator);
    if (found) this.#at++;
    return found;
  }

  expectOperator(operator: string): void {
    if (!this.takeOperator(operator)) throw this.wrong();
  }

  /** A name, in backticks, in double quotes or bare. */
  name(): string {
    const token = this.next();
    const quotedText = token.kind === "string" && this.#text.charAt(token.start) === '"';
    if (token.kind === "word" || token.kind === "quoted" || quotedText) return token.value;
    // A bare name may begin with a digit.
    const follows = this.peek();
    if (token.kind === "number" && follows?.kind === "word" && follows.start === token.end) {
      this.#at++;
      return token.value + follows.value;
    }
    throw this.wrong(-1);
  }

  /** A name with the database before it, where one is named. */
  qualifiedName(): { readonly schema: string | undefined; readonly name: string } {
    const first = this.name();
    return this.takeOperator(".") ? { schema: first, name: this.name() } : { schema: undefined, name: first };
  }

  /** Steps over a bracket and all in it; gives what stands between. */
  bracketed(): string {
    const open = this.#at;
    this.expectOperator("(");
    for (let depth = 1; depth > 0;) {
      const token = this.next();
      if (isOperator(token, "(")) depth++;
      else if (isOperator(token, ")")) depth--;
    }
    const [first, last] = [this.#tokens[open + 1], this.#tokens[this.#at - 2]];
    return first === undefined || last === undefined || this.#at - open <= 2
      ? ""
      : this.#text.slice(first.start, last.end);
  }

  /** What stands between here and a place before, as it was written. */
  since(start: number): string {
    const last = this.#tokens[this.#at - 1];
    return last === undefined ? "" : this.#text.slice(start, last.end);
  }

  /** Steps over what is left of a list's item: up to the comma or the bracket that ends it. */
  skipItem(): void {
    while (!this.done && !this.seesOperator(",") && !this.seesOperator(")")) {
      if (this.seesOperator("(")) this.bracketed();
      else this.#at++;
    }
  }

  /** The items of a list in brackets, each read by `read`. */
  list<T>(read: () => T): T[] {
    this.expectOperator("(");
    const items: T[] = [];
    do items.push(read());
    while (this.takeOperator(","));
    this.expectOperator(")");
    return items;
  }

  /** What stands here is not what should. */
  wrong(ahead = 0): ScriptError {
    const token = this.peek(ahead);
    const line = this.#line + this.#text.slice(0, token?.start ?? this.#text.length).split("\n").length - 1;
    const shown =
      token === undefined
        ? "the end of the statement"
        : this.#text.slice(token.start, Math.min(token.end, token.start + 40));
    return new ScriptError(line, `syntax error at ${shown}`);
  }
}
