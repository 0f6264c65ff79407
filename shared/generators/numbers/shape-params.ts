import { z } from "zod";
import type { ValueType } from "../../schema/value-type.ts";
import type { ParameterProblem } from "../generator.ts";
import { finiteNumber, parameter, share } from "../parameter.ts";
import { formatScaled } from "../text/cell-text.ts";
import { boundsProblems, scaledBounds, type Bounds } from "./bounds.ts";
import { scaledRange } from "./scaled-column.ts";

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

/** Less of a curve than this lies nowhere: its quantiles cannot be told apart there. */
const leastShare = 1e-12;
/** As much of a curve as may gather at the ends of the column unsaid. */
const gathered = 0.001;

/**
 * What is wrong with limits, rounding and the column together. `quantile` is the curve between the limits, and `within` the share of
 * the whole curve that lies there.
 */
export function shapeProblems(
  asked: Bounds,
  { step = 0, charm = 0 }: Partial<Rounding>,
  type: ValueType,
  { quantile, within = 1 }: { readonly quantile: (share: number) => number; readonly within?: number },
): readonly ParameterProblem[] {
  const found = boundsProblems(asked, type);
  if (found.length > 0) return found;
  const { scale, low, high } = scaledBounds(asked, type);
  const unit = 10 ** scale;
  const said = (
    severity: ParameterProblem["severity"],
    message: string,
    fix?: ParameterProblem["fix"],
  ): readonly ParameterProblem[] => [{ severity, message, ...(fix && { fix }) }];
  const anyStep = { label: "Take any value", params: { step: 0 } };
  if (step > 0 && Math.abs(step * unit - Math.round(step * unit)) > 1e-6)
    return said("error", `Multiples of ${step} have more decimals than the ${scale} that are kept.`, anyStep);
  if (step > 0 && Math.floor(asked.max / step) * step < asked.min)
    return said("error", `No multiple of ${step} lies from ${asked.min} to ${asked.max}.`, anyStep);
  if (within < leastShare) return said("error", `Next to nothing of the curve lies from ${asked.min} to ${asked.max}.`);
  const plain = { label: "Take any ending", params: { charm: 0 } };
  if (charm > 0 && scale < 2) return said("warning", "The column keeps no cents, so that no value ends in .99.", plain);
  if (charm > 0 && Math.floor((high + unit / 100) / unit) * unit - unit / 100 < low)
    return said("warning", `No value that ends in .99 lies from ${asked.min} to ${asked.max}.`, plain);
  const { lowest, highest } = scaledRange(type, asked.scale);
  const above = shareBeyond((share) => quantile(1 - share) * unit > highest + 0.5);
  const below = shareBeyond((share) => quantile(share) * unit < lowest - 0.5);
  const [share, end] = above >= below ? [above, highest] : [below, lowest];
  if (share < gathered) return [];
  const ends = `${formatScaled(lowest, scale)} to ${formatScaled(highest, scale)}`;
  return [
    {
      severity: "warning",
      message: `The column holds ${ends}: ${percent(share)} of the values lie beyond and become ${formatScaled(end, scale)}.`,
      fix: { label: "Cut the curve there", params: { [above >= below ? "max" : "min"]: end / unit } },
    },
  ];
}

/** The largest share, from one end of a curve, that lies beyond the column. */
function shareBeyond(isBeyond: (share: number) => boolean): number {
  if (!isBeyond(gathered)) return 0;
  let [inside, beyond] = [1, gathered];
  for (let k = 0; k < 20; k++) {
    const middle = (inside + beyond) / 2;
    if (isBeyond(middle)) beyond = middle;
    else inside = middle;
  }
  return beyond;
}

const percent = (share: number): string => `${share < 0.1 ? Math.round(share * 1000) / 10 : Math.round(share * 100)}%`;
