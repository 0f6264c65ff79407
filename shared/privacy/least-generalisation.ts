import type { CodedColumn } from "./coded-column.ts";
import { equivalenceClasses } from "./equivalence-classes.ts";
import type { Hierarchy } from "./hierarchy.ts";

/** How far each column is generalised, by its level. */
export interface Generalisation {
  readonly levels: readonly number[];
  /** What it costs: bits by which the rows' values are known less well (non-uniform entropy, ARX's "precomputed"). */
  readonly loss: number;
  /** Rows in classes that stay too small and have to be left out. */
  readonly suppressed: number;
}

export interface GeneralisationGoal {
  readonly k: number;
  /** The most rows that may be left out, as a share of all. */
  readonly suppression: number;
  /** The search stops and gives the best so far when this says so; nothing is asked where absent. */
  readonly stop?: () => boolean;
}

/**
 * The generalisation of least loss that makes the rows k-anonymous, or undefined where even the most general does not.
 * A full search of the lattice of levels: both the loss and the rows in small classes change in one direction along every
 * path upwards, so one failed node rules out all below it, and one good node all that lose more (OLA, El Emam 2009;
 * Flash, Kohlmayer 2012). `columns` and `hierarchies` go together.
 */
export function leastGeneralisation(
  columns: readonly CodedColumn[],
  hierarchies: readonly Hierarchy[],
  goal: GeneralisationGoal,
): Generalisation | undefined {
  const rows = columns[0]?.codes.length ?? 0;
  if (rows === 0) return undefined;
  const distinct = distinctRows(rows, columns);
  const losses = columns.map((column, c) => levelLosses(column, hierarchies[c]));
  const heights = hierarchies.map(({ levels }) => levels.length);
  const lattice = newLattice(heights, losses);
  const allowed = Math.floor(goal.suppression * rows);
  const coded = hierarchies.map(({ levels }, c) =>
    levels.map((classes) => (distinct.codes[c] ?? new Int32Array()).map((code) => classes[code] ?? 0)),
  );

  const checked = new Map<number, number>();
  function suppressed(node: number): number {
    const known = checked.get(node);
    if (known !== undefined) return known;
    const level = lattice.levelsOf(node);
    const codes = coded.map((ofColumn, c) => ofColumn[level[c] ?? 0] ?? new Int32Array());
    const { sizes } = equivalenceClasses(distinct.weights.length, codes, distinct.weights);
    const small = sizes.reduce((sum, size) => sum + (size < goal.k ? size : 0), 0);
    checked.set(node, small);
    return small;
  }

  let best: number | undefined;
  for (const node of lattice.byLoss) {
    if (best !== undefined && lattice.loss(node) >= lattice.loss(best)) break;
    if (goal.stop?.() === true) break;
    if (lattice.isRuledOut(node)) continue;
    // Up a path from here the lowest node that is good is found by halving; what fails rules out all below it.
    const path = lattice.pathUp(node);
    let low = 0;
    let high = path.length - 1;
    if (suppressed(path[high] ?? node) > allowed) {
      lattice.ruleOut(path[high] ?? node);
      continue;
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      const here = path[middle] ?? node;
      if (!lattice.isRuledOut(here) && suppressed(here) <= allowed) high = middle;
      else {
        lattice.ruleOut(here);
        low = middle + 1;
      }
    }
    const good = path[low] ?? node;
    if (best === undefined || lattice.loss(good) < lattice.loss(best)) best = good;
  }
  return best === undefined
    ? undefined
    : { levels: lattice.levelsOf(best), loss: lattice.loss(best), suppressed: suppressed(best) };
}

/** Equal rows counted once. */
function distinctRows(
  rows: number,
  columns: readonly CodedColumn[],
): { readonly codes: readonly Int32Array[]; readonly weights: Int32Array } {
  const { classOf, sizes } = equivalenceClasses(
    rows,
    columns.map(({ codes }) => codes),
  );
  const codes = columns.map(() => new Int32Array(sizes.length));
  classOf.forEach((of, row) => codes.forEach((target, c) => (target[of] = columns[c]?.codes[row] ?? 0)));
  return { codes, weights: sizes };
}

/** For each level: Σ over the rows of log2(rows of the row's class ÷ rows of its value). */
function levelLosses(column: CodedColumn, hierarchy: Hierarchy | undefined): readonly number[] {
  const counts = new Float64Array(column.values.length);
  for (const code of column.codes) counts[code] = (counts[code] ?? 0) + 1;
  return (hierarchy?.levels ?? []).map((classes) => {
    const sums = new Map<number, number>();
    counts.forEach((count, code) => sums.set(classes[code] ?? 0, (sums.get(classes[code] ?? 0) ?? 0) + count));
    return counts.reduce(
      (loss, count, code) => loss + (count === 0 ? 0 : count * Math.log2((sums.get(classes[code] ?? 0) ?? 1) / count)),
      0,
    );
  });
}

interface Lattice {
  /** All nodes, least loss first. */
  readonly byLoss: readonly number[];
  loss(node: number): number;
  levelsOf(node: number): readonly number[];
  /** A path of ever more general nodes from `node` to the top. */
  pathUp(node: number): readonly number[];
  ruleOut(node: number): void;
  isRuledOut(node: number): boolean;
}

function newLattice(heights: readonly number[], losses: readonly (readonly number[])[]): Lattice {
  const size = heights.reduce((product, height) => product * height, 1);
  const strides = heights.map((_, c) => heights.slice(0, c).reduce((product, height) => product * height, 1));
  const level = (node: number, c: number): number => Math.floor(node / (strides[c] ?? 1)) % (heights[c] ?? 1);
  const levelsOf = (node: number): readonly number[] => heights.map((_, c) => level(node, c));
  const loss = Float64Array.from({ length: size }, (_, node) =>
    heights.reduce((sum, _height, c) => sum + (losses[c]?.[level(node, c)] ?? 0), 0),
  );
  const out = new Uint8Array(size);
  return {
    byLoss: Array.from({ length: size }, (_, node) => node).sort((a, b) => (loss[a] ?? 0) - (loss[b] ?? 0) || a - b),
    loss: (node) => loss[node] ?? 0,
    levelsOf,
    pathUp(node) {
      const path = [node];
      for (let at = node; ;) {
        const up = heights.flatMap((height, c) => (level(at, c) < height - 1 ? [at + (strides[c] ?? 1)] : []));
        const cheapest = up.reduce<number | undefined>(
          (least, next) => (least === undefined || (loss[next] ?? 0) < (loss[least] ?? 0) ? next : least),
          undefined,
        );
        if (cheapest === undefined) return path;
        path.push(cheapest);
        at = cheapest;
      }
    },
    ruleOut(node) {
      const stack = [node];
      for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
        if (out[at] === 1) continue;
        out[at] = 1;
        for (const [c, stride] of strides.entries()) if (level(at, c) > 0) stack.push(at - stride);
      }
    },
    isRuledOut: (node) => out[node] === 1,
  };
}
