import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import type { Statement } from "./statement.ts";

/** What a script comes to. */
export interface ScriptSchema {
  readonly model: SchemaModel;
  /** Sentences on what the script does not say. */
  readonly limits: readonly string[];
}

/** Makes a schema of the statements of one dialect, in their order. */
export interface ScriptReader {
  /** Throws a ScriptError. */
  apply(statement: Statement): void;
  finish(): ScriptSchema;
  /** Lets go of what it holds; also after an error. */
  close?(): void;
}

/** What is known of a script before it is read. */
export interface ScriptStart {
  /** The name of its file, without the ending: that of a database which the script does not name. */
  readonly name: string;
  /** Its first characters, in which tools say who they are. */
  readonly text: string;
}
