import { flag, method, pick, whole, words, type FakerMethod } from "./faker-method.ts";
import { parseMoment } from "../../dates/moment.ts";

const years = { years: whole("Years", 1, 1, 200, "How far at most.") };
const days = { days: whole("Days", 1, 1, 36_500, "How far at most.") };
const range = {
  from: words("From", "-1y", "A date, or one relative to the reference date: -2y, -90d, today."),
  to: words("To", "today", "A date, or one relative to the reference date."),
};

const bounds = (p: { readonly from: string; readonly to: string }, now: Date) => {
  const day = Math.floor(now.getTime() / 86_400_000);
  const [a, b] = [p.from, p.to].map((text) => parseMoment(text, day) ?? now.getTime());
  return { from: Math.min(a ?? 0, b ?? 0), to: Math.max(a ?? 0, b ?? 0) };
};

const abbreviated = { abbreviated: flag("Short", false, "The short form of the name.") };
const moment = { kind: "moment", dated: true } as const;

/** Methods about dates; "now" is the project's reference date. */
export const dates: readonly FakerMethod[] = [
  method(
    "date.month",
    "Month name",
    "Names of months.",
    "dates",
    "calendar-month",
    "january",
    (f, p) => f.date.month(p),
    { params: abbreviated },
  ),
  method(
    "date.weekday",
    "Weekday name",
    "Names of weekdays.",
    "dates",
    "calendar-week",
    "monday day",
    (f, p) => f.date.weekday(p),
    { params: abbreviated },
  ),
  method(
    "date.timeZone",
    "Zone of time",
    "Names of time zones of the IANA.",
    "dates",
    "clock-pin",
    "timezone tz",
    (f) => f.date.timeZone(),
  ),
  method(
    "date.past",
    "Past moment",
    "Moments of the years before the reference date.",
    "dates",
    "history",
    "date ago",
    (f, p, now) => f.date.past({ years: p.years, refDate: now }),
    { ...moment, params: years },
  ),
  method(
    "date.future",
    "Future moment",
    "Moments of the years after the reference date.",
    "dates",
    "calendar-up",
    "date later",
    (f, p, now) => f.date.future({ years: p.years, refDate: now }),
    { ...moment, params: years },
  ),
  method(
    "date.recent",
    "Recent moment",
    "Moments of the days before the reference date.",
    "dates",
    "history",
    "date last",
    (f, p, now) => f.date.recent({ days: p.days, refDate: now }),
    { ...moment, params: days },
  ),
  method(
    "date.soon",
    "Moment soon",
    "Moments of the days after the reference date.",
    "dates",
    "calendar-up",
    "date next",
    (f, p, now) => f.date.soon({ days: p.days, refDate: now }),
    { ...moment, params: days },
  ),
  method(
    "date.anytime",
    "Any moment",
    "Moments up to a year before or after the reference date.",
    "dates",
    "calendar",
    "date around",
    (f, _p, now) => f.date.anytime({ refDate: now }),
    moment,
  ),
  method(
    "date.between",
    "Moment between",
    "Moments between two dates.",
    "dates",
    "calendar",
    "date range",
    (f, p, now) => f.date.between(bounds(p, now)),
    { ...moment, params: range },
  ),
  method(
    "date.betweens",
    "Several moments between",
    "Lists of moments between two dates, in order, as JSON.",
    "dates",
    "calendar-stats",
    "dates array list range",
    (f, p, now) => JSON.stringify(f.date.betweens({ ...bounds(p, now), count: p.count })),
    { single: true, dated: true, least: 30, params: { ...range, count: whole("How many", 3, 1, 100) } },
  ),
  method(
    "date.birthdate",
    "Birth date by age or year",
    "Dates of birth, by age on the reference date or by year.",
    "people",
    "cake",
    "birthday dob born",
    (f, p, now) => {
      const [min, max] = p.min <= p.max ? [p.min, p.max] : [p.max, p.min];
      return p.mode === "age"
        ? f.date.birthdate({ mode: "age", min, max, refDate: now })
        : f.date.birthdate({ mode: "year", min, max, refDate: now });
    },
    {
      ...moment,
      params: {
        mode: pick("By", ["age", "year"], "What minimum and maximum mean."),
        min: whole("Minimum", 18, 0, 3000, "The youngest age, or the first year."),
        max: whole("Maximum", 80, 0, 3000, "The oldest age, or the last year."),
      },
    },
  ),
];
