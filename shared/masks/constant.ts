import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { defineMask } from "./mask.ts";
import { promises } from "./promises.ts";
import { takesText, textMask } from "./text-mask.ts";

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
  compile: (p, context) => textMask(context, () => p.value),
});
