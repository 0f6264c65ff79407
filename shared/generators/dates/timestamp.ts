import { z } from "zod";
import { dayMilliseconds } from "../../base/calendar.ts";
import { newIntegerVector, newTimestampVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type CompileContext, type Domain, type Kernel } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";
import {
  dayDraw,
  dayParams,
  daysAlike,
  describeWeights,
  hourDraw,
  hourParams,
  hoursAlike,
  weighedDays,
  weightProblems,
} from "./calendar-weights.ts";
import { leastSize, rangeColumn, rangeOf, rangeProblems } from "./date-range.ts";
import { describeRange } from "./moment.ts";

const units = { second: 1000, minute: 60_000, hour: 3_600_000, millisecond: 1 } as const;

const params = z.strictObject({
  from: parameter(z.string().default("-2y"), {
    label: "From",
    help: "A date or timestamp, or one relative to the reference date: -2y, -90d, -12h, today.",
    control: "datetime",
  }),
  to: parameter(z.string().default("today"), {
    label: "To",
    help: "A date or timestamp, or one relative to the reference date. A plain date is the beginning of its day.",
    control: "datetime",
  }),
  every: parameter(z.enum(["millisecond", "second", "minute", "hour"]).default("second"), {
    label: "Whole",
    help: "Values are whole seconds, minutes or hours.",
    control: "select",
  }),
  bias: parameter(z.enum(["none", "recent", "early"]).default("none"), {
    label: "Bias",
    help: "recent: more towards the end; early: more towards the beginning.",
    control: "select",
  }),
  ...hourParams,
  ...dayParams,
});
type Params = z.infer<typeof params>;

/** Moments of a range, in UTC. A column of whole numbers gets seconds since 1970. */
export const timestamp = defineGenerator<Params>({
  id: "timestamp",
  version: 1,
  label: "Timestamp",
  help: "Dates with a time between two moments, in UTC; seconds since 1970 in a column of whole numbers.",
  category: "dates",
  keywords: ["datetime", "time", "created", "updated", "moment", "instant", "unix", "epoch", "range"],
  icon: "calendar-time",
  params,
  accepts: (type) =>
    type.kind === "timestamp" ||
    type.kind === "unknown" ||
    (type.kind === "integer" && type.bits >= 32) ||
    (type.kind === "text" && (type.maxLength ?? 23) >= 19),
  describe: (p) => `${describeRange(p.from, p.to)}${p.bias === "none" ? "" : `, ${p.bias}`}${describeWeights(p)}`,
  capacity: (p, type) => leastSize(p, type.kind === "integer" ? Math.max(1000, units[p.every]) : units[p.every]),
  problems: (p, { type }) => [...rangeProblems(p, type), ...weightProblems(p)],
  compile(p, context) {
    const { type, batchRows } = context;
    // Milliseconds show only where the column keeps them.
    const fine =
      type.kind === "timestamp"
        ? (type.precision ?? 0) > 0
        : type.kind === "text"
          ? (type.maxLength ?? 23) >= 23
          : type.kind !== "integer";
    const unit = fine ? units[p.every] : Math.max(1000, units[p.every]);
    const { first, size } = rangeOf(p, unit, context.referenceDay);
    const precision = fine && p.every === "millisecond" ? 3 : 0;
    const out =
      type.kind === "integer"
        ? newIntegerVector(batchRows)
        : newTimestampVector(
            batchRows,
            type.kind === "timestamp" && type.precision ? 3 : precision,
            type.kind === "timestamp" && (type.zone ?? false),
          );
    const factor = type.kind === "integer" ? unit / 1000 : unit;
    const { values } = out;
    const domain: Domain & { readonly scratch: Float64Array } = {
      out,
      size,
      scratch: new Float64Array(batchRows),
      fillAt(indexes, count) {
        out.hasNulls = false;
        for (let i = 0; i < count; i++) values[i] = (first + (indexes[i] ?? 0)) * factor;
      },
    };
    const draw = context.unique ? undefined : weighedDraw(p, first, size, unit, context);
    if (draw === undefined) return inColumn(rangeColumn(domain, p.bias, context), context);
    const scratch = domain.scratch;
    const kernel: Kernel = {
      out,
      fill(rows, count) {
        for (let i = 0; i < count; i++) scratch[i] = draw(rows[i] ?? 0);
        domain.fillAt(scratch, count);
      },
    };
    return inColumn(kernel, context);
  },
});

/** Draws indexes into the range by the weights of days and hours; undefined where all are alike. */
function weighedDraw(
  p: Params,
  first: number,
  size: number,
  unit: number,
  context: CompileContext,
): ((row: number) => number) | undefined {
  if (daysAlike(p) && hoursAlike(p)) return undefined;
  const firstDay = Math.floor((first * unit) / dayMilliseconds);
  const lastDay = Math.floor(((first + size - 1) * unit) / dayMilliseconds);
  // A range that ends at midnight, as most do, does not reach into its last day.
  const days = Math.max(1, lastDay - firstDay + (((first + size - 1) * unit) % dayMilliseconds === 0 ? 0 : 1));
  const weighed = weighedDays(p, firstDay, days, p.bias);
  if (weighed === undefined) return undefined;
  const day = dayDraw(weighed, context.stream);
  const hour = hourDraw(p, unit, context.stream);
  return (row) => {
    const index = Math.floor((day(row) * dayMilliseconds + hour(row)) / unit) - first;
    return Math.max(0, Math.min(size - 1, index));
  };
}
