/** The most values of one column that are remembered. */
const most = 4_000_000;

/**
 * The different values of a column, each as a number of 53 bits: of a million values, two share one by chance in one of ten
 * thousand files. It is given up with the first value that comes twice, for only what is unique can be referred to, and where
 * there are too many. The numbers lie in a table with open addressing: a Set of them takes eight times the room.
 */
export class ValueSet {
  #table: Float64Array | undefined = new Float64Array(1024);
  #size = 0;
  #distinct = true;

  add(text: string): void {
    const table = this.#table;
    if (table === undefined) return;
    const hash = hashOf(text);
    const at = placeOf(table, hash);
    if (table[at] === hash || this.#size >= most) {
      this.#distinct = false;
      this.#table = undefined;
      return;
    }
    table[at] = hash;
    if (++this.#size * 2 > table.length) this.#table = grown(table);
  }

  /** No value came twice. */
  get distinct(): boolean {
    return this.#distinct;
  }

  has(text: string): boolean {
    const hash = hashOf(text);
    return this.#table !== undefined && this.#table[placeOf(this.#table, hash)] === hash;
  }
}

/** Where a number lies, or would: the first free place from the one that it names. Zero is a free one. */
function placeOf(table: Float64Array, hash: number): number {
  const mask = table.length - 1;
  let at = (hash >>> 0) & mask;
  while (table[at] !== 0 && table[at] !== hash) at = (at + 1) & mask;
  return at;
}

function grown(table: Float64Array): Float64Array {
  const larger = new Float64Array(table.length * 2);
  for (const hash of table) if (hash !== 0) larger[placeOf(larger, hash)] = hash;
  return larger;
}

/** FNV-1a over UTF-16 units in two halves of different offsets; never zero. */
function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + k), 0x01000193);
  }
  high ^= high >>> 15;
  return (high >>> 11) * 2 ** 32 + ((low ^ (low >>> 15)) >>> 0) || 1;
}
