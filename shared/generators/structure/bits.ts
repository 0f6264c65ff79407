import { z } from "zod";
import { wordAt } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { defineGenerator, type Domain } from "../generator.ts";
import { parameter, share } from "../parameter.ts";
import { isNotation, takesText, textKernel } from "../text/text-kernel.ts";
import { putByte } from "../text/text-sink.ts";

const params = z.strictObject({
  length: parameter(z.int().min(1).max(4096).optional(), {
    label: "Length",
    help: "How many bits; the column's own where it has some, else 8.",
  }),
  ones: parameter(share.default(0.5), {
    label: "Share of ones",
    help: "How many are set.",
    control: "slider",
    step: 0.05,
  }),
});
type Params = z.infer<typeof params>;

const lengthOf = (p: Params, type: ValueType): number => {
  const own = type.kind === "notation" ? type.length : type.kind === "text" ? type.maxLength : undefined;
  const asked = p.length ?? (type.kind === "notation" ? (own ?? 8) : Math.min(own ?? 8, 8));
  return own === undefined ? asked : type.kind === "notation" && p.length === undefined ? own : Math.min(asked, own);
};

/** Bit strings: flags, masks, permissions. */
export const bits = defineGenerator<Params>({
  id: "bits",
  version: 1,
  label: "Bits",
  help: "Strings of zeros and ones: flags, masks, permissions.",
  category: "structure",
  keywords: ["bit", "varbit", "mask", "flags", "binary", "permissions"],
  icon: "binary",
  params,
  shorthand: "length",
  accepts: (type) => isNotation(type, "bits") || takesText(type),
  describe: (p, type) => `${lengthOf(p, type)} bits`,
  capacity: (p, type) => 2 ** Math.min(52, lengthOf(p, type)),
  compile(p, context) {
    const length = lengthOf(p, context.type);
    const { k0, k1 } = context.stream;
    const limit = p.ones * 4_294_967_296;
    if (context.unique) {
      const width = Math.min(52, length);
      const texts = textKernel({ ...context, unique: false }, (sink, index) => {
        for (let k = 0; k < length; k++) putByte(sink, k < width ? 48 + (Math.floor(index / 2 ** k) % 2) : 48);
      });
      return {
        out: texts.out,
        size: 2 ** width,
        fillAt: (indexes, count) => texts.fill(indexes, count),
      } satisfies Domain;
    }
    return textKernel(context, (sink, row) => {
      for (let k = 0; k < length; k++) putByte(sink, wordAt(k0, k1, row, k) >>> 0 < limit ? 49 : 48);
    });
  },
});
