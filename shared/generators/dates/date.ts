import { z } from "zod";
import { dayMilliseconds } from "../../base/calendar.ts";
import { newDateVector, newTimestampVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type Kernel } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";
import { dayDraw, dayParams, daysAlike, describeWeights, weighedDays, weightProblems } from "./calendar-weights.ts";
import { leastSize, rangeColumn, rangeOf, rangeProblems } from "./date-range.ts";
import { describeRange } from "./moment.ts";

const params = z.strictObject({
  from: parameter(z.string().default("-2y"), {
    label: "From",
    help: "A date, or one relative to the reference date: -2y, -90d, today.",
    control: "date",
  }),
  to: parameter(z.string().default("today"), {
    label: "To",
    help: "A date, or one relative to the reference date. The day itself belongs to the range.",
    control: "date",
  }),
  bias: parameter(z.enum(["none", "recent", "early"]).default("none"), {
    label: "Bias",
    help: "recent: more towards the end; early: more towards the beginning.",
    control: "select",
  }),
  ...dayParams,
});
type Params = z.infer<typeof params>;

/** Days of a range. */
export const date = defineGenerator<Params>({
  id: "date",
  version: 1,
  label: "Date",
  help: "Days between two dates, fixed or relative to the reference date.",
  category: "dates",
  keywords: ["day", "calendar", "range", "past", "future", "recent"],
  icon: "calendar",
  params,
  accepts: (type) =>
    type.kind === "date" ||
    type.kind === "timestamp" ||
    type.kind === "unknown" ||
    (type.kind === "text" && (type.maxLength ?? 10) >= 10),
  describe: (p) => `${describeRange(p.from, p.to)}${p.bias === "none" ? "" : `, ${p.bias}`}${describeWeights(p)}`,
  capacity: (p) => leastSize(p, dayMilliseconds),
  problems: (p, { type }) => [...rangeProblems(p, type), ...weightProblems(p)],
  compile(p, context) {
    const { first, size } = rangeOf(p, dayMilliseconds, context.referenceDay);
    const stamped = context.type.kind === "timestamp" ? context.type : undefined;
    const out = stamped
      ? newTimestampVector(context.batchRows, stamped.precision ? 3 : 0, stamped.zone ?? false)
      : newDateVector(context.batchRows);
    const unit = stamped ? dayMilliseconds : 1;
    const { values } = out;
    const domain = {
      out,
      size,
      scratch: new Float64Array(context.batchRows),
      fillAt(indexes: Float64Array, count: number) {
        out.hasNulls = false;
        for (let i = 0; i < count; i++) values[i] = (first + (indexes[i] ?? 0)) * unit;
      },
    };
    const days = context.unique || daysAlike(p) ? undefined : weighedDays(p, first, size, p.bias);
    if (days === undefined) return inColumn(rangeColumn(domain, p.bias, context), context);
    const draw = dayDraw(days, context.stream);
    const kernel: Kernel = {
      out,
      fill(rows, count) {
        out.hasNulls = false;
        for (let i = 0; i < count; i++) values[i] = draw(rows[i] ?? 0) * unit;
      },
    };
    return inColumn(kernel, context);
  },
});
