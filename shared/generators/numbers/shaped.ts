import { fillQuantiles, quantileTable } from "../../random/quantile-table.ts";
import { wordAt } from "../../random/stream.ts";
import type { CompileContext, Domain, Kernel } from "../generator.ts";
import { inColumn } from "../text/as-text.ts";
import { boundedDomain, scaledBounds, type Bounds } from "./bounds.ts";
import { scaledColumn } from "./scaled-column.ts";
import type { Rounding } from "./shape-params.ts";

/**
 * Numbers with a shape: `quantile` gives the value below which a share of all values lies. In a unique column every number
 * within the bounds comes at most once, so the shape gives way to an even spread.
 */
export function shaped(
  asked: Bounds,
  quantile: (share: number) => number,
  context: CompileContext,
  rounding: Partial<Rounding> = {},
): Kernel | Domain {
  if (context.unique) return boundedDomain(asked, context);
  const { scale } = scaledBounds(asked, context.type);
  const unit = 10 ** scale;
  const { stream } = context;
  const table = quantileTable((share) => quantile(share) * unit);
  const words = new Int32Array(context.batchRows);
  return roundedBatches(
    asked,
    (rows, count, values) => fillQuantiles(table, stream, rows, count, words, values),
    context,
    rounding,
  );
}

/** Draws the numbers of a batch, as multiples of the column's smallest unit. */
type DrawNumbers = (rows: Float64Array, count: number, values: Float64Array) => void;

/**
 * Numbers that `draw` gives as multiples of the column's smallest unit, rounded, within the bounds. The draw may use every
 * lane of the column's stream but the third.
 */
export function roundedKernel(
  asked: Bounds,
  draw: (row: number) => number,
  context: CompileContext,
  rounding: Partial<Rounding> = {},
): Kernel {
  const drawEach: DrawNumbers = (rows, count, values) => {
    for (let i = 0; i < count; i++) values[i] = draw(rows[i] ?? 0);
  };
  return roundedBatches(asked, drawEach, context, rounding);
}

/** {@link roundedKernel} with the numbers of a batch drawn together. */
function roundedBatches(
  asked: Bounds,
  draw: DrawNumbers,
  context: CompileContext,
  rounding: Partial<Rounding>,
): Kernel {
  const { low, high, scale } = scaledBounds(asked, context.type);
  const column = scaledColumn(context.type, asked.scale, context.batchRows);
  const { scaled } = column;
  const { k0, k1 } = context.stream;
  const unit = 10 ** scale;
  const charmed = scale >= 2 ? (rounding.charm ?? 0) * 4_294_967_296 : 0;
  const cent = unit / 100;
  // The highest such price below the maximum: of 500 it is 499.99, not 500.
  const charming = Math.floor((high + cent) / unit) * unit - cent;
  const step = Math.round((rounding.step ?? 0) * unit);
  const lowest = step > 0 ? Math.ceil(low / step) * step : low;
  const highest = step > 0 ? Math.max(lowest, Math.floor(high / step) * step) : high;
  const every = Math.max(1, step);
  const plain = step === 0 && charmed === 0 && lowest > -(2 ** 52) && highest < 2 ** 52;
  return inColumn(
    {
      out: column.out,
      fill(rows, count) {
        draw(rows, count, scaled);
        if (plain) roundWithin(scaled, count, lowest, highest);
        else {
          for (let i = 0; i < count; i++) scaled[i] = Math.round((scaled[i] ?? 0) / every) * every;
          for (let i = 0; charmed > 0 && i < count; i++) {
            // Prices such as 19.99: one cent below the next whole number.
            if (wordAt(k0, k1, rows[i] ?? 0, 2) >>> 0 < charmed)
              scaled[i] = Math.min(charming, Math.ceil(((scaled[i] ?? 0) + cent) / unit) * unit - cent);
          }
          holdWithin(scaled, count, lowest, highest);
        }
        column.finish(count);
      },
    },
    context,
  );
}

/** The largest number below one half: half more is rounded up to 1. */
const belowHalf = 0.5 - 2 ** -54;

/**
 * Rounds, as Math.round does, and holds within bounds between ±2^52, where rounding by a sum and a floor is exact: it takes a
 * quarter of the time.
 */
function roundWithin(values: Float64Array, count: number, lowest: number, highest: number): void {
  for (let i = 0; i < count; i++) {
    const value = values[i] ?? 0;
    const whole = value === belowHalf ? 0 : Math.floor(value + 0.5);
    values[i] = whole < lowest ? lowest : whole > highest ? highest : whole;
  }
}

function holdWithin(values: Float64Array, count: number, lowest: number, highest: number): void {
  for (let i = 0; i < count; i++) {
    const value = values[i] ?? 0;
    values[i] = value < lowest ? lowest : value > highest ? highest : value;
  }
}
