import { z } from "zod";
import { newIntegerVector, newTimestampVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type Domain } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";
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
  describe: (p) => `${describeRange(p.from, p.to)}${p.bias === "none" ? "" : `, ${p.bias}`}`,
  capacity: (p, type) => leastSize(p, type.kind === "integer" ? Math.max(1000, units[p.every]) : units[p.every]),
  problems: (p) => rangeProblems(p),
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
    return inColumn(rangeColumn(domain, p.bias, context), context);
  },
});
