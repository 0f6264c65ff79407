import { fillWords } from "./batch-words.ts";
import type { Stream } from "./stream.ts";

/**
 * A table to draw from a list by weights in O(1) (A. J. Walker 1977, built as M. D. Vose 1991): a slot is chosen
 * uniformly, then it or its alias by a biased coin.
 */
export interface AliasTable {
  readonly size: number;
  /** The chance that a slot stands for itself, 0 to 1. */
  readonly keep: Float64Array;
  /** What a slot stands for otherwise. */
  readonly alias: Int32Array;
  /** What all words with these upper 12 bits draw, or -1 where they differ; for long lists nothing. */
  readonly direct: Int16Array;
}

/** Upper bits of a word that the direct list tells apart, and up to how many slots it is of use. */
const directBits = 12;
const mostDirect = 256;

/** Builds the table for non-negative weights, at least one of them positive; throws a RangeError otherwise. */
export function aliasTable(weights: readonly number[]): AliasTable {
  const size = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (size === 0 || !(total > 0) || weights.some((weight) => !(weight >= 0))) {
    throw new RangeError("Weights must be numbers from 0 up, at least one of them above 0.");
  }
  const scaled = Float64Array.from(weights, (weight) => (weight / total) * size);
  const keep = new Float64Array(size).fill(1);
  const alias = Int32Array.from(weights, (_, k) => k);
  const small: number[] = [];
  const large: number[] = [];
  scaled.forEach((value, k) => (value < 1 ? small : large).push(k));
  while (small.length > 0 && large.length > 0) {
    const low = small.pop() ?? 0;
    const high = large.pop() ?? 0;
    keep[low] = scaled[low] ?? 0;
    alias[low] = high;
    const rest = (scaled[high] ?? 0) + (scaled[low] ?? 0) - 1;
    scaled[high] = rest;
    (rest < 1 ? small : large).push(high);
  }
  // What is left over differs from 1 by rounding only; a slot of weight 0 must not be drawn, though.
  for (const k of small) if (weights[k] === 0) keepHeaviest(weights, keep, alias, k);
  return { size, keep, alias, direct: directDraws(size, keep, alias) };
}

/** Within a few thousandths of all words only, a slot or its coin changes: for the others the upper bits tell the outcome. */
function directDraws(size: number, keep: Float64Array, alias: Int32Array): Int16Array {
  if (size > mostDirect) return new Int16Array(0);
  const cells = 2 ** directBits;
  return Int16Array.from({ length: cells }, (_, cell) => {
    const slot = Math.floor((cell / cells) * size);
    // Within the slot; exact, as pickAlias has it.
    const from = (cell / cells) * size - slot;
    const to = ((cell + 1) / cells) * size - slot;
    const coin = keep[slot] ?? 1;
    if (to > 1 || (from < coin && coin < to)) return -1;
    return from < coin ? slot : (alias[slot] ?? slot);
  });
}

function keepHeaviest(weights: readonly number[], keep: Float64Array, alias: Int32Array, slot: number): void {
  keep[slot] = 0;
  alias[slot] = weights.indexOf(Math.max(...weights));
}

/** The index that a random word (32 bits, see wordAt) draws. Slot and coin share the word, so meant for up to 2^16 weights. */
export function pickAlias(table: AliasTable, word: number): number {
  const position = (word >>> 0) * 2.3283064365386963e-10 * table.size;
  const slot = Math.floor(position);
  return position - slot < (table.keep[slot] ?? 1) ? slot : (table.alias[slot] ?? slot);
}

/** {@link pickAlias} of the first words (lane 0) of a stream's rows, into `picks`. */
export function fillAlias(
  table: AliasTable,
  stream: Stream,
  rows: Float64Array,
  count: number,
  picks: Int32Array,
): void {
  const { direct } = table;
  fillWords(stream, 0, rows, count, picks);
  for (let i = 0; i < count; i++) {
    const word = picks[i] ?? 0;
    const pick = direct[word >>> (32 - directBits)] ?? -1;
    picks[i] = pick >= 0 ? pick : pickAlias(table, word);
  }
}
