import { z } from "zod";
import { normalQuantile, normalShare } from "../../random/normal-quantile.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { defineGenerator, type ParameterProblem } from "../generator.ts";
import { finiteNumber, parameter } from "../parameter.ts";
import { countWithin, type Bounds } from "./bounds.ts";
import { takesNumbers } from "./scaled-column.ts";
import { describeShape, limitParams, roundingParams, shapeProblems } from "./shape-params.ts";
import { shaped } from "./shaped.ts";

const params = z.strictObject({
  mean: parameter(finiteNumber.default(100), { label: "Mean", help: "The centre of the bell curve." }),
  deviation: parameter(z.number().min(0).default(15), {
    label: "Standard deviation",
    help: "Two thirds of the values lie within this distance of the mean.",
  }),
  ...limitParams,
  ...roundingParams,
});
type Params = z.infer<typeof params>;

// Beyond 8 deviations lies less than one value in 10^15.
const bounds = (p: Params): Bounds => ({
  min: p.min ?? p.mean - 8 * p.deviation,
  max: p.max ?? p.mean + 8 * p.deviation,
  scale: p.scale,
  step: p.step,
});

/** The share of the curve below each limit. */
function sharesOf(p: Params): readonly [from: number, to: number] {
  const spread = Math.max(p.deviation, Number.MIN_VALUE);
  const below = (value: number): number => normalShare((value - p.mean) / spread);
  return [p.min === undefined ? 0 : below(p.min), p.max === undefined ? 1 : below(p.max)];
}

/** The value below which a share of all lies. */
function quantileOf(p: Params): (share: number) => number {
  const asked = bounds(p);
  const [from, to] = sharesOf(p);
  return (share) => {
    const z = normalQuantile(from + share * (to - from));
    const value = p.deviation === 0 ? p.mean : p.mean + p.deviation * z;
    return Math.max(asked.min, Math.min(asked.max, value));
  };
}

function problems(p: Params, type: ValueType): readonly ParameterProblem[] {
  const [from, to] = sharesOf(p);
  return shapeProblems(bounds(p), p, type, { quantile: quantileOf(p), within: to - from });
}

/** Normally distributed numbers, truncated at the bounds rather than heaped up there. */
export const normal = defineGenerator<Params>({
  id: "normal",
  // 2: prices that end in .99 stay below the maximum.
  version: 2,
  label: "Normal",
  help: "Numbers on a bell curve around a mean, such as heights, scores and measurements.",
  category: "numbers",
  keywords: ["gauss", "gaussian", "bell", "distribution", "mean", "deviation"],
  icon: "chart-bell",
  params,
  accepts: takesNumbers,
  describe: (p) => `mean ${p.mean}, deviation ${p.deviation}${describeShape(p)}`,
  capacity: (p, type) => countWithin(bounds(p), type),
  problems: (p, { type }) => problems(p, type),
  compile: (p, context) => shaped(bounds(p), quantileOf(p), context, p),
});
