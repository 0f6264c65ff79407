import { z } from "zod";
import { finiteNumber, parameter } from "../generators/parameter.ts";
import { defineMask } from "./mask.ts";
import { isNumber, numberMask } from "./numbers.ts";
import { promises } from "./promises.ts";

const params = z.strictObject({
  bottom: parameter(finiteNumber.optional(), { label: "Lowest", help: "Anything lower becomes this." }),
  top: parameter(finiteNumber.optional(), { label: "Highest", help: "Anything higher becomes this." }),
});
type Params = z.infer<typeof params>;

/** Top and bottom coding: what stands out at the ends is moved to the limit. */
export const limitsMask = defineMask<Params>({
  id: "limits",
  version: 1,
  label: "Top and bottom coding",
  help: "Moves values beyond a limit to the limit, so that the richest and the oldest no longer stand out.",
  keywords: ["top coding", "bottom coding", "clamp", "outlier", "90+"],
  icon: "arrow-bar-both",
  params,
  accepts: isNumber,
  describe: (p) => `${p.bottom ?? "…"} to ${p.top ?? "…"}`,
  promises: () => promises({ generalises: true, keepsFormat: true, keepsEquality: true }),
  keyed: () => false,
  problems: (p) =>
    p.bottom !== undefined && p.top !== undefined && p.bottom > p.top
      ? [
          {
            severity: "error",
            message: `The lowest (${p.bottom}) is above the highest (${p.top}).`,
            fix: { label: "Swap them", params: { bottom: p.top, top: p.bottom } },
          },
        ]
      : [],
  compile: (p, context) =>
    numberMask(context.source, context.type, context.batchRows, (value) =>
      Math.max(p.bottom ?? -Infinity, Math.min(p.top ?? Infinity, value)),
    ),
});
