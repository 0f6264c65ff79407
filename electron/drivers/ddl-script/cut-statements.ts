import { ScriptError } from "./script-error.ts";
import type { ScriptDialect, Statement, StatementReader } from "./statement.ts";
import { readSpan, type Span } from "./span.ts";
import { OpenStatement } from "./open-statement.ts";
import { byteOrderMark, byteOrderMarkCode, inWord, markCodes, marks, word } from "./script-marks.ts";
import { beginnings } from "./worth.ts";

/** Characters that must be in sight to tell what one begins: a dollar quote's tag, a delimiter, the version of a comment. */
const sight = 128;
/** Characters before the place that is read which may say what stands there: E'', the line end before `\\.`. */
const lookBack = 2;

const plain = { kind: "plain" } as const;

interface Mark {
  readonly text: string;
  readonly index: number;
}

/**
 * Cuts a script into statements as the dialect's own client does, and keeps those that say something of the schema. Nothing
 * is ever executed: meta-commands of psql (`\connect`, `\!`, `\restrict`), of the mysql client and of sqlite3 are passed over,
 * and so are rows, of INSERT and behind COPY. What MySQL's conditional comments hold counts, as it does in a server.
 * @throws ScriptError where a quote never ends or a statement begins with no word of SQL.
 */
export class StatementCutter implements StatementReader {
  readonly #dialect: ScriptDialect;
  #buffer = "";
  #at = 0;
  /** Where the piece of the statement that is being read begins in the buffer. */
  #from = 0;
  #mode: typeof plain | Span = plain;
  #line = 1;
  /** The first line end in the buffer that is not counted. */
  #lineEndsAt = Infinity;
  #delimiter = ";";
  #open: OpenStatement | undefined;
  /** Open brackets: a semicolon inside them ends nothing. */
  #brackets = 0;
  /** Inside a conditional comment of MySQL, whose end is to be passed over. */
  #conditional = false;
  /** PostgreSQL before 9.1: a backslash escapes in every string. */
  #backslashes: boolean;
  #done: Statement[] = [];

  constructor(dialect: ScriptDialect) {
    this.#dialect = dialect;
    this.#backslashes = dialect === "mysql";
  }

  push(piece: string): readonly Statement[] {
    const gone = Math.max(0, this.#at - lookBack);
    this.#buffer = this.#buffer.slice(gone) + piece;
    this.#from -= gone;
    this.#at -= gone;
    this.#lineEndsAt = this.#lineEndFrom(this.#at);
    this.#read(this.#buffer.length - sight);
    this.#release();
    return this.#taken();
  }

  end(): readonly Statement[] {
    this.#read(this.#buffer.length);
    const mode = this.#mode;
    if (mode.kind === "quoted" || mode.kind === "dollar")
      throw new ScriptError(
        mode.line,
        `a ${mode.kind === "quoted" ? mode.quote : mode.tag} is opened here and never closed`,
      );
    if (mode.kind === "comment") throw new ScriptError(mode.line, "a comment is opened here and never closed");
    this.#finish(this.#buffer.length);
    return this.#taken();
  }

  #taken(): readonly Statement[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  /** Lets go of what was read: into the statement that is open. */
  #release(): void {
    this.#countTo(this.#at);
    this.#take(this.#at);
  }

  #take(to: number): void {
    if (to > this.#from) this.#open?.take(this.#buffer.slice(this.#from, to));
    this.#from = to;
  }

  #countTo(to: number): void {
    // The next line end is looked for once: rows of a dump may have none for megabytes.
    while (this.#lineEndsAt < to) {
      this.#line++;
      this.#lineEndsAt = this.#lineEndFrom(this.#lineEndsAt + 1);
    }
  }

  #lineEndFrom(at: number): number {
    const next = this.#buffer.indexOf("\n", at);
    return next < 0 ? Infinity : next;
  }

  #lineAt(at: number): number {
    this.#countTo(at);
    return this.#line;
  }

  #read(limit: number): void {
    while (this.#at < limit) {
      const mode = this.#mode;
      if (mode.kind === "plain") {
        this.#readPlain(limit);
        continue;
      }
      const { at, ended } = readSpan(mode, this.#buffer, this.#at, limit, this.#dialect === "postgresql");
      this.#at = at;
      if (ended) this.#mode = plain;
    }
  }

  #mark: RegExp | undefined;
  #markOf = "";

  /** Words and all that may begin something else than plain text: looked for while it is open what a statement is. */
  #words(): RegExp {
    const key = `${this.#open === undefined}${this.#delimiter}`;
    if (this.#mark === undefined || this.#markOf !== key) {
      const delimiter = this.#delimiter === ";" ? "" : `${this.#delimiter.replaceAll(/[$.*+?^(){}|[\]\\/]/g, "\\$&")}|`;
      const rest = this.#open === undefined ? "|\\S" : "";
      this.#mark = new RegExp(`${delimiter}${marks[this.#dialect]}|${byteOrderMark}|${word}${rest}`, "gu");
      this.#markOf = key;
    }
    return this.#mark;
  }

  #readPlain(limit: number): void {
    const found = this.#open?.wordsMatter === false ? this.#nextMark(limit) : this.#nextWord(limit);
    if (found === undefined) {
      this.#at = Math.max(this.#at, limit);
      return;
    }
    const { text, index } = found;
    this.#at = index + text.length;
    if (text === this.#delimiter) {
      if (this.#delimiter === ";" && (this.#brackets > 0 || this.#open?.insideBody === true)) return;
      this.#finish(index);
    } else this.#readMark(text, index);
  }

  #nextWord(limit: number): Mark | undefined {
    const next = this.#words();
    next.lastIndex = this.#at;
    const found = next.exec(this.#buffer);
    return found === null || found.index >= limit ? undefined : { text: found[0], index: found.index };
  }

  /** The same without words. Rows are most of a dump, and this goes over them. */
  #nextMark(limit: number): Mark | undefined {
    const buffer = this.#buffer;
    const codes = markCodes[this.#dialect];
    const delimiter = this.#delimiter.charCodeAt(0);
    for (let index = this.#at; index < limit; index++) {
      const code = buffer.charCodeAt(index);
      if (code === delimiter && buffer.startsWith(this.#delimiter, index)) return { text: this.#delimiter, index };
      const length = code < 128 ? codes[code] : code === byteOrderMarkCode ? 1 : 0;
      if (length === 1) return { text: buffer.charAt(index), index };
      if (length === 2) {
        const text = buffer.slice(index, index + 2);
        const comment =
          text === "--" && (this.#dialect !== "mysql" || /^--(?:[\s\0]|$)/.test(buffer.slice(index, index + 3)));
        if (comment || text === "/*" || (text === "*/" && this.#dialect === "mysql")) return { text, index };
      }
    }
    return undefined;
  }

  #readMark(text: string, index: number): void {
    switch (text) {
      case "'":
      case '"':
        return this.#openQuote(index, text, this.#escapes(text, index));
      case "`":
        return this.#openQuote(index, text, false);
      case "[":
        this.#begin(index, "");
        this.#mode = { kind: "dollar", tag: "]", line: this.#lineAt(index) };
        return;
      case "--":
      case "#":
        this.#mode = { kind: "line" };
        return;
      case "/*":
        return this.#openComment(index);
      case "*/":
        if (this.#conditional) this.#cutOut(index, index + 2);
        this.#conditional = false;
        return;
      case "(":
        this.#begin(index, "");
        this.#brackets++;
        return;
      case ")":
        this.#brackets = Math.max(0, this.#brackets - 1);
        return;
      case "\\":
        return this.#metaCommand(index);
      case "$":
        return this.#openDollar(index);
      case byteOrderMark:
        return this.#cutOut(index, this.#at);
      case ";":
        return;
      default:
        return this.#readWord(text, index);
    }
  }

  #openQuote(index: number, quote: string, backslash: boolean): void {
    this.#begin(index, "");
    this.#mode = { kind: "quoted", quote, backslash, line: this.#lineAt(index) };
  }

  /** Whether a backslash escapes in the text that is opened here. */
  #escapes(quote: string, index: number): boolean {
    if (this.#dialect === "mysql") return true;
    if (this.#dialect === "sqlite" || quote === '"') return false;
    return this.#backslashes || /(?:^|[^\p{L}\p{N}_$])[eE]$/u.test(this.#buffer.slice(Math.max(0, index - 2), index));
  }

  #openComment(index: number): void {
    if (this.#dialect === "mysql") {
      const conditional = /^\/\*M?!(\d{5,6})?/.exec(this.#buffer.slice(index, index + 16));
      // Versions that no server has mark what is for the client alone.
      if (conditional !== null && Number(conditional[1] ?? 0) < 900_000) {
        this.#cutOut(index, index + conditional[0].length);
        this.#conditional = true;
        return;
      }
    }
    this.#mode = { kind: "comment", depth: 1, line: this.#lineAt(index) };
  }

  /** Leaves a part of the text out of the statement. */
  #cutOut(from: number, to: number): void {
    this.#take(from);
    this.#open?.take(" ");
    this.#from = to;
    this.#at = to;
  }

  #openDollar(index: number): void {
    const before = this.#buffer.charAt(index - 1);
    if (inWord.test(before) && index > 0) return;
    const tag = /^\$(?:[\p{L}_\u0080-\uffff][\p{L}\p{N}_\u0080-\uffff]*)?\$/u.exec(
      this.#buffer.slice(index, index + sight),
    )?.[0];
    if (tag === undefined) return;
    this.#at = index + tag.length;
    this.#mode = { kind: "dollar", tag, line: this.#lineAt(index) };
  }

  /** `\command` of psql or the mysql client: all of its line, except that `\g` and its like end a statement. */
  #metaCommand(index: number): void {
    if (/^\\[gG]/.test(this.#buffer.slice(index, index + 2))) this.#finish(index);
    else this.#cutOut(index, this.#at);
    const connect = /^\\c(?:onnect)?[ \t]+(\S+)/.exec(this.#buffer.slice(index, index + sight));
    if (connect?.[1] !== undefined && this.#open === undefined)
      this.#done.push({ text: `\\connect ${connect[1]}`, line: this.#lineAt(index) });
    this.#mode = { kind: "line" };
    if (this.#open !== undefined) this.#from = this.#lineEnd(index);
  }

  #lineEnd(index: number): number {
    const end = this.#buffer.indexOf("\n", index);
    this.#at = end < 0 ? this.#buffer.length : end;
    this.#mode = plain;
    return this.#at;
  }

  #readWord(text: string, index: number): void {
    if (this.#open === undefined) this.#firstWord(text, index);
    else this.#open.word(text.toUpperCase(), this.#brackets === 0);
  }

  #firstWord(text: string, index: number): void {
    const upper = text.toUpperCase();
    if (upper === "DELIMITER" && this.#dialect === "mysql") {
      const given = /^\S+[ \t]+(\S+)/.exec(this.#buffer.slice(index, index + sight))?.[1];
      this.#delimiter = given ?? ";";
      this.#mode = { kind: "line" };
      return;
    }
    const ofClient =
      this.#dialect === "mysql" ? /^(?:SOURCE|SYSTEM|PROMPT|TEE|NOTEE|WARNINGS|NOWARNING|CONNECT|PAGER)$/ : undefined;
    if (text === "." && this.#dialect === "sqlite") this.#mode = { kind: "line" };
    else if (ofClient?.test(upper) === true) this.#mode = { kind: "line" };
    else if (!/^\p{L}/u.test(text) || !beginnings.has(upper)) {
      const line = this.#lineAt(index);
      const shown = /^\S{1,40}/.exec(this.#buffer.slice(index, index + 40))?.[0] ?? text;
      throw new ScriptError(line, `no statement begins with ${shown}`);
    } else this.#begin(index, upper);
  }

  /** The first token of a statement is here. */
  #begin(index: number, first: string): void {
    if (this.#open !== undefined) return;
    this.#from = index;
    this.#open = new OpenStatement(this.#dialect, this.#lineAt(index), first);
  }

  /** The statement ends before `to`. */
  #finish(to: number): void {
    this.#take(to);
    const open = this.#open;
    this.#open = undefined;
    this.#brackets = 0;
    this.#from = this.#at;
    if (open?.worth !== "keep") return;
    const { text, line } = open;
    if (open.isCopy) {
      if (/\bFROM\s+STDIN\b/i.test(text)) this.#mode = { kind: "rows" };
      return;
    }
    const setting = /^SET\s+(?:SESSION\s+|LOCAL\s+)?standard_conforming_strings\s*(?:=|TO)\s*'?(on|off)/i.exec(
      text,
    )?.[1];
    if (setting !== undefined && this.#dialect === "postgresql") this.#backslashes = setting.toLowerCase() === "off";
    this.#done.push({ text, line });
  }
}
