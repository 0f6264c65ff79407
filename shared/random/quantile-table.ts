import { fillWords } from "./batch-words.ts";
import { wordAt, type Stream } from "./stream.ts";

/**
 * A distribution as a table of its quantiles at k/4096, so that a draw is one word, one look-up and a straight line
 * between neighbours. The outermost 64 steps at each end, where the line would be too coarse, ask the exact function.
 */
export interface QuantileTable {
  readonly values: Float64Array;
  readonly exact: (share: number) => number;
}

const steps = 4096;
const edge = 64;

/** Tabulates a quantile function, asked for shares strictly between 0 and 1. */
export function quantileTable(exact: (share: number) => number): QuantileTable {
  return {
    values: Float64Array.from({ length: steps + 1 }, (_, k) => (k === 0 || k === steps ? 0 : exact(k / steps))),
    exact,
  };
}

/** The table's value for the address (row, lane) of a stream; uses the lane `lane + 1` too. */
export function drawQuantile(table: QuantileTable, k0: number, k1: number, row: number, lane: number): number {
  const word = wordAt(k0, k1, row, lane) >>> 0;
  const step = word >>> 20;
  if (step < edge || step >= steps - edge) {
    // 21 more bits: the ends reach as far out as a draw of 53 bits does, and never to 0 or 1.
    const more = wordAt(k0, k1, row, lane + 1) >>> 11;
    return table.exact((word * 2_097_152 + more + 0.5) * 1.1102230246251565e-16);
  }
  const low = table.values[step] ?? 0;
  return low + ((table.values[step + 1] ?? 0) - low) * ((word & 0xfffff) * 9.5367431640625e-7);
}

/** {@link drawQuantile} of a batch's rows (lanes 0 and 1), into `values`. */
export function fillQuantiles(
  table: QuantileTable,
  stream: Stream,
  rows: Float64Array,
  count: number,
  words: Int32Array,
  values: Float64Array,
): void {
  fillWords(stream, 0, rows, count, words);
  readQuantiles(table.values, words, count, values);
  for (let i = 0; i < count; i++) {
    const step = (words[i] ?? 0) >>> 20;
    if (step < edge || step >= steps - edge) values[i] = drawQuantile(table, stream.k0, stream.k1, rows[i] ?? 0, 0);
  }
}

/** Reads the straight lines of the table, at the ends too. */
function readQuantiles(quantiles: Float64Array, words: Int32Array, count: number, values: Float64Array): void {
  for (let i = 0; i < count; i++) {
    const word = words[i] ?? 0;
    const step = word >>> 20;
    const low = quantiles[step] ?? 0;
    values[i] = low + ((quantiles[step + 1] ?? 0) - low) * ((word & 0xfffff) * 9.5367431640625e-7);
  }
}
