import { permutation } from "../random/permutation.ts";
import { fillBelow } from "../random/batch-words.ts";
import type { Stream } from "../random/stream.ts";
import { zipf, zipfRank } from "../random/zipf.ts";

/** How rows of another table are preferred; the exponent is Zipf's. */
export interface RowSkew {
  readonly skew: "uniform" | "zipf" | "even";
  readonly exponent: number;
}

/** Computes something for each of a batch's rows. */
export type RowStep = (rows: Float64Array, count: number) => void;

/**
 * Draws a row of another table with `size` rows for each row, into `parents`: uniformly, by Zipf's law, or each in turn.
 * Every row of a table of any size is reached in O(1).
 */
export function freeRows(stream: Stream, size: number, { skew, exponent }: RowSkew, parents: Float64Array): RowStep {
  if (skew === "even") {
    const order = permutation(stream, size);
    return (rows, count) => {
      for (let i = 0; i < count; i++) parents[i] = order.at((rows[i] ?? 0) % size);
    };
  }
  if (skew === "zipf") {
    // Ranks are given to the rows by a keyed order, so that row 1 is not always the first.
    const order = permutation(stream, size);
    const ranks = zipf(size, exponent);
    return (rows, count) => {
      for (let i = 0; i < count; i++) parents[i] = order.at(zipfRank(ranks, stream.k0, stream.k1, rows[i] ?? 0, 0) - 1);
    };
  }
  return (rows, count) => fillBelow(stream, rows, count, size, parents);
}
