import type { ProjectEdit } from "../project/project-edit.ts";
import type { TableId } from "../schema/schema-model.ts";

/** A finding about the project, shown at its place before any run. */
export interface Problem {
  /** error: this table cannot be exported so; warning: it can, but look. */
  readonly severity: "error" | "warning";
  readonly code: ProblemCode;
  readonly table?: TableId;
  readonly column?: string;
  /** One sentence with names and numbers. */
  readonly message: string;
  readonly explanation?: string;
  /** The first is the safest. */
  readonly fixes: readonly Fix[];
}

export interface Fix {
  /** A verb: "Set minimum to 10.00". */
  readonly label: string;
  readonly edit: ProjectEdit;
}

export type ProblemCode =
  | "unknown-generator"
  | "invalid-parameter"
  | "unknown-table"
  | "unknown-column"
  | "type-not-accepted"
  | "capacity"
  | "not-null"
  | "parent-empty"
  | "parent-too-small"
  | "owner-cycle"
  | "column-cycle"
  | "check-not-understood"
  | "check-conflict"
  | "foreign-key-dangling"
  | "foreign-key-conflict"
  | "generated-column"
  | "no-locale";
