import type { Bound, CheckConstraint } from "../schema/check-constraint.ts";

/** Numbers from one end to the other; an end that is absent is open. */
export interface Stretch {
  readonly minimum?: Bound;
  readonly maximum?: Bound;
}

/** More than these are a list of values rather than stretches. */
const mostStretches = 12;

/**
 * The stretches of numbers that alternatives of one column leave to it: `x = 0 OR x > 10`. Undefined where they ask for anything
 * but numbers within bounds.
 */
export function stretchesOf(alternatives: readonly (readonly CheckConstraint[])[]): readonly Stretch[] | undefined {
  const found: Stretch[] = [];
  for (const alternative of alternatives) {
    const [first] = alternative;
    if (first?.kind === "null") continue;
    if (first?.kind === "choices" && alternative.length === 1 && first.values.every(isNumber)) {
      found.push(...first.values.map(only));
      continue;
    }
    let own: Stretch = {};
    for (const part of alternative) {
      if (part.kind !== "range") return undefined;
      if (![part.minimum, part.maximum].every((end) => end === undefined || isNumber(end.value))) return undefined;
      own = narrowed(own, part);
    }
    found.push(own);
  }
  return found.length > mostStretches ? undefined : found;
}

/** What lies in a stretch of each. */
export const inBoth = (some: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] =>
  some.flatMap((one) => others.map((other) => narrowed(one, other)));

const isNumber = (value: unknown): value is number | bigint => typeof value === "number" || typeof value === "bigint";
const only = (value: number | bigint): Stretch => {
  const bound = { value, inclusive: true };
  return { minimum: bound, maximum: bound };
};

/** What lies in both. */
export function narrowed(one: Stretch, other: Stretch): Stretch {
  const minimum = inner(one.minimum, other.minimum, 1);
  const maximum = inner(one.maximum, other.maximum, -1);
  return { ...(minimum ? { minimum } : {}), ...(maximum ? { maximum } : {}) };
}

function inner(one: Bound | undefined, other: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const [a, b] = [Number(one.value), Number(other.value)];
  if (a === b) return one.inclusive ? other : one;
  return a > b === (sign === 1) ? one : other;
}
