import { z } from "zod";
import type { Vector } from "../../vectors/vector.ts";
import { defineGenerator, type CellTroubles, type Kernel, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { columnProblem, numberProblem } from "../relations/column-problem.ts";
import { inColumn } from "../text/as-text.ts";
import { cellText } from "../text/cell-text.ts";
import { numberAt } from "./number-at.ts";
import { scaledColumn, takesNumbers } from "./scaled-column.ts";

const params = z.strictObject({
  column: parameter(z.string().default(""), {
    label: "Column",
    help: "What is added up, row after row of the same owner.",
    control: "column",
  }),
  start: parameter(z.number().default(0), { label: "Start", help: "The balance before the first row." }),
  opening: parameter(z.string().default(""), {
    label: "Opening balance",
    help: "A column to start from instead, such as account_id.opening_balance.",
    control: "column",
  }),
  kind: parameter(z.string().default(""), {
    label: "Kind",
    help: "A column that says which rows are taken off: debit or credit, in or out.",
    control: "column",
  }),
  negative: parameter(z.array(z.string()).default([]), {
    label: "Taken off",
    help: "The values of that column whose rows are subtracted.",
  }),
  scale: parameter(z.int().min(0).max(6).default(2), { label: "Decimal places", help: "Digits behind the point." }),
});
type Params = z.infer<typeof params>;

/** The sum of a column over the rows of the same owner up to this one: balances, stock levels, mileages. */
export const runningTotal = defineGenerator<Params>({
  id: "running-total",
  version: 2,
  label: "Running total",
  help: "The sum of another column over the owner's rows up to this one: an account's balance after each booking.",
  category: "numbers",
  keywords: ["balance", "cumulative", "ledger", "stock", "level", "sum", "account", "mileage"],
  icon: "trending-up",
  params,
  shorthand: "column",
  accepts: takesNumbers,
  describe: (p) => (p.column === "" ? "no column chosen" : `of ${p.column}`),
  capacity: () => 1,
  fallible: () => true,
  inputs: (p) => [p.column, p.opening, p.kind].filter((name) => name !== ""),
  // About a third of a second for the last row of the largest owner.
  mostAlong: 100_000,
  problems: (p, { columns, schema }): readonly ParameterProblem[] => [
    ...columnProblem("column", p.column, columns, "to add up"),
    ...numberProblem(p.column, schema, "be added up"),
    ...numberProblem(p.opening, schema, "be an opening balance"),
    ...(p.opening === "" ? [] : columnProblem("opening", p.opening, columns, "to start from")),
    ...(p.kind === "" ? [] : columnProblem("kind", p.kind, columns, "to tell kinds apart by")),
  ],
  compile(p, context) {
    const column = scaledColumn(context.type, p.scale, context.batchRows);
    const { scaled, out } = column;
    if (p.column === "") return inColumn(nothing(out), context);
    const unit = 10 ** column.scale;
    const off = new Set(p.negative);
    const amount = (value: Vector, kind: Vector | undefined, i: number): number => {
      const number = value.hasNulls && value.nulls[i] === 1 ? 0 : Math.round(numberAt(value, i) * unit);
      const taken = Number.isNaN(number) ? 0 : number;
      return kind !== undefined && off.has(cellText(kind, i)) ? -taken : taken;
    };
    const own = context.input(p.column);
    const kind = p.kind === "" ? undefined : context.input(p.kind);
    const opening = p.opening === "" ? undefined : context.input(p.opening);
    const before = context.ownRows?.(p.kind === "" ? [p.column] : [p.column, p.kind]);
    const troubles: CellTroubles = { failed: 0, cut: 0 };
    const ordinals = new Float64Array(context.batchRows);
    const earlier = new Float64Array(context.batchRows);

    /** The sum over the rows from `first` up to the one before `row`. */
    const sumBefore = (first: number, row: number): number => {
      let sum = 0;
      for (let from = first; from < row; from += earlier.length) {
        const count = Math.min(earlier.length, row - from);
        for (let k = 0; k < count; k++) earlier[k] = from + k;
        const [values, kinds] = before?.read(earlier, count) ?? [];
        if (values) for (let k = 0; k < count; k++) sum += amount(values, kinds, k);
      }
      return sum;
    };

    const kernel: Kernel = {
      out,
      fill(rows, count) {
        if (context.ordinal) context.ordinal(rows, count, ordinals);
        else ordinals.set(rows.subarray(0, count));
        let lastRow = -2;
        let sum = 0;
        let missing = false;
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          const ordinal = ordinals[i] ?? 0;
          if (ordinal === 0) sum = 0;
          else if (row !== lastRow + 1) sum = sumBefore(row - ordinal, row);
          sum += amount(own, kind, i);
          lastRow = row;
          const from = opening && !(opening.hasNulls && opening.nulls[i] === 1) ? numberAt(opening, i) : p.start;
          const total = sum + Math.round((Number.isNaN(from) ? 0 : from) * unit);
          const fits = total >= column.lowest && total <= column.highest;
          scaled[i] = fits ? total : 0;
          out.nulls[i] = fits ? 0 : 1;
          if (fits) continue;
          missing = true;
          troubles.failed++;
          troubles.first ??= { row, because: "the total is beyond what the column holds" };
        }
        column.finish(count);
        out.hasNulls = missing;
      },
    };
    return { ...inColumn(kernel, context), troubles };
  },
});

/** No column is chosen yet: NULL. */
const nothing = (out: Vector): Kernel => ({
  out,
  fill(_rows, count) {
    out.nulls.fill(1, 0, count);
    out.hasNulls = true;
  },
});
