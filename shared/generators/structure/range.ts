import { z } from "zod";
import { dayMilliseconds, formatIsoDate, formatIsoTimestamp } from "../../base/calendar.ts";
import { belowAt, childStream } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { momentForms, parseMoment } from "../dates/moment.ts";
import { defineGenerator, type Kernel, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { formatScaled } from "../text/cell-text.ts";
import { takesText, textKernel } from "../text/text-kernel.ts";
import { putText } from "../text/text-sink.ts";

const bound = z.union([z.number(), z.string()]);

const params = z.strictObject({
  from: parameter(bound.default(""), {
    label: "From",
    help: "Where the first range begins: a number or a moment. None: 0, or a year before the reference date.",
  }),
  span: parameter(z.number().positive().default(100), {
    label: "Spread over",
    help: "Ranges begin within so many units from there. Not used where they lie apart.",
  }),
  min: parameter(z.number().positive().default(1), { label: "Shortest", help: "The least length of a range." }),
  max: parameter(z.number().positive().default(10), { label: "Longest", help: "The largest length of a range." }),
  unit: parameter(z.enum(["minutes", "hours", "days", "weeks"]).default("days"), {
    label: "Unit",
    help: "Of lengths of time; ranges of dates have whole days, those of numbers are counted.",
    control: "select",
  }),
  apart: parameter(z.enum(["no", "owner", "table"]).default("no"), {
    label: "Lie apart",
    help: "owner, table: no two ranges of the same owner, or of the table, overlap, as an EXCLUDE constraint asks.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;

const units = { minutes: 60_000, hours: 3_600_000, days: dayMilliseconds, weeks: 7 * dayMilliseconds } as const;

/** What ranges are made of: whole steps from a start, and how a step is written. */
interface Steps {
  readonly start: number;
  readonly unit: number;
  readonly write: (step: number) => string;
}

function stepsOf(p: Params, of: ValueType, referenceDay: number): Steps {
  if (of.kind === "date" || of.kind === "timestamp" || of.kind === "unknown" || of.kind === "text") {
    const whole = of.kind === "timestamp" ? 60_000 : dayMilliseconds;
    const from = String(p.from).trim() === "" ? "-1y" : String(p.from);
    const start = parseMoment(from, referenceDay) ?? referenceDay * dayMilliseconds;
    return {
      start: Math.floor(start / whole),
      unit: Math.max(1, Math.round(units[p.unit] / whole)),
      write: (step) =>
        whole === dayMilliseconds
          ? formatIsoDate(step)
          : `"${formatIsoTimestamp(step * whole, 0)}${of.kind === "timestamp" && of.zone === true ? "+00" : ""}"`,
    };
  }
  const scale = of.kind === "decimal" ? Math.min(of.scale ?? 0, 6) : 0;
  const unit = 10 ** scale;
  const from = Number(p.from);
  return {
    start: Math.round((Number.isFinite(from) ? from : 0) * unit),
    unit,
    write: (step) => formatScaled(step, scale),
  };
}

const elementOf = (type: ValueType): ValueType => (type.kind === "range" ? type.of : { kind: "date" });

/** Ranges from a value up to another, as PostgreSQL writes them. */
export const valueRange = defineGenerator<Params>({
  id: "range",
  version: 1,
  label: "Range",
  help: "Ranges of numbers, dates or timestamps, [from,to), which lie apart where a constraint asks for it.",
  category: "structure",
  keywords: [
    "int4range",
    "daterange",
    "tstzrange",
    "period",
    "booking",
    "reservation",
    "validity",
    "exclude",
    "overlap",
  ],
  icon: "arrows-horizontal",
  params,
  accepts: (type) => type.kind === "range" || takesText(type, 40),
  describe: (p) => `${p.min} to ${p.max} long${p.apart === "no" ? "" : ", apart"}`,
  apart: (p) => (p.apart === "no" ? undefined : p.apart),
  capacity: (p) => (p.apart === "table" ? Infinity : 1),
  problems(p, { type }): readonly ParameterProblem[] {
    const of = elementOf(type);
    const timed = of.kind === "date" || of.kind === "timestamp";
    if (p.min > p.max) {
      const message = `The shortest ${p.min} is above the longest ${p.max}.`;
      return [{ severity: "error", message, fix: { label: "Swap them", params: { min: p.max, max: p.min } } }];
    }
    if (String(p.from) === "") return [];
    if (timed && parseMoment(String(p.from), 20_000) === undefined)
      return [
        {
          severity: "error",
          message: `“${p.from}” is no date. ${momentForms}`,
          fix: { label: "Begin a year ago", params: { from: "-1y" } },
        },
      ];
    if (!timed && type.kind === "range" && !Number.isFinite(Number(p.from)))
      return [
        { severity: "error", message: `“${p.from}” is no number.`, fix: { label: "Begin at 0", params: { from: 0 } } },
      ];
    return [];
  },
  compile(p, context): Kernel {
    const { type, stream } = context;
    const { start, unit, write } = stepsOf(p, elementOf(type), context.referenceDay);
    const least = Math.max(1, Math.round(Math.min(p.min, p.max) * unit));
    const most = Math.max(least, Math.round(Math.max(p.min, p.max) * unit));
    const lengths = childStream(stream, "length");
    const several = type.kind === "range" && type.several === true;
    const ordinals = new Float64Array(context.batchRows);
    return textKernel(
      context,
      (sink, row, i) => {
        const length = least + belowAt(lengths, row, most - least + 1);
        // Apart: each row has a slot of the longest length of its own.
        const room = p.apart === "no" ? Math.max(1, Math.round(p.span * unit)) : most - length + 1;
        const first = start + (p.apart === "no" ? 0 : (ordinals[i] ?? 0) * most) + belowAt(stream, row, room);
        const text = `[${write(first)},${write(first + length)})`;
        putText(sink, several ? `{${text}}` : text);
      },
      {
        distinct: true,
        open(rows, count) {
          if (p.apart === "owner" && context.ordinal) context.ordinal(rows, count, ordinals);
          else ordinals.set(rows.subarray(0, count));
        },
      },
    );
  },
});
