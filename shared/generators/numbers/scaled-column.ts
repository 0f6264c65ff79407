import { integerRange, type ValueType } from "../../schema/value-type.ts";
import { newDecimalVector, newIntegerVector, newRealVector } from "../../vectors/new-vector.ts";
import type { Vector } from "../../vectors/vector.ts";

/** The most values that a domain may have: a keyed bijection of this size is exact in a double. */
export const largestDomain = 2 ** 52;
const largest = Number.MAX_SAFE_INTEGER;

/** Smallest and largest number that fits a column, as integers scaled by 10^scale. */
export interface ScaledRange {
  readonly scale: number;
  readonly lowest: number;
  readonly highest: number;
}

/** What of `scale` fraction digits a column keeps, and the range that it holds, within ±2^53. */
export function scaledRange(type: ValueType, scale: number): ScaledRange {
  if (type.kind === "integer") {
    const [low, high] = integerRange(type).map(Number);
    return { scale: 0, lowest: Math.max(-largest, low ?? 0), highest: Math.min(largest, high ?? 0) };
  }
  if (type.kind === "decimal") {
    const kept = Math.min(scale, type.scale ?? scale);
    const digits = type.precision === undefined ? Infinity : type.precision - (type.scale ?? 0) + kept;
    const highest = digits > 15 ? largest : 10 ** digits - 1;
    return { scale: kept, lowest: type.unsigned === true ? 0 : -highest, highest };
  }
  if (type.kind === "text") {
    const length = type.maxLength ?? Infinity;
    // A fraction takes a point as well, a negative number a sign.
    const kept = Math.max(0, Math.min(scale, length - 2));
    const digits = length - (kept > 0 ? 1 : 0);
    const belowZero = digits - 1 > kept ? 1 - 10 ** Math.min(16, digits - 1) : 0;
    return { scale: kept, lowest: Math.max(-largest, belowZero), highest: digits > 15 ? largest : 10 ** digits - 1 };
  }
  return { scale, lowest: type.kind === "real" && type.unsigned === true ? 0 : -largest, highest: largest };
}

/** Whether a column of this type takes numbers. */
export const takesNumbers = (type: ValueType): boolean =>
  type.kind === "integer" ||
  type.kind === "decimal" ||
  type.kind === "real" ||
  type.kind === "text" ||
  type.kind === "unknown";

/** A number as an integer scaled by 10^scale, within ±2^53. */
export const toScaled = (value: number, scale: number): number =>
  Math.max(-largest, Math.min(largest, Math.round(value * 10 ** scale)));

/** A column of numbers that a kernel writes as scaled integers. */
export interface ScaledColumn extends ScaledRange {
  readonly out: Vector;
  /** Where the kernel writes; call `finish` once a batch is written. */
  readonly scaled: Float64Array;
  finish(count: number): void;
}

/** The column's own vector, or a decimal one to be written as text (as-text.ts). */
export function scaledColumn(type: ValueType, scale: number, batchRows: number): ScaledColumn {
  const range = scaledRange(type, scale);
  if (type.kind === "real") {
    const out = newRealVector(batchRows);
    const unit = 10 ** range.scale;
    const { values } = out;
    return {
      ...range,
      out,
      scaled: values,
      finish(count) {
        out.hasNulls = false;
        if (unit !== 1) for (let i = 0; i < count; i++) values[i] = (values[i] ?? 0) / unit;
      },
    };
  }
  const whole = type.kind === "integer" || (range.scale === 0 && type.kind !== "decimal");
  const out = whole ? newIntegerVector(batchRows) : newDecimalVector(batchRows, range.scale);
  return {
    ...range,
    out,
    scaled: out.values,
    finish() {
      out.hasNulls = false;
    },
  };
}
