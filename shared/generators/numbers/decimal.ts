import { z } from "zod";
import { defineGenerator } from "../generator.ts";
import { finiteNumber, parameter } from "../parameter.ts";
import { boundedDomain, boundsProblems, countWithin } from "./bounds.ts";
import { takesNumbers } from "./scaled-column.ts";

const params = z.strictObject({
  min: parameter(finiteNumber.default(0), { label: "Minimum", help: "The smallest value." }),
  max: parameter(finiteNumber.default(100), { label: "Maximum", help: "The largest value." }),
  scale: parameter(z.int().min(0).max(12).default(2), {
    label: "Decimal places",
    help: "Digits behind the point; no more than the column keeps.",
  }),
});
type Params = z.infer<typeof params>;

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
  problems: (p, { type }) => boundsProblems(p, type),
  compile: boundedDomain,
});
