import { exp, ln, power } from "../base/real-functions.ts";
import { aliasTable, pickAlias, type AliasTable } from "./alias-table.ts";
import { wordAt } from "./stream.ts";

/** Ranks 1 … size, rank k drawn in proportion to k^−exponent. */
export interface Zipf {
  readonly size: number;
  readonly exponent: number;
  /** The first ranks, one by one; where there are more ranks the last entry stands for all the rest. */
  readonly head: AliasTable;
  readonly headSize: number;
}

const mostHead = 4096;

/** Integral of x^−exponent up to x, less a constant. */
const area = (x: number, exponent: number): number =>
  Math.abs(exponent - 1) < 1e-9 ? ln(x) : power(x, 1 - exponent) / (1 - exponent);
const areaInverse = (y: number, exponent: number): number =>
  Math.abs(exponent - 1) < 1e-9 ? exp(y) : power(y * (1 - exponent), 1 / (1 - exponent));

/** Prepares a Zipf distribution over the ranks 1 … size, 1 ≤ size ≤ 2^53, exponent ≥ 0. */
export function zipf(size: number, exponent: number): Zipf {
  const headSize = Math.min(size, mostHead);
  const weights = Array.from({ length: headSize }, (_, k) => power(k + 1, -exponent));
  if (size > headSize) weights.push(area(size + 0.5, exponent) - area(headSize + 0.5, exponent));
  return { size, exponent, head: aliasTable(weights), headSize };
}

/**
 * The rank, from 1, at the address (row, lane) of a stream; uses the lane `lane + 1` too. Ranks beyond the 4,096th come
 * from the continuous distribution, rounded: off by less than 1 part in 10^7 there.
 */
export function zipfRank(table: Zipf, k0: number, k1: number, row: number, lane: number): number {
  const entry = pickAlias(table.head, wordAt(k0, k1, row, lane));
  if (entry < table.headSize) return entry + 1;
  const from = area(table.headSize + 0.5, table.exponent);
  const share = ((wordAt(k0, k1, row, lane + 1) >>> 0) + 0.5) * 2.3283064365386963e-10;
  const rank = Math.round(areaInverse(from + share * (area(table.size + 0.5, table.exponent) - from), table.exponent));
  return Math.min(table.size, Math.max(table.headSize + 1, rank));
}
