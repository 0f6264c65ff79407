import type { EngineId } from "./schema-model.ts";
import { isKeyword, isOperator, tokenizeSql, type SqlToken } from "./sql-tokens.ts";

/** Thrown inside the parser where the text is not what it knows; never leaves it. */
export class NotUnderstood extends Error {}

/** Deeper nesting than any engine prints; it bounds the recursion of the parser. */
const maxDepth = 250;

/** A place in the tokens of an expression, and what the names in it mean. */
export class TokenCursor {
  readonly engine: EngineId;
  readonly #tokens: readonly SqlToken[];
  readonly #columns: ReadonlyMap<string, string> | undefined;
  #at = 0;
  #depth = 0;

  constructor(text: string, engine: EngineId, columns: readonly string[] | undefined) {
    this.engine = engine;
    this.#tokens = tokenizeSql(text, engine).filter((token) => token.kind !== "comment");
    this.#columns = columns && new Map(columns.map((name) => [name.toLowerCase(), name]));
  }

  peek(ahead = 0): SqlToken | undefined {
    return this.#tokens[this.#at + ahead];
  }

  next(): SqlToken {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new NotUnderstood("the expression ends early");
    return token;
  }

  /** Whether all of these bare keywords follow each other here. */
  sees(...keywords: readonly string[]): boolean {
    return keywords.every((keyword, ahead) => isKeyword(this.peek(ahead), keyword));
  }

  /** Steps over the keywords where they stand here. */
  take(...keywords: readonly string[]): boolean {
    const found = this.sees(...keywords);
    if (found) this.#at += keywords.length;
    return found;
  }

  seesOperator(operator: string, ahead = 0): boolean {
    return isOperator(this.peek(ahead), operator);
  }

  takeOperator(...candidates: readonly string[]): string | undefined {
    const found = candidates.find((operator) => this.seesOperator(operator));
    if (found !== undefined) this.#at++;
    return found;
  }

  expectOperator(operator: string): void {
    if (this.takeOperator(operator) === undefined) throw new NotUnderstood(`no ${operator}`);
  }

  expect(keyword: string): void {
    if (!this.take(keyword)) throw new NotUnderstood(`no ${keyword}`);
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** The column's name as the table has it; undefined where columns are known and this is none. */
  column(name: string): string | undefined {
    return this.#columns === undefined ? name : this.#columns.get(name.toLowerCase());
  }

  /** Whether it is known which columns there are. */
  get knowsColumns(): boolean {
    return this.#columns !== undefined;
  }

  nested<T>(parse: () => T): T {
    if (++this.#depth > maxDepth) throw new NotUnderstood("nested too deeply");
    const result = parse();
    this.#depth--;
    return result;
  }
}
