import { exp, ln } from "../base/real-functions.ts";

/** How the counts between the fewest and the most children are weighted before the mean is met. */
export type ChildDistribution = "spread" | "poisson" | "zipf" | "histogram";

/**
 * How many children the rows of an owner table have. `average` is the mean over the owners that have any;
 * `without` is the share that has none.
 */
export interface ChildShape {
  readonly from: number;
  readonly to: number;
  readonly average: number;
  readonly without: number;
  readonly distribution?: ChildDistribution;
  /** For a histogram: the weight of each count, from `from` on. */
  readonly weights?: readonly number[];
}

/** The mean over all owners. */
export const meanChildren = (shape: ChildShape): number => shape.average * (1 - shape.without);

/** Logarithms of the distribution's own weights of the counts `from … to`, before they are bent to a mean. */
function logWeights({ from, to, distribution, weights }: Omit<ChildShape, "average" | "without">): Float64Array {
  const logs = new Float64Array(to - from + 1);
  let logFactorial = 0;
  for (let k = 0; k <= to; k++) {
    logFactorial += k > 1 ? ln(k) : 0;
    if (k < from) continue;
    const at = k - from;
    if (distribution === "poisson") logs[at] = -logFactorial;
    else if (distribution === "zipf") logs[at] = -ln(at + 1);
    else if (distribution === "histogram") logs[at] = ln(Math.max(0, weights?.[at] ?? 0));
  }
  return logs;
}

/** The mean that a distribution has by itself; the middle for spread and Poisson, whose mean is for the user to say. */
export function naturalMean(shape: Omit<ChildShape, "average" | "without">): number {
  if (shape.distribution !== "zipf" && shape.distribution !== "histogram") return (shape.from + shape.to) / 2;
  const base = logWeights(shape).map(exp);
  const sum = base.reduce((total, weight) => total + weight, 0);
  return sum === 0 ? shape.from : base.reduce((total, weight, at) => total + weight * (shape.from + at), 0) / sum;
}

/**
 * The weights of the counts `from … to` that have the mean `average`: the distribution's own, bent by p(k) ∝ b(k) r^k,
 * which changes it least (exponential tilting; over equal b it is the maximum-entropy distribution, Jaynes 1957; over 1/k!
 * it is Poisson's). r is found by bisection.
 */
export function childWeights(shape: ChildShape): Float64Array {
  const { from, to, average } = shape;
  const logs = logWeights(shape);
  const size = logs.length;
  const weights = new Float64Array(size);
  const meanAt = (logRatio: number): number => {
    let sum = 0;
    let mean = 0;
    // Relative to the largest term, so that none overflows and not all vanish.
    let largest = -Infinity;
    for (let k = 0; k < size; k++) largest = Math.max(largest, (logs[k] ?? 0) + logRatio * k);
    for (let k = 0; k < size; k++) {
      const weight = largest === -Infinity ? 0 : exp((logs[k] ?? 0) + logRatio * k - largest);
      weights[k] = weight;
      sum += weight;
      mean += weight * (from + k);
    }
    for (let k = 0; k < size; k++) weights[k] = (weights[k] ?? 0) / (sum || 1);
    return mean / (sum || 1);
  };
  if (Math.abs(meanAt(0) - average) < 1e-12) return weights;
  if (average <= from || average >= to) {
    weights.fill(0);
    weights[average <= from ? 0 : size - 1] = 1;
    return weights;
  }
  let low = -50;
  let high = 50;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (meanAt(middle) < average) low = middle;
    else high = middle;
  }
  meanAt((low + high) / 2);
  return weights;
}

/**
 * Child counts for `owners` owner rows with the shape's distribution and exactly `total` children, in ascending order:
 * quotas by largest remainder, then single steps towards the total. A total outside what the shape allows widens it.
 */
export function childCounts(shape: ChildShape, owners: number, total: number): Uint32Array {
  const weights = childWeights(shape);
  const counts = new Uint32Array(owners);
  const quota = (k: number): number => owners * (k < 0 ? shape.without : (weights[k] ?? 0) * (1 - shape.without));
  const classes = Array.from({ length: weights.length + 1 }, (_, i) => i - 1).map((k) => {
    const exact = quota(k);
    return { count: k < 0 ? 0 : shape.from + k, owners: Math.floor(exact), remainder: exact - Math.floor(exact) };
  });
  let assigned = classes.reduce((sum, entry) => sum + entry.owners, 0);
  for (const entry of classes.toSorted((a, b) => b.remainder - a.remainder || a.count - b.count)) {
    if (assigned >= owners) break;
    entry.owners++;
    assigned++;
  }
  let at = 0;
  let sum = 0;
  for (const entry of classes.toSorted((a, b) => a.count - b.count)) {
    for (let i = 0; i < entry.owners && at < owners; i++) {
      counts[at++] = entry.count;
      sum += entry.count;
    }
  }
  // Rounding leaves a difference of a few at the most; it is walked off within the shape's limits, or else beyond them.
  const least = shape.without > 0 ? Math.max(1, shape.from) : shape.from;
  sum = walk(counts, sum, total, least, shape.to, shape.without > 0);
  walk(counts, sum, total, 0, Infinity, false);
  return counts.toSorted();
}

/** Moves single counts up or down until they sum to `total` or none may move further; returns the sum. */
function walk(
  counts: Uint32Array,
  sum: number,
  total: number,
  least: number,
  most: number,
  keepZeros: boolean,
): number {
  let current = sum;
  for (let moved = true; moved && current !== total;) {
    moved = false;
    for (let i = 0; i < counts.length && current !== total; i++) {
      const count = counts[i] ?? 0;
      if (current < total ? count < most && !(keepZeros && count === 0) : count > least) {
        const by = current < total ? 1 : -1;
        counts[i] = count + by;
        current += by;
        moved = true;
      }
    }
  }
  return current;
}

/** The shape that comes nearest to `shape` and has `mean` children an owner on the whole. */
export function shapeWithMean(shape: ChildShape, mean: number): ChildShape {
  const { from, to, without } = shape;
  const average = mean / (1 - without || 1);
  if (without < 1 && average >= from && average <= to) return { ...shape, average };
  if (mean < from || without >= 1) return { from: 0, to: Math.max(1, Math.ceil(2 * mean)), average: mean, without: 0 };
  return { from, to: Math.max(to, Math.ceil(2 * mean - from)), average: mean, without: 0 };
}
