import { ScriptError } from "./script-error.ts";
import type { ScriptDialect, Worth } from "./statement.ts";
import { worthOf } from "./worth.ts";

/** The longest statement that is kept, in characters: no table is declared in more. */
const longest = 16 * 1024 * 1024;
/** Words that are looked at to tell what a statement is worth. */
const mostWords = 16;

/** The statement that is being read: its text so far, where it is worth to be kept. */
export class OpenStatement {
  readonly line: number;
  readonly #dialect: ScriptDialect;
  #worth: Worth = "more";
  #words: string[] = [];
  #pieces: string[] = [];
  #length = 0;
  /** Open BEGIN and CASE of a body: a semicolon inside them ends nothing. */
  #blocks = 0;
  #hasBody = false;

  constructor(dialect: ScriptDialect, line: number, first: string) {
    this.#dialect = dialect;
    this.line = line;
    if (first === "") this.#judge();
    else this.word(first, true);
  }

  get worth(): Worth {
    return this.#worth;
  }

  /** Whether words of it still say something. */
  get wordsMatter(): boolean {
    return this.#worth === "more" || this.#hasBody;
  }

  get insideBody(): boolean {
    return this.#blocks > 0;
  }

  get isCopy(): boolean {
    return this.#words[0] === "COPY";
  }

  get text(): string {
    return this.#pieces.join("");
  }

  /** Takes a part of the text up. */
  take(piece: string): void {
    if (this.#worth === "skip") return;
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length > longest) throw new ScriptError(this.line, "this statement is too long to be one of a schema");
  }

  /** Takes a word outside quotes up, in upper case. `top`: outside brackets, too. */
  word(upper: string, top: boolean): void {
    if (this.#worth === "more") {
      this.#words.push(upper);
      this.#judge();
    }
    if (!this.#hasBody || !top) return;
    if (upper === "BEGIN" || (upper === "CASE" && this.#blocks > 0)) this.#blocks++;
    else if (upper === "END" && this.#blocks > 0) this.#blocks--;
  }

  #judge(): void {
    this.#worth = this.#words.length > mostWords ? "skip" : worthOf[this.#dialect](this.#words);
    if (this.#worth === "wrong") throw new ScriptError(this.line, `${this.#words.join(" ")} is no statement of SQL`);
    // MySQL's client cuts bodies by a delimiter of their own.
    this.#hasBody =
      this.#dialect !== "mysql" &&
      this.#words[0] === "CREATE" &&
      this.#words.some((one) => one === "FUNCTION" || one === "PROCEDURE" || one === "TRIGGER");
    if (this.#worth === "skip") this.#pieces = [];
  }
}
