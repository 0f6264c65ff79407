import { z } from "zod";
import { civilFromDays, dayMilliseconds } from "../../base/calendar.ts";
import { counts, drawCount, type Counts } from "../../random/poisson.ts";
import { childStream, unitAt, type Stream } from "../../random/stream.ts";
import type { ParameterProblem } from "../generator.ts";
import { parameter, share } from "../parameter.ts";
import { rangeOf, type Range } from "./date-range.ts";
import { isRelative } from "./moment.ts";

const weightList = (length: number) =>
  z
    .array(z.number().min(0))
    .max(length)
    .refine((list) => list.length === 0 || list.length === length, `has ${length} weights, or none`)
    .default([]);

/** How moments gather on days of the week and in months. */
export const dayParams = {
  weekends: parameter(share.default(1), {
    label: "Weekends",
    help: "How often Saturdays and Sundays come, against other days: 1 as often, 0 never.",
    control: "slider",
    step: 0.05,
  }),
  months: parameter(weightList(12), {
    label: "Months",
    help: "Twelve weights, January first, for what has a season; none for all alike.",
    control: "histogram",
    labels: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
  }),
};

const hourly = {
  "all day": undefined,
  business: [0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 1, 2, 2, 2, 2, 1, 0, 0, 0, 0, 0, 0],
  daytime: [0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 5, 4, 2, 1],
  evening: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 6, 6, 5, 3, 1],
  night: [6, 6, 6, 6, 4, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 5, 6],
} as const;

/** How they gather in the hours of a day. */
export const hourParams = {
  hours: parameter(z.enum(["all day", "business", "daytime", "evening", "night"]).default("all day"), {
    label: "Time of day",
    help: "business: 8 to 18 o'clock with a lunch break; daytime: as shops and websites are visited.",
    control: "select",
  }),
  byHour: parameter(weightList(24), {
    label: "Hours",
    help: "Twenty-four weights from midnight on, instead of the above.",
    control: "histogram",
    labels: Array.from({ length: 24 }, (_, hour) => `${hour}:00`),
  }),
};

/** The parameters above as values, after parsing. */
export interface DayWeights {
  readonly weekends: number;
  readonly months: readonly number[];
}
export interface HourWeights {
  readonly hours: keyof typeof hourly;
  readonly byHour: readonly number[];
}

/** Whether all days, and all hours, are alike. */
export const daysAlike = (p: DayWeights): boolean => p.weekends === 1 && p.months.length === 0;
export const hoursAlike = (p: HourWeights): boolean => p.hours === "all day" && p.byHour.length === 0;

/** Days of more than 500 years are not weighed one by one. */
const mostDays = 200_000;

/** The day of 1970-01-01 was a Thursday. */
const isWeekend = (day: number): boolean => ((day % 7) + 10) % 7 >= 5;

/** The days from `first` on by their weights; undefined where none may come or there are too many. `lean` as in a range. */
export function weighedDays(
  p: DayWeights,
  first: number,
  size: number,
  lean: "none" | "recent" | "early",
): Counts | undefined {
  if (size > mostDays) return undefined;
  const weights = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const day = first + k;
    const season = p.months.length === 12 ? (p.months[civilFromDays(day).month - 1] ?? 0) : 1;
    // Half of the values lie in the quarter that they lean to, as in a range without weights.
    const back = lean === "recent" ? size - 1 - k : k;
    const leaning = lean === "none" ? 1 : Math.sqrt((back + 1) / size) - Math.sqrt(back / size);
    weights[k] = season * leaning * (isWeekend(day) ? p.weekends : 1);
  }
  return weights.some((weight) => weight > 0) ? counts(first, weights) : undefined;
}

/** Draws days, as days since 1970-01-01. */
export function dayDraw(days: Counts, stream: Stream): (row: number) => number {
  const own = childStream(stream, "day");
  return (row) => drawCount(days, own, row);
}

/** Draws milliseconds since midnight in steps of `unit`, by the weights of the hours. */
export function hourDraw(p: HourWeights, unit: number, stream: Stream): (row: number) => number {
  const given = p.byHour.some((weight) => weight > 0) ? p.byHour : hourly[p.hours];
  const weights = counts(0, given ?? Array.from({ length: 24 }, () => 1));
  const hours = childStream(stream, "hour");
  const within = childStream(stream, "within the hour");
  const steps = Math.max(1, Math.floor(3_600_000 / unit));
  return (row) => drawCount(weights, hours, row) * 3_600_000 + Math.floor(unitAt(within, row) * steps) * unit;
}

/** Weights that leave nothing to choose from in a range, as sentences. */
export function weightProblems(p: Range & DayWeights & Partial<HourWeights>): readonly ParameterProblem[] {
  const found: ParameterProblem[] = [];
  for (const [name, list] of [
    ["months", p.months],
    ["byHour", p.byHour],
  ] as const) {
    if (list === undefined || list.length === 0 || list.some((weight) => weight > 0)) continue;
    const what = name === "months" ? "months" : "hours";
    found.push({
      severity: "error",
      message: `The weights of the ${what} add up to 0.`,
      fix: { label: "Weigh them alike", params: { [name]: [] } },
    });
  }
  return found.length > 0 || daysAlike(p) ? found : dayProblems(p);
}

/** Which days are in a range is known where both of its ends are fixed. */
function dayProblems(p: Range & DayWeights): readonly ParameterProblem[] {
  const fix = { label: "Weigh all days alike", params: { weekends: 1, months: [] } };
  const { first, size } = rangeOf(p, dayMilliseconds, 20_000);
  if (size > mostDays)
    return [{ severity: "warning", message: "Days of more than 500 years are not weighed: all come alike.", fix }];
  if (isRelative(p.from) || isRelative(p.to) || weighedDays(p, first, size, p.bias) !== undefined) return [];
  return [{ severity: "error", message: `No day that may come lies from ${p.from} to ${p.to}.`, fix }];
}

/** ", business, few weekends": what the weights add to a description. */
export function describeWeights(p: Partial<DayWeights & HourWeights>): string {
  return [
    p.byHour !== undefined && p.byHour.length > 0
      ? ", by hour"
      : p.hours && p.hours !== "all day"
        ? `, ${p.hours}`
        : "",
    p.weekends === 0 ? ", no weekends" : p.weekends !== undefined && p.weekends < 1 ? ", fewer weekends" : "",
    p.months !== undefined && p.months.length > 0 ? ", seasonal" : "",
  ].join("");
}
