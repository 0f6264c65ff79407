import { chanceOfAtLeast } from "./chance.ts";
import { datesIn, mostWords, tracesOf, wordsOf, type OriginalKind } from "./traces.ts";

/** A column of the source whose values must not be seen in the output. */
export interface OriginalColumn {
  /** "customers.email" */
  readonly id: string;
  readonly kind: OriginalKind;
}

/** A column of the output. */
export interface OutputColumn {
  readonly id: string;
  /**
   * Its values are made without a look at the originals, or by a key: what equals an original of another person does so by
   * chance, as "Maria" out of a list of given names does.
   */
  readonly independent: boolean;
  /** It is the same column, made coarser: what is left of a value there is what was asked for. */
  readonly coarser: boolean;
}

/** Originals of one column that are to be read in another. */
export interface Leak {
  /** What the values are of: "customers.email". */
  readonly of: string;
  /** Where they are: "orders.note". */
  readonly at: string;
  /** How many different traces were found. */
  readonly values: number;
  /** How many rows of the output have one. */
  readonly rows: number;
  /** The first of those rows, 0-based. */
  readonly first: readonly number[];
}

export interface LeakFindings {
  readonly leaks: readonly Leak[];
  /** Single words of places that a kept column happens to share: the city of Dublin in the county of Dublin. */
  readonly coincidences: readonly Leak[];
  /** Rows in which a value equals one of its own person no more often than chance explains. */
  readonly byChance: number;
  /** Originals that were looked for. */
  readonly originals: number;
  /** False where there were more originals than are held in memory: the rest was not looked for. */
  readonly complete: boolean;
}

interface Hit {
  readonly of: number;
  readonly at: number;
  readonly strong: boolean;
  rows: number;
  /** The row that was counted last. */
  last?: number;
  /** Trace → rows that have it. */
  readonly traces: Map<number, number>;
  readonly first: number[];
}

interface Original extends OriginalColumn {
  /** Rows that were added. */
  rows: number;
  /** Trace → rows that have it. */
  readonly counts: Map<number, number>;
}

interface Output extends OutputColumn {
  cells: number;
  /** Words of all cells. */
  length: number;
  /** Words of the longest cell. */
  longest: number;
  /** Trace → rows of the output that have it. */
  readonly counts: Map<number, number>;
  /** The different words, up to a bound: how long the list is that values are drawn from. */
  readonly words: Set<string>;
}

/** A trace of one owner is owner × this + trace: both stay below 2^26. */
const traceRoom = 2 ** 26;
const defaultMost = 4_000_000;
const mostFirst = 1000;
const mostListed = 100_000;
/** A trace that more of a column's rows than this have identifies nobody. */
const commonShare = 0.2;
/** Where a kept column has more of an original's words of places than this, it is a copy. */
const copiedShare = 0.1;
/** A column holds prose where its cells have so many words on average, or one of them has so many. */
const prose = { mean: 5, longest: 12 };
/** Below this, chance is no explanation. */
const significance = 0.001;

/**
 * Looks for originals of masked columns, and for parts of them, in what is written. First all originals are added, each with
 * its owner (the row that it stands in); then the output is looked through, each cell with the owners it speaks of: its own
 * row, and the rows that its foreign keys lead to.
 *
 * Chance hits are kept apart from leaks so: a trace that identifies (an e-mail, a number of nine digits, a street with its
 * house, a full name) is a leak wherever it stands. A common one (a given name, a city, a date) is a leak only where it stands
 * in what is written of its own owner, and there only if that happens more often than chance explains: in a column drawn
 * without a look at the originals, by the length of the list and by how often each value is drawn; in any other, by how
 * often the trace stands in rows of other owners.
 *
 * A word of a place (a city, what a street is called after) tells of nobody by itself. In a kept column of short values that
 * has a few of them, it is the column's own value that has the same name (a state called as its city, the company that an
 * address is called after): a coincidence, which is told and is no leak. It is one in prose, and where more than a tenth of
 * the original column's words are there, as in a copy of it.
 *
 * Originals are held in memory only, and never told.
 */
export class LeakCheck {
  readonly #originals: Original[] = [];
  readonly #outputs: Output[] = [];
  readonly #traces = new Map<string, number>();
  readonly #strong = new Map<number, number>();
  /** How traces begin, so that a text is given up early. */
  readonly #starts = new Set<string>();
  readonly #owners = new Map<string, number>();
  readonly #owned = new Map<number, number>();
  readonly #hits = new Map<string, Hit>();
  readonly #most: number;
  #added = 0;
  #complete = true;

  constructor(most = defaultMost) {
    this.#most = most;
  }

  /** Makes a column of the source known; its number is what {@link add} takes. */
  original(column: OriginalColumn): number {
    return this.#originals.push({ ...column, rows: 0, counts: new Map() }) - 1;
  }

  output(column: OutputColumn): number {
    return this.#outputs.push({ ...column, cells: 0, length: 0, longest: 0, counts: new Map(), words: new Set() }) - 1;
  }

  /** Adds the original of one row. `owner` names that row: its table and key. */
  add(column: number, owner: string, text: string): void {
    const original = this.#originals[column];
    if (original === undefined) return;
    original.rows++;
    if (this.#owned.size >= this.#most) {
      this.#complete = false;
      return;
    }
    const { strong, weak } = tracesOf(original.kind, text);
    if (weak.length === 0) return;
    this.#added++;
    const number = this.#owners.get(owner) ?? this.#owners.size;
    this.#owners.set(owner, number);
    for (const text of weak) {
      const trace = this.#traceOf(text);
      original.counts.set(trace, (original.counts.get(trace) ?? 0) + 1);
      const key = number * traceRoom + trace;
      if (!this.#owned.has(key)) this.#owned.set(key, column);
    }
    for (const text of strong) {
      const trace = this.#traceOf(text);
      if (!this.#strong.has(trace)) this.#strong.set(trace, column);
    }
  }

  /** Looks through one cell of the output, which speaks of `owners`. */
  look(column: number, row: number, text: string, owners: readonly string[]): void {
    const output = this.#outputs[column];
    if (output === undefined) return;
    const words = wordsOf(text);
    output.cells++;
    output.length += words.length;
    output.longest = Math.max(output.longest, words.length);
    if (output.independent && output.words.size < mostListed) for (const word of words) output.words.add(word);
    const traces = this.#tracesIn(words, text);
    if (traces.size === 0) return;
    const numbers = owners.flatMap((owner) => this.#owners.get(owner) ?? []);
    for (const trace of traces) {
      output.counts.set(trace, (output.counts.get(trace) ?? 0) + 1);
      let of: number | undefined;
      for (const owner of numbers) of ??= this.#owned.get(owner * traceRoom + trace);
      if (!output.independent) of ??= this.#strong.get(trace);
      if (of === undefined) continue;
      this.#hit(of, column, !output.independent && this.#strong.has(trace), trace, row);
    }
  }

  findings(): LeakFindings {
    const leaks = new Map<string, Leak>();
    const coincidences = new Map<string, Leak>();
    let byChance = 0;
    for (const hit of this.#hits.values()) {
      const original = this.#originals[hit.of];
      const output = this.#outputs[hit.at];
      if (original === undefined || output === undefined) continue;
      if (output.coarser && original.id === output.id) continue;
      if (!hit.strong && this.#isChance(original, output, hit)) {
        byChance += hit.rows;
        continue;
      }
      const list = !hit.strong && isCoincidence(original, output, hit) ? coincidences : leaks;
      const name = JSON.stringify([original.id, output.id]);
      const known = list.get(name);
      const first = [...new Set([...(known?.first ?? []), ...hit.first])].toSorted((a, b) => a - b);
      const rows = Math.max(known?.rows ?? 0, hit.rows, first.length);
      list.set(name, {
        of: original.id,
        at: output.id,
        values: (known?.values ?? 0) + hit.traces.size,
        rows,
        first: first.slice(0, mostFirst),
      });
    }
    return {
      leaks: [...leaks.values()],
      coincidences: [...coincidences.values()],
      byChance,
      originals: this.#added,
      complete: this.#complete,
    };
  }

  #traceOf(text: string): number {
    const known = this.#traces.get(text);
    if (known !== undefined) return known;
    const trace = this.#traces.size;
    this.#traces.set(text, trace);
    this.#starts.add(text.slice(0, 3));
    return trace;
  }

  /** The traces that a text has, at the borders of its words. */
  #tracesIn(words: readonly string[], text: string): ReadonlySet<number> {
    const found = new Set<number>();
    const note = (word: string): void => {
      const trace = this.#traces.get(word);
      if (trace !== undefined) found.add(trace);
    };
    for (let from = 0; from < words.length; from++) {
      let joined = "";
      for (let to = from; to < words.length && to < from + mostWords; to++) {
        joined += words[to] ?? "";
        if (joined.length < 3) continue;
        if (!this.#starts.has(joined.slice(0, 3))) break;
        note(joined);
      }
    }
    for (const date of datesIn(text)) note(date);
    return found;
  }

  #hit(of: number, at: number, strong: boolean, trace: number, row: number): void {
    if (!strong && this.#isCommon(of, trace)) return;
    const key = `${of} ${at} ${strong}`;
    const hit: Hit = this.#hits.get(key) ?? { of, at, strong, rows: 0, traces: new Map(), first: [] };
    this.#hits.set(key, hit);
    hit.traces.set(trace, (hit.traces.get(trace) ?? 0) + 1);
    if (hit.last === row) return;
    hit.last = row;
    hit.rows++;
    if (hit.first.length < mostFirst) hit.first.push(row);
  }

  /** Many rows have it: "male" tells nobody apart. */
  #isCommon(of: number, trace: number): boolean {
    const original = this.#originals[of];
    if (original === undefined || original.rows < 20) return false;
    return (original.counts.get(trace) ?? 0) > original.rows * commonShare;
  }

  #isChance(original: Original, output: Output, hit: Hit): boolean {
    let rows = 0;
    let shared = 0;
    for (const [trace, count] of original.counts) {
      const written = output.counts.get(trace) ?? 0;
      if (written === 0) continue;
      shared++;
      const elsewhere = output.independent ? written : written - (hit.traces.get(trace) ?? 0);
      rows += (count * elsewhere) / Math.max(1, original.rows);
    }
    if (chanceOfAtLeast(hit.rows, rows) >= significance) return true;
    // One original has one mask, however many rows have it: what counts is how many originals are their own mask.
    return (
      output.independent && chanceOfAtLeast(hit.traces.size, shared / Math.max(1, output.words.size)) >= significance
    );
  }
}

function isCoincidence(original: Original, output: Output, { traces }: Hit): boolean {
  if (original.kind !== "city" && original.kind !== "street") return false;
  if (output.independent || output.coarser) return false;
  if (output.length >= prose.mean * output.cells || output.longest >= prose.longest) return false;
  return traces.size === 1 || traces.size <= copiedShare * original.counts.size;
}
