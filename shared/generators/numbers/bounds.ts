import type { ValueType } from "../../schema/value-type.ts";
import type { CompileContext, Domain, ParameterProblem } from "../generator.ts";
import { inColumn } from "../text/as-text.ts";
import { formatScaled } from "../text/cell-text.ts";
import { largestDomain, scaledColumn, scaledRange, toScaled } from "./scaled-column.ts";

/** Bounds asked for, in plain numbers, with the number of fraction digits of the values. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly scale: number;
  /** Only whole multiples of it; 0 or absent for any number. */
  readonly step?: number;
}

/** The bounds as scaled integers that the column holds; one value where nothing fits. */
export function scaledBounds(
  asked: Bounds,
  type: ValueType,
): { readonly low: number; readonly high: number; readonly scale: number } {
  const { scale, lowest, highest } = scaledRange(type, asked.scale);
  const clamp = (value: number): number => Math.max(lowest, Math.min(highest, value));
  const unit = 10 ** scale;
  // Rounding first takes out what a decimal fraction loses in binary: 0.29 * 100 is 28.999999999999996.
  const inward = (value: number, round: (value: number) => number): number => {
    const near = toScaled(value, scale);
    return clamp(Math.abs(near - value * unit) < 1e-6 * Math.max(1, Math.abs(near)) ? near : round(value * unit));
  };
  const low = inward(asked.min, Math.ceil);
  const high = Math.max(low, inward(asked.max, Math.floor));
  return { low, high, scale };
}

/** The numbers within the bounds, as the first of them, the distance to the next and their count. */
function multiples(asked: Bounds, type: ValueType) {
  const { low, high, scale } = scaledBounds(asked, type);
  const stride = Math.max(1, Math.round((asked.step ?? 0) * 10 ** scale));
  const first = Math.ceil(low / stride) * stride;
  return { first, stride, size: Math.max(1, Math.min(Math.floor((high - first) / stride) + 1, largestDomain)) };
}

/**
 * The bounds, moved outwards by half the distance between two numbers: of what is drawn between these and then rounded, the first
 * and the last number have as much as every other, where `min` and `max` themselves would leave them half of it.
 */
export function roundedFrom(asked: Bounds, type: ValueType): { readonly min: number; readonly max: number } {
  const unit = 10 ** scaledRange(type, asked.scale).scale;
  const stride = Math.max(1, Math.round((asked.step ?? 0) * unit)) / unit;
  const near = (value: number): number => 1e-9 * Math.max(1, Math.abs(value));
  const first = Math.ceil(asked.min / stride - near(asked.min / stride));
  const last = Math.floor(asked.max / stride + near(asked.max / stride));
  return last < first ? asked : { min: (first - 0.5) * stride, max: (last + 0.5) * stride };
}

/** How many numbers lie within the bounds. */
export const countWithin = (asked: Bounds, type: ValueType): number => multiples(asked, type).size;

/** All numbers within the bounds, as a domain. */
export function boundedDomain(asked: Bounds, context: CompileContext): Domain {
  const { first, stride, size } = multiples(asked, context.type);
  const column = scaledColumn(context.type, asked.scale, context.batchRows);
  const { scaled } = column;
  return inColumn(
    {
      out: column.out,
      size,
      fillAt(indexes, count) {
        for (let i = 0; i < count; i++) scaled[i] = first + (indexes[i] ?? 0) * stride;
        column.finish(count);
      },
    },
    context,
  );
}

/** What is wrong with bounds, as sentences. */
export function boundsProblems(
  asked: Bounds,
  type: ValueType,
  names = { min: "min", max: "max" },
): readonly ParameterProblem[] {
  if (asked.min > asked.max) {
    return [
      {
        severity: "error",
        message: `The minimum ${asked.min} is above the maximum ${asked.max}.`,
        fix: { label: "Swap them", params: { [names.min]: asked.max, [names.max]: asked.min } },
      },
    ];
  }
  const { scale, lowest, highest } = scaledRange(type, asked.scale);
  const holds = `The column holds ${formatScaled(lowest, scale)} to ${formatScaled(highest, scale)}`;
  if (toScaled(asked.min, scale) > highest || toScaled(asked.max, scale) < lowest) {
    return [{ severity: "error", message: `${holds}; nothing from ${asked.min} to ${asked.max} fits.` }];
  }
  const { low, high } = scaledBounds(asked, type);
  if (low <= toScaled(asked.max, scale) && high >= toScaled(asked.min, scale)) return [];
  const kept = scale === 0 ? "whole number" : `number with ${scale} ${scale === 1 ? "decimal" : "decimals"}`;
  return [{ severity: "error", message: `No ${kept} lies from ${asked.min} to ${asked.max}.` }];
}
