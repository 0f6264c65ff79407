import { civilFromDays, dayMilliseconds, parseIsoDate, parseIsoTime, parseIsoTimestamp } from "../../base/calendar.ts";
import { CellFailure } from "../problem.ts";
import { refuse } from "../typed.ts";
import { stringType, type Value } from "../types.ts";
import { expectCount, mapped, plain, type ExpressionFunction, type FunctionHelp } from "./define.ts";
import { instant, momentOf, weekday, type Moment } from "./moment.ts";

const group = "Dates";

/** date, timestamp and time: from text, and from each other. */
function reading(
  kind: "date" | "timestamp" | "time",
  example: string,
  form: string,
  parse: (text: string) => number | undefined,
  from: (moment: Moment) => number,
): ExpressionFunction {
  const help = `The ${kind} that a text such as ${form} says, or of a moment.`;
  const about: FunctionHelp = { name: kind, group, signature: `${kind}(value)`, help, example };
  return {
    ...about,
    call(args, site) {
      expectCount(about, args, site, 1);
      const [node = refuse(site, about.signature)] = args;
      if (node.type.kind !== "string") {
        const moment = momentOf(about, node, kind === "time");
        return mapped(site, { kind }, node, (value) => from(moment(value)));
      }
      const read = (value: Value): number => parse(value as string) ?? unreadable(value, kind);
      if (typeof node.literal === "string" && parse(node.literal) === undefined)
        refuse(node, `“${node.literal}” is no ${kind}, such as ${form}.`);
      return mapped(site, { kind }, node, read);
    },
  };
}

function unreadable(value: Value, kind: string): never {
  throw new CellFailure(`“${String(value).slice(0, 30)}” is no ${kind}`);
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: dayMilliseconds };

/** `1d 12h`, `90m`, `1.5h`, `-30s`; undefined where it is none of that. */
function parseDuration(text: string): number | undefined {
  const match = /^\s*(-)?((?:\s*\d{1,12}(?:\.\d{1,6})?(?:ms|s|m|h|d))+)\s*$/.exec(text);
  if (!match) return undefined;
  let sum = 0;
  for (const [, count, unit = ""] of (match[2] ?? "").matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g))
    sum += Math.round(Number(count) * (units[unit] ?? 0));
  return match[1] === "-" ? 0 - sum : sum;
}

const two = (value: number): string => String(value).padStart(2, "0");
const months = "January February March April May June July August September October November December".split(" ");
const weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

const fields: Readonly<Record<string, (moment: Moment) => string>> = {
  yyyy: ({ day }) => String(civilFromDays(day).year).padStart(4, "0"),
  yy: ({ day }) => two(((civilFromDays(day).year % 100) + 100) % 100),
  MMMM: ({ day }) => months[civilFromDays(day).month - 1] ?? "",
  MMM: ({ day }) => (months[civilFromDays(day).month - 1] ?? "").slice(0, 3),
  MM: ({ day }) => two(civilFromDays(day).month),
  M: ({ day }) => String(civilFromDays(day).month),
  dd: ({ day }) => two(civilFromDays(day).day),
  d: ({ day }) => String(civilFromDays(day).day),
  EEEE: ({ day }) => weekdays[weekday(day) - 1] ?? "",
  EEE: ({ day }) => (weekdays[weekday(day) - 1] ?? "").slice(0, 3),
  HH: ({ time }) => two(Math.floor(time / 3_600_000)),
  mm: ({ time }) => two(Math.floor(time / 60_000) % 60),
  ss: ({ time }) => two(Math.floor(time / 1000) % 60),
  SSS: ({ time }) => String(time % 1000).padStart(3, "0"),
};

const formatDate: ExpressionFunction = {
  name: "formatDate",
  group,
  signature: "formatDate(date, pattern)",
  help: "A date, time or timestamp as text: yyyy yy MMMM MMM MM M dd d EEEE EEE HH mm ss SSS; letters in single quotes stay.",
  example: 'formatDate(date("2026-03-09"), "dd.MM.yy") → "09.03.26"',
  call(args, site) {
    expectCount(formatDate, args, site, 2);
    const [node = refuse(site, formatDate.signature), pattern = refuse(site, formatDate.signature)] = args;
    const moment = momentOf(formatDate, node);
    if (typeof pattern.literal !== "string")
      return refuse(pattern, 'The pattern is written out, such as "yyyy-MM-dd".');
    const pieces = Array.from(
      pattern.literal.matchAll(/'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+/g),
      ([text, quoted, letter]) => {
        if (quoted !== undefined) return () => quoted;
        if (letter === undefined) return () => text;
        return (
          fields[text] ?? refuse(pattern, `A pattern of a date has no ${text}; put letters that stay in single quotes.`)
        );
      },
    );
    return mapped(site, stringType, node, (value) => {
      const at = moment(value);
      return pieces.map((piece) => piece(at)).join("");
    });
  },
};

const dayOf = (milliseconds: number | undefined): number | undefined =>
  milliseconds === undefined ? undefined : Math.floor(milliseconds / dayMilliseconds);

/** What reads dates and times from text, and writes them. */
export const dateTexts: readonly ExpressionFunction[] = [
  reading(
    "date",
    'date("2026-11-22")',
    "2026-11-22",
    (text) => parseIsoDate(text) ?? dayOf(parseIsoTimestamp(text)),
    ({ day }) => day,
  ),
  reading("timestamp", 'timestamp("2026-11-22 13:45:00")', "2026-11-22 13:45:00", parseIsoTimestamp, instant),
  reading("time", 'time("13:45:00")', "13:45:00", parseIsoTime, ({ time }) => time),
  plain({
    group,
    name: "duration",
    args: "text",
    help: "A span of time: d, h, m, s, ms.",
    example: 'placed_at + duration("36h")',
    params: ["string"],
    returns: "duration",
    call: (text) => parseDuration(text) ?? unreadable(text, "duration, such as 36h"),
  }),
  formatDate,
];
