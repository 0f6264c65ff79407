import { columnsOfFigure, type AggregateRequest, type Kernel } from "../generators/generator.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import {
  newDateVector,
  newDecimalVector,
  newIntegerVector,
  newRealVector,
  newTimestampVector,
} from "../vectors/new-vector.ts";
import type {
  DateVector,
  DecimalVector,
  IntegerVector,
  RealVector,
  TimestampVector,
  Vector,
} from "../vectors/vector.ts";
import type { TableReader } from "./batch.ts";
import { figureColumn } from "./figure-column.ts";

type SummedVector = IntegerVector | DecimalVector | RealVector | DateVector | TimestampVector;

/**
 * A column that gathers the rows which a row owns: the sum of an order's items. The children are found by the owner's
 * spread and evaluated by address, so the figure is exact in every export and needs no run before it. NULLs are left out,
 * as SQL does; a sum over nothing is 0, any other figure over nothing is NULL. Undefined where the table does not own `of.table`.
 */
export function aggregateKernel(
  plan: Plan,
  table: TablePlan,
  of: AggregateRequest,
  batchRows: number,
  open: (table: string, columns: readonly string[], batchRows: number) => TableReader,
): Kernel | undefined {
  const child = plan.tables.get(of.table);
  const owner = child?.owner;
  if (!child || owner?.owner !== table.id) return undefined;
  const { spread } = owner;
  const childRows = batchRows;
  const reader = open(child.id, columnsOfFigure(of), childRows);
  const { vectors } = reader.readRows(new Float64Array(1), 0);
  const computed = of.expression && figureColumn(plan, child, of.expression, vectors, childRows);
  const source = of.expression ? computed?.out : vectors[0];
  const out = resultVector(of, source, batchRows);
  if (!out) return undefined;
  const gather = gatherer(of, source, out);
  const children = new Float64Array(childRows);
  const parents = new Int32Array(childRows);

  return {
    out,
    fill(rows, count) {
      gather.start(count);
      let filled = 0;
      const flush = (): void => {
        if (filled === 0) return;
        if (source) reader.readRows(children, filled);
        computed?.fill(children, filled);
        for (let k = 0; k < filled; k++) gather.add(parents[k] ?? 0, k);
        filled = 0;
      };
      for (let i = 0; i < count; i++) {
        const first = spread.firstChild(rows[i] ?? 0);
        const end = spread.firstChild((rows[i] ?? 0) + 1);
        for (let row = first; row < end; row++) {
          children[filled] = row;
          parents[filled] = i;
          if (++filled === childRows) flush();
        }
      }
      flush();
      gather.finish(count);
    },
  };
}

function resultVector(of: AggregateRequest, source: Vector | undefined, batchRows: number): SummedVector | undefined {
  if (of.figure === "count") return newIntegerVector(batchRows);
  switch (source?.kind) {
    case "integer":
    case "bigint":
      return of.figure === "average" ? newRealVector(batchRows) : newIntegerVector(batchRows);
    case "decimal":
      return newDecimalVector(batchRows, source.scale);
    case "real":
      return newRealVector(batchRows);
    case "date":
      return of.figure === "sum" ? undefined : newDateVector(batchRows);
    case "timestamp":
      return of.figure === "sum" ? undefined : newTimestampVector(batchRows, source.precision, source.zone);
    default:
      return undefined;
  }
}

/** Takes child cells in row order and leaves the figures in `out`. Decimals are summed as whole numbers: exact. */
function gatherer(of: AggregateRequest, source: Vector | undefined, out: SummedVector) {
  const values = out.values;
  const counts = new Uint32Array(values.length);
  const numbers = source && "values" in source && source.kind !== "boolean" ? source : undefined;
  const { figure } = of;
  return {
    start(count: number): void {
      values.fill(0, 0, count);
      counts.fill(0, 0, count);
    },
    add(parent: number, k: number): void {
      if (numbers?.hasNulls && numbers.nulls[k] === 1) return;
      // A figure of 64-bit numbers is exact as far as 2^53.
      const value = Number(numbers?.values[k] ?? 0);
      const seen = counts[parent] ?? 0;
      counts[parent] = seen + 1;
      const before = values[parent] ?? 0;
      if (figure === "min") values[parent] = seen === 0 ? value : Math.min(before, value);
      else if (figure === "max") values[parent] = seen === 0 ? value : Math.max(before, value);
      else if (figure === "count") values[parent] = seen + 1;
      else values[parent] = before + value;
    },
    finish(count: number): void {
      out.hasNulls = false;
      out.nulls.fill(0, 0, count);
      for (let i = 0; i < count; i++) {
        const seen = counts[i] ?? 0;
        if (figure === "average" && seen > 0)
          values[i] = out.kind === "real" ? (values[i] ?? 0) / seen : Math.round((values[i] ?? 0) / seen);
        // A number beyond 2^53 is in it.
        if (Number.isNaN(values[i]) || (seen === 0 && figure !== "sum" && figure !== "count")) {
          out.nulls[i] = 1;
          out.hasNulls = true;
        }
      }
    },
  };
}
