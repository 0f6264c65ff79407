/** One value of a file of JSON, as text, and the line on which it begins. */
export interface JsonElement {
  readonly text: string;
  readonly line: number;
}

/** The longest single value, in characters. */
const longest = 64 * 1024 * 1024;

/** A value that is too long, or a file that ends inside one. */
export class JsonCut extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/**
 * Cuts JSON into its rows without reading more than one of them at a time: the elements of an array, or values one after
 * another (NDJSON, and a file of one object).
 */
export class JsonElements {
  #buffer = "";
  #at = 0;
  /** Where the value that is being read begins in the buffer; -1 between values. */
  #start = -1;
  #depth = 0;
  #inText = false;
  #inArray: boolean | undefined;
  #line = 1;
  #startLine = 1;

  push(piece: string): readonly JsonElement[] {
    const gone = this.#start < 0 ? this.#at : this.#start;
    this.#buffer = this.#buffer.slice(gone) + piece;
    this.#at -= gone;
    if (this.#start >= 0) this.#start = 0;
    if (this.#buffer.length > longest) throw new JsonCut(this.#startLine, "this value is too long to be a row");
    return this.#read();
  }

  end(): readonly JsonElement[] {
    const rest = this.#read();
    if (this.#inText || this.#depth > 0)
      throw new JsonCut(this.#startLine, "the file ends inside the value that begins here");
    const last = this.#start < 0 ? [] : [this.#element(this.#buffer.length)];
    return [...rest, ...last];
  }

  #read(): JsonElement[] {
    const found: JsonElement[] = [];
    const buffer = this.#buffer;
    for (; this.#at < buffer.length; this.#at++) {
      const code = buffer.charCodeAt(this.#at);
      if (code === newline) this.#line++;
      if (this.#inText) {
        // A text may end with the piece: the escaped character is then the first of the next.
        if (code === backslash) {
          if (this.#at + 1 >= buffer.length) return found;
          this.#at++;
        } else if (code === quote) this.#inText = false;
        continue;
      }
      if (code === quote) {
        this.#begin();
        this.#inText = true;
      } else if (code === openBrace || code === openBracket) {
        if (code === openBracket && this.#inArray === undefined && this.#start < 0) {
          this.#inArray = true;
          continue;
        }
        this.#begin();
        this.#depth++;
      } else if (code === closeBrace || code === closeBracket) {
        if (this.#depth > 0) this.#depth--;
        else if (this.#start >= 0) found.push(this.#element(this.#at));
        if (this.#depth === 0 && this.#start >= 0) found.push(this.#element(this.#at + 1));
      } else if (this.#depth === 0 && (code === comma || code <= space)) {
        if (this.#start >= 0) found.push(this.#element(this.#at));
      } else if (this.#depth === 0) this.#begin();
    }
    return found;
  }

  #begin(): void {
    this.#inArray ??= false;
    if (this.#start >= 0) return;
    this.#start = this.#at;
    this.#startLine = this.#line;
  }

  #element(end: number): JsonElement {
    const element = { text: this.#buffer.slice(this.#start, end), line: this.#startLine };
    this.#start = -1;
    return element;
  }
}

const [newline, quote, backslash, comma, space] = [10, 34, 92, 44, 32];
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93];
