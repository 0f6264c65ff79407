import { z } from "zod";
import { permutation } from "../../random/permutation.ts";
import { childStream, wordAt } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { newBytesVector, reserveBytes } from "../../vectors/new-vector.ts";
import { defineGenerator, type ParameterProblem } from "../generator.ts";
import { rowBlock } from "../keys/row-block.ts";
import { parameter } from "../parameter.ts";

const params = z.strictObject({
  min: parameter(z.int().min(0).max(1_000_000).default(16), {
    label: "At least",
    unit: "bytes",
    help: "The shortest value.",
  }),
  max: parameter(z.int().min(0).max(1_000_000).default(64), {
    label: "At most",
    unit: "bytes",
    help: "The longest value.",
  }),
});
type Params = z.infer<typeof params>;

function lengths(p: Params, type: ValueType): { readonly min: number; readonly max: number } {
  const limit = type.kind === "bytes" ? (type.maxLength ?? Infinity) : Infinity;
  const max = Math.min(Math.max(p.min, p.max), limit);
  return { min: Math.min(p.min, p.max, max), max };
}

/** Of shorter values in a unique column, so many bytes come by a keyed bijection: 2^48 is within what one may have. */
const mostKeyed = 6;

/**
 * Random bytes. In a unique column all values are 8 bytes or longer where the column allows, and begin with the row's block;
 * where it does not, all are as long as they can be, and begin with the row's image under a keyed bijection.
 */
export const bytes = defineGenerator<Params>({
  id: "bytes",
  version: 1,
  label: "Bytes",
  help: "Random bytes, for blobs and other binary columns.",
  category: "structure",
  keywords: ["blob", "binary", "bytea", "varbinary", "raw", "file", "image"],
  icon: "binary",
  params,
  accepts: (type) => type.kind === "bytes" || type.kind === "unknown",
  describe: (p) => (p.min === p.max ? `${p.min} bytes` : `${p.min} to ${p.max} bytes`),
  capacity(p, type) {
    const { max } = lengths(p, type);
    return max >= 8 ? Infinity : 256 ** Math.min(max, mostKeyed);
  },
  problems(p): readonly ParameterProblem[] {
    if (p.min <= p.max) return [];
    const message = `The least length ${p.min} is above the largest ${p.max}.`;
    return [{ severity: "error", message, fix: { label: "Swap them", params: { min: p.max, max: p.min } } }];
  },
  compile(p, context) {
    const { min, max } = lengths(p, context.type);
    const out = newBytesVector(context.batchRows);
    const { k0, k1 } = context.stream;
    const blocks = rowBlock(childStream(context.stream, "block"));
    const { block } = blocks;
    const shortest = context.unique ? Math.min(max, Math.max(8, min)) : min;
    const words = context.unique && shortest >= 8 ? 2 : 0;
    const keyed = context.unique && max < 8 ? Math.min(max, mostKeyed) : 0;
    const order = keyed > 0 ? permutation(childStream(context.stream, "order"), 256 ** keyed) : undefined;
    return {
      out,
      fill(rows, count) {
        out.hasNulls = false;
        let end = 0;
        out.offsets[0] = 0;
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          const length =
            shortest + Math.floor((wordAt(k0, k1, row, 0) >>> 0) * 2.3283064365386963e-10 * (max - shortest + 1));
          const target = reserveBytes(out, end + length + 4);
          if (words > 0) blocks.at(row);
          for (let k = 0; k < length; k += 4) {
            const word = k < words * 4 ? (block[k >> 2] ?? 0) : wordAt(k0, k1, row, 1 + (k >> 2));
            target[end + k] = word;
            target[end + k + 1] = word >>> 8;
            target[end + k + 2] = word >>> 16;
            target[end + k + 3] = word >>> 24;
          }
          if (order !== undefined) {
            let number = order.at(row % order.size);
            for (let k = 0; k < keyed; k++, number = Math.floor(number / 256)) target[end + k] = number % 256;
          }
          end += length;
          out.offsets[i + 1] = end;
        }
      },
    };
  },
});
