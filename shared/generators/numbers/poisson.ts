import { z } from "zod";
import { drawCount, poisson as poissonCounts } from "../../random/poisson.ts";
import { defineGenerator } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { boundedDomain, boundsProblems, countWithin, scaledBounds, type Bounds } from "./bounds.ts";
import { takesNumbers } from "./scaled-column.ts";
import { describeShape } from "./shape-params.ts";
import { roundedKernel } from "./shaped.ts";

const params = z.strictObject({
  mean: parameter(z.number().min(0).max(1_000_000).default(4), { label: "Mean", help: "How many on average." }),
  min: parameter(z.int().min(0).default(0), { label: "Minimum", help: "Smaller counts do not come." }),
  max: parameter(z.int().min(0).optional(), { label: "Maximum", help: "Larger counts do not come." }),
});
type Params = z.infer<typeof params>;

const bounds = (p: Params): Bounds => ({
  min: p.min,
  max: p.max ?? Math.max(p.min, Math.ceil(p.mean + 12 * Math.sqrt(p.mean) + 60)),
  scale: 0,
});

/** Poisson-distributed counts. */
export const poisson = defineGenerator<Params>({
  id: "poisson",
  version: 1,
  label: "Poisson",
  help: "Counts of what happens independently at a steady rate: visits an hour, defects a batch, goals a match.",
  category: "numbers",
  keywords: ["count", "events", "arrivals", "rate", "visits", "distribution", "quantity"],
  icon: "chart-dots",
  params,
  accepts: takesNumbers,
  describe: (p) => `mean ${p.mean}${describeShape({ ...p, min: p.min === 0 ? undefined : p.min })}`,
  capacity: (p, type) => countWithin(bounds(p), type),
  problems: (p, { type }) => boundsProblems(bounds(p), type),
  compile(p, context) {
    const asked = bounds(p);
    if (context.unique) return boundedDomain(asked, context);
    const { low, high, scale } = scaledBounds(asked, context.type);
    const unit = 10 ** scale;
    const counts = poissonCounts(p.mean, Math.ceil(low / unit), Math.floor(high / unit));
    const { stream } = context;
    return roundedKernel(asked, (row) => drawCount(counts, stream, row) * unit, context);
  },
});
