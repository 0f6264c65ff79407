/**
 * The key of one random stream: two 32-bit words made from the project's seed and a path such as table, column, purpose.
 * A stream has a word for every (row, lane) address, computed in O(1) from nothing else.
 */
export interface Stream {
  readonly k0: number;
  readonly k1: number;
}

const mixText = (seed: number, text: string, multiplier: number): number => {
  let h = seed | 0;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), multiplier);
    h ^= h >>> 15;
  }
  return h;
};

/** A full-avalanche finaliser of 32 bits ("lowbias32", C. Wellons, hash-prospector). */
export function mix32(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}

/** The stream at `path` under a project seed (any safe integer). Equal paths give equal streams, in whatever order made. */
export function streamOf(seed: number, ...path: readonly string[]): Stream {
  const low = seed | 0;
  const high = Math.floor(seed / 0x100000000) | 0;
  return path.reduce(childStream, { k0: mix32(low ^ 0x3c6ef372), k1: mix32(high ^ mix32(low + 0x1b873593)) });
}

/** The stream named `label` under another stream. */
export function childStream(stream: Stream, label: string): Stream {
  // The length goes in, so that the paths ["ab", "c"] and ["a", "bc"] differ.
  return {
    k0: mix32(mixText(stream.k0 + label.length, label, 0x01000193) ^ stream.k1),
    k1: mix32(mixText(stream.k1 ^ 0x5bd1e995, label, 0x85ebca6b) + stream.k0),
  };
}

/**
 * The random word of an address, as a signed 32-bit integer. `row` is a whole number below 2^53; `lane` tells several
 * words of one cell apart. Two keyed rounds over the row, then fed forward (Davies–Meyer), so that the words of 2^32
 * neighbouring rows are not a permutation of all 32-bit values but repeat as random words do.
 */
export function wordAt(k0: number, k1: number, row: number, lane: number): number {
  const low = (row | 0) ^ Math.imul(lane, 0x9e3779b1);
  const high = (row * 2.3283064365386963e-10) | 0;
  const start = (low + k0) | 0;
  let x = start;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = (x + (k1 ^ Math.imul(high ^ (lane << 16), 0x27d4eb2f))) | 0;
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  x = Math.imul(x ^ (x >>> 15), 0x31848bab);
  x ^= x >>> 14;
  return (x + Math.imul(start, 0x2c1b3c6d)) | 0;
}

/** A uniform number in [0, 1) with 32 random bits. */
export const unitAt = (stream: Stream, row: number, lane = 0): number =>
  (wordAt(stream.k0, stream.k1, row, lane) >>> 0) * 2.3283064365386963e-10;

/** A uniform number in [0, 1) with 53 random bits; uses the lanes `lane` and `lane + 1`. */
export function unit53At(stream: Stream, row: number, lane = 0): number {
  const high = wordAt(stream.k0, stream.k1, row, lane) >>> 5;
  const low = wordAt(stream.k0, stream.k1, row, lane + 1) >>> 6;
  return (high * 67108864 + low) * 1.1102230246251565e-16;
}

/** A uniform whole number in [0, size), size ≤ 2^53; the bias is below size / 2^53 (size / 2^32 up to size 2^20). */
export function belowAt(stream: Stream, row: number, size: number, lane = 0): number {
  return size <= 0x100000
    ? Math.floor(unitAt(stream, row, lane) * size)
    : Math.floor(unit53At(stream, row, lane) * size);
}
