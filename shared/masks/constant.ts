import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { newDictionaryVector } from "../vectors/new-vector.ts";
import { textDictionary } from "../vectors/text-dictionary.ts";
import { defineMask } from "./mask.ts";
import { promises } from "./promises.ts";
import { cut, takesText, textLimit } from "./text-mask.ts";

const params = z.strictObject({
  value: parameter(z.string().default("***REDACTED***"), {
    label: "Text",
    help: "Stands in the place of every value.",
  }),
});
type Params = z.infer<typeof params>;

/** One text for every value. */
export const constantMask = defineMask<Params>({
  id: "constant",
  version: 1,
  label: "Suppress",
  help: "The same text in the place of every value.",
  keywords: ["suppress", "redacted", "fixed", "blank", "remove"],
  icon: "eraser",
  params,
  shorthand: "value",
  accepts: (type) => takesText(type),
  describe: (p) => p.value,
  promises: () => promises({ forgets: true }),
  keyed: () => false,
  compile(p, { source, type, batchRows }) {
    const out = newDictionaryVector(batchRows, textDictionary([cut(p.value, textLimit(type))]));
    return {
      out,
      fill(_rows, count) {
        out.hasNulls = source.hasNulls;
        if (source.hasNulls) out.nulls.set(source.nulls.subarray(0, count));
      },
    };
  },
});
