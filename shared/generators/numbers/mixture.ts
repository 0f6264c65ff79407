import { z } from "zod";
import { aliasTable, pickAlias } from "../../random/alias-table.ts";
import { normalQuantile, normalShare } from "../../random/normal-quantile.ts";
import { drawQuantile, quantileTable } from "../../random/quantile-table.ts";
import { childStream, wordAt } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { defineGenerator, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { boundedDomain, countWithin, scaledBounds, type Bounds } from "./bounds.ts";
import { takesNumbers } from "./scaled-column.ts";
import { describeShape, limitParams, roundingParams, shapeProblems } from "./shape-params.ts";
import { roundedKernel } from "./shaped.ts";

const params = z.strictObject({
  hills: parameter(
    z
      .array(
        z.strictObject({
          mean: parameter(z.number(), { label: "Mean" }),
          deviation: parameter(z.number().min(0).default(1), { label: "Deviation" }),
          weight: parameter(z.number().min(0).default(1), { label: "Weight" }),
        }),
      )
      .min(1)
      .max(100)
      .default([
        { mean: 20, deviation: 5, weight: 3 },
        { mean: 80, deviation: 10, weight: 1 },
      ]),
    { label: "Hills", help: "Each with its mean, its standard deviation and its weight.", control: "rows" },
  ),
  ...limitParams,
  ...roundingParams,
});
type Params = z.infer<typeof params>;

const weighted = (p: Params): Params["hills"] => {
  const hills = p.hills.filter(({ weight }) => weight > 0);
  return hills.length > 0 ? hills : p.hills.slice(0, 1).map((hill) => ({ ...hill, weight: 1 }));
};

function bounds(p: Params): Bounds {
  const hills = weighted(p);
  return {
    min: p.min ?? Math.min(...hills.map(({ mean, deviation }) => mean - 8 * deviation)),
    max: p.max ?? Math.max(...hills.map(({ mean, deviation }) => mean + 8 * deviation)),
    scale: p.scale,
    step: p.step,
  };
}

/** The shares of a hill's curve below the limits. */
function sharesOf(p: Params, { mean, deviation }: Params["hills"][number]): readonly [from: number, to: number] {
  const spread = Math.max(deviation, Number.MIN_VALUE);
  const below = (value: number): number => normalShare((value - mean) / spread);
  return [p.min === undefined ? 0 : below(p.min), p.max === undefined ? 1 : below(p.max)];
}

/** The value of a hill below which a share of its values lies. */
function quantileOf(p: Params, hill: Params["hills"][number]): (share: number) => number {
  const { min, max } = bounds(p);
  const { mean, deviation } = hill;
  const [from, to] = sharesOf(p, hill);
  return (share) => {
    const value = deviation === 0 ? mean : mean + deviation * normalQuantile(from + share * (to - from));
    return Math.max(min, Math.min(max, value));
  };
}

/** What is wrong with limits and rounding, by the hill that has most to say. */
function hillProblems(p: Params, type: ValueType): readonly ParameterProblem[] {
  const hills = weighted(p).map((hill) => {
    const [from, to] = sharesOf(p, hill);
    return shapeProblems(bounds(p), p, type, { quantile: quantileOf(p, hill), within: to - from });
  });
  return hills.find((found) => found.some(({ severity }) => severity === "error")) ?? hills.flat().slice(0, 1);
}

function problems(p: Params): readonly ParameterProblem[] {
  if (p.hills.some(({ weight }) => weight > 0)) return [];
  const even = p.hills.map((hill) => ({ ...hill, weight: 1 }));
  return [
    {
      severity: "error",
      message: "The weights of the hills add up to 0.",
      fix: { label: "Weigh them alike", params: { hills: even } },
    },
  ];
}

/** A mixture of normal distributions: several kinds of rows in one column. */
export const mixture = defineGenerator<Params>({
  id: "mixture",
  // 2: prices that end in .99 stay below the maximum.
  version: 2,
  label: "Mixture",
  help: "Several bell curves in one column, each with its share: small and large customers, day and night load.",
  category: "numbers",
  keywords: ["bimodal", "multimodal", "several peaks", "normal", "distribution", "segments", "hills"],
  icon: "chart-bell",
  params,
  shorthand: "hills",
  accepts: takesNumbers,
  describe: (p) => `${p.hills.map(({ mean }) => mean).join(" and ")}${describeShape(p)}`,
  capacity: (p, type) => countWithin(bounds(p), type),
  problems: (p, { type }) => [...problems(p), ...hillProblems(p, type)],
  compile(p, context) {
    const asked = bounds(p);
    if (context.unique) return boundedDomain(asked, context);
    const unit = 10 ** scaledBounds(asked, context.type).scale;
    const hills = weighted(p);
    const weights = aliasTable(hills.map(({ weight }) => weight));
    const tables = hills.map((hill) => {
      const quantile = quantileOf(p, hill);
      return quantileTable((share) => quantile(share) * unit);
    });
    const [first] = tables;
    const { k0, k1 } = context.stream;
    const which = childStream(context.stream, "hill");
    const draw = (row: number): number => {
      const table = tables[pickAlias(weights, wordAt(which.k0, which.k1, row, 0))] ?? first;
      return table ? drawQuantile(table, k0, k1, row, 0) : 0;
    };
    return roundedKernel(asked, draw, context, p);
  },
});
