import type { Arithmetic, Comparison, Expression, PatternSyntax } from "./check-ast.ts";
import { parseOperand } from "./check-operand.ts";
import type { EngineId } from "./schema-model.ts";
import { NotUnderstood, TokenCursor } from "./token-cursor.ts";

export interface ParseCheckOptions {
  /** Whose SQL it is; SQLite where not said. */
  readonly engine?: EngineId;
  /**
   * The table's columns. With them, names come back as the table writes them, and SQLite's double-quoted text that names no
   * column is text.
   */
  readonly columns?: readonly string[];
}

/**
 * Reads a CHECK expression; null where it is not understood (a subquery, a window function, unknown syntax). SQLite's
 * grammar and precedence ("SQL Language Expressions", sqlite.org/lang_expr.html), with what PostgreSQL's pg_get_constraintdef
 * and MySQL's information_schema print besides: casts, = ANY (ARRAY[…]), ~, backticks, charset introducers.
 */
export function parseCheck(text: string, options: ParseCheckOptions = {}): Expression | null {
  try {
    const cursor = new TokenCursor(text, options.engine ?? "sqlite", options.columns);
    const expression = parseExpression(cursor);
    return cursor.done ? expression : null;
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

/** Reads one expression of the lowest precedence. */
function parseExpression(cursor: TokenCursor): Expression {
  return cursor.nested(() => parseList(cursor, "or", () => parseList(cursor, "and", () => parseNot(cursor))));
}

function parseList(cursor: TokenCursor, kind: "and" | "or", parsePart: () => Expression): Expression {
  const operands = [parsePart()];
  for (;;) {
    const symbol = kind === "and" ? "&&" : "||";
    const symbolic = cursor.engine === "mysql" && cursor.takeOperator(symbol) !== undefined;
    if (!symbolic && !cursor.take(kind === "and" ? "AND" : "OR")) break;
    operands.push(parsePart());
  }
  const [only] = operands;
  if (only !== undefined && operands.length === 1) return only;
  return { kind, operands: operands.flatMap((operand) => (operand.kind === kind ? operand.operands : operand)) };
}

function parseNot(cursor: TokenCursor): Expression {
  if (cursor.sees("NOT") || (cursor.engine === "mysql" && cursor.seesOperator("!"))) {
    cursor.next();
    return { kind: "not", operand: cursor.nested(() => parseNot(cursor)) };
  }
  return parseEquality(cursor);
}

const equalities: Readonly<Record<string, Comparison>> = { "=": "=", "==": "=", "<>": "<>", "!=": "<>" };

/** =, IS, IN, LIKE, BETWEEN and their kin, which share one precedence. */
function parseEquality(cursor: TokenCursor): Expression {
  let left = parseInequality(cursor);
  for (;;) {
    const operator = cursor.takeOperator("=", "==", "<>", "!=", "<=>");
    if (operator === "<=>") left = { kind: "is", negated: false, left, right: parseInequality(cursor) };
    else if (operator !== undefined) left = parseComparison(cursor, equalities[operator] ?? "=", left);
    else {
      const predicate = parsePredicate(cursor, left);
      if (predicate === null) return left;
      left = predicate;
    }
  }
}

/** The right side of a comparison; `= ANY (ARRAY[…])` becomes IN, `<> ALL (ARRAY[…])` NOT IN. */
function parseComparison(cursor: TokenCursor, operator: Comparison, left: Expression): Expression {
  const every = cursor.sees("ALL");
  if ((every || cursor.sees("ANY") || cursor.sees("SOME")) && cursor.seesOperator("(", 1)) {
    cursor.next();
    const values = arrayOf(parseInequality(cursor));
    if (values === null || operator !== (every ? "<>" : "=")) throw new NotUnderstood("a comparison with a list");
    return { kind: "in", negated: every, operand: left, values };
  }
  return { kind: "compare", operator, left, right: parseInequality(cursor) };
}

/** The elements of ARRAY[…] or of an array written as text, '{a,b}'. */
function arrayOf(expression: Expression): readonly Expression[] | null {
  if (expression.kind === "cast") return arrayOf(expression.operand);
  if (expression.kind === "call" && expression.name === "array") return expression.arguments;
  if (expression.kind !== "literal" || typeof expression.value !== "string") return null;
  const inner = /^\{([^"\\{}]*)\}$/.exec(expression.value)?.[1];
  return inner === undefined ? null : inner.split(",").map((value) => ({ kind: "literal", value }));
}

/** A predicate behind `operand`, or null where there is none. */
function parsePredicate(cursor: TokenCursor, operand: Expression): Expression | null {
  const nothing: Expression = { kind: "literal", value: null };
  if (cursor.take("ISNULL")) return { kind: "is", negated: false, left: operand, right: nothing };
  if (cursor.take("NOTNULL") || cursor.take("NOT", "NULL"))
    return { kind: "is", negated: true, left: operand, right: nothing };
  if (cursor.take("IS")) return parseIs(cursor, operand);
  const negated = cursor.sees("NOT") && cursor.take("NOT");
  if (cursor.take("BETWEEN")) {
    const symmetric = cursor.take("SYMMETRIC");
    const low = parseInequality(cursor);
    cursor.expect("AND");
    const high = parseInequality(cursor);
    if (symmetric) throw new NotUnderstood("a symmetric range");
    return { kind: "between", negated, operand, low, high };
  }
  if (cursor.take("IN")) {
    cursor.expectOperator("(");
    return { kind: "in", negated, operand, values: parseArguments(cursor) };
  }
  const match = parseMatch(cursor);
  if (match === null) {
    if (negated) throw new NotUnderstood("NOT behind a value");
    return null;
  }
  const any = match.syntax === "like" && cursor.sees("ANY") ? arrayAfterAny(cursor) : null;
  const rest = {
    kind: "match",
    negated: negated !== match.negated,
    syntax: match.syntax,
    ignoreCase: match.ignoreCase,
    operand,
  } as const;
  if (any !== null) {
    if (rest.negated) throw new NotUnderstood("NOT LIKE ANY");
    const like = (pattern: Expression): Expression => ({ ...rest, pattern });
    return { kind: "or", operands: any.map(like) };
  }
  const pattern = parseInequality(cursor);
  const escape = cursor.take("ESCAPE") ? cursor.next().value : undefined;
  return { ...rest, pattern, ...(escape === undefined ? {} : { escape }) };
}

function arrayAfterAny(cursor: TokenCursor): readonly Expression[] {
  cursor.expect("ANY");
  const values = arrayOf(parseInequality(cursor));
  if (values === null) throw new NotUnderstood("LIKE ANY of something else");
  return values;
}

function parseIs(cursor: TokenCursor, left: Expression): Expression {
  const not = cursor.take("NOT");
  if (cursor.take("DISTINCT", "FROM")) return { kind: "is", negated: !not, left, right: parseInequality(cursor) };
  for (const [keyword, value] of [
    ["TRUE", true],
    ["FALSE", false],
    ["UNKNOWN", null],
  ] as const) {
    if (!cursor.take(keyword)) continue;
    // SQLite and MySQL have no booleans: IS TRUE asks whether a number is other than zero.
    if (value === null || left.kind !== "column")
      return { kind: "is", negated: not, left: truthOf(left), right: { kind: "literal", value } };
    return { kind: "is", negated: not, left, right: { kind: "literal", value } };
  }
  return { kind: "is", negated: not, left, right: parseInequality(cursor) };
}

/** `expression` as a truth value, whatever number it is. */
const truthOf = (expression: Expression): Expression => ({
  kind: "not",
  operand: { kind: "not", operand: expression },
});

interface Match {
  readonly syntax: PatternSyntax;
  readonly ignoreCase: boolean;
  readonly negated: boolean;
}

const matchOperators: Readonly<Record<string, Match>> = {
  "~~": { syntax: "like", ignoreCase: false, negated: false },
  "~~*": { syntax: "like", ignoreCase: true, negated: false },
  "!~~": { syntax: "like", ignoreCase: false, negated: true },
  "!~~*": { syntax: "like", ignoreCase: true, negated: true },
  "~": { syntax: "regexp", ignoreCase: false, negated: false },
  "~*": { syntax: "regexp", ignoreCase: true, negated: false },
  "!~": { syntax: "regexp", ignoreCase: false, negated: true },
  "!~*": { syntax: "regexp", ignoreCase: true, negated: true },
};

/** Steps over the operator of a pattern match. LIKE ignores case everywhere but in PostgreSQL. */
function parseMatch(cursor: TokenCursor): Match | null {
  const loose = cursor.engine !== "postgresql";
  if (cursor.take("LIKE")) return { syntax: "like", ignoreCase: loose, negated: false };
  if (cursor.take("ILIKE")) return { syntax: "like", ignoreCase: true, negated: false };
  if (cursor.take("GLOB")) return { syntax: "glob", ignoreCase: false, negated: false };
  if (cursor.take("REGEXP") || cursor.take("RLIKE"))
    return { syntax: "regexp", ignoreCase: cursor.engine === "mysql", negated: false };
  if (cursor.engine !== "postgresql") return null;
  const operator = cursor.takeOperator(...Object.keys(matchOperators));
  return operator === undefined ? null : (matchOperators[operator] ?? null);
}

const inequalities: readonly Comparison[] = ["<=", ">=", "<", ">"];
const levels: readonly (readonly Arithmetic[])[] = [["<<", ">>", "&", "|"], ["+", "-"], ["*", "/", "%"], ["||"]];

function parseInequality(cursor: TokenCursor): Expression {
  let left = parseArithmetic(cursor, 0);
  for (;;) {
    const operator = inequalities.find((candidate) => cursor.seesOperator(candidate));
    if (operator === undefined) return left;
    cursor.next();
    left = { kind: "compare", operator, left, right: parseArithmetic(cursor, 0) };
  }
}

function parseArithmetic(cursor: TokenCursor, level: number): Expression {
  const symbols = levels[level];
  if (symbols === undefined) return parseOperand(cursor, grammar);
  let left = parseArithmetic(cursor, level + 1);
  for (;;) {
    const operator = symbols.find(
      (candidate) => cursor.seesOperator(candidate) && !(candidate === "||" && cursor.engine === "mysql"),
    );
    if (operator === undefined) return left;
    cursor.next();
    left = { kind: "arithmetic", operator, left, right: parseArithmetic(cursor, level + 1) };
  }
}

const grammar = { expression: parseExpression, list: parseArguments, simple: parseInequality };

/** Expressions with commas between them, up to and over the closing bracket. */
function parseArguments(cursor: TokenCursor, close: ")" | "]" = ")"): readonly Expression[] {
  const values: Expression[] = [];
  if (cursor.takeOperator(close) !== undefined) return values;
  do values.push(parseExpression(cursor));
  while (cursor.takeOperator(",") !== undefined);
  cursor.expectOperator(close);
  return values;
}
