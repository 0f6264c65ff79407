import { z } from "zod";
import { exp, ln } from "../../base/real-functions.ts";
import { defineGenerator } from "../generator.ts";
import { finiteNumber, parameter } from "../parameter.ts";
import { countWithin, type Bounds } from "./bounds.ts";
import { takesNumbers } from "./scaled-column.ts";
import { describeShape, roundingParams, shapeProblems } from "./shape-params.ts";
import { shaped } from "./shaped.ts";

const params = z.strictObject({
  mean: parameter(z.number().positive().default(10), { label: "Mean", help: "The average above the minimum." }),
  min: parameter(finiteNumber.default(0), { label: "Minimum", help: "Where the curve begins, and is highest." }),
  max: parameter(finiteNumber.optional(), { label: "Maximum", help: "The curve is cut off above." }),
  ...roundingParams,
});
type Params = z.infer<typeof params>;

// Beyond 40 means lies less than one value in 10^17.
const bounds = (p: Params): Bounds => ({ min: p.min, max: p.max ?? p.min + 40 * p.mean, scale: p.scale, step: p.step });

/** The value below which a share of all lies. */
function quantileOf(p: Params): (share: number) => number {
  const { max } = bounds(p);
  const reach = p.max === undefined ? 1 : 1 - exp(-Math.max(0, p.max - p.min) / p.mean);
  return (share) => Math.min(max, p.min - p.mean * ln(1 - share * reach));
}

/** Exponentially distributed numbers: times between calls, distances, sizes. */
export const exponential = defineGenerator<Params>({
  id: "exponential",
  // 2: prices that end in .99 stay below the maximum.
  version: 2,
  label: "Exponential",
  help: "Positive numbers that become rarer the larger they are, such as waiting times between arrivals.",
  category: "numbers",
  keywords: ["waiting time", "interval", "arrival", "decay", "skewed", "distribution", "duration", "gap"],
  icon: "chart-line",
  params,
  accepts: takesNumbers,
  describe: (p) => `mean ${p.mean}${describeShape({ ...p, min: p.min === 0 ? undefined : p.min })}`,
  capacity: (p, type) => countWithin(bounds(p), type),
  problems: (p, { type }) => shapeProblems(bounds(p), p, type, { quantile: quantileOf(p) }),
  compile: (p, context) => shaped(bounds(p), quantileOf(p), context, p),
});
