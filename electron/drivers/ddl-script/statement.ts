import type { EngineId } from "../../../shared/schema/schema-model.ts";

/** One statement of a script that may say something of its schema. Comments before it are left out. */
export interface Statement {
  readonly text: string;
  /** The line of the file on which it starts, from 1. */
  readonly line: number;
}

/** Reads a script piece by piece: no more of it is held than the statement that is being read. */
export interface StatementReader {
  /** The statements that end in this piece. */
  push(piece: string): readonly Statement[];
  /** What stands behind the last semicolon. */
  end(): readonly Statement[];
}

/** What a statement is worth, told by its first words: `more` asks for another word, `wrong` says that the last can be none. */
export type Worth = "keep" | "skip" | "more" | "wrong";
export type WorthOf = (words: readonly string[]) => Worth;

export type ScriptDialect = EngineId;
