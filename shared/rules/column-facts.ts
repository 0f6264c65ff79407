import { columnsIn, type Expression, type Literal } from "../schema/check-ast.ts";
import type { Bound, CheckConstraint, PatternConstraint } from "../schema/check-constraint.ts";
import { readChecks, type CheckReading } from "../schema/check-constraints.ts";
import { findColumn, type EngineId, type TableModel } from "../schema/schema-model.ts";
import { wholeBound, type RowBound } from "./bounded-formula.ts";
import { inBoth, stretchesOf, type Stretch } from "./number-stretches.ts";
import { spreadAlternatives, type Decided } from "./spread-alternatives.ts";

export type FactValue = Exclude<Literal, null>;

/** What the checks of a table ask of one column, merged over all of them. */
export interface ColumnFacts {
  minimum?: Bound;
  maximum?: Bound;
  choices?: readonly FactValue[];
  excluded: readonly FactValue[];
  /** The stretches of numbers that alternatives leave. */
  stretches?: readonly Stretch[];
  minLength?: number;
  maxLength?: number;
  readonly patterns: PatternConstraint[];
  letterCase?: "upper" | "lower";
  format?: Extract<CheckConstraint, { kind: "format" }>["format"];
  multiple?: { readonly divisor: number; readonly remainder: number };
  scale?: number;
  /** NULL is refused by a check, or only NULL passes. */
  nullness?: "required" | "empty";
  /** In CEL: where it has a value, as alternatives of checks ask; and the columns that decide. */
  when?: string;
  readonly decidedBy: Set<string>;
  /** The share of NULL by which rows spread over alternatives. */
  nulls?: number;
  /** Columns of the row that this one must not lie below. */
  readonly above: { readonly column: string; readonly strict: boolean; readonly equal: boolean }[];
  /** It depends on other columns in a way that no generator of one column keeps. */
  derived?: boolean;
  /** It equals this expression over other columns. */
  formula?: Expression;
  /** What leaves it room beside other columns of the row. */
  bound?: RowBound;
  /** The checks that name the column, as SQL. */
  readonly checks: string[];
}

export interface TableFacts {
  /** Facts of a column; an empty record where no check names it. */
  readonly of: (column: string) => ColumnFacts;
  readonly readings: readonly CheckReading[];
}

const nothing = (): ColumnFacts => ({ excluded: [], patterns: [], decidedBy: new Set(), above: [], checks: [] });

/** Reads the checks of a table into facts about its columns. Rows spread over alternatives (OR) where a column can decide. */
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
    for (const constraint of reading.constraints) if (constraint.kind !== "any") apply(constraint, of);
  }
  for (const { constraints } of readings) for (const constraint of constraints) applyUnlike(constraint, of);
  // What all rows keep says which alternatives there are.
  const decided: Decided[] = [];
  for (const { constraints } of readings)
    for (const constraint of constraints)
      if (constraint.kind === "any") decided.push(...applyAny(constraint.alternatives, table, of));
  applyDecided(decided, of);
  for (const column of facts.keys()) settleBound(column, of);
  return { of, readings };
}

/** A bound comes back to its own column nowhere, and y of `x + y < 1000` leaves room for the least x. */
function settleBound(column: string, of: (column: string) => ColumnFacts): void {
  const own = of(column);
  if (own.bound === undefined) return;
  const { operator, expression } = own.bound;
  if (readsOf(own).some((name) => isMadeFrom(name, column, of, new Set()))) {
    delete own.bound;
    return;
  }
  if (expression.kind !== "arithmetic" || expression.operator !== "-") return;
  const { left, right } = expression;
  if (left.kind !== "literal" || typeof left.value !== "number" || right.kind !== "column") return;
  const upward = operator === ">" || operator === ">=";
  const end = upward ? wholeBound(own.maximum, -1) : wholeBound(own.minimum, 1);
  if (end === undefined) return;
  const other = of(right.name);
  const bound = { value: left.value - Number(end), inclusive: operator === "<=" || operator === ">=" };
  if (upward) other.minimum = tighter(other.minimum, bound, 1);
  else other.maximum = tighter(other.maximum, bound, -1);
}

/** The columns that a column's values go by. */
const readsOf = ({ bound, formula, above, decidedBy }: ColumnFacts): readonly string[] => [
  ...[bound?.expression, formula].flatMap((expression) => (expression ? columnsIn(expression) : [])),
  ...above.map(({ column }) => column),
  ...decidedBy,
];

function isMadeFrom(column: string, other: string, of: (column: string) => ColumnFacts, seen: Set<string>): boolean {
  if (column === other) return true;
  if (seen.has(column)) return false;
  seen.add(column);
  return readsOf(of(column)).some((name) => isMadeFrom(name, other, of, seen));
}

function apply(constraint: CheckConstraint, of: (column: string) => ColumnFacts): void {
  switch (constraint.kind) {
    case "any":
      return applyOne(constraint.alternatives, of);
    case "order":
      return applyOrder(constraint, of);
    case "formula":
      of(constraint.column).derived = true;
      if (constraint.operator === "=") of(constraint.column).formula ??= constraint.expression;
      else if (constraint.operator !== "<>")
        of(constraint.column).bound ??= { operator: constraint.operator, expression: constraint.expression };
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

/** Two columns that differ: the one follows the other, where no check orders them. */
function applyUnlike(constraint: CheckConstraint, of: (column: string) => ColumnFacts): void {
  if (constraint.kind !== "order" || constraint.operator !== "<>") return;
  const { left, right } = constraint;
  const ordered = [...of(left).above, ...of(right).above].some(({ column }) => column === left || column === right);
  if (!ordered) of(right).above.push({ column: left, strict: true, equal: false });
}

/** Alternatives of one column are values to choose from; others are decided row by row, or else one of them holds for all. */
function applyAny(
  alternatives: readonly (readonly CheckConstraint[])[],
  table: TableModel,
  of: (column: string) => ColumnFacts,
): readonly Decided[] {
  const stretches = numericStretches(alternatives, table);
  if (stretches !== undefined) {
    const facts = of(stretches.column);
    facts.stretches = facts.stretches ? inBoth(facts.stretches, stretches.all) : stretches.all;
    return [];
  }
  const single = alternatives.flatMap((alternative) => (alternative.length === 1 ? alternative : []));
  const spoken = single.filter((constraint) => constraint.kind !== "null");
  const columns = new Set(single.map((constraint) => ("column" in constraint ? constraint.column : "")));
  const [column = ""] = columns;
  if (single.length === alternatives.length && columns.size === 1 && column !== "") {
    const values = spoken.flatMap((constraint) => examplesOf(constraint) ?? []);
    if (spoken.length > 0 && spoken.every((constraint) => examplesOf(constraint) !== undefined)) {
      apply({ kind: "choices", column, values: [...new Set(values)] }, of);
      return [];
    }
  }
  const spread = spreadAlternatives(alternatives, table, of);
  const isRing = spread?.decided.some((one) =>
    one.by.some((name) => name === one.column || isDecidedBy(name, one.column, of)),
  );
  if (spread === undefined || isRing === true) {
    applyOne(alternatives, of);
    return [];
  }
  for (const part of spread.always) apply(part, of);
  for (const { column: name, by } of spread.decided) for (const other of by) of(name).decidedBy.add(other);
  return spread.decided;
}

/** The stretches that alternatives leave to the one column of numbers of which all of them speak. */
function numericStretches(
  alternatives: readonly (readonly CheckConstraint[])[],
  table: TableModel,
): { readonly column: string; readonly all: readonly Stretch[] } | undefined {
  const names = new Set(alternatives.flat().map((part) => ("column" in part ? part.column : "")));
  const [column = ""] = names;
  const kind = findColumn(table, column)?.valueType.kind;
  if (names.size !== 1 || (kind !== "integer" && kind !== "decimal" && kind !== "real")) return undefined;
  const all = stretchesOf(alternatives);
  return all === undefined || all.length < 2 ? undefined : { column, all };
}

/** Whether another column decides, at some remove, whether this one has a value. */
export function isDecidedBy(column: string, other: string, of: (column: string) => ColumnFacts): boolean {
  const { decidedBy } = of(column);
  return decidedBy.has(other) || [...decidedBy].some((name) => isDecidedBy(name, other, of));
}

/** One alternative is kept by every row; one in which all columns have values is best to look at. */
function applyOne(alternatives: readonly (readonly CheckConstraint[])[], of: (column: string) => ColumnFacts): void {
  const chosen =
    alternatives.find((parts) => parts.every((part) => part.kind === "not-null")) ??
    alternatives.find((parts) => parts.every((part) => part.kind !== "null" && part.kind !== "formula")) ??
    alternatives[0];
  for (const part of chosen ?? []) apply(part, of);
}

/** Of all checks together: a column has a value where one asks for it, else where none forbids it. */
function applyDecided(decided: readonly Decided[], of: (column: string) => ColumnFacts): void {
  for (const column of new Set(decided.map((one) => one.column))) {
    const all = decided.filter((one) => one.column === column);
    const facts = of(column);
    const must = [...new Set(all.flatMap((one) => one.must))];
    const mustNot = [...new Set(all.flatMap((one) => one.mustNot))];
    const [share] = all.flatMap(({ nulls }) => (nulls === undefined ? [] : [nulls]));
    if (must.length > 0) facts.when = must.length === 1 ? must.join("") : must.map(enclosed).join(" || ");
    else if (mustNot.length > 0) facts.when = mustNot.map((way) => negation(way)).join(" && ");
    else if (share !== undefined) facts.nulls = share;
    if (share === undefined && (must.length > 0 || mustNot.length === 0)) facts.nullness = "required";
  }
}

const enclosed = (text: string): string => (text.includes(" && ") ? `(${text})` : text);

/** Where a condition of one test does not hold, or of several. */
function negation(text: string): string {
  if (/ && | \|\| | in |random/.test(text)) return `!(${text})`;
  return text.includes(" == ") ? text.replace(" == ", " != ") : text.replace(" != ", " == ");
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
