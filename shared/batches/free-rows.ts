import { permutation } from "../random/permutation.ts";
import { belowAt, unitAt, wordAt, type Stream } from "../random/stream.ts";

/** Computes something for each of a batch's rows. */
export type RowStep = (rows: Float64Array, count: number) => void;

/**
 * Draws a row of another table with `size` rows for each row, into `parents`: uniformly, by Zipf's law, or each in turn.
 * Every row of a table of any size is reached in O(1).
 */
export function freeRows(
  stream: Stream,
  size: number,
  skew: "uniform" | "zipf" | "even",
  parents: Float64Array,
): RowStep {
  if (skew === "even") {
    const order = permutation(stream, size);
    return (rows, count) => {
      for (let i = 0; i < count; i++) parents[i] = order.at((rows[i] ?? 0) % size);
    };
  }
  if (skew === "zipf") {
    // Log-uniform ranks (Zipf with exponent 1), given to the parents by a keyed order, so that row 1 is not always first.
    const order = permutation(stream, size);
    const span = Math.log(size + 1);
    return (rows, count) => {
      for (let i = 0; i < count; i++) {
        const rank = Math.min(size - 1, Math.floor(Math.exp(unitAt(stream, rows[i] ?? 0) * span)) - 1);
        parents[i] = order.at(Math.max(0, rank));
      }
    };
  }
  const { k0, k1 } = stream;
  if (size <= 0x100000) {
    const scale = size * 2.3283064365386963e-10;
    return (rows, count) => {
      for (let i = 0; i < count; i++) parents[i] = Math.floor((wordAt(k0, k1, rows[i] ?? 0, 0) >>> 0) * scale);
    };
  }
  return (rows, count) => {
    for (let i = 0; i < count; i++) parents[i] = belowAt(stream, rows[i] ?? 0, size);
  };
}
