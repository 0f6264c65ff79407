import type { Randomizer } from "@faker-js/faker";
import { mix32 } from "../../random/stream.ts";

/**
 * A randomizer that is re-keyed in O(1) (the default one takes 20 µs), so that each value can have its own key. It is made
 * of closures because faker calls `next` without its object. `seed([k0, k1])` sets the key.
 */
export function keyedRandomizer(): Randomizer {
  let k0 = 0;
  let k1 = 0;
  let count = 0;
  const word = (): number => mix32(mix32(k0 + Math.imul(++count, 0x9e3779b1)) ^ k1) >>> 0;
  return {
    next() {
      const high = word() >>> 5;
      return (high * 67_108_864 + (word() >>> 6)) * 1.1102230246251565e-16;
    },
    seed(key) {
      [k0, k1] = typeof key === "number" ? [key | 0, mix32(key)] : [(key[0] ?? 0) | 0, (key[1] ?? 0) | 0];
      count = 0;
    },
  };
}
