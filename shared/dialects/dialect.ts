import type { SqlDialectId } from "../project/project.ts";
import type { Script } from "./script.ts";
import type { ColumnModel } from "../schema/schema-model.ts";

/** What differs between SQL families, as data and a few small functions. */
export interface Dialect {
  readonly id: SqlDialectId;
  readonly label: string;
  /** An identifier as it must stand in a statement: bare where that is safe, else quoted. */
  identifier(name: string): string;
  /** A text literal, quotes included. Throws a SeedloomError where the engine cannot hold the text. */
  readonly textLiteral: (text: string) => string;
  /** Why a column of the engine cannot hold a text, as the end of a sentence that begins with it; absent where it holds all. */
  readonly unheld?: (text: string, column: ColumnModel) => string | undefined;
  /** What all text literals begin with, before the quote. */
  readonly textPrefix?: string;
  /** The most bytes that the literal of so many bytes of text takes. */
  longestLiteral(bytes: number): number;
  /** What stands around the hexadecimal digits of a bytes literal. */
  readonly bytes: readonly [before: string, after: string];
  /** What stands around a text that a column takes in another form only; absent where every column takes text. */
  conversion?(column: ColumnModel): readonly [before: string, after: string] | undefined;
  readonly booleans: readonly [no: string, yes: string];
  /** The characters that a text literal cannot hold as they are, besides the quote. */
  readonly escaped: string;
  readonly script: Script;
  /** What ends a zone's offset in hours, where the engine wants its minutes too. */
  readonly zoneMinutes?: string;
  /** What is no number, or without end; undefined where the engine has no literal for it. */
  realLiteral?(value: number): string | undefined;
  /** The statement that adds a row of defaults only. */
  emptyRow(table: string): string;
}
