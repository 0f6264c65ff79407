import { columnsIn, childrenOf, type Comparison, type Expression } from "./check-ast.ts";
import { anyOf } from "./check-alternatives.ts";
import { comparisonConstraints, inverted, tellsCaseApart } from "./check-comparisons.ts";
import { countedTruths } from "./check-counts.ts";
import { columnComparison, columnOf, constantOf, type CheckScope } from "./check-scope.ts";
import { never, type CheckConstraint } from "./check-constraint.ts";
import { parseCheck } from "./check-expression.ts";
import { predicateCall } from "./check-function-comparisons.ts";
import { findColumn, type CheckModel, type EngineId, type TableModel } from "./schema-model.ts";
import { toTruth } from "./sql-values.ts";

/** What a CHECK asks of the rows. */
export interface CheckReading {
  readonly check: CheckModel;
  /** Rows that keep all of `constraints` pass the check. */
  readonly understood: boolean;
  /** All at once. Where not understood: what could be read of it, which a row must keep but which may not be enough. */
  readonly constraints: readonly CheckConstraint[];
  /** The parsed expression, for {@link evaluateCheck}; null where the grammar is not known. */
  readonly expression: Expression | null;
  /** The columns it names, as the table writes them. */
  readonly columns: readonly string[];
}

/** The expression of a check on one line. */
export const checkText = (expression: string): string => expression.replaceAll(/\s+/g, " ").trim();

/** Reads every check of a table, and what its rows must keep to find a partition. */
export function readChecks(table: TableModel, engine: EngineId): readonly CheckReading[] {
  const { bounds } = table.partitions ?? {};
  const checks = bounds === undefined ? table.checks : [...table.checks, { name: "partitions", expression: bounds }];
  return checks.map((check) => readCheck(check, table, engine));
}

/**
 * Reads a CHECK as constraints by which values can be made. A check passes unless it is false, so NULL passes nearly
 * everywhere, and "passes" distributes over AND and OR: NOT is pushed down to the comparisons (De Morgan), AND becomes a
 * list, OR becomes alternatives.
 */
export function readCheck(check: CheckModel, table: TableModel, engine: EngineId): CheckReading {
  const expression = parseCheck(check.expression, { engine, columns: table.columns.map((column) => column.name) });
  if (expression === null) return { check, understood: false, constraints: [], expression, columns: [] };
  const columns = columnsIn(expression);
  const scope = { table, engine };
  const constraints = constraintsOf(expression, false, scope);
  if (constraints !== null) return { check, understood: true, constraints, expression, columns };
  const parts = expression.kind === "and" ? expression.operands : [];
  return {
    check,
    understood: false,
    constraints: parts.flatMap((part) => constraintsOf(part, false, scope) ?? []),
    expression,
    columns,
  };
}

type Reading = readonly CheckConstraint[] | null;

/** What makes the expression, or its negation, not false. */
function constraintsOf(node: Expression, negated: boolean, scope: CheckScope): Reading {
  const constant = constantOf(node, scope);
  if (constant !== undefined) return toTruth(constant) === negated ? [never] : [];
  switch (node.kind) {
    case "not":
      return constraintsOf(node.operand, !negated, scope);
    case "and":
    case "or": {
      const parts = node.operands.map((operand) => constraintsOf(operand, negated, scope));
      if (!parts.every((part) => part !== null)) return null;
      return (node.kind === "and") === negated ? anyOf(parts) : parts.flat();
    }
    case "compare": {
      const counted = countedTruths(node, scope);
      if (counted !== undefined) return constraintsOf(counted, negated, scope);
      return (
        compareTruths(node, negated, scope) ??
        comparisonConstraints(node.left, negated ? inverted[node.operator] : node.operator, node.right, scope)
      );
    }
    case "between": {
      const range = {
        kind: "and",
        operands: [compare(node.operand, ">=", node.low), compare(node.operand, "<=", node.high)],
      } as const;
      return constraintsOf(range, negated !== node.negated, scope);
    }
    case "in":
      return membership(node, negated !== node.negated, scope);
    case "is":
      return identity(node, negated !== node.negated, scope);
    case "match":
      return pattern(node, negated !== node.negated, scope);
    case "column":
      return [{ kind: "choices", column: node.name, values: [truthValue(node.name, !negated, scope)] }];
    case "call":
      return negated
        ? negatedCall(node, scope)
        : node.name === "iif" || node.name === "if"
          ? branches(caseOf(node), false, scope)
          : predicateCall(node, scope);
    case "case":
      return branches(node, negated, scope);
    case "arithmetic":
    case "cast":
    case "collate":
    case "complement":
    case "literal":
    case "negate":
    default:
      return null;
  }
}

const compare = (left: Expression, operator: Comparison, right: Expression): Expression => ({
  kind: "compare",
  operator,
  left,
  right,
});

/** True and false as the column holds them. */
function truthValue(column: string, truth: boolean, scope: CheckScope): boolean | number {
  return findColumn(scope.table, column)?.valueType.kind === "boolean" ? truth : Number(truth);
}

function membership(node: Extract<Expression, { kind: "in" }>, negated: boolean, scope: CheckScope): Reading {
  const values = node.values.map((value) => constantOf(value, scope));
  if (!values.every((value) => value !== undefined)) {
    // x IN (a, b) of other columns is x = a OR x = b.
    const equals: Expression = { kind: "or", operands: node.values.map((value) => compare(node.operand, "=", value)) };
    return constraintsOf(equals, negated, scope);
  }
  // With NULL among them, IN is never false.
  if (!negated && values.includes(null)) return [];
  const known = [...new Set(values.filter((value) => value !== null))];
  if (node.operand.kind === "call" && node.operand.name === "typeof" && !negated) {
    const [typed] = node.operand.arguments;
    const column = typed && columnOf(typed, scope);
    return column === undefined ? null : [{ kind: "storage", column, types: known.map(String) }];
  }
  if (tellsCaseApart(node.operand, scope)) return null;
  const inner = node.operand.kind === "collate" && !negated ? node.operand.operand : node.operand;
  const column = columnOf(inner, scope);
  if (column !== undefined) return [{ kind: negated ? "excluded" : "choices", column, values: known }];
  const parts = known.map((value) => compare(inner, "=", { kind: "literal", value }));
  return constraintsOf({ kind: "or", operands: parts }, negated, scope);
}

function identity(node: Extract<Expression, { kind: "is" }>, negated: boolean, scope: CheckScope): Reading {
  const right = constantOf(node.right, scope);
  if (right === undefined)
    return constantOf(node.left, scope) === undefined
      ? sameness(node, negated, scope)
      : identity({ ...node, left: node.right, right: node.left }, negated, scope);
  const column = columnOf(node.left, scope);
  if (typeof right === "boolean") {
    if (column !== undefined) {
      const values = [truthValue(column, right !== negated, scope)];
      return [...(negated ? [] : [{ kind: "not-null", column } as const]), { kind: "choices", column, values }];
    }
    // "IS NOT FALSE" is what a check asks anyway; "IS NOT TRUE" is the same of the negation.
    return negated ? constraintsOf(node.left, right, scope) : null;
  }
  if (right === null) {
    if (column !== undefined) return [{ kind: negated ? "not-null" : "null", column }];
    const firsts = firstOf(node.left, scope);
    if (firsts !== undefined) {
      const each = firsts.map((name) => ({ kind: negated ? "not-null" : "null", column: name }) as const);
      return negated ? anyOf(each.map((one) => [one])) : each;
    }
    return negated ? parsable(node.left, scope) : null;
  }
  if (column === undefined) return null;
  const equal = columnComparison(column, negated ? "<>" : "=", right);
  return negated ? equal : [{ kind: "not-null", column }, ...equal];
}

/** The columns of coalesce(a, b): its value is that of the first that has one. */
function firstOf(node: Expression, scope: CheckScope): readonly string[] | undefined {
  if (node.kind !== "call" || !["coalesce", "ifnull", "nvl"].includes(node.name)) return undefined;
  const names = node.arguments.map((part) => columnOf(part, scope));
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** x IS y of two columns: equal, or both NULL. */
function sameness(node: Extract<Expression, { kind: "is" }>, negated: boolean, scope: CheckScope): Reading {
  const [left, right] = [columnOf(node.left, scope), columnOf(node.right, scope)];
  if (left === undefined || right === undefined || left === right) {
    const own = comparisonConstraints(node.left, "=", node.right, scope);
    const column = left ?? right;
    // x IS date(x): a format also lets NULL pass.
    return !negated &&
      own !== null &&
      column !== undefined &&
      own.every((part) => part.kind === "format" || part.kind === "case")
      ? own
      : null;
  }
  const [noLeft, noRight]: [CheckConstraint, CheckConstraint] = [
    { kind: "null", column: left },
    { kind: "null", column: right },
  ];
  const both: CheckConstraint[] = [
    { kind: "not-null", column: left },
    { kind: "not-null", column: right },
  ];
  if (!negated)
    return anyOf([
      [noLeft, noRight],
      [...both, { kind: "order", left, operator: "=", right }],
    ]);
  return [{ kind: "order", left, operator: "<>", right }, ...anyOf([[both[0] ?? never], [both[1] ?? never]])];
}

/** date(x) IS NOT NULL: the text is a date. */
function parsable(left: Expression, scope: CheckScope): Reading {
  if (left.kind !== "call" || left.arguments.length !== 1) return null;
  const [first] = left.arguments;
  const column = first && columnOf(first, scope);
  const dated = ["date", "datetime", "julianday"].includes(left.name);
  return column === undefined || !dated
    ? null
    : [
        { kind: "not-null", column },
        { kind: "format", column, format: "date-like" },
      ];
}

function pattern(node: Extract<Expression, { kind: "match" }>, negated: boolean, scope: CheckScope): Reading {
  const [column, text] = [columnOf(node.operand, scope), constantOf(node.pattern, scope)];
  if (text === null) return [];
  if (column === undefined || typeof text !== "string") return null;
  const escape = node.escape ?? (node.syntax === "like" && scope.engine !== "sqlite" ? "\\" : undefined);
  const { syntax, ignoreCase } = node;
  return [
    {
      kind: "pattern",
      column,
      syntax,
      pattern: text,
      ignoreCase,
      negated,
      ...(escape === undefined ? {} : { escape }),
    },
  ];
}

function negatedCall(node: Extract<Expression, { kind: "call" }>, scope: CheckScope): Reading {
  const [only, ...more] = predicateCall(node, scope) ?? [];
  return only?.kind === "pattern" && more.length === 0 ? [{ ...only, negated: true }] : null;
}

/**
 * (a IS NULL) = (b IS NULL): both or neither. So too (kind = 'password') = (key IS NULL): where a truth is unknown the whole
 * passes, and one of the two alternatives does.
 */
function compareTruths(node: Extract<Expression, { kind: "compare" }>, negated: boolean, scope: CheckScope): Reading {
  const { left, right } = node;
  if (!isTruth(left) || !isTruth(right) || (node.operator !== "=" && node.operator !== "<>")) return null;
  const not = (operand: Expression): Expression => ({ kind: "not", operand });
  const same = (node.operator === "=") !== negated;
  const both: Expression = { kind: "and", operands: [left, same ? right : not(right)] };
  const neither: Expression = { kind: "and", operands: [not(left), same ? not(right) : right] };
  return constraintsOf({ kind: "or", operands: [both, neither] }, false, scope);
}

const truths = new Set<Expression["kind"]>(["and", "between", "compare", "in", "is", "match", "not", "or"]);

/** Whether it has no other values than true, false and unknown. */
const isTruth = (node: Expression): boolean => truths.has(node.kind);

type Case = Extract<Expression, { kind: "case" }>;

function caseOf(node: Extract<Expression, { kind: "call" }>): Case {
  const [when, result, otherwise] = node.arguments;
  const nothing: Expression = { kind: "literal", value: null };
  return {
    kind: "case",
    branches: when === undefined ? [] : [{ when, result: result ?? nothing }],
    ...(otherwise && { otherwise }),
  };
}

/** CASE as a condition: the first branch whose condition is true and all before it are not, together with its result. */
function branches(node: Case, negated: boolean, scope: CheckScope): Reading {
  const alternatives: (readonly CheckConstraint[])[] = [];
  const before: CheckConstraint[] = [];
  const { subject } = node;
  for (const branch of node.branches) {
    const when = subject === undefined ? branch.when : compare(subject, "=", branch.when);
    const [holds, fails, result] = [
      constraintsOf(when, false, scope),
      constraintsOf(when, true, scope),
      constraintsOf(branch.result, negated, scope),
    ];
    if (holds === null || fails === null || result === null || !isPlain(when, scope)) return null;
    // True, not only "not false": the columns that it compares must have a value.
    const known = comparedColumns(when).map((column) => ({ kind: "not-null", column }) as const);
    alternatives.push([...before, ...known, ...holds, ...result]);
    before.push(...fails);
  }
  const rest = node.otherwise === undefined ? [] : constraintsOf(node.otherwise, negated, scope);
  return rest === null ? null : anyOf([...alternatives, [...before, ...rest]]);
}

/** Conditions that are unknown only where a column that they compare is NULL. */
function isPlain(node: Expression, scope: CheckScope): boolean {
  const constant = constantOf(node, scope);
  if (constant !== undefined) return constant !== null;
  if (node.kind === "cast") return columnOf(node, scope) !== undefined;
  if (node.kind === "call" || node.kind === "case") return false;
  if (node.kind === "arithmetic" && (node.operator === "/" || node.operator === "%")) return false;
  return node.kind === "is" ? true : childrenOf(node).every((part) => isPlain(part, scope));
}

function comparedColumns(node: Expression): readonly string[] {
  if (node.kind === "is") return [];
  if (node.kind === "column") return [node.name];
  return [...new Set(childrenOf(node).flatMap(comparedColumns))];
}
