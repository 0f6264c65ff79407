import type { ValueType } from "../../../shared/schema/value-type.ts";
import type { RawValue } from "./raw-value.ts";
import { allKinds, kinds, kindsOf } from "./text-kinds.ts";
import { ValueSet } from "./value-set.ts";

/** Different values of a column that are kept, to look for them in another file. */
const sampled = 5000;

/** What the values of a column have in common, taken up one after another. */
export class ColumnProfile {
  readonly name: string;
  readonly #untyped: boolean;
  #kinds = allKinds;
  #count = 0;
  #nulls = 0;
  /** Digits before and behind the point. */
  #whole = 0;
  #fraction = 0;
  #smallest = 0n;
  #largest = 0n;
  #longest = 0;
  #shortest = Infinity;
  #precision = 0;
  #zone = false;
  #seconds = false;
  #bytes = false;
  #texts = false;
  #sample = new Set<string>();
  readonly values = new ValueSet();

  constructor(name: string, untyped: boolean) {
    this.name = name;
    this.#untyped = untyped;
  }

  add(value: RawValue): void {
    this.#count++;
    if (value === null) {
      this.#nulls++;
      return;
    }
    const text = typeof value === "string" ? value : plainText(value);
    this.values.add(text);
    if (this.#sample.size < sampled) this.#sample.add(text);
    this.#longest = Math.max(this.#longest, text.length);
    this.#shortest = Math.min(this.#shortest, text.length);
    if (this.#kinds !== 0) this.#kinds &= this.#kindsOf(value, text);
  }

  #kindsOf(value: Exclude<RawValue, null>, text: string): number {
    if (typeof value === "boolean") return kinds.boolean;
    if (typeof value === "number" || typeof value === "bigint")
      return this.#number(text) & (kinds.integer | kinds.decimal | kinds.real);
    if (value instanceof Uint8Array) {
      this.#bytes = true;
      return 0;
    }
    if (typeof value === "object") return kinds.json;
    this.#texts = true;
    const found = this.#number(text);
    // In JSON and Parquet a text that reads like a number was meant as text.
    return this.#untyped ? found : found & (kinds.date | kinds.timestamp | kinds.time | kinds.uuid);
  }

  /** The kinds of a text, with what must be known of its digits. */
  #number(text: string): number {
    const found = kindsOf(text);
    if ((found & kinds.decimal) !== 0) {
      const from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
      const point = text.indexOf(".");
      this.#whole = Math.max(this.#whole, (point < 0 ? text.length : point) - from);
      if (point >= 0) this.#fraction = Math.max(this.#fraction, text.length - point - 1);
      if ((found & this.#kinds & kinds.integer) !== 0) this.#range(text);
    } else if ((found & (kinds.timestamp | kinds.time)) !== 0 && (found & kinds.date) === 0) {
      const clock = text.slice(text.indexOf(":") - 2);
      if (clock.length > 8) {
        this.#precision = Math.max(this.#precision, /\.(\d+)/.exec(clock)?.[1]?.length ?? 0);
        this.#zone ||= /(?:Z|[+-]\d{2}(?::?\d{2})?)$/.test(clock);
      } else this.#zone ||= clock.length > 5 && /[Z+-]/.test(clock);
      this.#seconds = true;
    }
    return found;
  }

  #range(text: string): void {
    // Most whole numbers are small, and none of those is worth a bigint.
    if (text.length < 10) return;
    const value = BigInt(text);
    if (value < this.#smallest) this.#smallest = value;
    if (value > this.#largest) this.#largest = value;
  }

  get hasNulls(): boolean {
    return this.#nulls > 0;
  }

  /** Every row had a value of its own. */
  get isUnique(): boolean {
    return this.#count > 0 && this.#nulls === 0 && this.values.distinct;
  }

  /** Different values, the first that came. */
  get sample(): ReadonlySet<string> {
    return this.#sample;
  }

  /** The narrowest type that holds all values. */
  type(): ValueType {
    const may = (kind: number): boolean => (this.#kinds & kind) !== 0;
    const seen = this.#count > this.#nulls;
    if (!seen) return { kind: "text" };
    if (this.#bytes) return { kind: "bytes" };
    if (may(kinds.integer)) return this.#integerType();
    if (may(kinds.boolean)) return { kind: "boolean" };
    if (may(kinds.decimal) && (this.#untyped || this.#texts || this.#fraction <= 6))
      return { kind: "decimal", precision: Math.min(38, this.#whole + this.#fraction + 2), scale: this.#fraction };
    if (may(kinds.real)) return { kind: "real", bits: 64 };
    if (may(kinds.date) && !this.#seconds) return { kind: "date" };
    if (may(kinds.timestamp))
      return { kind: "timestamp", ...precision(this.#precision), ...(this.#zone ? { zone: true } : {}) };
    if (may(kinds.time)) return { kind: "time", ...precision(this.#precision) };
    if (may(kinds.uuid)) return { kind: "uuid" };
    if (may(kinds.json)) return { kind: "json" };
    return { kind: "text", ...this.#length() };
  }

  #integerType(): ValueType {
    const fits = (bits: bigint): boolean => this.#smallest >= -(1n << (bits - 1n)) && this.#largest < 1n << (bits - 1n);
    if (fits(32n)) return { kind: "integer", bits: 32 };
    return fits(64n) ? { kind: "integer", bits: 64 } : { kind: "decimal", precision: 38, scale: 0 };
  }

  /** Codes of one length have that; of others the next round number leaves some room. */
  #length(): { readonly maxLength?: number; readonly fixed?: boolean } {
    if (this.#longest === this.#shortest && this.#longest <= 10 && this.#count - this.#nulls > 1 && this.#longest > 0)
      return { maxLength: this.#longest, fixed: true };
    const maxLength = [10, 20, 50, 100, 255, 500, 1000].find((length) => length >= this.#longest);
    return maxLength === undefined ? {} : { maxLength };
  }
}

const precision = (digits: number): { readonly precision?: number } =>
  digits === 0 ? {} : { precision: Math.min(digits, 6) };

function plainText(value: Exclude<RawValue, null | string>): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  return typeof value === "object" ? value.json : String(value);
}
