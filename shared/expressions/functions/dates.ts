import { addMonths, civilFromDays, dayMilliseconds, daysFromCivil, daysInMonth } from "../../base/calendar.ts";
import { CellFailure } from "../problem.ts";
import { derived, refuse } from "../typed.ts";
import { intType, typeWords, type ExprType } from "../types.ts";
import { dateTexts } from "./date-text.ts";
import { expectCount, mapped, type CallSite, type ExpressionFunction, type FunctionHelp } from "./define.ts";
import { instant, momentOf, weekday, type Moment } from "./moment.ts";

const group = "Dates";

const dateType: ExprType = { kind: "date" };
const timestampType: ExprType = { kind: "timestamp" };

/** A part of a moment as a whole number: the year of a date, the hour of a time. */
function part(name: string, help: string, example: string, read: (moment: Moment) => number): ExpressionFunction {
  const about: FunctionHelp = { name, group, signature: `${name}(date)`, help, example };
  const ofDay = !["hour", "minute", "second"].includes(name);
  return {
    ...about,
    call(args, site) {
      expectCount(about, args, site, 1);
      const [node = refuse(site, about.signature)] = args;
      const moment = momentOf(about, node, !ofDay);
      return mapped(site, intType, node, (value) => read(moment(value)));
    },
  };
}

/** A moment moved: a date stays a date where whole days are added. */
function moved(
  name: string,
  help: string,
  example: string,
  days: boolean,
  move: (moment: Moment, by: number) => number,
): ExpressionFunction {
  const about: FunctionHelp = { name, group, signature: `${name}(date, number)`, help, example };
  return {
    ...about,
    call(args, site) {
      expectCount(about, args, site, 2);
      const [node = refuse(site, about.signature), by = refuse(site, about.signature)] = args;
      const moment = momentOf(about, node, false);
      if (by.type.kind !== "int") refuse(by, `${name} moves by a whole number, and this is ${typeWords(by.type)}.`);
      const keeps = days && node.type.kind === "date";
      return derived(site, keeps ? dateType : timestampType, [node, by], (frame) => {
        const [at, count] = [node.bind(frame), by.bind(frame)];
        return () => {
          const value = at();
          const number = count();
          if (value === null || number === null) return null;
          const result = move(moment(value), Number(number));
          // The years that databases hold are fewer; the column says which.
          if (!(Math.abs(result) <= 8.64e15)) throw new CellFailure("a date is out of range");
          return keeps ? Math.floor(result / dayMilliseconds) : result;
        };
      });
    },
  };
}

const movedDays = (moment: Moment, day: number): number => day * dayMilliseconds + moment.time;
const monthsMoved = (moment: Moment, months: number): number => {
  if (Math.abs(months) > 1_000_000) throw new CellFailure("a date is out of range");
  return movedDays(moment, addMonths(moment.day, months));
};

/** Whole units between two moments, as a person counts them: 31 January to 28 February is no month. */
function between(
  name: string,
  help: string,
  example: string,
  count: (from: Moment, to: Moment) => number,
): ExpressionFunction {
  const about: FunctionHelp = { name, group, signature: `${name}(from, to)`, help, example };
  return {
    ...about,
    call(args, site) {
      expectCount(about, args, site, 2);
      const [from = refuse(site, about.signature), to = refuse(site, about.signature)] = args;
      const [first, second] = [momentOf(about, from, false), momentOf(about, to, false)];
      return derived(site, intType, [from, to], (frame) => {
        const [a, b] = [from.bind(frame), to.bind(frame)];
        return () => {
          const [x, y] = [a(), b()];
          return x === null || y === null ? null : count(first(x), second(y));
        };
      });
    },
  };
}

function monthsBetween(from: Moment, to: Moment): number {
  const [a, b] = [civilFromDays(from.day), civilFromDays(to.day)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  const late = b.day * dayMilliseconds + to.time < a.day * dayMilliseconds + from.time;
  const early = b.day * dayMilliseconds + to.time > a.day * dayMilliseconds + from.time;
  if (months > 0 && late) return months - 1;
  return months < 0 && early ? months + 1 : months + 0;
}

function edge(name: string, help: string, example: string, read: (day: number) => number): ExpressionFunction {
  const about: FunctionHelp = { name, group, signature: `${name}(date)`, help, example };
  return {
    ...about,
    call(args, site: CallSite) {
      expectCount(about, args, site, 1);
      const [node = refuse(site, about.signature)] = args;
      const moment = momentOf(about, node, false);
      return mapped(site, dateType, node, (value) => read(moment(value).day));
    },
  };
}

const firstOfMonth = (day: number): number => {
  const { year, month } = civilFromDays(day);
  return daysFromCivil(year, month, 1);
};

export const dateFunctions: readonly ExpressionFunction[] = [
  ...dateTexts,
  part("year", "The year.", 'year(date("2026-11-22")) → 2026', ({ day }) => civilFromDays(day).year),
  part("quarter", "The quarter, 1 to 4.", 'quarter(date("2026-11-22")) → 4', ({ day }) =>
    Math.ceil(civilFromDays(day).month / 3),
  ),
  part("month", "The month, 1 to 12.", 'month(date("2026-11-22")) → 11', ({ day }) => civilFromDays(day).month),
  part("day", "The day of the month.", 'day(date("2026-11-22")) → 22', ({ day }) => civilFromDays(day).day),
  part("dayOfWeek", "The day of the week, Monday 1 to Sunday 7.", 'dayOfWeek(date("2026-11-22")) → 7', ({ day }) =>
    weekday(day),
  ),
  part(
    "dayOfYear",
    "The day of the year, from 1.",
    'dayOfYear(date("2026-02-01")) → 32',
    ({ day }) => day - daysFromCivil(civilFromDays(day).year, 1, 1) + 1,
  ),
  part("hour", "The hour, 0 to 23.", 'hour(time("13:45:00")) → 13', ({ time }) => Math.floor(time / 3_600_000)),
  part("minute", "The minute.", 'minute(time("13:45:00")) → 45', ({ time }) => Math.floor(time / 60_000) % 60),
  part("second", "The second.", 'second(time("13:45:07")) → 7', ({ time }) => Math.floor(time / 1000) % 60),
  moved("addYears", "Moved by years; 29 February goes to the 28th.", "addYears(today, -18)", true, (moment, by) =>
    monthsMoved(moment, by * 12),
  ),
  moved(
    "addMonths",
    "Moved by months; the day stays, or is the month's last.",
    "addMonths(today, 1)",
    true,
    monthsMoved,
  ),
  moved("addDays", "Moved by days.", "addDays(order_date, 14)", true, (moment, by) =>
    movedDays(moment, moment.day + by),
  ),
  moved(
    "addHours",
    "Moved by hours.",
    "addHours(placed_at, 2)",
    false,
    (moment, by) => instant(moment) + by * 3_600_000,
  ),
  moved(
    "addMinutes",
    "Moved by minutes.",
    "addMinutes(placed_at, 30)",
    false,
    (moment, by) => instant(moment) + by * 60_000,
  ),
  moved(
    "addSeconds",
    "Moved by seconds.",
    "addSeconds(placed_at, 5)",
    false,
    (moment, by) => instant(moment) + by * 1000,
  ),
  between(
    "daysBetween",
    "Days from one date to the other.",
    "daysBetween(order_date, today)",
    (from, to) => to.day - from.day,
  ),
  between(
    "monthsBetween",
    "Whole months from one date to the other.",
    "monthsBetween(order_date, today)",
    monthsBetween,
  ),
  between(
    "yearsBetween",
    "Whole years from one date to the other: an age.",
    "yearsBetween(birth_date, today)",
    (from, to) => Math.trunc(monthsBetween(from, to) / 12) + 0,
  ),
  edge("startOfMonth", "The first day of the month.", 'startOfMonth(date("2026-11-22")) → 2026-11-01', firstOfMonth),
  edge("endOfMonth", "The last day of the month.", 'endOfMonth(date("2026-02-03")) → 2026-02-28', (day) => {
    const { year, month } = civilFromDays(day);
    return firstOfMonth(day) + daysInMonth(year, month) - 1;
  }),
];
