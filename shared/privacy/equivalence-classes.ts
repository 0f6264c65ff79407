/** The rows that cannot be told apart by some columns share a class. */
export interface EquivalenceClasses {
  /** The class of each row. */
  readonly classOf: Int32Array;
  /** Rows in each class. */
  readonly sizes: Int32Array;
}

/**
 * The equivalence classes of rows over `columns`, each the codes (≥ 0) of all rows; classes are numbered in the order of
 * their first row. Without columns all rows are one class. `weights` counts a row several times.
 */
export function equivalenceClasses(
  rows: number,
  columns: readonly Int32Array[],
  weights?: Int32Array,
): EquivalenceClasses {
  let classOf: Int32Array = new Int32Array(rows);
  let count = rows === 0 ? 0 : 1;
  for (const codes of columns) ({ classOf, count } = refine(classOf, codes));
  const sizes = new Int32Array(count);
  for (let row = 0; row < rows; row++) {
    const of = classOf[row] ?? 0;
    sizes[of] = (sizes[of] ?? 0) + (weights?.[row] ?? 1);
  }
  return { classOf, sizes };
}

/** Splits classes by one more column, with an open-addressing table of (class, code) pairs. */
function refine(classOf: Int32Array, codes: Int32Array): { readonly classOf: Int32Array; readonly count: number } {
  const rows = classOf.length;
  const mask = tableSize(rows) - 1;
  const firstRow = new Int32Array(mask + 1).fill(-1);
  const next = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const before = classOf[row] ?? 0;
    const code = codes[row] ?? 0;
    let slot = (Math.imul(before, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const other = firstRow[slot] ?? -1;
      if (other < 0) {
        firstRow[slot] = row;
        next[row] = count++;
        break;
      }
      if (classOf[other] === before && codes[other] === code) {
        next[row] = next[other] ?? 0;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { classOf: next, count };
}

const tableSize = (rows: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, rows * 2)));
