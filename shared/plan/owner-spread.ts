import { wordAt, type Stream } from "../random/stream.ts";
import { childCounts, meanChildren, type ChildShape } from "./child-counts.ts";

/** Which owner row each row of an owned table belongs to. Rows lie contiguous by owner. All row numbers are 0-based. */
export interface OwnerSpread {
  readonly ownerCount: number;
  /** Rows of the owned table. */
  readonly childCount: number;
  /** The largest number of children that an owner can have. */
  readonly mostChildren: number;
  /** The fewest. */
  readonly fewestChildren: number;
  /** The owner row and the number within it (from 0) of each child row. */
  locate(rows: Float64Array, count: number, owners: Float64Array, ordinals: Float64Array): void;
  /** The first child row of an owner row; of `ownerCount`: `childCount`. */
  firstChild(owner: number): number;
}

/** Owners whose counts are drawn together. Within a block the counts' multiset is fixed, so block sums need no scan. */
const blockOwners = 4096;
const cachedBlocks = 64;

/**
 * Children spread over owners by a distribution of counts. Owners come in blocks of 4,096; each block holds the
 * distribution's counts in exact proportion (stratified), shuffled by the block's key. Block sums are therefore closed
 * form: any child row is found in O(log block) after one shuffle of its block, and nothing is kept for 50 million owners.
 *
 * `total` asks for an exact number of rows; without it the number follows from the shape's mean.
 */
export function ownerSpread(stream: Stream, ownerCount: number, shape: ChildShape, total?: number): OwnerSpread {
  const mean = meanChildren(shape);
  const fullBlock = Math.round(blockOwners * mean);
  const blocks = Math.ceil(ownerCount / blockOwners);
  const tail = ownerCount - (blocks - 1) * blockOwners;
  const childCount = ownerCount === 0 ? 0 : (total ?? (blocks - 1) * fullBlock + Math.round(tail * mean));

  /** Children before block b. */
  const before = (b: number): number => {
    if (b >= blocks) return childCount;
    return total === undefined ? b * fullBlock : Math.floor(total * ((b * blockOwners) / ownerCount));
  };

  const cache = new Map<number, Float64Array>();
  const sorted = new Map<string, Uint32Array>();

  /** Prefix sums of a block's counts: entry i is the number of children before the block's owner i. */
  function prefixes(b: number): Float64Array {
    const known = cache.get(b);
    if (known) return known;
    const owners = b === blocks - 1 ? tail : blockOwners;
    const children = before(b + 1) - before(b);
    const id = `${owners}/${children}`;
    const multiset = sorted.get(id) ?? childCounts(shape, owners, children);
    sorted.set(id, multiset);
    const counts = multiset.slice();
    for (let i = owners - 1; i > 0; i--) {
      const j = Math.floor(
        (wordAt(stream.k0, stream.k1, b * blockOwners + i, 0) >>> 0) * 2.3283064365386963e-10 * (i + 1),
      );
      const held = counts[i] ?? 0;
      counts[i] = counts[j] ?? 0;
      counts[j] = held;
    }
    const sums = new Float64Array(owners + 1);
    for (let i = 0; i < owners; i++) sums[i + 1] = (sums[i] ?? 0) + (counts[i] ?? 0);
    if (cache.size >= cachedBlocks) {
      const oldest = cache.keys().next();
      if (!oldest.done) cache.delete(oldest.value);
    }
    cache.set(b, sums);
    return sums;
  }

  function blockOf(row: number): number {
    let b =
      total === undefined
        ? Math.min(blocks - 1, Math.floor(row / Math.max(1, fullBlock)))
        : Math.min(blocks - 1, Math.floor(((row / total) * ownerCount) / blockOwners));
    while (b > 0 && before(b) > row) b--;
    while (b < blocks - 1 && before(b + 1) <= row) b++;
    return b;
  }

  return {
    ownerCount,
    childCount,
    mostChildren:
      mean === 0
        ? 0
        : total === undefined
          ? shape.to
          : Math.max(shape.to, Math.ceil(childCount / Math.max(1, ownerCount))),
    fewestChildren: shape.without > 0 || (total !== undefined && total < ownerCount * shape.from) ? 0 : shape.from,
    locate(rows, count, owners, ordinals) {
      let b = -1;
      let sums: Float64Array = new Float64Array(0);
      let start = 0;
      let end = -1;
      let at = 0;
      for (let i = 0; i < count; i++) {
        const row = rows[i] ?? 0;
        if (row < start || row >= end) {
          b = blockOf(row);
          sums = prefixes(b);
          start = before(b);
          end = before(b + 1);
          at = 0;
        }
        const inside = row - start;
        // Consecutive rows stay with the same or the next owner; else search.
        if (inside < (sums[at] ?? 0) || inside >= (sums[at + 1] ?? 0)) at = lastAtMost(sums, inside, at);
        owners[i] = b * blockOwners + at;
        ordinals[i] = inside - (sums[at] ?? 0);
      }
    },
    firstChild(owner) {
      if (owner >= ownerCount) return childCount;
      const b = Math.floor(owner / blockOwners);
      return before(b) + (prefixes(b)[owner - b * blockOwners] ?? 0);
    },
  };
}

/** The owner in whose range `value` falls: the last i with sums[i] ≤ value < sums[i + 1]; `hint` is tried forwards first. */
function lastAtMost(sums: Float64Array, value: number, hint: number): number {
  for (let i = hint + 1; i < hint + 8 && i + 1 < sums.length; i++) {
    if (value >= (sums[i] ?? 0) && value < (sums[i + 1] ?? 0)) return i;
  }
  let low = 0;
  let high = sums.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
