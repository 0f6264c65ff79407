import { parseIsoDate } from "../base/calendar.ts";
import { bindExpression } from "../expressions/bind-expression.ts";
import { checkExpression } from "../expressions/check-expression.ts";
import { typeOfVector, vectorReader } from "../expressions/read-vector.ts";
import { scopeOf } from "../expressions/scope.ts";
import type { Kernel } from "../generators/generator.ts";
import type { Plan, TablePlan } from "../plan/plan.ts";
import type { Vector } from "../vectors/vector.ts";

/** A condition in CEL over a row: true, false, or null where it cannot be told. `at` is the row's place in the batch. */
export type Condition = (at: number, row: number) => boolean | null;

/** Compiles the condition of a rule. `unit` is what `random()` draws from, in [0, 1). */
export function compileCondition(
  plan: Plan,
  { table }: TablePlan,
  when: string,
  vectorOf: (path: string) => Vector,
  unit: (row: number, lane: number) => number = () => 0,
): Condition {
  const checked = checkExpression(when, scopeOf(plan.design.model, table), (path, type) =>
    type.kind === "decimal" ? (typeOfVector(vectorOf(path)) ?? type) : type,
  );
  if (!checked.ok) return () => null;
  const bound = bindExpression(checked.root, {
    column: (path, type) => vectorReader(vectorOf(path), type),
    figure: () => () => null,
    referenceDay: parseIsoDate(plan.referenceDate) ?? 0,
    unit,
  });
  return (at, row) => {
    const value = bound.cell(at, row);
    return typeof value === "boolean" ? value : null;
  };
}

/** The kernel with NULL in every row for which `empty` says so; its vector is the same. */
export function emptied(kernel: Kernel, empty: (at: number, row: number) => boolean): Kernel {
  const { out, troubles } = kernel;
  return {
    out,
    ...(troubles ? { troubles } : {}),
    fill(rows, count) {
      kernel.fill(rows, count);
      const { nulls } = out;
      if (!out.hasNulls) nulls.fill(0, 0, count);
      for (let i = 0; i < count; i++) if (empty(i, rows[i] ?? 0)) nulls[i] = 1;
      out.hasNulls = true;
    },
  };
}
