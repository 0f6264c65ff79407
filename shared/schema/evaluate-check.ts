import type { Cell } from "../vectors/vector.ts";
import { assertNever } from "../base/assert-never.ts";
import { childrenOf, type Comparison, type Expression, type Literal } from "./check-ast.ts";
import { checkFunctions } from "./check-functions.ts";
import { calculate } from "./check-arithmetic.ts";
import { findColumn, type EngineId, type TableModel } from "./schema-model.ts";
import { patternToRegExp } from "./sql-patterns.ts";
import { applyAffinity, compareValues, numberIn, toNumber, toText, toTruth, type Affinity } from "./sql-values.ts";

export interface EvaluateOptions {
  /** Whose rules; SQLite's where not said. */
  readonly engine?: EngineId;
  /** The table of the row: its column types say how values are compared. */
  readonly table?: TableModel;
}

type Row = (column: string) => Cell;
type Truth = boolean | null;

/**
 * The truth of a CHECK expression for a row, in SQL's three-valued logic: a row passes unless it is false. Where the
 * expression calls what is not known here, or the time of day, that part is NULL, so the row is not refused for it;
 * {@link canEvaluate} says whether that happens.
 */
export function evaluateCheck(expression: Expression, row: Row, options: EvaluateOptions = {}): Truth {
  return toTruth(evaluateExpression(expression, row, options));
}

/** Whether every part of the expression is known, so that {@link evaluateCheck} gives the engine's answer. */
export function canEvaluate(expression: Expression): boolean {
  if (expression.kind === "call" && !lazyCalls.has(expression.name) && !checkFunctions.has(expression.name))
    return false;
  return childrenOf(expression).every(canEvaluate);
}

const lazyCalls = new Set(["coalesce", "ifnull", "nvl", "iif", "if"]);
const not = (truth: Truth): Truth => (truth === null ? null : !truth);

/** The value of an expression for a row. */
export function evaluateExpression(node: Expression, row: Row, options: EvaluateOptions = {}): Literal {
  const value = (part: Expression): Literal => evaluateExpression(part, row, options);
  const compare = (operator: Comparison, left: Expression, right: Expression): Truth =>
    comparison(operator, value(left), value(right), left, right, options);
  switch (node.kind) {
    case "literal":
      return node.value;
    case "column":
      return cellValue(row(node.name), node.name, options);
    case "collate":
      return value(node.operand);
    case "not":
      return not(toTruth(value(node.operand)));
    case "and":
    case "or": {
      const decided = node.kind === "or";
      let result: Truth = !decided;
      for (const operand of node.operands) {
        const truth = toTruth(value(operand));
        if (truth === decided) return decided;
        if (truth === null) result = null;
      }
      return result;
    }
    case "negate": {
      const number = toNumber(value(node.operand));
      return number === null ? null : -number;
    }
    case "complement": {
      const number = toNumber(value(node.operand));
      return number === null ? null : Number(BigInt.asIntN(64, ~BigInt(Math.trunc(Number(number)))));
    }
    case "arithmetic":
      return calculate(node.operator, value(node.left), value(node.right), dividesExactly(node, options));
    case "compare":
      return compare(node.operator, node.left, node.right);
    case "is": {
      const [left, right] = [value(node.left), value(node.right)];
      const same = left === null || right === null ? left === right : isSame(node, left, right, options);
      return same !== node.negated;
    }
    case "in": {
      let result: Truth = false;
      for (const candidate of node.values) {
        const equal = compare("=", node.operand, candidate);
        if (equal === true) return !node.negated;
        if (equal === null) result = null;
      }
      return node.negated ? not(result) : result;
    }
    case "between": {
      const [low, high] = [compare(">=", node.operand, node.low), compare("<=", node.operand, node.high)];
      const inside = low === false || high === false ? false : low === null || high === null ? null : true;
      return node.negated ? not(inside) : inside;
    }
    case "match": {
      const matched = matches(node, toText(value(node.operand)), toText(value(node.pattern)), options);
      return node.negated ? not(matched) : matched;
    }
    case "call":
      return call(node.name, node.arguments, value, options.engine ?? "sqlite");
    case "case": {
      for (const branch of node.branches) {
        const truth =
          node.subject === undefined ? toTruth(value(branch.when)) : compare("=", node.subject, branch.when);
        if (truth === true) return value(branch.result);
      }
      return node.otherwise === undefined ? null : value(node.otherwise);
    }
    case "cast":
      return cast(value(node.operand), node.type);
    default:
      return assertNever(node);
  }
}

/** `x IS TRUE` asks for truth, anything else for equality. */
function isSame(
  node: Extract<Expression, { kind: "is" }>,
  left: Literal,
  right: Literal,
  options: EvaluateOptions,
): boolean {
  if (node.right.kind === "literal" && typeof node.right.value === "boolean") return toTruth(left) === node.right.value;
  return comparison("=", left, right, node.left, node.right, options) === true;
}

function comparison(
  operator: Comparison,
  leftValue: Literal,
  rightValue: Literal,
  left: Expression,
  right: Expression,
  options: EvaluateOptions,
): Truth {
  const [a, b] = applyAffinity(leftValue, rightValue, [affinityOf(left, options), affinityOf(right, options)]);
  if (a === null || b === null) return null;
  const order = sameDecimal(a, b, options) ? 0 : compareValues(a, b, ignoresCase(left, right, options));
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    default:
      return assertNever(operator);
  }
}

/** Decimals are exact outside SQLite; here they are doubles, so the last bits of a product must not count. */
function sameDecimal(a: Literal, b: Literal, options: EvaluateOptions): boolean {
  if ((options.engine ?? "sqlite") === "sqlite" || typeof a !== "number" || typeof b !== "number") return false;
  return Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-14;
}

const numericKinds = new Set(["integer", "decimal", "real", "boolean"]);
const textKinds = new Set(["text", "enum", "uuid", "json"]);

/** A cell as the engine would store it: numbers that come as text become numbers. */
function cellValue(cell: Cell, name: string, options: EvaluateOptions): Literal {
  const kind = options.table && findColumn(options.table, name)?.valueType.kind;
  return typeof cell === "string" && kind !== undefined && numericKinds.has(kind) ? (numberIn(cell) ?? cell) : cell;
}

function affinityOf(node: Expression, options: EvaluateOptions): Affinity {
  if (node.kind === "collate") return affinityOf(node.operand, options);
  if (node.kind === "cast") return /char|text|clob|string/.test(node.type) ? "text" : "numeric";
  if (node.kind !== "column") return "none";
  const kind = options.table && findColumn(options.table, node.name)?.valueType.kind;
  // Without a type a decimal may come as text; numeric affinity leaves any other text alone.
  return kind !== undefined && textKinds.has(kind) ? "text" : kind === "bytes" ? "none" : "numeric";
}

/** Whether a comparison ignores case: as COLLATE says, else as the column says, the left one first. */
function ignoresCase(left: Expression, right: Expression, options: EvaluateOptions): boolean {
  for (const side of [left, right]) {
    if (side.kind === "collate") return side.collation === "nocase" || side.collation.endsWith("_ci");
  }
  for (const side of [left, right]) {
    const column = side.kind === "column" && options.table ? findColumn(options.table, side.name) : undefined;
    if (column !== undefined) return column.caseInsensitive === true;
  }
  return false;
}

function matches(
  node: Extract<Expression, { kind: "match" }>,
  text: string | null,
  pattern: string | null,
  options: EvaluateOptions,
): Truth {
  if (text === null || pattern === null) return null;
  const escape =
    node.escape ?? (node.syntax === "like" && (options.engine ?? "sqlite") !== "sqlite" ? "\\" : undefined);
  return patternToRegExp(node.syntax, pattern, escape, node.ignoreCase)?.test(text) ?? null;
}

function call(
  name: string,
  parts: readonly Expression[],
  value: (part: Expression) => Literal,
  engine: EngineId,
): Literal {
  if (name === "coalesce" || name === "ifnull" || name === "nvl") {
    for (const part of parts) {
      const found = value(part);
      if (found !== null) return found;
    }
    return null;
  }
  if (name === "iif" || name === "if") {
    const [condition, then, otherwise] = parts;
    const chosen = condition !== undefined && toTruth(value(condition)) === true ? then : otherwise;
    return chosen === undefined ? null : value(chosen);
  }
  return checkFunctions.get(name)?.(parts.map(value), engine) ?? null;
}

function cast(value: Literal, type: string): Literal {
  if (value === null) return null;
  if (/bool/.test(type)) return typeof value === "string" ? /^(t|true|y|yes|on|1)$/i.test(value) : toTruth(value);
  if (/char|text|clob|string/.test(type)) return toText(value);
  if (/interval/.test(type)) return null;
  if (/^(big|small|tiny|medium)?int|^signed|^unsigned/.test(type)) {
    const number = toNumber(value);
    return typeof number === "number" ? Math.trunc(number) : number;
  }
  if (/^date$/.test(type)) return toText(value)?.slice(0, 10) ?? null;
  return /real|double|float|numeric|decimal|money/.test(type) ? toNumber(value) : value;
}

/** Whether a division keeps its fraction: always in MySQL, elsewhere unless both sides are whole numbers by type. */
function dividesExactly(node: Expression, options: EvaluateOptions): boolean {
  if (options.engine === "mysql") return true;
  // SQLite takes remainders of whole numbers only.
  if (node.kind === "arithmetic" && node.operator === "%") return options.engine === "postgresql";
  if (node.kind === "cast") return /real|double|float|numeric|decimal/.test(node.type);
  if (node.kind === "column") {
    const kind = options.table && findColumn(options.table, node.name)?.valueType.kind;
    return kind === "real" || (kind === "decimal" && options.engine === "postgresql");
  }
  return node.kind !== "call" && node.kind !== "case" && childrenOf(node).some((part) => dividesExactly(part, options));
}
