import type { Kernel } from "../generators/generator.ts";
import { columnsIn } from "../schema/check-ast.ts";
import { parseCheck } from "../schema/check-expression.ts";
import { canEvaluate, evaluateExpression } from "../schema/evaluate-check.ts";
import { toNumber, toText } from "../schema/sql-values.ts";
import type { ColumnModel, EngineId, TableModel } from "../schema/schema-model.ts";
import { encodeUtf8 } from "../base/utf8.ts";
import { cellAt } from "../vectors/cells.ts";
import {
  newDecimalVector,
  newIntegerVector,
  newRealVector,
  newTextVector,
  reserveBytes,
} from "../vectors/new-vector.ts";
import type { Vector } from "../vectors/vector.ts";

/**
 * A column that the database computes, evaluated here so that other columns may build on it: an order's total on the
 * lines' generated totals. It is never written. Undefined where the expression is not understood.
 */
export function generatedKernel(
  table: TableModel,
  column: ColumnModel,
  engine: EngineId,
  batchRows: number,
  input: (name: string) => Vector,
): Kernel | undefined {
  if (column.expression === undefined) return undefined;
  const expression = parseCheck(column.expression, { engine, columns: table.columns.map(({ name }) => name) });
  if (expression === null || !canEvaluate(expression)) return undefined;
  const inputs = new Map(columnsIn(expression).map((name) => [name, input(name)]));
  const out = resultVector(column, batchRows);
  let at = 0;
  const row = (name: string) => {
    const vector = inputs.get(name);
    return vector ? cellAt(vector, at) : null;
  };
  return {
    out,
    fill(_rows, count) {
      out.hasNulls = false;
      out.nulls.fill(0, 0, count);
      for (at = 0; at < count; at++) {
        if (store(out, at, evaluateExpression(expression, row, { engine, table }))) continue;
        out.nulls[at] = 1;
        out.hasNulls = true;
        if (out.kind === "text") out.offsets[at + 1] = out.offsets[at] ?? 0;
      }
    },
  };
}

function resultVector({ valueType }: ColumnModel, batchRows: number) {
  switch (valueType.kind) {
    case "integer":
      return newIntegerVector(batchRows);
    case "decimal":
      return valueType.scale === undefined ? newRealVector(batchRows) : newDecimalVector(batchRows, valueType.scale);
    case "real":
      return newRealVector(batchRows);
    default:
      return newTextVector(batchRows);
  }
}

/** Puts a value into the vector; false where it is NULL or of another kind. */
function store(out: ReturnType<typeof resultVector>, i: number, value: ReturnType<typeof evaluateExpression>): boolean {
  if (value === null) return false;
  if (out.kind === "text") {
    const text = toText(value);
    if (text === null) return false;
    const bytes = encodeUtf8(text);
    const from = out.offsets[i] ?? 0;
    reserveBytes(out, from + bytes.length).set(bytes, from);
    out.offsets[i + 1] = from + bytes.length;
    return true;
  }
  const number = toNumber(value);
  if (number === null) return false;
  out.values[i] =
    out.kind === "decimal"
      ? Math.round(Number(number) * 10 ** out.scale)
      : out.kind === "integer"
        ? Math.round(Number(number))
        : Number(number);
  return true;
}
