import type { BigintVector } from "./vector.ts";

// 64-bit cells as pairs of 32-bit words, low word first as on every machine that Node runs on: a bigint for each cell would
// be an object for each.

/** The memory of a vector of 64-bit numbers as pairs of words. */
export const wordsOf = ({ values }: BigintVector): Int32Array =>
  new Int32Array(values.buffer, values.byteOffset, values.length * 2);

/** Cell i as a double: exact within ±2^53, beyond that the nearest. */
export const readWhole = (words: Int32Array, i: number): number =>
  (words[2 * i + 1] ?? 0) * 0x100000000 + ((words[2 * i] ?? 0) >>> 0);

/** Sets cell i to a whole number of the 64-bit range. Throws a RangeError where it is not whole. */
export function writeWhole(words: Int32Array, i: number, value: number): void {
  if (!Number.isInteger(value)) throw new RangeError("A cell of whole numbers was given another.");
  words[2 * i] = value | 0;
  words[2 * i + 1] = Math.floor(value / 0x100000000);
}

/** Whether cell i lies within ±2^52, so that a double holds it and its neighbours exactly. */
export function isSmallWhole(words: Int32Array, i: number): boolean {
  const high = words[2 * i + 1] ?? 0;
  return high < 0x100000 && high >= -0x100000;
}

/** Gives the cells from … to − 1 as doubles, in memory that is used again; undefined where one of them is not small. */
export function smallWholes(vector: BigintVector): (from: number, to: number) => Float64Array | undefined {
  const words = wordsOf(vector);
  let numbers = new Float64Array(0);
  return (from, to) => {
    if (numbers.length < to - from) numbers = new Float64Array(to - from);
    for (let i = from; i < to; i++) {
      if (!isSmallWhole(words, i)) return undefined;
      numbers[i - from] = readWhole(words, i);
    }
    return numbers;
  };
}
