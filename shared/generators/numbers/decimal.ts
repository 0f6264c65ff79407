import { z } from "zod";
import type { ValueType } from "../../schema/value-type.ts";
import { defineGenerator, type ParameterProblem } from "../generator.ts";
import { finiteNumber, parameter } from "../parameter.ts";
import { boundedDomain, boundsProblems, countWithin } from "./bounds.ts";
import { formatScaled } from "../text/cell-text.ts";
import { scaledRange, takesNumbers, toScaled } from "./scaled-column.ts";

const params = z.strictObject({
  min: parameter(finiteNumber.default(0), { label: "Minimum", help: "The smallest value." }),
  max: parameter(finiteNumber.default(100), { label: "Maximum", help: "The largest value." }),
  scale: parameter(z.int().min(0).max(12).default(2), {
    label: "Decimal places",
    help: "Digits behind the point; no more than the column keeps.",
  }),
});
type Params = z.infer<typeof params>;

/** Limits that somebody chose and the column does not reach. */
function beyondProblems(p: Params, type: ValueType): readonly ParameterProblem[] {
  const { scale, lowest, highest } = scaledRange(type, p.scale);
  const [low, high] = [toScaled(p.min, scale), toScaled(p.max, scale)];
  const isChosen = p.min !== 0 || p.max !== 100;
  if (!isChosen || low > high || low > highest || high < lowest || (low >= lowest && high <= highest)) return [];
  const holds = `${formatScaled(lowest, scale)} to ${formatScaled(highest, scale)}`;
  return [{ severity: "warning", message: `The column holds ${holds}; values beyond are left out.` }];
}

/** Decimal numbers evenly spread over a range; exact, as scaled integers. */
export const decimal = defineGenerator<Params>({
  id: "decimal",
  version: 1,
  label: "Decimal",
  help: "Decimal numbers, all equally likely, between a minimum and a maximum.",
  category: "numbers",
  keywords: ["number", "float", "real", "money", "price", "amount", "range", "random"],
  icon: "decimal",
  params,
  accepts: takesNumbers,
  describe: (p, type) => `${p.min} to ${p.max}${type.kind === "integer" ? "" : `, ${p.scale} decimals`}`,
  capacity: countWithin,
  problems: (p, { type }) => [...boundsProblems(p, type), ...beyondProblems(p, type)],
  compile: boundedDomain,
});
