import { z } from "zod";
import { dayMilliseconds } from "../../base/calendar.ts";
import { childStream, unitAt } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { newDateVector, newIntegerVector, newTimestampVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type Kernel, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";
import { firstMoment, lastMoment, momentForms, parseMoment } from "./moment.ts";

const units = {
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: dayMilliseconds,
  weeks: 7 * dayMilliseconds,
} as const;

const params = z.strictObject({
  start: parameter(z.string().default("-30d"), {
    label: "Start",
    help: "The first moment: a date, or one relative to the reference date such as -30d.",
    control: "datetime",
  }),
  every: parameter(z.number().positive().default(15), { label: "Every", help: "The distance to the next." }),
  unit: parameter(z.enum(["seconds", "minutes", "hours", "days", "weeks"]).default("minutes"), {
    label: "Unit",
    help: "Of the distance.",
    control: "select",
  }),
  jitter: parameter(z.number().min(0).max(0.49).default(0), {
    label: "Jitter",
    help: "How far each moment strays, as a part of the distance; the order stays. Days do not stray.",
    control: "slider",
    step: 0.05,
  }),
  along: parameter(z.enum(["owner", "table"]).default("owner"), {
    label: "Begins anew",
    help: "owner: with each owner's rows; table: never.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;

/** Milliseconds from one to the next: no less than a column tells apart. */
function distanceOf(p: Params, type: ValueType): number {
  const distance = p.every * units[p.unit];
  if (type.kind === "date") return Math.max(1, Math.round(distance / dayMilliseconds)) * dayMilliseconds;
  return Math.max(distance, 2000);
}

/** Moments one after another at a distance: readings, heartbeats, instalments. */
export const series = defineGenerator<Params>({
  id: "time-series",
  version: 1,
  label: "Time series",
  help: "Moments at a steady distance, row after row of each owner: sensor readings, daily rates, instalments.",
  category: "dates",
  keywords: ["steps", "interval", "sampling", "sensor", "readings", "every", "sequence", "regular", "heartbeat"],
  icon: "timeline",
  params,
  accepts: (type) =>
    type.kind === "timestamp" ||
    type.kind === "date" ||
    type.kind === "unknown" ||
    (type.kind === "integer" && type.bits >= 32) ||
    (type.kind === "text" && (type.maxLength ?? 19) >= 19),
  describe: (p) => `from ${p.start}, every ${p.every} ${p.unit}${p.jitter > 0 ? ", with jitter" : ""}`,
  distinct: "owner",
  capacity: (p, type) => Math.floor(250_000_000_000_000 / distanceOf(p, type)),
  problems(p, { type }): readonly ParameterProblem[] {
    const start = parseMoment(p.start, 20_000);
    if (start === undefined) return [{ severity: "error", message: `“${p.start}” is no date. ${momentForms}` }];
    return start >= firstMoment && start + distanceOf(p, type) <= lastMoment
      ? []
      : [{ severity: "error", message: `The second moment after ${p.start} lies beyond the years 1 to 9999.` }];
  },
  compile(p, context) {
    const { type, batchRows } = context;
    const start = parseMoment(p.start, context.referenceDay) ?? context.referenceDay * dayMilliseconds;
    const distance = distanceOf(p, type);
    const precision = type.kind === "timestamp" && type.precision ? 3 : 0;
    const stamped = type.kind === "timestamp" && (type.zone ?? false);
    const out =
      type.kind === "date"
        ? newDateVector(batchRows)
        : type.kind === "integer"
          ? newIntegerVector(batchRows)
          : newTimestampVector(batchRows, precision, stamped);
    const shown = type.kind === "date" ? dayMilliseconds : precision === 3 ? 1 : 1000;
    const unit =
      type.kind === "timestamp" || out.kind === "timestamp" ? 1 : type.kind === "date" ? dayMilliseconds : 1000;
    const stray = childStream(context.stream, "jitter");
    const ordinals = new Float64Array(batchRows);
    const kernel: Kernel = {
      out,
      fill(rows, count) {
        out.hasNulls = false;
        if (p.along === "owner" && context.ordinal) context.ordinal(rows, count, ordinals);
        else ordinals.set(rows.subarray(0, count));
        for (let i = 0; i < count; i++) {
          const off = p.jitter === 0 || type.kind === "date" ? 0 : (unitAt(stray, rows[i] ?? 0) * 2 - 1) * p.jitter;
          const moment = Math.min(lastMoment, start + ((ordinals[i] ?? 0) + off) * distance);
          out.values[i] = (Math.floor(moment / shown) * shown) / unit;
        }
      },
    };
    return inColumn(kernel, context);
  },
});
