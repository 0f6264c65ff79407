import type { Kernel, LookupRequest } from "../generators/generator.ts";
import type { Plan } from "../plan/plan.ts";
import { childStream, type Stream } from "../random/stream.ts";
import type { TableReader } from "./batch.ts";
import { freeRows } from "./free-rows.ts";

/**
 * A column of some row of any table: a reference that the database does not declare, or one whose table depends on another
 * column. Undefined where there is no such column, or no row to point to.
 */
export function lookupKernel(
  plan: Plan,
  columnStream: Stream,
  of: LookupRequest,
  batchRows: number,
  open: (table: string, columns: readonly string[]) => TableReader,
): Kernel | undefined {
  const target = plan.tables.get(of.table);
  if (!target || target.rowCount === 0 || !target.table.columns.some((column) => column.name === of.column))
    return undefined;
  const reader = open(of.table, [of.column]);
  const picked = new Float64Array(batchRows);
  const draw = freeRows(
    childStream(columnStream, `lookup ${of.table}`),
    target.rowCount,
    { skew: of.pick, exponent: 1 },
    picked,
  );
  const [out] = reader.readRows(picked, 0).vectors;
  return (
    out && {
      out,
      fill(rows, count) {
        draw(rows, count);
        reader.readRows(picked, count);
      },
    }
  );
}
