import type { Cell } from "../vectors/vector.ts";
import { assertNever } from "../base/assert-never.ts";
import type { Expression, Literal } from "./check-ast.ts";
import type { CheckConstraint } from "./check-constraint.ts";
import { evaluateCheck, type EvaluateOptions } from "./evaluate-check.ts";

/** Whether a row keeps a constraint. */
export function constraintHolds(
  constraint: CheckConstraint,
  row: (column: string) => Cell,
  options: EvaluateOptions = {},
): boolean {
  return evaluateCheck(constraintExpression(constraint), row, options) !== false;
}

const literal = (value: Literal): Expression => ({ kind: "literal", value });
const column = (name: string): Expression => ({ kind: "column", name });
const call = (name: string, ...parts: readonly Expression[]): Expression => ({ kind: "call", name, arguments: parts });
const all = (operands: readonly Expression[]): Expression => ({ kind: "and", operands });
const equal = (left: Expression, right: Expression): Expression => ({ kind: "compare", operator: "=", left, right });

/** A constraint as the condition that it stands for. */
function constraintExpression(constraint: CheckConstraint): Expression {
  if (constraint.kind === "any") {
    return { kind: "or", operands: constraint.alternatives.map((parts) => all(parts.map(constraintExpression))) };
  }
  if (constraint.kind === "order") {
    return {
      kind: "compare",
      operator: constraint.operator,
      left: column(constraint.left),
      right: column(constraint.right),
    };
  }
  const own = column(constraint.column);
  switch (constraint.kind) {
    case "range": {
      const { minimum, maximum } = constraint;
      return all([
        ...(minimum
          ? [
              {
                kind: "compare",
                operator: minimum.inclusive ? ">=" : ">",
                left: own,
                right: literal(minimum.value),
              } as const,
            ]
          : []),
        ...(maximum
          ? [
              {
                kind: "compare",
                operator: maximum.inclusive ? "<=" : "<",
                left: own,
                right: literal(maximum.value),
              } as const,
            ]
          : []),
      ]);
    }
    case "choices":
    case "excluded":
      return {
        kind: "in",
        negated: constraint.kind === "excluded",
        operand: own,
        values: constraint.values.map(literal),
      };
    case "length": {
      const { minimum = 0, maximum = Infinity } = constraint;
      const length = call("char_length", constraint.trimmed === true ? call("trim", own) : own);
      return { kind: "between", negated: false, operand: length, low: literal(minimum), high: literal(maximum) };
    }
    case "pattern": {
      const { kind: _, column: __, pattern, ...rest } = constraint;
      return { kind: "match", operand: own, pattern: literal(pattern), ...rest };
    }
    case "null":
    case "not-null":
      return { kind: "is", negated: constraint.kind === "not-null", left: own, right: literal(null) };
    case "formula":
      return { kind: "compare", operator: constraint.operator, left: own, right: constraint.expression };
    case "case":
      return equal(call(constraint.case, own), own);
    case "trimmed":
      return equal(call("trim", own), own);
    case "storage":
      return { kind: "in", negated: false, operand: call("typeof", own), values: constraint.types.map(literal) };
    case "multiple":
      return equal(
        { kind: "arithmetic", operator: "%", left: own, right: literal(constraint.divisor) },
        literal(constraint.remainder),
      );
    case "scale":
      return equal(call("round", own, literal(constraint.digits)), own);
    case "format":
      if (constraint.format === "json") return equal(call("json_valid", own), literal(1));
      if (constraint.format === "date-like")
        return { kind: "or", operands: [isNull(own), { kind: "not", operand: isNull(call("date", own)) }] };
      return equal(call(constraint.format, own), own);
    default:
      return assertNever(constraint);
  }
}

const isNull = (left: Expression): Expression => ({ kind: "is", negated: false, left, right: literal(null) });
