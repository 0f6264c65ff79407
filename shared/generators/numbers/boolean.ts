import { z } from "zod";
import { wordAt } from "../../random/stream.ts";
import { newBooleanVector, newIntegerVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type Domain, type Kernel } from "../generator.ts";
import { parameter, share } from "../parameter.ts";

const params = z.strictObject({
  true: parameter(share.default(0.5), {
    label: "Share of true",
    help: "0 is never, 1 is always.",
    control: "slider",
    step: 0.05,
  }),
});
type Params = z.infer<typeof params>;

/** true and false, or 1 and 0 in a column of whole numbers. */
export const boolean = defineGenerator<Params>({
  id: "boolean",
  version: 1,
  label: "Boolean",
  help: "True or false, or 1 and 0 in a column of whole numbers.",
  category: "numbers",
  keywords: ["bool", "flag", "yes", "no", "true", "false", "bit"],
  icon: "toggle-left",
  params,
  shorthand: "true",
  accepts: (type) => type.kind === "boolean" || type.kind === "integer" || type.kind === "unknown",
  describe: (p) => `${Math.round(p.true * 1000) / 10}% true`,
  capacity: (p) => (p.true === 0 || p.true === 1 ? 1 : 2),
  compile(p, context): Kernel | Domain {
    const out =
      context.type.kind === "boolean" ? newBooleanVector(context.batchRows) : newIntegerVector(context.batchRows);
    const { values } = out;
    const { k0, k1 } = context.stream;
    const limit = p.true * 4_294_967_296;
    if (context.unique) {
      const size = p.true === 0 || p.true === 1 ? 1 : 2;
      return {
        out,
        size,
        fillAt(indexes, count) {
          out.hasNulls = false;
          for (let i = 0; i < count; i++) values[i] = size === 1 ? p.true : (indexes[i] ?? 0);
        },
      };
    }
    return {
      out,
      fill(rows, count) {
        out.hasNulls = false;
        for (let i = 0; i < count; i++) values[i] = wordAt(k0, k1, rows[i] ?? 0, 0) >>> 0 < limit ? 1 : 0;
      },
    };
  },
});
