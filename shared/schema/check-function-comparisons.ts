import { assertNever } from "../base/assert-never.ts";
import type { Comparison, Expression, Literal } from "./check-ast.ts";
import { anyOf } from "./check-alternatives.ts";
import { columnComparison, columnOf, constantOf, type CheckScope } from "./check-scope.ts";
import type { CheckConstraint } from "./check-constraint.ts";
import { evaluateCheck } from "./evaluate-check.ts";

type Reading = readonly CheckConstraint[] | null;

/** The constraints of `function(column, …) operator value`: length(x) >= 3, trim(x) <> '', x % 5 = 0. */
export function functionComparison(left: Expression, operator: Comparison, value: Literal, scope: CheckScope): Reading {
  if (value === null) return [];
  if (left.kind === "arithmetic") return left.operator === "%" ? remainder(left, operator, value, scope) : null;
  if (left.kind !== "call") return null;
  const [first, second] = left.arguments;
  if (first === undefined) return null;
  const column = columnOf(first, scope);
  switch (left.name) {
    case "length":
    case "len":
    case "char_length":
    case "character_length":
    case "octet_length":
      return typeof value === "number" ? lengthOf(first, operator, value, scope) : null;
    case "trim":
    case "btrim":
      if (column === undefined || second !== undefined || typeof value !== "string") return null;
      if (operator === "<>" && value === "") return [{ kind: "length", column, minimum: 1, trimmed: true }];
      return operator === "=" ? columnComparison(column, "=", value) : null;
    case "upper":
    case "lower":
      // A value in that case keeps it; others that would are not made.
      return column !== undefined && operator === "=" && typeof value === "string" && inCase(left.name, value) === value
        ? columnComparison(column, "=", value)
        : null;
    case "typeof":
      return column !== undefined && operator === "=" && typeof value === "string"
        ? [{ kind: "storage", column, types: [value] }]
        : null;
    case "abs":
      return column !== undefined && typeof value === "number" ? magnitude(column, operator, value) : null;
    case "json_valid":
    case "regexp_like":
      return truthCall(left, operator, value, scope);
    case "instr":
    case "strpos":
      return typeof value === "number"
        ? partOf(column, operator, value, second === undefined ? undefined : constantOf(second, scope))
        : null;
    case "substr":
    case "substring":
    case "left":
      return typeof value === "string" && operator === "="
        ? startOf(left.name, column, left.arguments.slice(1), value, scope)
        : null;
    case "coalesce":
    case "ifnull":
    case "nvl":
      return second === undefined ? null : withFallback(first, second, operator, value, scope);
    default:
      return null;
  }
}

const inCase = (name: "upper" | "lower", value: string): string =>
  name === "upper" ? value.toUpperCase() : value.toLowerCase();

/** A function that is a predicate, by itself or compared with 1 or 0. */
export function predicateCall(call: Extract<Expression, { kind: "call" }>, scope: CheckScope): Reading {
  const [first, second, third] = call.arguments;
  const column = first === undefined ? undefined : columnOf(first, scope);
  if (column === undefined) return null;
  if (call.name === "json_valid" && second === undefined) return [{ kind: "format", column, format: "json" }];
  if (call.name !== "regexp_like" || second === undefined) return null;
  const [pattern, flags] = [constantOf(second, scope), third === undefined ? "" : constantOf(third, scope)];
  if (typeof pattern !== "string" || typeof flags !== "string") return null;
  return [{ kind: "pattern", column, syntax: "regexp", pattern, ignoreCase: flags.includes("i"), negated: false }];
}

function truthCall(
  call: Extract<Expression, { kind: "call" }>,
  operator: Comparison,
  value: Literal,
  scope: CheckScope,
): Reading {
  const wantsTrue =
    (operator === "=" && Number(value) === 1) || ((operator === "<>" || operator === ">") && Number(value) === 0);
  return wantsTrue ? predicateCall(call, scope) : null;
}

function lengthOf(measured: Expression, operator: Comparison, value: number, scope: CheckScope): Reading {
  const inner =
    measured.kind === "call" &&
    (measured.name === "trim" || measured.name === "btrim") &&
    measured.arguments.length === 1
      ? measured.arguments[0]
      : undefined;
  const column = columnOf(inner ?? measured, scope);
  if (column === undefined) return null;
  const rest = { kind: "length", column, ...(inner === undefined ? {} : { trimmed: true }) } as const;
  const minimum = (least: number): readonly CheckConstraint[] => (least <= 0 ? [] : [{ ...rest, minimum: least }]);
  const maximum = (most: number): readonly CheckConstraint[] =>
    most < 0 ? [{ kind: "null", column }] : [{ ...rest, maximum: most }];
  switch (operator) {
    case "=":
      return Number.isInteger(value) && value >= 0
        ? [{ ...rest, minimum: value, maximum: value }]
        : [{ kind: "null", column }];
    case "<>":
      return value === 0 ? minimum(1) : anyOf([maximum(Math.ceil(value) - 1), minimum(Math.floor(value) + 1)]);
    case "<":
      return maximum(Math.ceil(value) - 1);
    case "<=":
      return maximum(Math.floor(value));
    case ">":
      return minimum(Math.floor(value) + 1);
    case ">=":
      return minimum(Math.ceil(value));
    default:
      return assertNever(operator);
  }
}

function magnitude(column: string, operator: Comparison, value: number): Reading {
  if (value < 0) return null;
  const inclusive = operator === "<=" || operator === ">=";
  const [low, high] = [
    { value: -value, inclusive },
    { value, inclusive },
  ];
  if (operator === "<" || operator === "<=") return [{ kind: "range", column, minimum: low, maximum: high }];
  if (operator === "=") return [{ kind: "choices", column, values: value === 0 ? [0] : [-value, value] }];
  if (operator === "<>") return [{ kind: "excluded", column, values: value === 0 ? [0] : [-value, value] }];
  return anyOf([[{ kind: "range", column, maximum: low }], [{ kind: "range", column, minimum: high }]]);
}

function remainder(
  left: Extract<Expression, { kind: "arithmetic" }>,
  operator: Comparison,
  value: Literal,
  scope: CheckScope,
): Reading {
  const [column, divisor] = [columnOf(left.left, scope), constantOf(left.right, scope)];
  if (column === undefined || operator !== "=" || typeof divisor !== "number" || typeof value !== "number") return null;
  if (
    !Number.isInteger(divisor) ||
    divisor === 0 ||
    !Number.isInteger(value) ||
    value < 0 ||
    value >= Math.abs(divisor)
  )
    return null;
  return [{ kind: "multiple", column, divisor: Math.abs(divisor), remainder: value }];
}

const globText = (text: string): string => text.replace(/[*?[]/g, "[$&]");

/** instr(x, '@') > 1: the text holds the part, for one character also behind so many others. */
function partOf(column: string | undefined, operator: Comparison, value: number, part: Literal | undefined): Reading {
  if (column === undefined || typeof part !== "string" || part === "") return null;
  const least = operator === ">" ? value + 1 : operator === ">=" ? value : operator === "<>" && value === 0 ? 1 : null;
  const pattern = { kind: "pattern", column, syntax: "glob", ignoreCase: false } as const;
  if (operator === "=" && value === 0) return [{ ...pattern, pattern: `*${globText(part)}*`, negated: true }];
  if (
    least === null ||
    !Number.isInteger(least) ||
    least < 1 ||
    (least > 1 && (Array.from(part).length > 1 || part === "]"))
  )
    return null;
  return [{ ...pattern, pattern: `${`[^${part}]`.repeat(least - 1)}*${globText(part)}*`, negated: false }];
}

/** substr(x, 1, 2) = 'AB': the text starts so. */
function startOf(
  name: string,
  column: string | undefined,
  rest: readonly Expression[],
  value: string,
  scope: CheckScope,
): Reading {
  const numbers = rest.map((part) => constantOf(part, scope));
  const size = name === "left" ? numbers[0] : numbers[0] === 1 ? numbers[1] : undefined;
  if (column === undefined || size !== Array.from(value).length || rest.length > 2) return null;
  return [
    { kind: "pattern", column, syntax: "glob", pattern: `${globText(value)}*`, ignoreCase: false, negated: false },
  ];
}

/** COALESCE(x, 0) >= 0: NULL passes if the fallback does. */
function withFallback(
  first: Expression,
  fallback: Expression,
  operator: Comparison,
  value: Literal,
  scope: CheckScope,
): Reading {
  const column = columnOf(first, scope);
  const other = constantOf(fallback, scope);
  if (column === undefined || other === undefined) return null;
  const right: Expression = { kind: "literal", value };
  const constraints = columnComparison(column, operator, value);
  const holds = evaluateCheck(
    { kind: "compare", operator, left: { kind: "literal", value: other }, right },
    () => null,
    { engine: scope.engine },
  );
  return holds !== false ? constraints : [{ kind: "not-null", column }, ...constraints];
}
