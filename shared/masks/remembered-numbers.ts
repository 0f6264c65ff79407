import type { Hmac } from "../keyed/hmac.ts";
import type { Vector } from "../vectors/vector.ts";
import { cellHasher } from "./hash.ts";
import { digestNumber } from "./mask.ts";

/** Names come again and again: so many short texts are remembered with their numbers. A power of two. */
const slots = 16_384;
/** Longer texts are hashed each time. */
const mostBytes = 24;

/**
 * The keyed number of each cell, as {@link digestNumber} has it. Short texts that came before are found by their bytes, in
 * memory of this run; one that falls into the slot of another takes its place.
 */
export function rememberedNumbers(source: Vector, hmac: Hmac, ignoreCase: boolean): (i: number) => number {
  const hashCell = cellHasher(source, hmac, ignoreCase);
  const hashed = (i: number): number => {
    hashCell(i);
    return digestNumber(hmac);
  };
  if (source.kind !== "text") return hashed;
  const lengths = new Uint8Array(slots);
  const texts = new Uint8Array(slots * mostBytes);
  const numbers = new Float64Array(slots);
  return (i) => {
    const from = source.offsets[i] ?? 0;
    const length = (source.offsets[i + 1] ?? 0) - from;
    if (length === 0 || length > mostBytes) return hashed(i);
    const { bytes } = source;
    let mix = length;
    for (let k = 0; k < length; k++) mix = Math.imul(mix ^ (bytes[from + k] ?? 0), 0x01000193);
    const slot = (mix ^ (mix >>> 15)) & (slots - 1);
    const at = slot * mostBytes;
    let same = lengths[slot] === length;
    for (let k = 0; same && k < length; k++) same = texts[at + k] === bytes[from + k];
    if (same) return numbers[slot] ?? 0;
    lengths[slot] = length;
    for (let k = 0; k < length; k++) texts[at + k] = bytes[from + k] ?? 0;
    return (numbers[slot] = hashed(i));
  };
}
