import { z } from "zod";
import { exp, ln } from "../../base/real-functions.ts";
import { normalQuantile, normalShare } from "../../random/normal-quantile.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { defineGenerator, type ParameterProblem } from "../generator.ts";
import { finiteNumber, parameter } from "../parameter.ts";
import { countWithin, type Bounds } from "./bounds.ts";
import { takesNumbers } from "./scaled-column.ts";
import { describeShape, roundingParams, shapeProblems } from "./shape-params.ts";
import { shaped } from "./shaped.ts";

const params = z.strictObject({
  median: parameter(z.number().positive().default(50), { label: "Median", help: "Half of the values lie below." }),
  spread: parameter(z.number().min(0).max(5).default(0.8), {
    label: "Spread",
    help: "Standard deviation of the logarithm: 0.3 is narrow, 1 wide, 2 has a very long tail.",
    step: 0.1,
  }),
  min: parameter(finiteNumber.default(0), { label: "Minimum", help: "The curve is cut off below." }),
  max: parameter(finiteNumber.optional(), { label: "Maximum", help: "The curve is cut off above." }),
  ...roundingParams,
});
type Params = z.infer<typeof params>;

const bounds = (p: Params): Bounds => ({
  min: p.min,
  max: p.max ?? Math.max(p.min, p.median * exp(8 * p.spread)),
  scale: p.scale,
  step: p.step,
});

/** The share of the distribution below a value. */
const shareBelow = (p: Params, value: number): number => {
  if (value <= 0) return 0;
  return p.spread === 0 ? (value < p.median ? 0 : 1) : normalShare(ln(value / p.median) / p.spread);
};

/** The value below which a share of those within the limits lies. */
function quantileOf(p: Params): (share: number) => number {
  const asked = bounds(p);
  const from = shareBelow(p, p.min);
  const to = p.max === undefined ? 1 : shareBelow(p, p.max);
  return (at) => {
    const value = p.spread === 0 ? p.median : p.median * exp(p.spread * normalQuantile(from + at * (to - from)));
    return Math.max(asked.min, Math.min(asked.max, value));
  };
}

function problems(p: Params, type: ValueType): readonly ParameterProblem[] {
  const { min, max } = bounds(p);
  const within = p.spread === 0 ? Number(p.median >= min && p.median <= max) : shareBelow(p, max) - shareBelow(p, min);
  return shapeProblems(bounds(p), p, type, { quantile: quantileOf(p), within });
}

/** Log-normal numbers: many small, few large. */
export const logNormal = defineGenerator<Params>({
  id: "log-normal",
  // 2: prices that end in .99 stay below the maximum.
  version: 2,
  label: "Log-normal",
  help: "Positive numbers with many small and few large ones, such as prices, incomes and durations.",
  category: "numbers",
  keywords: ["price", "amount", "money", "income", "skewed", "distribution", "salary", "duration"],
  icon: "chart-area-line",
  params,
  accepts: takesNumbers,
  describe: (p) =>
    `median ${p.median}, spread ${p.spread}${describeShape({ ...p, min: p.min > 0 ? p.min : undefined })}`,
  capacity: (p, type) => countWithin(bounds(p), type),
  problems: (p, { type }) => problems(p, type),
  compile: (p, context) => shaped(bounds(p), quantileOf(p), context, p),
});
