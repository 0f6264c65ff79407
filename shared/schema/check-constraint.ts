import type { Comparison, Expression, Literal, PatternSyntax } from "./check-ast.ts";

/** One end of a range. Dates and times are text. */
export interface Bound {
  readonly value: Exclude<Literal, null>;
  readonly inclusive: boolean;
}

/**
 * Something that the rows of a table must keep, in a form by which values can be made. As in SQL, every kind but "not-null"
 * holds where the column is NULL.
 */
export type CheckConstraint =
  | { readonly kind: "range"; readonly column: string; readonly minimum?: Bound; readonly maximum?: Bound }
  | { readonly kind: "choices"; readonly column: string; readonly values: readonly Exclude<Literal, null>[] }
  | { readonly kind: "excluded"; readonly column: string; readonly values: readonly Exclude<Literal, null>[] }
  /** Of the text without its outer blanks where `trimmed`; in bytes for columns of bytes. */
  | {
      readonly kind: "length";
      readonly column: string;
      readonly minimum?: number;
      readonly maximum?: number;
      readonly trimmed?: boolean;
    }
  | PatternConstraint
  | { readonly kind: "not-null" | "null"; readonly column: string }
  /** Two columns of the row; the comparison holds where either is NULL. */
  | { readonly kind: "order"; readonly left: string; readonly operator: Comparison; readonly right: string }
  /** The column compares so with an expression over other columns of the row: total = quantity * price. */
  | {
      readonly kind: "formula";
      readonly column: string;
      readonly operator: Comparison;
      readonly expression: Expression;
    }
  /** Only upper or only lower case. */
  | { readonly kind: "case"; readonly column: string; readonly case: "upper" | "lower" }
  /** No blanks at the ends. */
  | { readonly kind: "trimmed"; readonly column: string }
  /** SQLite's typeof(): "integer", "real", "text", "blob", "null". */
  | { readonly kind: "storage"; readonly column: string; readonly types: readonly string[] }
  /** column % divisor = remainder */
  | { readonly kind: "multiple"; readonly column: string; readonly divisor: number; readonly remainder: number }
  /** At most so many decimals. */
  | { readonly kind: "scale"; readonly column: string; readonly digits: number }
  /** Text in the form of the standard; "date-like" is a date with or without a time. */
  | {
      readonly kind: "format";
      readonly column: string;
      readonly format: "date" | "datetime" | "time" | "date-like" | "json";
    }
  /** At least one of the alternatives, each of which is several constraints at once. No alternative: no row can pass. */
  | { readonly kind: "any"; readonly alternatives: readonly (readonly CheckConstraint[])[] };

export interface PatternConstraint {
  readonly kind: "pattern";
  readonly column: string;
  readonly syntax: PatternSyntax;
  readonly pattern: string;
  readonly escape?: string;
  readonly ignoreCase: boolean;
  readonly negated: boolean;
}

/** The constraint that no row can keep. */
export const never: CheckConstraint = { kind: "any", alternatives: [] };
/** Whether this is {@link never}. */
export const isNever = (constraint: CheckConstraint): boolean =>
  constraint.kind === "any" && constraint.alternatives.length === 0;
