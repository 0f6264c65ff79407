import { parseIsoDate } from "../base/calendar.ts";
import { bindExpression } from "../expressions/bind-expression.ts";
import { checkWithin } from "../expressions/check-node.ts";
import { rescale, type Whole } from "../expressions/exact.ts";
import { parseExpression } from "../expressions/parse-expression.ts";
import { typeOfVector, vectorReader } from "../expressions/read-vector.ts";
import { scopeOf } from "../expressions/scope.ts";
import type { ExprType, Value } from "../expressions/types.ts";
import type { AggregateRequest, Kernel } from "../generators/generator.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import {
  newDateVector,
  newDecimalVector,
  newIntegerVector,
  newRealVector,
  newTimestampVector,
} from "../vectors/new-vector.ts";
import type { Vector } from "../vectors/vector.ts";

/** Places of an owned row's decimal, at the most: with more, a sum of large ones would be beyond 2^53. */
const mostLinePlaces = 6;

/**
 * What a figure computes of each owned row, as a column of those rows: UnitPrice * Quantity. `vectors` are the columns that the
 * expression reads, in its order. A number beyond 2^53 is NaN, so that no figure leaves it out. Undefined for what is no number
 * and no date.
 */
export function figureColumn(
  plan: Plan,
  child: TablePlan,
  { text, columns }: NonNullable<AggregateRequest["expression"]>,
  vectors: readonly Vector[],
  batchRows: number,
): Kernel | undefined {
  const byName = new Map(columns.flatMap((name, k) => (vectors[k] ? [[name, vectors[k]] as const] : [])));
  const scope = scopeOf(plan.design.model, child.table);
  const root = checkWithin(parseExpression(text), scope, (path, type) => {
    const vector = type.kind === "decimal" ? byName.get(path) : undefined;
    return (vector && typeOfVector(vector)) ?? type;
  });
  const column = emptyColumn(root.type, batchRows);
  if (!column) return undefined;
  const bound = bindExpression(root, {
    column(path, type) {
      const vector = byName.get(path);
      return vector ? vectorReader(vector, type) : () => null;
    },
    figure: () => () => null,
    referenceDay: parseIsoDate(plan.referenceDate) ?? 0,
    unit: () => 0,
  });
  const { out, numberOf } = column;
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      out.nulls.fill(0, 0, count);
      for (let k = 0; k < count; k++) {
        const value = bound.cell(k, rows[k] ?? 0);
        if (value === null) {
          out.nulls[k] = 1;
          out.hasNulls = true;
        } else out.values[k] = numberOf(value);
      }
    },
  };
}

function emptyColumn(type: ExprType, rows: number) {
  switch (type.kind) {
    case "int":
      return { out: newIntegerVector(rows), numberOf: safe };
    case "decimal": {
      const places = Math.min(type.scale, mostLinePlaces);
      const numberOf = (value: Value): number => safe(rescale(value as Whole, type.scale, places) ?? NaN);
      return { out: newDecimalVector(rows, places), numberOf };
    }
    case "double":
      return { out: newRealVector(rows), numberOf: Number };
    case "date":
      return { out: newDateVector(rows), numberOf: Number };
    case "timestamp":
      return { out: newTimestampVector(rows, 3, false), numberOf: Number };
    default:
      return undefined;
  }
}

function safe(value: Value): number {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : NaN;
}
