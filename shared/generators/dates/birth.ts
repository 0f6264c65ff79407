import { z } from "zod";
import { addMonths, civilFromDays, dayMilliseconds, type CivilDate } from "../../base/calendar.ts";
import { belowAt, childStream } from "../../random/stream.ts";
import { newDateVector, newTimestampVector } from "../../vectors/new-vector.ts";
import { bundleField, bundlePart, bundleStream } from "../bundle.ts";
import { defineGenerator, type CompileContext, type Domain, type Kernel, type ParameterProblem } from "../generator.ts";
import { boundedDomain, countWithin } from "../numbers/bounds.ts";
import { scaledColumn } from "../numbers/scaled-column.ts";
import { parameter } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";

const params = z.strictObject({
  min: parameter(z.int().min(0).max(130).default(18), {
    label: "Youngest",
    help: "Age on the reference date.",
    unit: "years",
  }),
  max: parameter(z.int().min(0).max(130).default(80), {
    label: "Oldest",
    help: "Age on the reference date.",
    unit: "years",
  }),
  person: bundleField("Person", "sender_birth_date belongs to sender_age"),
});
type Params = z.infer<typeof params>;

const describe = (p: Params): string => `${p.min} to ${p.max} years old`;

function problems(p: Params): readonly ParameterProblem[] {
  if (p.min <= p.max) return [];
  const message = `The youngest age ${p.min} is above the oldest ${p.max}.`;
  return [{ severity: "error", message, fix: { label: "Swap them", params: { min: p.max, max: p.min } } }];
}

/** Ages in whole years. */
export const age = defineGenerator<Params>({
  id: "age",
  version: 2,
  label: "Age",
  help: "Ages of people in whole years.",
  category: "people",
  keywords: ["years", "old", "number"],
  icon: "cake",
  params,
  bundle: bundlePart("person"),
  accepts: (type) =>
    type.kind === "integer" || type.kind === "decimal" || type.kind === "real" || type.kind === "unknown",
  describe,
  capacity: (p, type) => countWithin({ ...p, scale: 0 }, type),
  problems,
  compile(p, context): Kernel | Domain {
    if (context.unique) return boundedDomain({ ...p, scale: 0 }, context);
    const column = scaledColumn(context.type, 0, context.batchRows);
    const { scaled, lowest, highest } = column;
    const unit = 10 ** column.scale;
    const born = bornOn(p, context);
    const today = civilFromDays(context.referenceDay);
    const kernel: Kernel = {
      out: column.out,
      fill(rows, count) {
        for (let i = 0; i < count; i++) {
          const years = yearsBetween(civilFromDays(born(rows[i] ?? 0)), today) * unit;
          scaled[i] = Math.max(lowest, Math.min(highest, years));
        }
        column.finish(count);
      },
    };
    return inColumn(kernel, context);
  },
});

/** Days on which somebody was born who is `min` to `max` years old on the reference date. */
function birthDays(p: Params, referenceDay: number): { readonly first: number; readonly size: number } {
  const [youngest, oldest] = p.min <= p.max ? [p.min, p.max] : [p.max, p.min];
  // Who is 80 today may turn 81 tomorrow.
  const first = addMonths(referenceDay, -12 * (oldest + 1)) + 1;
  return { first, size: addMonths(referenceDay, -12 * youngest) - first + 1 };
}

/** The day on which a row's person was born; age and birth date of a row agree on it. */
function bornOn(p: Params, context: CompileContext): (row: number) => number {
  const { first, size } = birthDays(p, context.referenceDay);
  const stream = childStream(bundleStream(context, "person", p.person), "birth");
  return (row) => first + belowAt(stream, row, size);
}

/** Whole years from one day to a later one, as birthdays count them. */
function yearsBetween(from: CivilDate, to: CivilDate): number {
  const before = to.month < from.month || (to.month === from.month && to.day < from.day);
  return to.year - from.year - (before ? 1 : 0);
}

/** Dates of birth. */
export const birthDate = defineGenerator<Params>({
  id: "birth-date",
  version: 2,
  label: "Birth date",
  help: "Dates of birth of people of a given age on the reference date.",
  category: "people",
  keywords: ["birthday", "dob", "born", "age", "date"],
  icon: "cake",
  params,
  bundle: bundlePart("person"),
  accepts: (type) =>
    type.kind === "date" ||
    // Who is old was born before a type that begins with 1970.
    (type.kind === "timestamp" && type.minimum === undefined) ||
    type.kind === "unknown" ||
    (type.kind === "text" && (type.maxLength ?? 10) >= 10),
  describe,
  capacity: (p) => birthDays(p, 20_000).size - 1,
  problems,
  compile(p, context): Kernel | Domain {
    const { first, size } = birthDays(p, context.referenceDay);
    const stamped = context.type.kind === "timestamp" ? context.type : undefined;
    const out = stamped
      ? newTimestampVector(context.batchRows, 0, stamped.zone ?? false)
      : newDateVector(context.batchRows);
    const unit = stamped ? dayMilliseconds : 1;
    const { values } = out;
    if (!context.unique) {
      const born = bornOn(p, context);
      const kernel: Kernel = {
        out,
        fill(rows, count) {
          out.hasNulls = false;
          for (let i = 0; i < count; i++) values[i] = born(rows[i] ?? 0) * unit;
        },
      };
      return inColumn(kernel, context);
    }
    const domain: Domain = {
      out,
      size,
      fillAt(indexes, count) {
        out.hasNulls = false;
        for (let i = 0; i < count; i++) values[i] = (first + (indexes[i] ?? 0)) * unit;
      },
    };
    return inColumn(domain, context);
  },
});
