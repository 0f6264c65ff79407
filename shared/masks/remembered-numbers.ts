import type { Hmac } from "../keyed/hmac.ts";
import type { Vector } from "../vectors/vector.ts";
import { cellHasher } from "./hash.ts";
import { digestNumber } from "./mask.ts";

/** Names come again and again: so many short texts are remembered with their numbers. A power of two. */
const slots = 65_536;
/** A slot is half a line of the processor's cache: the length in one byte, the text, and the number in the last eight. */
const slotBytes = 32;
/** Longer texts are hashed each time. */
const mostBytes = slotBytes - 9;
/** How many slots from its own on a text may be in. */
const ways = 4;

/**
 * The keyed number of each cell, as {@link digestNumber} has it. Short texts that came before are found by their bytes, in
 * memory of this run; one that finds its slots taken takes the place of another.
 */
export function rememberedNumbers(source: Vector, hmac: Hmac, ignoreCase: boolean): (i: number) => number {
  const hashCell = cellHasher(source, hmac, ignoreCase);
  const hashed = (i: number): number => {
    hashCell(i);
    return digestNumber(hmac);
  };
  if (source.kind !== "text") return hashed;
  const texts = new Uint8Array(slots * slotBytes);
  const numbers = new Float64Array(texts.buffer);
  return (i) => {
    const from = source.offsets[i] ?? 0;
    const length = (source.offsets[i + 1] ?? 0) - from;
    if (length === 0 || length > mostBytes) return hashed(i);
    const { bytes } = source;
    let mix = length;
    for (let k = 0; k < length; k++) mix = Math.imul(mix ^ (bytes[from + k] ?? 0), 0x01000193);
    const own = mix ^ (mix >>> 15);
    let slot = own & (slots - 1);
    for (let way = 0; way < ways; way++) {
      const next = (own + way) & (slots - 1);
      const at = next * slotBytes;
      const known = texts[at] ?? 0;
      let same = known === length;
      for (let k = 0; same && k < length; k++) same = texts[at + 1 + k] === bytes[from + k];
      if (same) return numbers[next * 4 + 3] ?? 0;
      if (known !== 0) continue;
      slot = next;
      break;
    }
    const at = slot * slotBytes;
    texts[at] = length;
    for (let k = 0; k < length; k++) texts[at + 1 + k] = bytes[from + k] ?? 0;
    return (numbers[slot * 4 + 3] = hashed(i));
  };
}
