import { drawQuantile, quantileTable } from "../../random/quantile-table.ts";
import type { CompileContext, Domain, Kernel } from "../generator.ts";
import { inColumn } from "../text/as-text.ts";
import { boundedDomain, scaledBounds, type Bounds } from "./bounds.ts";
import { scaledColumn } from "./scaled-column.ts";
import { wordAt } from "../../random/stream.ts";

/**
 * Numbers with a shape: `quantile` gives the value below which a share of all values lies. In a unique column every number
 * within the bounds comes at most once, so the shape gives way to an even spread.
 */
export function shaped(
  asked: Bounds,
  quantile: (share: number) => number,
  context: CompileContext,
  charmShare = 0,
): Kernel | Domain {
  if (context.unique) return boundedDomain(asked, context);
  const { low, high, scale } = scaledBounds(asked, context.type);
  const column = scaledColumn(context.type, asked.scale, context.batchRows);
  const { scaled } = column;
  const { k0, k1 } = context.stream;
  const unit = 10 ** scale;
  const table = quantileTable((share) => quantile(share) * unit);
  const charmed = scale >= 2 ? charmShare * 4_294_967_296 : 0;
  const cent = unit / 100;
  return inColumn(
    {
      out: column.out,
      fill(rows, count) {
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          let value = Math.round(drawQuantile(table, k0, k1, row, 0));
          // Prices such as 19.99: one cent below the next whole number.
          if (charmed > 0 && wordAt(k0, k1, row, 2) >>> 0 < charmed)
            value = Math.ceil((value + cent) / unit) * unit - cent;
          scaled[i] = value < low ? low : value > high ? high : value;
        }
        column.finish(count);
      },
    },
    context,
  );
}
