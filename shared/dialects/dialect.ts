import type { SqlDialectId } from "../project/project.ts";
import type { ColumnModel } from "../schema/schema-model.ts";

/** What differs between SQL families, as data and a few small functions. */
export interface Dialect {
  readonly id: SqlDialectId;
  readonly label: string;
  /** An identifier as it must stand in a statement: bare where that is safe, else quoted. */
  identifier(name: string): string;
  /** A text literal, quotes included. Throws a SeedloomError where the engine cannot hold the text. */
  textLiteral(text: string): string;
  /** What stands around the hexadecimal digits of a bytes literal. */
  readonly bytes: readonly [before: string, after: string];
  /** What stands around a text that a column takes in another form only; absent where every column takes text. */
  conversion?(column: ColumnModel): readonly [before: string, after: string] | undefined;
  readonly booleans: readonly [no: string, yes: string];
  /** The characters that a text literal cannot hold as they are, besides the quote. */
  readonly escaped: string;
  /** Statements before and after the rows of a file. */
  readonly begin: string;
  readonly commit: string;
  /** How rows that reference each other in a ring are loaded; absent where one statement must hold them all. */
  readonly ring?: { readonly begin: string; readonly commit: string };
  /** A row of defaults only. */
  emptyRow(table: string): string;
}
