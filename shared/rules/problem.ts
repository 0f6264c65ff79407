import type { ProjectEdit } from "../project/project-edit.ts";
import type { TableId } from "../schema/schema-model.ts";

/** A finding about the project, shown at its place before any run. */
export interface Problem {
  /** error: this table cannot be exported so; warning: it can, but look. */
  readonly severity: "error" | "warning";
  readonly code: ProblemCode;
  readonly table?: TableId;
  readonly column?: string;
  /** The name of the export that it is about: it stops that one, and no load. */
  readonly target?: string;
  /** One sentence with names and numbers. */
  readonly message: string;
  readonly explanation?: string;
  /** How sure it is, where it is a guess. */
  readonly confidence?: "high" | "medium" | "low";
  /** What must be done first that is no edit of the project: it is to be saved. */
  readonly asks?: "save";
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
  | "undeclared-key"
  | "broken-key"
  | "generated-column"
  | "no-locale"
  | "cell-failed"
  | "text-cut"
  | "text-unwritable"
  | "value-twice"
  | "edge-values"
  | "values-changed"
  | "suggestions-changed"
  | "dates-passed"
  | "unknown-mask"
  | "mask-without-source"
  | "mask-breaks-key"
  | "mask-not-unique"
  | "mask-undone"
  | "mask-condition"
  | "personal-undecided"
  | "sample-invalid"
  | "sample-parent-skipped"
  | "column-undecided"
  | "pinned-row"
  | "target-refused"
  | "file-missing";

/** Whether files can have it: only a database that takes the rows would refuse them. */
export const isOfLoads = ({ code }: Pick<Problem, "code">): boolean =>
  code === "not-null" || code === "check-conflict" || code === "value-twice";
