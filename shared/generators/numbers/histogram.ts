import { z } from "zod";
import { unit53At } from "../../random/stream.ts";
import { defineGenerator, type ParameterProblem } from "../generator.ts";
import { finiteNumber, parameter } from "../parameter.ts";
import { boundedDomain, countWithin, roundedFrom, scaledBounds, type Bounds } from "./bounds.ts";
import { takesNumbers } from "./scaled-column.ts";
import { describeShape, roundingParams, shapeProblems } from "./shape-params.ts";
import { roundedKernel } from "./shaped.ts";

const params = z.strictObject({
  bars: parameter(z.array(z.number().min(0)).min(1).max(200).default([1, 3, 6, 8, 6, 4, 3, 2, 1, 1]), {
    label: "Bars",
    help: "The weight of each of equally wide intervals from the minimum to the maximum. Drawn with the mouse.",
    control: "histogram",
  }),
  min: parameter(finiteNumber.default(0), { label: "Minimum", help: "Where the first bar begins." }),
  max: parameter(finiteNumber.default(100), { label: "Maximum", help: "Where the last bar ends." }),
  ...roundingParams,
});
type Params = z.infer<typeof params>;

const bounds = (p: Params): Bounds => ({ min: p.min, max: p.max, scale: p.scale, step: p.step });

function problems(p: Params): readonly ParameterProblem[] {
  if (p.bars.some((weight) => weight > 0)) return [];
  const level = p.bars.map(() => 1);
  return [
    { severity: "error", message: "The bars add up to 0.", fix: { label: "Make them level", params: { bars: level } } },
  ];
}

/** The value from `min` to `max` below which a share of all lies: a straight line within each bar, by its part of the whole. */
function quantileOf(
  p: Params,
  { min, max }: { readonly min: number; readonly max: number },
): (share: number) => number {
  const total = p.bars.reduce((sum, weight) => sum + weight, 0);
  const bars = total > 0 ? p.bars.map((weight) => weight / total) : p.bars.map(() => 1 / p.bars.length);
  const ends = new Float64Array(bars.length);
  bars.reduce((sum, weight, k) => (ends[k] = sum + weight), 0);
  const width = Math.max(0, max - min) / bars.length;
  return (share) => {
    let low = 0;
    let high = bars.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] ?? 1) > share) high = middle;
      else low = middle + 1;
    }
    const weight = bars[low] ?? 0;
    const within = weight > 0 ? (share - ((ends[low] ?? 0) - weight)) / weight : 0;
    return min + width * (low + Math.max(0, Math.min(1, within)));
  };
}

/** Numbers by a histogram of one's own. */
export const histogram = defineGenerator<Params>({
  id: "histogram",
  // 2: prices that end in .99 stay below the maximum. 3: the first and the last number come as often as their bars say.
  version: 3,
  label: "Histogram",
  help: "Numbers by a shape of your own: bars from a minimum to a maximum, each as often as it is high.",
  category: "numbers",
  keywords: ["custom", "bins", "draw", "shape", "empirical", "distribution", "bars", "buckets"],
  icon: "chart-histogram",
  params,
  shorthand: "bars",
  accepts: takesNumbers,
  describe: (p) => `${p.bars.length} bars${describeShape(p)}`,
  capacity: (p, type) => countWithin(bounds(p), type),
  problems: (p, { type }) => [...problems(p), ...shapeProblems(bounds(p), p, type, { quantile: quantileOf(p, p) })],
  compile(p, context) {
    const asked = bounds(p);
    if (context.unique) return boundedDomain(asked, context);
    const unit = 10 ** scaledBounds(asked, context.type).scale;
    const quantile = quantileOf(p, roundedFrom(asked, context.type));
    // Not tabulated: a straight line over the edge of a bar would fill a gap between two.
    const { stream } = context;
    return roundedKernel(asked, (row) => quantile(unit53At(stream, row)) * unit, context, p);
  },
});
