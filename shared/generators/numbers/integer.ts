import { z } from "zod";
import { newBigintVector } from "../../vectors/new-vector.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { defineGenerator, type CompileContext, type Domain, type ParameterProblem } from "../generator.ts";
import { parameter, wholeNumber } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";
import { largestDomain, scaledColumn, scaledRange, takesNumbers } from "./scaled-column.ts";

const params = z.strictObject({
  min: parameter(wholeNumber.default(1), { label: "Minimum", help: "The smallest value." }),
  max: parameter(wholeNumber.default(1000), { label: "Maximum", help: "The largest value." }),
  step: parameter(z.int().min(1).max(1_000_000_000).default(1), {
    label: "Step",
    help: "Values lie this far apart, counted from the minimum.",
  }),
});
type Params = z.infer<typeof params>;

const bigRange = (type: ValueType): readonly [bigint, bigint] => {
  if (type.kind === "integer" && type.bits === 64) {
    return type.unsigned ? [0n, 2n ** 63n - 1n] : [-(2n ** 63n), 2n ** 63n - 1n];
  }
  const { lowest, highest } = scaledRange(type, 0);
  return [BigInt(lowest), BigInt(highest)];
};

/** The bounds within what the column holds; one value where nothing fits. */
function bounds(p: Params, type: ValueType): { readonly low: bigint; readonly high: bigint; readonly count: bigint } {
  const [lowest, highest] = bigRange(type);
  const clamp = (value: bigint): bigint => (value < lowest ? lowest : value > highest ? highest : value);
  const low = clamp(BigInt(p.min));
  const high = clamp(BigInt(p.max));
  const top = high < low ? low : high;
  return { low, high: top, count: (top - low) / BigInt(p.step) + 1n };
}

const within53 = (value: bigint): boolean => value >= -9_007_199_254_740_991n && value <= 9_007_199_254_740_991n;

/** Whole numbers evenly spread over a range. */
export const integer = defineGenerator<Params>({
  id: "integer",
  version: 1,
  label: "Integer",
  help: "Whole numbers, all equally likely, between a minimum and a maximum.",
  category: "numbers",
  keywords: ["number", "int", "whole", "count", "quantity", "range", "random"],
  icon: "123",
  params,
  accepts: takesNumbers,
  describe: (p) => `${p.min} to ${p.max}${p.step === 1 ? "" : `, in steps of ${p.step}`}`,
  capacity: (p, type) => Number(bounds(p, type).count),
  problems(p, { type }): readonly ParameterProblem[] {
    const [min, max] = [BigInt(p.min), BigInt(p.max)];
    if (min > max) {
      const message = `The minimum ${p.min} is above the maximum ${p.max}.`;
      return [{ severity: "error", message, fix: { label: "Swap them", params: { ...p, min: p.max, max: p.min } } }];
    }
    const [lowest, highest] = bigRange(type);
    if (max < lowest || min > highest) {
      return [
        {
          severity: "error",
          message: `The column holds ${lowest} to ${highest}; nothing from ${p.min} to ${p.max} fits.`,
        },
      ];
    }
    // The default maximum is nobody's wish, so that it does not fit a small column is no news.
    if (min < lowest || (max > highest && p.max !== 1000)) {
      const message = `The column holds ${lowest} to ${highest}; values beyond are left out.`;
      return [{ severity: "warning", message }];
    }
    return [];
  },
  compile(p, context) {
    const { low, high, count } = bounds(p, context.type);
    if (!within53(low) || !within53(high)) return bigDomain(low, count, p.step, context);
    const column = scaledColumn(context.type, 0, context.batchRows);
    const { scaled } = column;
    const start = Number(low);
    const { step } = p;
    return inColumn(
      {
        out: column.out,
        size: Math.min(Number(count), largestDomain),
        fillAt(indexes, rows) {
          for (let i = 0; i < rows; i++) scaled[i] = start + (indexes[i] ?? 0) * step;
          column.finish(rows);
        },
      } satisfies Domain,
      context,
    );
  },
});

/** Ranges beyond 2^53: 2^52 values spread evenly over the whole of it, where it has more. */
function bigDomain(low: bigint, count: bigint, step: number, context: CompileContext): Domain {
  const out = newBigintVector(context.batchRows);
  const most = BigInt(largestDomain);
  const stride = (count > most ? count / most : 1n) * BigInt(step);
  return {
    out,
    size: Number(count > most ? most : count),
    fillAt(indexes, rows) {
      out.hasNulls = false;
      for (let i = 0; i < rows; i++) out.values[i] = low + BigInt(indexes[i] ?? 0) * stride;
    },
  };
}
