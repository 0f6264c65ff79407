import { z } from "zod";
import { normalQuantile } from "../../random/normal-quantile.ts";
import { wordAt } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { defineGenerator, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { formatScaled } from "../text/cell-text.ts";
import { isNotation, takesText, textKernel } from "../text/text-kernel.ts";
import { putText } from "../text/text-sink.ts";

const params = z.strictObject({
  dimensions: parameter(z.int().min(1).max(16_000).optional(), {
    label: "Dimensions",
    help: "How many numbers; the column's own where it has some, else 8.",
  }),
  normalised: parameter(z.boolean().default(true), {
    label: "Of length 1",
    help: "As most embeddings are, so that an inner product is a cosine.",
  }),
});
type Params = z.infer<typeof params>;

const sizeOf = (type: ValueType): number | undefined => (type.kind === "notation" ? type.length : undefined);

/** Vectors of real numbers in random directions: embeddings. */
export const vector = defineGenerator<Params>({
  id: "vector",
  version: 1,
  label: "Vector",
  help: "Vectors of real numbers, evenly spread over all directions, such as embeddings for similarity search.",
  category: "structure",
  keywords: ["embedding", "pgvector", "similarity", "ai", "dimensions", "float array"],
  icon: "vector",
  params,
  shorthand: "dimensions",
  accepts: (type) =>
    isNotation(type, "vector") ||
    type.kind === "json" ||
    (type.kind === "array" && (type.of.kind === "real" || type.of.kind === "decimal")) ||
    takesText(type, 4000),
  describe: (p, type) => `${sizeOf(type) ?? p.dimensions ?? 8} dimensions${p.normalised ? ", of length 1" : ""}`,
  capacity: () => 1,
  problems(p, { type }): readonly ParameterProblem[] {
    const own = sizeOf(type);
    if (own === undefined || p.dimensions === undefined || p.dimensions === own) return [];
    return [
      {
        severity: "error",
        message: `The column takes vectors of ${own} dimensions, not ${p.dimensions}.`,
        fix: { label: `Use ${own}`, params: { dimensions: own } },
      },
    ];
  },
  compile(p, context) {
    const size = sizeOf(context.type) ?? p.dimensions ?? 8;
    const { k0, k1 } = context.stream;
    const values = new Float64Array(size);
    const [before, after] = context.type.kind === "array" ? ["{", "}"] : ["[", "]"];
    return textKernel(
      context,
      (sink, row) => {
        let squares = 0;
        for (let k = 0; k < size; k++) {
          // Normal in every dimension is even over all directions (M. E. Muller 1959).
          const value = normalQuantile(((wordAt(k0, k1, row, k) >>> 0) + 0.5) * 2.3283064365386963e-10);
          values[k] = value;
          squares += value * value;
        }
        const length = p.normalised ? Math.sqrt(squares) || 1 : 1;
        const texts = Array.from(values, (value) => formatScaled(Math.round((value / length) * 1_000_000), 6));
        putText(sink, before + texts.join(",") + after);
      },
      { distinct: true },
    );
  },
});
