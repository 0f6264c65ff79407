import { civilFromDays, formatIsoDate, formatIsoTime, formatIsoTimestamp } from "../base/calendar.ts";
import { cellText } from "../vectors/cells.ts";
import type { Vector } from "../vectors/vector.ts";
import type { TableReader } from "./batch.ts";

/** The shape of a column's values. */
type ValueDistribution =
  | {
      readonly kind: "histogram";
      readonly bins: readonly number[];
      readonly minimum: string;
      readonly maximum: string;
      readonly median: string;
    }
  | { readonly kind: "shares"; readonly values: readonly { readonly label: string; readonly share: number }[] }
  | { readonly kind: "distinct" }
  | { readonly kind: "empty" };

export interface ValueProfile {
  readonly distribution: ValueDistribution;
  readonly statistics: readonly { readonly label: string; readonly value: string }[];
}

/** `count` row numbers spread evenly over a table of `rowCount` rows. */
export function spreadRows(rowCount: number, count: number): Float64Array {
  const size = Math.min(rowCount, count);
  return Float64Array.from({ length: size }, (_, i) => Math.floor((i * rowCount) / size));
}

/** More values than this are not listed one by one. */
const mostShares = 12;

/** Gathers a column over sample rows: numbers and dates as numbers, anything else as counted texts. */
export class ColumnSample {
  #numbers: Float64Array;
  #count = 0;
  #nulls = 0;
  #rows = 0;
  readonly #texts = new Map<string, number>();
  #shortest = Infinity;
  #longest = 0;
  #format: ((value: number) => string) | undefined;

  constructor(rows: number) {
    this.#numbers = new Float64Array(rows);
  }

  /** Adds the first `count` cells of a vector. */
  add(vector: Vector, count: number): void {
    this.#format = numberFormat(vector);
    const { kind } = vector;
    for (let i = 0; i < count; i++) {
      this.#rows++;
      if (vector.hasNulls && vector.nulls[i] === 1) {
        this.#nulls++;
        continue;
      }
      if (
        kind === "integer" ||
        kind === "decimal" ||
        kind === "real" ||
        kind === "date" ||
        kind === "time" ||
        kind === "timestamp"
      ) {
        const value = vector.values[i] ?? 0;
        this.#numbers[this.#count++] = kind === "decimal" ? value / 10 ** vector.scale : value;
      } else if (kind === "bigint") this.#numbers[this.#count++] = Number(vector.values[i] ?? 0n);
      else this.#addText(cellText(vector, i) ?? "");
    }
  }

  #addText(text: string): void {
    this.#texts.set(text, (this.#texts.get(text) ?? 0) + 1);
    this.#shortest = Math.min(this.#shortest, text.length);
    this.#longest = Math.max(this.#longest, text.length);
  }

  /** The profile of what was added; `bins` is the width of a histogram. */
  profile(bins: number, unique: boolean): ValueProfile {
    const nulls = { label: "Nulls", value: percent(this.#nulls, this.#rows) };
    if (this.#rows === 0 || this.#nulls === this.#rows) return { distribution: { kind: "empty" }, statistics: [nulls] };
    return this.#count > 0 ? this.#numeric(bins, unique, nulls) : this.#textual(unique, nulls);
  }

  #numeric(bins: number, unique: boolean, nulls: Statistic): ValueProfile {
    const sorted = this.#numbers.slice(0, this.#count).toSorted();
    const format = this.#format ?? String;
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    const minimum = at(0);
    const maximum = sorted[sorted.length - 1] ?? 0;
    const isTime = this.#format !== undefined && this.#format !== plainNumber;
    const middle: Statistic = isTime
      ? { label: "Median", value: format(at(0.5)) }
      : { label: "Mean", value: format(sorted.reduce((sum, value) => sum + value, 0) / sorted.length) };
    const statistics = [
      { label: isTime ? "Earliest" : "Minimum", value: format(minimum) },
      middle,
      isTime ? { label: "Latest", value: format(maximum) } : { label: "95th pct.", value: format(at(0.95)) },
      nulls,
    ];
    const distinct = countDistinct(sorted);
    if (unique) return { distribution: { kind: "distinct" }, statistics };
    if (distinct <= mostShares) {
      const counts = new Map<string, number>();
      for (const value of sorted) counts.set(format(value), (counts.get(format(value)) ?? 0) + 1);
      return { distribution: shares(counts, this.#count), statistics };
    }
    const width = (maximum - minimum) / bins || 1;
    const heights = new Array<number>(bins).fill(0);
    for (const value of sorted) {
      const bin = Math.min(bins - 1, Math.floor((value - minimum) / width));
      heights[bin] = (heights[bin] ?? 0) + 1;
    }
    return {
      distribution: {
        kind: "histogram",
        bins: heights,
        minimum: format(minimum),
        maximum: format(maximum),
        median: format(at(0.5)),
      },
      statistics,
    };
  }

  #textual(unique: boolean, nulls: Statistic): ValueProfile {
    const total = this.#rows - this.#nulls;
    const statistics = [
      { label: "Distinct", value: String(this.#texts.size) },
      { label: "Shortest", value: String(this.#shortest) },
      { label: "Longest", value: String(this.#longest) },
      nulls,
    ];
    const all = unique || (this.#texts.size === total && total > mostShares);
    return { distribution: all ? { kind: "distinct" } : shares(this.#texts, total), statistics };
  }
}

interface Statistic {
  readonly label: string;
  readonly value: string;
}

function shares(counts: ReadonlyMap<string, number>, total: number): ValueDistribution {
  const values = [...counts]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostShares)
    .map(([label, count]) => ({ label, share: count / total }));
  return { kind: "shares", values };
}

function countDistinct(sorted: Float64Array): number {
  let distinct = sorted.length > 0 ? 1 : 0;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) distinct++;
  return distinct;
}

function percent(part: number, whole: number): string {
  if (whole === 0 || part === 0) return "0%";
  const share = (100 * part) / whole;
  return `${share < 10 ? Math.round(share * 10) / 10 : Math.round(share)}%`;
}

const plainNumber = (value: number): string => {
  if (Number.isInteger(value)) return String(value);
  const magnitude = Math.abs(value);
  return magnitude >= 0.01 && magnitude < 1e15 ? value.toFixed(2) : String(value);
};

function numberFormat(vector: Vector): (value: number) => string {
  switch (vector.kind) {
    case "date":
      return (value) => (civilFromDays(value).year > 9999 ? String(value) : formatIsoDate(value));
    case "time":
      return (value) => formatIsoTime(value, 0);
    case "timestamp":
      return (value) => formatIsoTimestamp(value, 0);
    default:
      return plainNumber;
  }
}

/** Profiles the columns of a reader over given rows, a batch at a time. */
export function sampleColumns(reader: TableReader, rows: Float64Array): readonly ColumnSample[] {
  const samples = reader.columns.map(() => new ColumnSample(rows.length));
  for (let at = 0; at < rows.length; at += reader.batchRows) {
    const part = rows.subarray(at, at + reader.batchRows);
    const batch = reader.readRows(part, part.length);
    batch.vectors.forEach((vector, k) => samples[k]?.add(vector, part.length));
  }
  return samples;
}
