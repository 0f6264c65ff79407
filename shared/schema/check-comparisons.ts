import { findColumn } from "./schema-model.ts";
import { childrenOf, columnsIn, type Comparison, type Expression } from "./check-ast.ts";
import type { CheckConstraint } from "./check-constraint.ts";
import { columnComparison, columnOf, constantOf, type CheckScope } from "./check-scope.ts";
import { functionComparison } from "./check-function-comparisons.ts";
import { canEvaluate } from "./evaluate-check.ts";

/** The comparison with its sides exchanged. */
const mirrored: Readonly<Record<Comparison, Comparison>> = {
  "=": "=",
  "<>": "<>",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};
/** The comparison that holds where the other does not. */
export const inverted: Readonly<Record<Comparison, Comparison>> = {
  "=": "<>",
  "<>": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

/** The constraints of `left operator right`, or null where it is not understood. */
export function comparisonConstraints(
  left: Expression,
  operator: Comparison,
  right: Expression,
  scope: CheckScope,
): readonly CheckConstraint[] | null {
  const [a, b] = [constantOf(left, scope), constantOf(right, scope)];
  if (a !== undefined && b !== undefined) return null;
  if (a !== undefined) return comparisonConstraints(right, mirrored[operator], left, scope);
  if (hasCollation(left) !== hasCollation(right) && operator !== "=") return null;
  if (tellsCaseApart(left, scope) || tellsCaseApart(right, scope)) return null;
  const [one, other] = [withoutCollation(left), withoutCollation(right)];
  const [x, y] = [columnOf(one, scope), columnOf(other, scope)];
  if (x !== undefined && b !== undefined) return columnComparison(x, operator, b);
  if (x !== undefined && y !== undefined) return x === y ? null : [{ kind: "order", left: x, operator, right: y }];
  if (b !== undefined) {
    const special = functionComparison(one, operator, b, scope);
    if (special !== null) return special;
  } else {
    const special =
      selfComparison(one, operator, other, scope) ?? selfComparison(other, mirrored[operator], one, scope);
    if (special !== null) return special;
    if (isTruth(one) || isTruth(other)) return null;
  }
  // What stands alone is bounded by the rest: of a + b <= c, c.
  if (y !== undefined && operator !== "=") {
    const alone = isolate(other, mirrored[operator], one, scope);
    if (alone !== null) return alone;
  }
  return isolate(one, operator, other, scope) ?? isolate(other, mirrored[operator], one, scope);
}

const hasCollation = (expression: Expression): boolean => expression.kind === "collate";

/** Whether a collation tells texts apart that are equal to the column itself: values cannot be made by it. */
export function tellsCaseApart(expression: Expression, scope: CheckScope): boolean {
  if (expression.kind !== "collate" || /nocase$|_ci$/.test(expression.collation)) return false;
  const name = columnOf(withoutCollation(expression), scope);
  return name !== undefined && findColumn(scope.table, name)?.caseInsensitive === true;
}

const withoutCollation = (expression: Expression): Expression =>
  expression.kind === "collate" ? withoutCollation(expression.operand) : expression;

const truthKinds = new Set<Expression["kind"]>(["is", "and", "or", "not", "compare", "in", "between", "match"]);
const isTruth = (expression: Expression): boolean => truthKinds.has(expression.kind);

/** Comparisons of a column with a function of itself: x = upper(x), x = round(x, 2), x = date(x). */
function selfComparison(
  one: Expression,
  operator: Comparison,
  other: Expression,
  scope: CheckScope,
): readonly CheckConstraint[] | null {
  const column = columnOf(one, scope);
  if (column === undefined || operator !== "=") return null;
  if (other.kind === "cast" && /int/.test(other.type) && columnOf(other.operand, scope) === column)
    return [{ kind: "scale", column, digits: 0 }];
  if (other.kind !== "call") return null;
  const [first, second] = other.arguments;
  const last = other.arguments.at(-1);
  if (
    other.name === "strftime" &&
    first?.kind === "literal" &&
    last !== undefined &&
    columnOf(last, scope) === column
  ) {
    const format = ({ "%Y-%m-%d": "date", "%Y-%m-%d %H:%M:%S": "datetime", "%H:%M:%S": "time" } as const)[
      String(first.value)
    ];
    return format === undefined ? null : [{ kind: "format", column, format }];
  }
  if (first === undefined || columnOf(first, scope) !== column) return null;
  switch (other.name) {
    case "upper":
    case "lower":
      return [{ kind: "case", column, case: other.name }];
    case "trim":
    case "btrim":
      return second === undefined ? [{ kind: "trimmed", column }] : null;
    case "date":
    case "datetime":
    case "time":
      return second === undefined ? [{ kind: "format", column, format: other.name }] : null;
    case "floor":
    case "ceil":
    case "ceiling":
      return [{ kind: "scale", column, digits: 0 }];
    case "round": {
      const digits = second === undefined ? 0 : constantOf(second, scope);
      return typeof digits === "number" ? [{ kind: "scale", column, digits }] : null;
    }
    default:
      return null;
  }
}

/** Moves everything but one column to the other side: a + b <= c becomes a <= c - b. */
function isolate(
  left: Expression,
  operator: Comparison,
  right: Expression,
  scope: CheckScope,
): readonly CheckConstraint[] | null {
  const column = columnOf(left, scope);
  if (column !== undefined) {
    if (columnsIn(right).includes(column) || !canEvaluate(right) || !isArithmetic(right)) return null;
    const value = constantOf(right, scope);
    if (value !== undefined) return columnComparison(column, operator, value);
    const other = columnOf(right, scope);
    return other === undefined
      ? [{ kind: "formula", column, operator, expression: right }]
      : [{ kind: "order", left: column, operator, right: other }];
  }
  if (left.kind === "negate") return isolate(left.operand, mirrored[operator], negated(right, scope), scope);
  if (left.kind !== "arithmetic" || (left.operator !== "+" && left.operator !== "-")) return null;
  const opposite = left.operator === "+" ? "-" : "+";
  const first = isolate(left.left, operator, arithmetic(right, opposite, left.right, scope), scope);
  if (first !== null) return first;
  if (left.operator === "+") return isolate(left.right, operator, arithmetic(right, "-", left.left, scope), scope);
  return isolate(left.right, mirrored[operator], arithmetic(left.left, "-", right, scope), scope);
}

const negated = (operand: Expression, scope: CheckScope): Expression => fold({ kind: "negate", operand }, scope);

function arithmetic(left: Expression, operator: "+" | "-", right: Expression, scope: CheckScope): Expression {
  if (constantOf(left, scope) === 0) return operator === "+" ? right : negated(right, scope);
  if (constantOf(right, scope) === 0) return left;
  return fold({ kind: "arithmetic", operator, left, right }, scope);
}

function fold(expression: Expression, scope: CheckScope): Expression {
  if (expression.kind === "negate" && expression.operand.kind === "negate") return expression.operand.operand;
  const value = constantOf(expression, scope);
  return value === undefined ? expression : { kind: "literal", value };
}

/** Whether an expression is worth computing for each row: no truth values inside. */
function isArithmetic(expression: Expression): boolean {
  const plain = new Set<Expression["kind"]>(["literal", "column", "arithmetic", "negate", "cast", "call"]);
  return plain.has(expression.kind) && childrenOf(expression).every(isArithmetic);
}
