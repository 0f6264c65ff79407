import { mix32, type Stream } from "./stream.ts";

/** A keyed bijection of [0, size) onto itself. */
export interface Permutation {
  readonly size: number;
  /** The image of `index`, 0 ≤ index < size. */
  at(index: number): number;
  /** The index whose image is `value`. */
  indexOf(value: number): number;
}

/**
 * A keyed bijection over [0, size), 1 ≤ size ≤ 2^53: a Feistel network over the smallest even-width power of two that
 * holds `size`, with cycle walking (Black and Rogaway, "Ciphers with arbitrary finite domains", 2002). No memory, at
 * most 4 walks on average. Uniqueness is built on it: distinct indexes give distinct values, with nothing remembered.
 */
export function permutation(stream: Stream, size: number): Permutation {
  if (!Number.isSafeInteger(size) || size < 1) throw new RangeError(`A permutation needs a size from 1 to 2^53, not ${size}.`);
  let half = 1;
  while (half < 27 && 2 ** (2 * half) < size) half++;
  const base = 2 ** half;
  const mask = base - 1;
  const rounds = half < 6 ? 10 : 6;
  const keys = Int32Array.from({ length: rounds }, (_, k) => mix32(stream.k0 + Math.imul(k, 0x9e3779b1)) ^ stream.k1);
  const keyAt = (round: number): number => keys[round] ?? 0;

  function forward(value: number): number {
    let left = Math.floor(value / base);
    let right = value % base;
    for (let round = 0; round < rounds; round++) {
      const next = left ^ (mix32(right + keyAt(round)) & mask);
      left = right;
      right = next;
    }
    return left * base + right;
  }

  function backward(value: number): number {
    let left = Math.floor(value / base);
    let right = value % base;
    for (let round = rounds - 1; round >= 0; round--) {
      const before = right ^ (mix32(left + keyAt(round)) & mask);
      right = left;
      left = before;
    }
    return left * base + right;
  }

  return {
    size,
    at(index) {
      let value = forward(index);
      while (value >= size) value = forward(value);
      return value;
    },
    indexOf(value) {
      let index = backward(value);
      while (index >= size) index = backward(index);
      return index;
    },
  };
}
