import { z } from "zod";
import { dayMilliseconds, formatIsoDate, formatIsoTimestamp, parseIsoTimestamp } from "../../base/calendar.ts";
import { nearest } from "../../base/nearest.ts";
import { unit53At } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { newDateVector, newTimestampVector } from "../../vectors/new-vector.ts";
import type { Vector } from "../../vectors/vector.ts";
import {
  defineGenerator,
  type CellTroubles,
  type CompileContext,
  type Kernel,
  type ParameterProblem,
  type SchemaPlace,
} from "../generator.ts";
import { numberAt } from "../numbers/number-at.ts";
import { scaledColumn } from "../numbers/scaled-column.ts";
import { parameter } from "../parameter.ts";
import { firstMoment, lastMoment } from "./moment.ts";
import { inColumn } from "../text/as-text.ts";
import { cellText } from "../text/cell-text.ts";
import { textKernel, textLimit } from "../text/text-kernel.ts";
import { putText } from "../text/text-sink.ts";

const units = {
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: dayMilliseconds,
  weeks: 7 * dayMilliseconds,
} as const;

const params = z.strictObject({
  column: parameter(z.string().default(""), {
    label: "Column",
    help: "The column of the same row to start from.",
    control: "column",
  }),
  min: parameter(z.number().default(0), {
    label: "At least",
    help: "Added to the other column; below 0 it lies before.",
  }),
  max: parameter(z.number().default(30), { label: "At most", help: "Added to the other column." }),
  unit: parameter(z.enum(["seconds", "minutes", "hours", "days", "weeks"]).default("days"), {
    label: "Unit",
    help: "For dates and times; numbers are added as they are.",
    control: "select",
  }),
  scale: parameter(z.int().min(0).max(6).default(0), { label: "Decimal places", help: "For numbers." }),
  lean: parameter(z.enum(["even", "soon", "late"]).default("even"), {
    label: "Lean",
    help: "soon: most lie near the least distance, few near the largest; late: the other way.",
    control: "select",
  }),
  along: parameter(z.enum(["row", "owner"]).default("row"), {
    label: "Measured from",
    help: "row: the column; owner: the row before of the same owner, so that values rise along its rows.",
    control: "select",
    names: { row: "the column", owner: "the owner's row before" },
  }),
  future: parameter(z.enum(["allowed", "never", "empty"]).default("allowed"), {
    label: "After today",
    help: "For dates and times: never: as late as today leaves room for; empty: NULL, as what has not happened yet.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;

/** Where a row stands among its owner's, from 0, for values that rise along them; 0 where each row is for itself. */
interface Places {
  read(rows: Float64Array, count: number): void;
  readonly at: Float64Array;
}

function placesOf({ along }: Params, { ordinal, batchRows }: CompileContext): Places {
  const at = new Float64Array(batchRows);
  return { at, read: (rows, count) => (along === "owner" ? ordinal?.(rows, count, at) : undefined) };
}

const futureWords = { allowed: "", never: ", not after today", empty: ", NULL after today" } as const;

const isNumber = (type: ValueType): boolean =>
  type.kind === "integer" || type.kind === "decimal" || type.kind === "real";

/** A value that lies between `min` and `max` after another column of the row; NULL where that one is NULL. */
export const afterColumn = defineGenerator<Params>({
  id: "after-column",
  version: 1,
  label: "After a column",
  help: "A date, timestamp or number that lies a little after another column of the row, such as shipped after ordered.",
  category: "dates",
  keywords: ["later", "before", "offset", "relative", "depends", "plus", "interval", "updated", "end date", "greater"],
  icon: "calendar-plus",
  params,
  shorthand: "column",
  accepts: (type) =>
    type.kind === "date" ||
    type.kind === "timestamp" ||
    isNumber(type) ||
    type.kind === "unknown" ||
    (type.kind === "text" && (type.maxLength ?? 10) >= 10),
  describe: (p, type) =>
    `${p.column || "…"} ${p.min < 0 ? `${p.min}` : `+${p.min}`} to ${p.max < 0 ? "" : "+"}${p.max}${isNumber(type) ? "" : ` ${p.unit}`}${p.lean === "even" ? "" : `, ${p.lean}`}${p.along === "owner" ? ", rising along the owner's rows" : ""}${futureWords[p.future]}`,
  // It follows another column and cannot promise to differ.
  capacity: () => 1,
  inputs: (p) => (p.column === "" ? [] : [p.column]),
  fallible: (p) => p.column !== "",
  problems(p, { columns, type, schema }): readonly ParameterProblem[] {
    const found: ParameterProblem[] = [];
    if (p.column === "") {
      found.push({ severity: "error", message: "No column is chosen to start from." });
    } else if (!columns.includes(p.column) && !columns.includes(p.column.split(".")[0] ?? "")) {
      const near = nearest(p.column, columns);
      found.push({
        severity: "error",
        message: `There is no column ${p.column} in this table.${near === undefined ? "" : ` Did you mean ${near}?`}`,
        ...(near === undefined ? {} : { fix: { label: `Use ${near}`, params: { column: near } } }),
      });
    }
    if (p.min > p.max) {
      const message = `The least distance ${p.min} is above the largest ${p.max}.`;
      found.push({ severity: "error", message, fix: { label: "Swap them", params: { min: p.max, max: p.min } } });
    }
    const farthest = Math.max(Math.abs(p.min), Math.abs(p.max));
    if (!isNumber(type) && farthest * units[p.unit] > lastMoment - firstMoment)
      found.push({ severity: "error", message: `${farthest} ${p.unit} are more than 9,999 years.` });
    return [...found, ...startProblem(p, type, schema)];
  },
  compile(p, context) {
    if (p.column === "") return inColumn(nothing(context), context);
    const input = context.input(p.column);
    const start = startReader(p, input);
    if (context.type.kind === "text" && (input.kind === "text" || input.kind === "dictionary"))
      return { ...alikeKernel(p, input, start, context), troubles: start.troubles };
    const numeric = isNumber(context.type) || (context.type.kind === "unknown" && numericKinds.has(input.kind));
    const kernel = numeric ? numberKernel(p, start, context) : momentKernel(p, input, start, context);
    return { ...inColumn(kernel, context), troubles: start.troubles };
  },
});

/** A column of the row that is no moment, or no number, to start from. */
function startProblem(
  { column }: Params,
  type: ValueType,
  schema: SchemaPlace | undefined,
): readonly ParameterProblem[] {
  const from = schema?.table.columns.find(({ name }) => name === column);
  if (from === undefined || type.kind === "unknown") return [];
  const { kind } = from.valueType;
  if (kind === "unknown" || kind === "text" || kind === type.kind) return [];
  const dated = kind === "date" || kind === "timestamp";
  if (isNumber(type) ? isNumber(from.valueType) || (dated && !(type.kind === "integer" && type.bits < 64)) : dated)
    return [];
  // Text may be written as a date: whether it is shows in the rows.
  const what = isNumber(type) ? "number" : "date";
  return [{ severity: "error", message: `${column} is ${from.type || kind}, which is no ${what} to start from.` }];
}

const numericKinds: ReadonlySet<Vector["kind"]> = new Set(["integer", "bigint", "decimal", "real"]);

/** What the values start from. */
interface Start {
  /** The number, or the milliseconds, in cell `i`, of row `row`; NaN where there is none. */
  at(i: number, row: number): number;
  /** Cells that hold something else than a moment or a number. */
  readonly troubles: CellTroubles;
}

function startReader({ column }: Params, input: Vector): Start {
  const troubles: CellTroubles = { failed: 0, cut: 0 };
  return {
    troubles,
    at(i, row) {
      if (input.hasNulls && input.nulls[i] === 1) return Number.NaN;
      const value = numberAt(input, i);
      if (!Number.isNaN(value)) return value;
      troubles.failed++;
      troubles.first ??= { row, because: `${column} is neither a date nor a number` };
      return value;
    },
  };
}

/** The draw of a row, from `min` to `max` in whole steps, both included, and no more than `most` but `min` at least. */
const drawn = (
  p: Params,
  unit: number,
  row: number,
  context: CompileContext,
  place: number,
  most = Infinity,
): number => {
  const low = Math.min(Math.round(p.min * unit), Math.round(p.max * unit));
  if (p.along === "owner" && context.ordinal) {
    // Half of the room for each row, so that two neighbours are no less than `min` and no more than `max` apart.
    const half = (Math.max(Math.round(p.min * unit), Math.round(p.max * unit)) - low) / 2;
    const offset = low + place * (low + half) + leaning(p.lean, unit53At(context.stream, row)) * half;
    return Math.max(low, Math.min(most, Math.floor(offset)));
  }
  const high = Math.max(low, Math.min(most, Math.max(Math.round(p.min * unit), Math.round(p.max * unit))));
  // A draw next to 1 may be rounded up to it by the lean.
  return Math.min(high, low + Math.floor(leaning(p.lean, unit53At(context.stream, row)) * (high - low + 1)));
};

/** Half of the draws lie in the first eighth of the way, or in the last. */
function leaning(lean: Params["lean"], draw: number): number {
  if (lean === "even") return draw;
  return lean === "soon" ? draw * draw * draw : 1 - (1 - draw) * (1 - draw) * (1 - draw);
}

/** The moment of a row, `step` milliseconds the unit of what is drawn; NaN where it lies after today and is to be empty. */
function momentAfter(
  base: number,
  p: Params,
  step: number,
  row: number,
  context: CompileContext,
  place: number,
): number {
  // Rounded up, so that the least distance holds for moments within a day or a second as well.
  const first = p.min >= 0 ? Math.ceil(base / step) : Math.floor(base / step);
  const today = context.referenceDay * (dayMilliseconds / step);
  const most = p.future === "never" ? today - first : Infinity;
  const value = first + drawn(p, units[p.unit] / step, row, context, place, most);
  return p.future === "empty" && value > today ? Number.NaN : withinYears(value * step);
}

const withinYears = (milliseconds: number): number => Math.max(firstMoment, Math.min(lastMoment, milliseconds));

function numberKernel(p: Params, start: Start, context: CompileContext): Kernel {
  const column = scaledColumn(context.type, p.scale, context.batchRows);
  const unit = 10 ** column.scale;
  const { scaled, out } = column;
  const places = placesOf(p, context);
  return {
    out,
    fill(rows, count) {
      const { nulls } = out;
      places.read(rows, count);
      for (let i = 0; i < count; i++) {
        const base = start.at(i, rows[i] ?? 0);
        nulls[i] = Number.isNaN(base) ? 1 : 0;
        const place = places.at[i] ?? 0;
        const value = Number.isNaN(base) ? 0 : Math.round(base * unit) + drawn(p, unit, rows[i] ?? 0, context, place);
        scaled[i] = Math.max(column.lowest, Math.min(column.highest, value));
      }
      column.finish(count);
      out.hasNulls = nulls.subarray(0, count).includes(1);
    },
  };
}

function momentKernel(p: Params, input: Vector, start: Start, context: CompileContext): Kernel {
  const { type, batchRows } = context;
  // A date on either side, and a text that is to look like the other column, decide for whole days.
  const days = type.kind === "date" || (type.kind !== "timestamp" && input.kind === "date");
  const out = days
    ? newDateVector(batchRows)
    : newTimestampVector(
        batchRows,
        type.kind === "timestamp" && type.precision ? 3 : 0,
        type.kind === "timestamp" && (type.zone ?? false),
      );
  const step = days ? dayMilliseconds : 1000;
  const { values, nulls } = out;
  const places = placesOf(p, context);
  return {
    out,
    fill(rows, count) {
      let missing = false;
      places.read(rows, count);
      for (let i = 0; i < count; i++) {
        const row = rows[i] ?? 0;
        const moment = momentAfter(start.at(i, row), p, step, row, context, places.at[i] ?? 0);
        nulls[i] = Number.isNaN(moment) ? 1 : 0;
        if (Number.isNaN(moment)) {
          missing = true;
          continue;
        }
        values[i] = days ? Math.floor(moment / dayMilliseconds) : moment;
      }
      out.hasNulls = missing;
    },
  };
}

/** Texts that are dates become dates, those with a time get one. */
function alikeKernel(p: Params, input: Vector, start: Start, context: CompileContext): Kernel {
  const limit = textLimit(context.type);
  const places = placesOf(p, context);
  const kernel = textKernel(context, (sink, row, i) => {
    const text = cellText(input, i);
    const moment = parseIsoTimestamp(text);
    if (moment === undefined) start.at(i, row);
    const days = text.length <= 10 || limit < 19;
    const value = momentAfter(moment ?? Number.NaN, p, days ? dayMilliseconds : 1000, row, context, places.at[i] ?? 0);
    kernel.out.nulls[i] = Number.isNaN(value) ? 1 : 0;
    if (Number.isNaN(value)) return;
    putText(sink, days ? formatIsoDate(value / dayMilliseconds) : formatIsoTimestamp(value, 0, text[10] ?? " "));
  });
  return {
    out: kernel.out,
    fill(rows, count) {
      places.read(rows, count);
      kernel.fill(rows, count);
      kernel.out.hasNulls = kernel.out.nulls.subarray(0, count).includes(1);
    },
  };
}

/** No column is chosen yet: NULL. */
function nothing(context: CompileContext): Kernel {
  const out = newDateVector(context.batchRows);
  return {
    out,
    fill(_rows, count) {
      out.nulls.fill(1, 0, count);
      out.hasNulls = true;
    },
  };
}
