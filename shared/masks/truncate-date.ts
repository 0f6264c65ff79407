import { z } from "zod";
import { civilFromDays, dayMilliseconds, daysFromCivil } from "../base/calendar.ts";
import { parameter } from "../generators/parameter.ts";
import { newDateVector, newTimestampVector } from "../vectors/new-vector.ts";
import type { DateVector, TimestampVector, Vector } from "../vectors/vector.ts";
import { defineMask, type MaskKernel } from "./mask.ts";
import { promises } from "./promises.ts";
import { isNull } from "./text-mask.ts";

const params = z.strictObject({
  to: parameter(z.enum(["month", "quarter", "year", "decade"]).default("year"), {
    label: "Keep the",
    help: "The date becomes the first day of it. HIPAA's Safe Harbor lets no more than the year stay.",
    control: "select",
  }),
  /** HIPAA: all ages over 89 are one class. */
  oldest: parameter(z.int().min(1).max(150).optional(), {
    label: "Oldest age kept",
    unit: "years",
    help: "Dates of birth further back than this become that year: 89 for HIPAA's “90 or older”.",
  }),
});
type Params = z.infer<typeof params>;

/** Dates by the month, quarter, year or decade that they are in. */
export const truncateDateMask = defineMask<Params>({
  id: "truncate-date",
  version: 1,
  label: "Coarser date",
  help: "Keeps the month, the quarter or the year of a date.",
  keywords: ["generalise", "year", "birthday", "hipaa", "safe harbor", "month"],
  icon: "calendar-minus",
  params,
  shorthand: "to",
  accepts: (type) => type.kind === "date" || type.kind === "timestamp",
  describe: (p) => `first day of the ${p.to}`,
  promises: () => promises({ generalises: true, keepsEquality: true, keepsFormat: true }),
  keyed: () => false,
  compile(p, context) {
    const { source, batchRows } = context;
    // In the year in which a person turns one more than the oldest age kept, they are no longer told from older ones.
    const earliest =
      p.oldest === undefined ? -Infinity : daysFromCivil(civilFromDays(context.referenceDay).year - p.oldest - 1, 1, 1);
    const truncate = (days: number): number => firstOf(p.to, Math.max(days, earliest));
    return source.kind === "timestamp"
      ? truncated(newTimestampVector(batchRows, source.precision, source.zone), source, truncate, dayMilliseconds)
      : truncated(newDateVector(batchRows), source, truncate, 1);
  },
});

/** The first day of the period that a day lies in. */
function firstOf(period: Params["to"], days: number): number {
  const { year, month } = civilFromDays(days);
  switch (period) {
    case "month":
      return daysFromCivil(year, month, 1);
    case "quarter":
      return daysFromCivil(year, month - ((month - 1) % 3), 1);
    case "year":
      return daysFromCivil(year, 1, 1);
    case "decade":
      return daysFromCivil(Math.floor(year / 10) * 10, 1, 1);
  }
}

function truncated(
  out: DateVector | TimestampVector,
  source: Vector,
  truncate: (days: number) => number,
  unit: number,
): MaskKernel {
  const values = source.kind === "date" || source.kind === "timestamp" ? source.values : new Float64Array();
  return {
    out,
    fill(_rows, count) {
      out.hasNulls = source.hasNulls;
      for (let i = 0; i < count; i++) {
        const nothing = isNull(source, i);
        out.nulls[i] = nothing ? 1 : 0;
        out.values[i] = nothing ? 0 : truncate(Math.floor((values[i] ?? 0) / unit)) * unit;
      }
    },
  };
}
