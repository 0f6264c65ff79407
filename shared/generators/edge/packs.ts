import { boundaries } from "./boundaries.ts";
import type { EdgePack } from "./edge-pack.ts";
import { injection } from "./injection.ts";
import { emailTraps, testCards } from "./known-values.ts";
import { numberTraps } from "./number-traps.ts";
import { timeTraps } from "./time-traps.ts";
import { naughty, unicode } from "./unicode.ts";

/** Every edge pack, in the order of the form. */
export const edgePacks: readonly EdgePack[] = [
  boundaries,
  unicode,
  naughty,
  injection,
  timeTraps,
  numberTraps,
  testCards,
  emailTraps,
];
