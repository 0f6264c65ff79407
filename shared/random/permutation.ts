import { mix32, type Stream } from "./stream.ts";

/** A keyed bijection of [0, size) onto itself. */
export interface Permutation {
  readonly size: number;
  /** The image of `index`, 0 ≤ index < size. */
  at(index: number): number;
  /** The index whose image is `value`. */
  indexOf(value: number): number;
}

/** The largest domain of a keyed bijection: beyond it, doubles would lose bits. */
export const largestPermutation = 2 ** 52;

/**
 * A keyed bijection over [0, size), 1 ≤ size ≤ 2^52: a Feistel network over the smallest even-width power of two that
 * holds `size`, with cycle walking (Black and Rogaway, "Ciphers with arbitrary finite domains", 2002). No memory, at
 * most 4 walks on average. Uniqueness is built on it: distinct indexes give distinct values, with nothing remembered.
 */
export function permutation(stream: Stream, size: number): Permutation {
  if (!Number.isSafeInteger(size) || size < 1 || size > largestPermutation) {
    throw new RangeError(`A permutation needs a size from 1 to 2^52, not ${size}.`);
  }
  let half = 1;
  while (2 ** (2 * half) < size) half++;
  const rounds = half < 6 ? 10 : 6;
  const keys = Int32Array.from({ length: rounds }, (_, k) => mix32(stream.k0 + Math.imul(k, 0x9e3779b1)) ^ stream.k1);
  return half <= 15 ? smallPermutation(keys, half, size) : largePermutation(keys, half, size);
}

/** Both halves in one 32-bit integer. */
function smallPermutation(keys: Int32Array, half: number, size: number): Permutation {
  const rounds = keys.length;
  const mask = (1 << half) - 1;
  return {
    size,
    at(index) {
      let value = index | 0;
      do {
        let left = value >> half;
        let right = value & mask;
        for (let round = 0; round < rounds; round++) {
          const next = left ^ (mix32(right + (keys[round] ?? 0)) & mask);
          left = right;
          right = next;
        }
        value = (left << half) | right;
      } while (value >= size);
      return value;
    },
    indexOf(image) {
      let value = image | 0;
      do {
        let left = value >> half;
        let right = value & mask;
        for (let round = rounds - 1; round >= 0; round--) {
          const before = right ^ (mix32(left + (keys[round] ?? 0)) & mask);
          right = left;
          left = before;
        }
        value = (left << half) | right;
      } while (value >= size);
      return value;
    },
  };
}

/** The same for halves of up to 26 bits, put together as a double. */
function largePermutation(keys: Int32Array, half: number, size: number): Permutation {
  const rounds = keys.length;
  const base = 2 ** half;
  const mask = base - 1;
  const walk = (start: number, step: (value: number) => number): number => {
    let value = step(start);
    while (value >= size) value = step(value);
    return value;
  };
  const forward = (value: number): number => {
    let left = Math.floor(value / base);
    let right = value % base;
    for (let round = 0; round < rounds; round++) {
      const next = left ^ (mix32(right + (keys[round] ?? 0)) & mask);
      left = right;
      right = next;
    }
    return left * base + right;
  };
  const backward = (value: number): number => {
    let left = Math.floor(value / base);
    let right = value % base;
    for (let round = rounds - 1; round >= 0; round--) {
      const before = right ^ (mix32(left + (keys[round] ?? 0)) & mask);
      right = left;
      left = before;
    }
    return left * base + right;
  };
  return { size, at: (index) => walk(index, forward), indexOf: (image) => walk(image, backward) };
}
