import { z } from "zod";
import type { ValueType } from "../../schema/value-type.ts";
import type { ParameterProblem } from "../generator.ts";
import { finiteNumber, parameter, share } from "../parameter.ts";
import { boundsProblems, type Bounds } from "./bounds.ts";

/** The limits that a shape may have: beyond them it is cut off, not heaped up. */
export const limitParams = {
  min: parameter(finiteNumber.optional(), { label: "Minimum", help: "The curve is cut off below." }),
  max: parameter(finiteNumber.optional(), { label: "Maximum", help: "The curve is cut off above." }),
};

/** How drawn values are rounded. */
export const roundingParams = {
  scale: parameter(z.int().min(0).max(12).default(2), { label: "Decimal places", help: "Digits behind the point." }),
  step: parameter(z.number().min(0).default(0), {
    label: "Step",
    help: "Values are whole multiples of this: 0.05, 5, 100. 0 for none.",
  }),
  charm: parameter(share.default(0), {
    label: "Ending in .99",
    help: "The share of values that end in .99, as prices do.",
    control: "slider",
    step: 0.05,
  }),
};

/** Both as values, after parsing. */
export interface ShapeLimits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}
export interface Rounding {
  readonly scale: number;
  readonly step: number;
  readonly charm: number;
}

/** ", from 1, up to 9, in steps of 5": what limits and rounding add to a description. */
export function describeShape(p: ShapeLimits & Partial<Rounding>): string {
  return [
    p.min === undefined ? "" : `, from ${p.min}`,
    p.max === undefined ? "" : `, up to ${p.max}`,
    (p.step ?? 0) > 0 ? `, in steps of ${p.step}` : "",
    (p.charm ?? 0) > 0 ? `, ${Math.round((p.charm ?? 0) * 100)}% end in .99` : "",
  ].join("");
}

/** What is wrong with limits, steps and the column together. */
export function shapeProblems(
  asked: Bounds,
  { step = 0 }: Partial<Rounding>,
  type: ValueType,
): readonly ParameterProblem[] {
  const found = boundsProblems(asked, type);
  if (found.length > 0 || step <= 0) return found;
  if (Math.floor(asked.max / step) * step >= asked.min) return [];
  return [
    {
      severity: "error",
      message: `No multiple of ${step} lies from ${asked.min} to ${asked.max}.`,
      fix: { label: "Take any value", params: { step: 0 } },
    },
  ];
}
