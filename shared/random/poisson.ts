import { unit53At, type Stream } from "./stream.ts";

/** Counts from `first` on, and the share of the distribution at or below each. */
export interface Counts {
  readonly first: number;
  readonly cumulative: Float64Array;
}

/**
 * The Poisson distribution of a mean from 0 to 10^6, cut to [min, max]: each probability from the next by its exact ratio,
 * outward from the mode, as far as it is above 10^−20 of the mode's.
 */
export function poisson(mean: number, min = 0, max = Infinity): Counts {
  const mode = Math.max(min, Math.min(max, Math.floor(mean)));
  const reach = Math.ceil(12 * Math.sqrt(mean) + 60);
  const first = Math.max(min, mode - reach, 0);
  const last = Math.min(max, mode + reach);
  const weights = new Float64Array(Math.max(1, last - first + 1));
  weights[mode - first] = 1;
  for (let k = mode + 1; k <= last; k++) weights[k - first] = ((weights[k - 1 - first] ?? 0) * mean) / k;
  for (let k = mode - 1; k >= first; k--)
    weights[k - first] = mean > 0 ? ((weights[k + 1 - first] ?? 0) * (k + 1)) / mean : 0;
  return counts(first, weights);
}

/** Counts by their weights, of which one at least is above 0. */
export function counts(first: number, weights: ArrayLike<number>): Counts {
  const cumulative = new Float64Array(weights.length);
  let sum = 0;
  for (let k = 0; k < weights.length; k++) cumulative[k] = sum += weights[k] ?? 0;
  for (let k = 0; k < cumulative.length; k++) cumulative[k] = (cumulative[k] ?? 0) / sum;
  return { first, cumulative };
}

/** The count at the address (row, lane) of a stream; uses the lane `lane + 1` too. */
export function drawCount({ first, cumulative }: Counts, stream: Stream, row: number, lane = 0): number {
  const share = unit53At(stream, row, lane);
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cumulative[middle] ?? 1) > share) high = middle;
    else low = middle + 1;
  }
  return first + low;
}
