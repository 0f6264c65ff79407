import { z } from "zod";
import { parseIsoTime } from "../../base/calendar.ts";
import { newTimeVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";

const params = z.strictObject({
  from: parameter(z.string().default("00:00:00"), {
    label: "From",
    help: "The earliest time of day.",
    control: "time",
  }),
  to: parameter(z.string().default("23:59:59"), { label: "To", help: "The latest time of day.", control: "time" }),
  every: parameter(z.int().min(1).max(43_200).default(1), {
    label: "Every",
    help: "Times lie this far apart: 900 gives quarters of an hour.",
    unit: "s",
  }),
});
type Params = z.infer<typeof params>;

function rangeOfDay(p: Params): { readonly first: number; readonly size: number } {
  const from = parseIsoTime(p.from) ?? 0;
  const to = parseIsoTime(p.to) ?? from;
  return { first: Math.min(from, to), size: Math.floor(Math.abs(to - from) / (p.every * 1000)) + 1 };
}

/** Times of day. */
export const time = defineGenerator<Params>({
  id: "time",
  version: 1,
  label: "Time",
  help: "Times of day between two times.",
  category: "dates",
  keywords: ["clock", "hour", "minute", "opening hours", "range"],
  icon: "clock",
  params,
  accepts: (type) =>
    type.kind === "time" || type.kind === "unknown" || (type.kind === "text" && (type.maxLength ?? 8) >= 8),
  describe: (p) => `${p.from} to ${p.to}${p.every === 1 ? "" : `, every ${p.every} s`}`,
  capacity: (p) => rangeOfDay(p).size,
  problems(p): readonly ParameterProblem[] {
    const wrong = [p.from, p.to].find((text) => parseIsoTime(text) === undefined);
    if (wrong !== undefined)
      return [{ severity: "error", message: `“${wrong}” is no time of day. Write 08:00 or 08:00:00.` }];
    if ((parseIsoTime(p.from) ?? 0) <= (parseIsoTime(p.to) ?? 0)) return [];
    const message = `The beginning ${p.from} lies after the end ${p.to}.`;
    return [{ severity: "error", message, fix: { label: "Swap them", params: { from: p.to, to: p.from } } }];
  },
  compile(p, context) {
    const { first, size } = rangeOfDay(p);
    const out = newTimeVector(context.batchRows, context.type.kind === "time" && context.type.precision ? 3 : 0);
    const start = Math.floor(first / 1000) * 1000;
    const step = p.every * 1000;
    return inColumn(
      {
        out,
        size,
        fillAt(indexes, count) {
          out.hasNulls = false;
          for (let i = 0; i < count; i++) out.values[i] = start + (indexes[i] ?? 0) * step;
        },
      },
      context,
    );
  },
});
