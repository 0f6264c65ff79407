import type { CodedColumn } from "./coded-column.ts";
import { equivalenceClasses, type EquivalenceClasses } from "./equivalence-classes.ts";

/** How well rows hide among others that have the same quasi-identifiers. */
export interface Risk {
  readonly rows: number;
  readonly classes: number;
  /** The rows of the smallest class (k-anonymity, Sweeney 2002); 0 where there are no rows. */
  readonly k: number;
  /** Rows that nobody else is like. */
  readonly uniqueRows: number;
  /** Class size → how many classes have it, smallest first. */
  readonly classesBySize: readonly (readonly [size: number, classes: number])[];
}

/** k-anonymity of a sample over its quasi-identifiers. */
export function riskOf(rows: number, quasiIdentifiers: readonly CodedColumn[]): Risk {
  return riskOfClasses(
    rows,
    equivalenceClasses(
      rows,
      quasiIdentifiers.map(({ codes }) => codes),
    ),
  );
}

/** k-anonymity of classes that are known already. */
function riskOfClasses(rows: number, { sizes }: EquivalenceClasses): Risk {
  const bySize = new Map<number, number>();
  for (const size of sizes) bySize.set(size, (bySize.get(size) ?? 0) + 1);
  const classesBySize = [...bySize].sort(([a], [b]) => a - b);
  return {
    rows,
    classes: sizes.length,
    k: classesBySize[0]?.[0] ?? 0,
    uniqueRows: bySize.get(1) ?? 0,
    classesBySize,
  };
}

/** The rows in classes of fewer than `k`: what would have to be left out to reach k-anonymity. */
export const rowsBelow = ({ classesBySize }: Risk, k: number): number =>
  classesBySize.reduce((rows, [size, classes]) => rows + (size < k ? size * classes : 0), 0);

/** How much the classes tell about a sensitive column. */
export interface Disclosure {
  /** The fewest distinct sensitive values of a class (distinct l-diversity, Machanavajjhala 2007). */
  readonly distinct: number;
  /** The least effective number of sensitive values, e^entropy (entropy l-diversity). */
  readonly entropy: number;
  /** The largest distance between a class's sensitive distribution and that of all rows (t-closeness, Li 2007). */
  readonly closeness: number;
}

/**
 * l-diversity and t-closeness of a sensitive column within equivalence classes. The distance is half the sum of absolute
 * differences (equal ground distance); with `order`, which ranks the values (rank by code, 0 …), it is the ordered earth
 * mover's distance of numbers.
 */
export function disclosureOf(
  { classOf, sizes }: EquivalenceClasses,
  sensitive: CodedColumn,
  order?: Int32Array,
): Disclosure {
  const values = sensitive.values.length;
  const rows = classOf.length;
  if (rows === 0) return { distinct: 0, entropy: 0, closeness: 0 };
  const rank = (code: number): number => order?.[code] ?? code;
  const overall = new Float64Array(values);
  for (const code of sensitive.codes) overall[rank(code)] = (overall[rank(code)] ?? 0) + 1 / rows;

  const byClass = rowsByClass(classOf, sizes);
  const counts = new Int32Array(values);
  let distinct = Infinity;
  let entropy = Infinity;
  let closeness = 0;
  for (let of = 0, at = 0; of < sizes.length; of++) {
    const size = sizes[of] ?? 0;
    counts.fill(0);
    for (const end = at + size; at < end; at++) {
      const value = rank(sensitive.codes[byClass[at] ?? 0] ?? 0);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    const found = spread(counts, size, overall, order !== undefined);
    distinct = Math.min(distinct, found.distinct);
    entropy = Math.min(entropy, found.entropy);
    closeness = Math.max(closeness, found.closeness);
  }
  return { distinct, entropy: Math.exp(entropy), closeness };
}

/** Row numbers, class after class. */
function rowsByClass(classOf: Int32Array, sizes: Int32Array): Int32Array {
  const next = new Int32Array(sizes.length);
  for (let of = 1; of < sizes.length; of++) next[of] = (next[of - 1] ?? 0) + (sizes[of - 1] ?? 0);
  const out = new Int32Array(classOf.length);
  classOf.forEach((of, row) => {
    const at = next[of] ?? 0;
    out[at] = row;
    next[of] = at + 1;
  });
  return out;
}

/** One class: its distinct values, the entropy of their shares in nats, and its distance from `overall`. */
function spread(counts: Int32Array, size: number, overall: Float64Array, ordered: boolean): Disclosure {
  let distinct = 0;
  let entropy = 0;
  let distance = 0;
  let ahead = 0;
  for (let value = 0; value < counts.length; value++) {
    const share = (counts[value] ?? 0) / size;
    if (share > 0) {
      distinct++;
      entropy -= share * Math.log(share);
    }
    const difference = share - (overall[value] ?? 0);
    ahead += difference;
    distance += Math.abs(ordered ? ahead : difference);
  }
  const most = ordered ? Math.max(1, counts.length - 1) : 2;
  return { distinct, entropy, closeness: distance / most };
}
