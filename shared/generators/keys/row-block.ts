import { isRun } from "../../random/batch-words.ts";
import { mix32, type Stream } from "../../random/stream.ts";

/**
 * A keyed bijection of row numbers onto 64-bit blocks: two halves, four Feistel rounds. Rows that differ give blocks that
 * differ, which is what keeps UUIDs and tokens apart without remembering any.
 */
export interface RowBlock {
  readonly block: Uint32Array;
  /** Writes the block of a row: high half at 0, low half at 1. */
  at(row: number): void;
  /** The blocks of a batch's rows, half by half. */
  fill(rows: Float64Array, count: number, high: Int32Array, low: Int32Array): void;
}

/** The bijection of one column. */
export function rowBlock(stream: Stream): RowBlock {
  const block = new Uint32Array(2);
  const { k0, k1 } = stream;
  const [a, b, c, d] = [mix32(k0 ^ 0x1f83d9ab), mix32(k1 + 0x5be0cd19), mix32(k0 + k1), mix32(k1 ^ 0x6a09e667)];
  /** The rounds from the halves that stand in the arrays. */
  const mixAll = (count: number, high: Int32Array, low: Int32Array): void => {
    for (let i = 0; i < count; i++) {
      let left = high[i] ?? 0;
      let right = low[i] ?? 0;
      left ^= mix32(right + a);
      right ^= mix32(left + b);
      left ^= mix32(right + c);
      right ^= mix32(left + d);
      high[i] = left;
      low[i] = right;
    }
  };
  return {
    block,
    fill(rows, count, high, low) {
      if (isRun(rows, count)) {
        const first = rows[0] ?? 0;
        high.fill(upper(first), 0, count);
        for (let i = 0; i < count; i++) low[i] = first + i;
      } else
        for (let i = 0; i < count; i++) {
          high[i] = upper(rows[i] ?? 0);
          low[i] = rows[i] ?? 0;
        }
      mixAll(count, high, low);
    },
    at(row) {
      let left = upper(row);
      let right = row | 0;
      left ^= mix32(right + a);
      right ^= mix32(left + b);
      left ^= mix32(right + c);
      right ^= mix32(left + d);
      block[0] = left;
      block[1] = right;
    },
  };
}

/** The bits above the lowest 32. */
const upper = (row: number): number => Math.floor(row * 2.3283064365386963e-10) | 0;
