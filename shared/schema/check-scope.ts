import { columnsIn, type Comparison, type Expression, type Literal } from "./check-ast.ts";
import type { CheckConstraint } from "./check-constraint.ts";
import { canEvaluate, evaluateExpression } from "./evaluate-check.ts";
import { findColumn, type EngineId, type TableModel } from "./schema-model.ts";

/** What is known about the table while a check is read. */
export interface CheckScope {
  readonly table: TableModel;
  readonly engine: EngineId;
}

/** The value of an expression without columns; undefined where it has some, or is not the same at every time. */
export function constantOf(expression: Expression, scope: CheckScope): Literal | undefined {
  if (columnsIn(expression).length > 0 || !canEvaluate(expression)) return undefined;
  return evaluateExpression(expression, () => null, { engine: scope.engine });
}

/** The column that an expression is, through casts that leave its values as they are; undefined where it is something else. */
export function columnOf(expression: Expression, scope: CheckScope): string | undefined {
  if (expression.kind === "column") return expression.name;
  if (expression.kind !== "cast") return undefined;
  const name = columnOf(expression.operand, scope);
  const kind = name === undefined ? undefined : findColumn(scope.table, name)?.valueType.kind;
  if (kind === undefined) return undefined;
  const { type } = expression;
  if (kind === "text" || kind === "enum" || kind === "uuid")
    return /char|text|clob|string/.test(type) ? name : undefined;
  if (kind === "integer") return /int|numeric|decimal|real|double|float/.test(type) ? name : undefined;
  if (kind === "decimal" || kind === "real") return /numeric|decimal|real|double|float/.test(type) ? name : undefined;
  if (kind === "date") return /^(date|timestamp|datetime)/.test(type) ? name : undefined;
  return kind === "timestamp" && /^(timestamp|datetime)/.test(type) ? name : undefined;
}

/** The constraints of a comparison between a column and a value. */
export function columnComparison(column: string, operator: Comparison, value: Literal): readonly CheckConstraint[] {
  if (value === null) return [];
  switch (operator) {
    case "=":
      return [{ kind: "choices", column, values: [value] }];
    case "<>":
      return [{ kind: "excluded", column, values: [value] }];
    case "<":
    case "<=":
      return [{ kind: "range", column, maximum: { value, inclusive: operator === "<=" } }];
    case ">":
    case ">=":
      return [{ kind: "range", column, minimum: { value, inclusive: operator === ">=" } }];
  }
}
