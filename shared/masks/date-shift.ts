import { z } from "zod";
import { dayMilliseconds } from "../base/calendar.ts";
import { parameter } from "../generators/parameter.ts";
import { newDateVector, newTimestampVector } from "../vectors/new-vector.ts";
import type { DateVector, TimestampVector, Vector } from "../vectors/vector.ts";
import { cellHasher } from "./hash.ts";
import { defineMask, digestNumber, type MaskContext } from "./mask.ts";
import { promises } from "./promises.ts";
import { isNull } from "./text-mask.ts";

const params = z.strictObject({
  days: parameter(z.int().min(1).max(3650).default(180), { label: "Up to", unit: "days", help: "Either way." }),
  by: parameter(z.string().default(""), {
    label: "The same for",
    help: "All dates of one person move by as much, so that what lies between them stays: choose the column that says whose they are.",
    control: "column",
  }),
  weeks: parameter(z.boolean().default(false), { label: "Keep the day of the week" }),
});
type Params = z.infer<typeof params>;

/** Moves dates by a keyed number of days: one for each value of a column such as the customer, or one for all rows. */
export const dateShiftMask = defineMask<Params>({
  id: "date-shift",
  version: 1,
  label: "Date shift",
  help: "Moves dates by a secret number of days, the same for all dates of one person, so that intervals stay.",
  keywords: ["birthday", "date", "interval", "offset", "move"],
  icon: "calendar-share",
  params,
  shorthand: "days",
  accepts: (type) => type.kind === "date" || type.kind === "timestamp",
  describe: (p) => `±${p.days} days${p.by === "" ? "" : ` by ${p.by}`}`,
  // One shift for all rows keeps order and distance; one for each person keeps them within the person.
  promises: (p) =>
    promises({
      keepsEquality: p.by === "",
      keepsOrder: p.by === "",
      keepsUniqueness: p.by === "",
      keepsFormat: true,
      reversible: true,
    }),
  keyed: () => true,
  inputs: (p) => (p.by === "" ? [] : [p.by]),
  problems: (p, { columns }) =>
    p.by === "" || columns.includes(p.by)
      ? []
      : [
          {
            severity: "error",
            message: `There is no column ${p.by}.`,
            fix: { label: "Move all alike", params: { ...p, by: "" } },
          },
        ],
  compile(p, context) {
    const shiftOf = shifts(p, context);
    const { source, batchRows } = context;
    if (source.kind === "timestamp") {
      return shifted(newTimestampVector(batchRows, source.precision, source.zone), source, shiftOf, dayMilliseconds);
    }
    return shifted(newDateVector(batchRows), source, shiftOf, 1);
  },
});

/** The days by which row i moves: never none. */
function shifts(p: Params, context: MaskContext): (i: number) => number {
  const hmac = context.keys.hmac("date-shift", context.domain);
  const step = p.weeks ? 7 : 1;
  const most = Math.max(1, Math.floor(p.days / step));
  const days = (): number => {
    const drawn = digestNumber(hmac) % (2 * most);
    return (drawn < most ? drawn - most : drawn - most + 1) * step;
  };
  if (p.by === "") {
    hmac.of(new Uint8Array(), 0, 0);
    const all = days();
    return () => all;
  }
  const hashCell = cellHasher(context.input(p.by), hmac);
  return (i) => {
    hashCell(i);
    return days();
  };
}

function shifted(out: DateVector | TimestampVector, source: Vector, shiftOf: (i: number) => number, unit: number) {
  const values = source.kind === "date" || source.kind === "timestamp" ? source.values : new Float64Array();
  return {
    out,
    fill(_rows: Float64Array, count: number) {
      out.hasNulls = source.hasNulls;
      for (let i = 0; i < count; i++) {
        const nothing = isNull(source, i);
        out.nulls[i] = nothing ? 1 : 0;
        out.values[i] = nothing ? 0 : (values[i] ?? 0) + shiftOf(i) * unit;
      }
    },
  };
}
