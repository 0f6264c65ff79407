import { z } from "zod";
import { zipf as zipfTable, zipfRank } from "../../random/zipf.ts";
import { defineGenerator } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";
import { boundedDomain, boundsProblems, countWithin } from "./bounds.ts";
import { scaledColumn, scaledRange, takesNumbers } from "./scaled-column.ts";

const params = z.strictObject({
  max: parameter(z.int().min(1).max(1_000_000_000_000).default(1000), {
    label: "Maximum",
    help: "Values lie between 1 and this.",
  }),
  exponent: parameter(z.number().min(0).max(10).default(1), {
    label: "Exponent",
    help: "How steep it is: 0 is even, 1 makes 1 twice as frequent as 2, more is steeper.",
    step: 0.1,
  }),
});
type Params = z.infer<typeof params>;

const bounds = (p: Params) => ({ min: 1, max: p.max, scale: 0 });

/** Whole numbers from 1 up, the k-th in proportion to k^−exponent. */
export const zipf = defineGenerator<Params>({
  id: "zipf",
  version: 1,
  label: "Zipf",
  help: "Whole numbers from 1 up, small ones far more often, such as popularity, ranks and votes.",
  category: "numbers",
  keywords: ["power law", "pareto", "popularity", "rank", "skewed", "distribution", "long tail"],
  icon: "chart-histogram",
  params,
  accepts: takesNumbers,
  describe: (p) => `1 to ${p.max}, exponent ${p.exponent}`,
  capacity: (p, type) => countWithin(bounds(p), type),
  problems: (p, { type }) => boundsProblems(bounds(p), type),
  compile(p, context) {
    // Distinct values have no frequencies.
    if (context.unique) return boundedDomain(bounds(p), context);
    const column = scaledColumn(context.type, 0, context.batchRows);
    const { scaled } = column;
    const { k0, k1 } = context.stream;
    const table = zipfTable(Math.max(1, Math.min(p.max, scaledRange(context.type, 0).highest)), p.exponent);
    return inColumn(
      {
        out: column.out,
        fill(rows, count) {
          for (let i = 0; i < count; i++) scaled[i] = zipfRank(table, k0, k1, rows[i] ?? 0, 0);
          column.finish(count);
        },
      },
      context,
    );
  },
});
