import { z } from "zod";
import { betaQuantile } from "../../random/beta-quantile.ts";
import { defineGenerator } from "../generator.ts";
import { finiteNumber, parameter } from "../parameter.ts";
import { countWithin, roundedFrom, type Bounds } from "./bounds.ts";
import { takesNumbers } from "./scaled-column.ts";
import { describeShape, roundingParams, shapeProblems } from "./shape-params.ts";
import { shaped } from "./shaped.ts";

const params = z.strictObject({
  alpha: parameter(z.number().min(0.05).max(1000).default(2), {
    label: "Alpha",
    help: "More of it moves values towards the maximum; below 1 they gather at the minimum.",
    step: 0.5,
  }),
  beta: parameter(z.number().min(0.05).max(1000).default(5), {
    label: "Beta",
    help: "More of it moves values towards the minimum; below 1 they gather at the maximum.",
    step: 0.5,
  }),
  min: parameter(finiteNumber.default(0), { label: "Minimum", help: "The smallest value." }),
  max: parameter(finiteNumber.default(1), { label: "Maximum", help: "The largest value." }),
  ...roundingParams,
});
type Params = z.infer<typeof params>;

const bounds = (p: Params): Bounds => ({ min: p.min, max: p.max, scale: p.scale, step: p.step });

/** The value from `min` to `max` below which a share of all lies. */
function quantileOf(
  p: Params,
  { min, max }: { readonly min: number; readonly max: number },
): (share: number) => number {
  const width = Math.max(0, max - min);
  return (share) => min + width * betaQuantile(share, p.alpha, p.beta);
}

/** Beta-distributed numbers between two limits: rates, scores, shares. */
export const beta = defineGenerator<Params>({
  id: "beta",
  // 2: prices that end in .99 stay below the maximum. 3: the first and the last number have as much room as the others.
  version: 3,
  label: "Beta",
  help: "Numbers between two limits, leaning to either or to both: rates, scores, shares, discounts.",
  category: "numbers",
  keywords: ["rate", "score", "percentage", "share", "probability", "bounded", "distribution", "skewed"],
  icon: "chart-area",
  params,
  accepts: takesNumbers,
  describe: (p) => `${p.alpha} : ${p.beta}${describeShape(p)}`,
  capacity: (p, type) => countWithin(bounds(p), type),
  problems: (p, { type }) => shapeProblems(bounds(p), p, type, { quantile: quantileOf(p, p) }),
  compile: (p, context) => shaped(bounds(p), quantileOf(p, roundedFrom(bounds(p), context.type)), context, p),
});
