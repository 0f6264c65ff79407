import type { Literal } from "./check-ast.ts";
import type { Bound, CheckConstraint, PatternConstraint } from "./check-constraint.ts";
import type { CheckReading } from "./check-constraints.ts";
import { compareValues } from "./sql-values.ts";

type Value = Exclude<Literal, null>;

/** Everything that the checks of a table ask of one column alone, merged: the tightest bounds, the choices in common. */
export interface ColumnLimits {
  readonly minimum?: Bound;
  readonly maximum?: Bound;
  /** What is left of the lists of values, bounds and exclusions applied. Empty: nothing but NULL can pass. */
  readonly choices?: readonly Value[];
  readonly excluded: readonly Value[];
  /** Lengths in characters; in bytes for columns of bytes. */
  readonly minimumLength?: number;
  readonly maximumLength?: number;
  readonly patterns: readonly PatternConstraint[];
  readonly notNull: boolean;
  readonly alwaysNull: boolean;
  /** Constraints on the column, of itself or together with others, that the fields above do not say. */
  readonly others: readonly CheckConstraint[];
}

/** The names of the columns that a constraint speaks of. */
export function constraintColumns(constraint: CheckConstraint): readonly string[] {
  if (constraint.kind === "order") return [constraint.left, constraint.right];
  if (constraint.kind === "any") return [...new Set(constraint.alternatives.flat().flatMap(constraintColumns))];
  return [constraint.column];
}

/** Merges what the readings say of `column`. Partly understood checks count with what is understood of them. */
export function columnLimits(readings: readonly CheckReading[], column: string): ColumnLimits {
  const constraints = readings
    .flatMap((reading) => reading.constraints)
    .filter((constraint) => constraintColumns(constraint).includes(column));
  let minimum: Bound | undefined;
  let maximum: Bound | undefined;
  let choices: readonly Value[] | undefined;
  let minimumLength: number | undefined;
  let maximumLength: number | undefined;
  const excluded: Value[] = [];
  const patterns: PatternConstraint[] = [];
  const others: CheckConstraint[] = [];
  let [notNull, alwaysNull] = [false, false];
  for (const constraint of constraints) {
    switch (constraint.kind) {
      case "range":
        if (constraint.minimum) minimum = tighter(minimum, constraint.minimum, 1);
        if (constraint.maximum) maximum = tighter(maximum, constraint.maximum, -1);
        break;
      case "choices": {
        const { values } = constraint;
        choices =
          choices === undefined
            ? values
            : choices.filter((choice) => values.some((value) => compareValues(choice, value) === 0));
        break;
      }
      case "excluded":
        excluded.push(...constraint.values);
        break;
      case "length":
        if (constraint.minimum !== undefined) minimumLength = Math.max(minimumLength ?? 0, constraint.minimum);
        if (constraint.maximum !== undefined && constraint.trimmed !== true)
          maximumLength = Math.min(maximumLength ?? Infinity, constraint.maximum);
        if (constraint.trimmed === true) others.push(constraint);
        break;
      case "pattern":
        patterns.push(constraint);
        break;
      case "not-null":
        notNull = true;
        break;
      case "null":
        alwaysNull = true;
        break;
      case "any":
      case "case":
      case "format":
      case "formula":
      case "multiple":
      case "order":
      case "scale":
      case "storage":
      case "trimmed":
      default:
        others.push(constraint);
    }
  }
  const inside = (value: Value): boolean =>
    within(value, minimum, 1) &&
    within(value, maximum, -1) &&
    !excluded.some((other) => compareValues(value, other) === 0);
  return {
    ...(minimum && { minimum }),
    ...(maximum && { maximum }),
    ...(choices && { choices: choices.filter(inside) }),
    ...(minimumLength === undefined ? {} : { minimumLength }),
    ...(maximumLength === undefined ? {} : { maximumLength }),
    excluded,
    patterns,
    notNull,
    alwaysNull,
    others,
  };
}

/** The narrower of two bounds; `sign` is 1 for minimums, -1 for maximums. */
function tighter(known: Bound | undefined, bound: Bound, sign: 1 | -1): Bound {
  if (known === undefined) return bound;
  const order = sign * compareValues(bound.value, known.value);
  return order > 0 || (order === 0 && !bound.inclusive) ? bound : known;
}

function within(value: Value, bound: Bound | undefined, sign: 1 | -1): boolean {
  if (bound === undefined) return true;
  const order = sign * compareValues(value, bound.value);
  return order > 0 || (order === 0 && bound.inclusive);
}
