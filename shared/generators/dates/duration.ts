import { z } from "zod";
import { unit53At } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { newTimeVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type Domain, type ParameterProblem } from "../generator.ts";
import { boundedDomain } from "../numbers/bounds.ts";
import { parameter } from "../parameter.ts";
import { textKernel } from "../text/text-kernel.ts";
import { putText } from "../text/text-sink.ts";

const seconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400, weeks: 604_800 } as const;

const params = z.strictObject({
  min: parameter(z.number().min(0).default(1), { label: "At least", help: "The shortest." }),
  max: parameter(z.number().min(0).default(48), { label: "At most", help: "The longest." }),
  unit: parameter(z.enum(["seconds", "minutes", "hours", "days", "weeks"]).default("hours"), {
    label: "Unit",
    help: "Of both; a column of numbers has so many of them.",
    control: "select",
  }),
  whole: parameter(z.enum(["seconds", "minutes", "hours", "days"]).default("minutes"), {
    label: "Whole",
    help: "Durations are whole minutes, hours or days.",
    control: "select",
  }),
  form: parameter(z.enum(["ISO 8601", "clock"]).default("ISO 8601"), {
    label: "Written",
    help: "In a text: as P1DT2H30M, or by the clock as 26:30:00.",
    control: "select",
  }),
  lean: parameter(z.enum(["even", "short"]).default("even"), {
    label: "Lean",
    help: "short: most are short, few long.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;

const isNumber = (type: ValueType): boolean => ["integer", "decimal", "real"].includes(type.kind);

/** Durations as whole steps. */
function steps(p: Params, type: ValueType): { readonly first: number; readonly size: number; readonly step: number } {
  const step = seconds[p.whole];
  const [low, high] = p.min <= p.max ? [p.min, p.max] : [p.max, p.min];
  // A time of day ends before midnight.
  const longest = type.kind === "time" ? 86_399 : 3_000_000_000;
  const first = Math.min(Math.ceil((low * seconds[p.unit]) / step), Math.floor(longest / step));
  const last = Math.floor(Math.min(high * seconds[p.unit], longest) / step);
  return { first, size: Math.max(1, last - first + 1), step };
}

/** Lengths of time. */
export const duration = defineGenerator<Params>({
  id: "duration",
  version: 1,
  label: "Duration",
  help: "Lengths of time, as an interval, a text or a number: call lengths, delivery times, warranties.",
  category: "dates",
  keywords: ["interval", "length", "elapsed", "time span", "period", "how long", "timeout"],
  icon: "hourglass",
  params,
  accepts: (type) =>
    isNumber(type) ||
    ["interval", "time", "unknown"].includes(type.kind) ||
    (type.kind === "text" && (type.maxLength ?? 20) >= 16),
  describe: (p) => `${p.min} to ${p.max} ${p.unit}${p.lean === "even" ? "" : ", mostly short"}`,
  capacity: (p, type) => (isNumber(type) ? 1 : steps(p, type).size),
  problems(p): readonly ParameterProblem[] {
    if (p.min <= p.max) return [];
    const message = `The shortest ${p.min} is above the longest ${p.max}.`;
    return [{ severity: "error", message, fix: { label: "Swap them", params: { min: p.max, max: p.min } } }];
  },
  compile(p, context) {
    const { type, stream, batchRows } = context;
    if (isNumber(type)) {
      const step = seconds[p.whole] / seconds[p.unit];
      return boundedDomain(
        { min: Math.min(p.min, p.max), max: Math.max(p.min, p.max), scale: step < 1 ? 2 : 0 },
        context,
      );
    }
    const { first, size, step } = steps(p, type);
    const out = newTimeVector(batchRows, 0);
    if (type.kind === "time" || context.unique) return lengthDomain(first, size, step);
    return textKernel(context, (sink, row) => {
      const draw = unit53At(stream, row);
      const length = (first + Math.floor((p.lean === "short" ? draw * draw * draw : draw) * size)) * step;
      putText(sink, written(length, type.kind === "interval" ? "ISO 8601" : p.form));
    });

    function lengthDomain(from: number, count: number, unit: number): Domain {
      if (type.kind === "time")
        return {
          out,
          size: count,
          fillAt(indexes, cells) {
            out.hasNulls = false;
            for (let i = 0; i < cells; i++) out.values[i] = (from + (indexes[i] ?? 0)) * unit * 1000;
          },
        };
      const texts = textKernel({ ...context, unique: false }, (sink, index) =>
        putText(sink, written((from + index) * unit, type.kind === "interval" ? "ISO 8601" : p.form)),
      );
      return { out: texts.out, size: count, fillAt: (indexes, cells) => texts.fill(indexes, cells) };
    }
  },
});

const two = (value: number): string => String(value).padStart(2, "0");

/** `P3DT4H30M`, or `76:30:00`. */
function written(length: number, form: Params["form"]): string {
  const [hours, minutes, rest] = [Math.floor(length / 3600), Math.floor(length / 60) % 60, length % 60];
  if (form === "clock") return `${two(hours)}:${two(minutes)}:${two(rest)}`;
  const days = Math.floor(hours / 24);
  const time = [
    hours % 24 > 0 ? `${hours % 24}H` : "",
    minutes > 0 ? `${minutes}M` : "",
    rest > 0 ? `${rest}S` : "",
  ].join("");
  if (days === 0 && time === "") return "PT0S";
  return `P${days > 0 ? `${days}D` : ""}${time === "" ? "" : `T${time}`}`;
}
