import type { Literal } from "../schema/check-ast.ts";
import type { Bound, CheckConstraint, PatternConstraint } from "../schema/check-constraint.ts";
import { readChecks, type CheckReading } from "../schema/check-constraints.ts";
import type { EngineId, TableModel } from "../schema/schema-model.ts";

export type FactValue = Exclude<Literal, null>;

/** What the checks of a table ask of one column, merged over all of them. */
export interface ColumnFacts {
  minimum?: Bound;
  maximum?: Bound;
  choices?: readonly FactValue[];
  excluded: readonly FactValue[];
  minLength?: number;
  maxLength?: number;
  readonly patterns: PatternConstraint[];
  letterCase?: "upper" | "lower";
  format?: Extract<CheckConstraint, { kind: "format" }>["format"];
  multiple?: { readonly divisor: number; readonly remainder: number };
  scale?: number;
  /** NULL is refused by a check, or only NULL passes. */
  nullness?: "required" | "empty";
  /** Columns of the row that this one must not lie below. */
  readonly above: { readonly column: string; readonly strict: boolean; readonly equal: boolean }[];
  /** It depends on other columns in a way that no generator of one column keeps. */
  derived?: boolean;
  /** The checks that name the column, as SQL. */
  readonly checks: string[];
}

export interface TableFacts {
  /** Facts of a column; an empty record where no check names it. */
  of(column: string): ColumnFacts;
  readonly readings: readonly CheckReading[];
}

const nothing = (): ColumnFacts => ({ excluded: [], patterns: [], above: [], checks: [] });

/** Reads the checks of a table into facts about its columns. Of alternatives (OR), one is chosen that values can be made for. */
export function tableFacts(table: TableModel, engine: EngineId): TableFacts {
  const facts = new Map<string, ColumnFacts>();
  const of = (column: string): ColumnFacts => {
    const known = facts.get(column);
    if (known !== undefined) return known;
    const fresh = nothing();
    facts.set(column, fresh);
    return fresh;
  };
  const readings = readChecks(table, engine);
  for (const reading of readings) {
    for (const column of reading.columns) of(column).checks.push(reading.check.expression);
    for (const constraint of reading.constraints) apply(constraint, of);
  }
  return { of, readings };
}

function apply(constraint: CheckConstraint, of: (column: string) => ColumnFacts): void {
  switch (constraint.kind) {
    case "any":
      return applyAny(constraint.alternatives, of);
    case "order":
      return applyOrder(constraint, of);
    case "formula":
      of(constraint.column).derived = true;
      return;
    case "range": {
      const facts = of(constraint.column);
      if (constraint.minimum !== undefined) facts.minimum = tighter(facts.minimum, constraint.minimum, 1);
      if (constraint.maximum !== undefined) facts.maximum = tighter(facts.maximum, constraint.maximum, -1);
      return;
    }
    case "choices": {
      const facts = of(constraint.column);
      const { values } = constraint;
      facts.choices = facts.choices === undefined ? values : facts.choices.filter((value) => values.includes(value));
      return;
    }
    case "excluded":
      of(constraint.column).excluded = [...of(constraint.column).excluded, ...constraint.values];
      return;
    case "length": {
      const facts = of(constraint.column);
      if (constraint.minimum !== undefined) facts.minLength = Math.max(facts.minLength ?? 0, constraint.minimum);
      if (constraint.maximum !== undefined) facts.maxLength = Math.min(facts.maxLength ?? Infinity, constraint.maximum);
      return;
    }
    case "pattern":
      of(constraint.column).patterns.push(constraint);
      return;
    case "not-null":
      of(constraint.column).nullness = "required";
      return;
    case "null":
      of(constraint.column).nullness = "empty";
      return;
    case "case":
      of(constraint.column).letterCase = constraint.case;
      return;
    case "multiple":
      of(constraint.column).multiple = constraint;
      return;
    case "scale":
      of(constraint.column).scale = constraint.digits;
      return;
    case "format":
      of(constraint.column).format = constraint.format;
      return;
    case "trimmed":
    case "storage":
      // Values made here have no blanks at their ends, and the storage of their column's type.
      return;
  }
}

function applyOrder(
  constraint: Extract<CheckConstraint, { kind: "order" }>,
  of: (column: string) => ColumnFacts,
): void {
  const { left, operator, right } = constraint;
  if (operator === "<>") return;
  const upward = operator === ">" || operator === ">=" || operator === "=";
  const [above, below] = upward ? [left, right] : [right, left];
  of(above).above.push({ column: below, strict: operator === ">" || operator === "<", equal: operator === "=" });
}

function applyAny(alternatives: readonly (readonly CheckConstraint[])[], of: (column: string) => ColumnFacts): void {
  const single = alternatives.flatMap((alternative) => (alternative.length === 1 ? alternative : []));
  const spoken = single.filter((constraint) => constraint.kind !== "null");
  const columns = new Set(spoken.map((constraint) => ("column" in constraint ? constraint.column : "")));
  const [column = ""] = columns;
  if (single.length === alternatives.length && columns.size === 1 && column !== "") {
    const values = spoken.flatMap((constraint) => examplesOf(constraint) ?? []);
    if (spoken.length > 0 && spoken.every((constraint) => examplesOf(constraint) !== undefined)) {
      return apply({ kind: "choices", column, values: [...new Set(values)] }, of);
    }
  }
  // One alternative is kept by every row; one in which all columns have values is best to look at.
  const chosen =
    alternatives.find((parts) => parts.every((part) => part.kind === "not-null")) ??
    alternatives.find((parts) => parts.every((part) => part.kind !== "null" && part.kind !== "formula")) ??
    alternatives[0];
  for (const part of chosen ?? []) apply(part, of);
}

/** Values that keep a constraint, where they can be listed: LIKE '%Trailers%' is kept by "Trailers". */
function examplesOf(constraint: CheckConstraint): readonly FactValue[] | undefined {
  if (constraint.kind === "choices") return constraint.values;
  if (constraint.kind !== "pattern" || constraint.negated || constraint.syntax === "regexp") return undefined;
  const text =
    constraint.syntax === "like" ? constraint.pattern.replaceAll("%", "") : constraint.pattern.replaceAll("*", "");
  return text === "" || /[_?[\]\\]/.test(text) || constraint.escape !== undefined ? undefined : [text];
}

/** The bound that asks for more. Bounds of unlike types are not compared. */
function tighter(known: Bound | undefined, given: Bound, sign: 1 | -1): Bound {
  if (known === undefined) return given;
  const [a, b] = [known.value, given.value];
  if (a === b) return { value: a, inclusive: known.inclusive && given.inclusive };
  const isNumeric = (value: FactValue): value is number | bigint =>
    typeof value === "number" || typeof value === "bigint";
  const less = isNumeric(a) && isNumeric(b) ? a < b : String(a) < String(b);
  return less === (sign === 1) ? given : known;
}
