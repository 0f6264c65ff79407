import { z } from "zod";
import { addMonths, dayMilliseconds } from "../../base/calendar.ts";
import { newDateVector, newTimestampVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type Domain, type ParameterProblem } from "../generator.ts";
import { boundedDomain, countWithin } from "../numbers/bounds.ts";
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
  version: 1,
  label: "Age",
  help: "Ages of people in whole years.",
  category: "people",
  keywords: ["years", "old", "number"],
  icon: "cake",
  params,
  accepts: (type) =>
    type.kind === "integer" || type.kind === "decimal" || type.kind === "real" || type.kind === "unknown",
  describe,
  capacity: (p, type) => countWithin({ ...p, scale: 0 }, type),
  problems,
  compile: (p, context) => boundedDomain({ ...p, scale: 0 }, context),
});

/** Days on which somebody was born who is `min` to `max` years old on the reference date. */
function birthDays(p: Params, referenceDay: number): { readonly first: number; readonly size: number } {
  const [youngest, oldest] = p.min <= p.max ? [p.min, p.max] : [p.max, p.min];
  // Who is 80 today may turn 81 tomorrow.
  const first = addMonths(referenceDay, -12 * (oldest + 1)) + 1;
  return { first, size: addMonths(referenceDay, -12 * youngest) - first + 1 };
}

/** Dates of birth. */
export const birthDate = defineGenerator<Params>({
  id: "birth-date",
  version: 1,
  label: "Birth date",
  help: "Dates of birth of people of a given age on the reference date.",
  category: "people",
  keywords: ["birthday", "dob", "born", "age", "date"],
  icon: "cake",
  params,
  accepts: (type) =>
    type.kind === "date" ||
    type.kind === "timestamp" ||
    type.kind === "unknown" ||
    (type.kind === "text" && (type.maxLength ?? 10) >= 10),
  describe,
  capacity: (p) => birthDays(p, 20_000).size - 1,
  problems,
  compile(p, context) {
    const { first, size } = birthDays(p, context.referenceDay);
    const stamped = context.type.kind === "timestamp" ? context.type : undefined;
    const out = stamped
      ? newTimestampVector(context.batchRows, 0, stamped.zone ?? false)
      : newDateVector(context.batchRows);
    const unit = stamped ? dayMilliseconds : 1;
    const { values } = out;
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
