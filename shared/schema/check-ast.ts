import { assertNever } from "../base/assert-never.ts";

/** A value written in an expression. Whole numbers beyond 2^53 are bigints; dates and times are text. */
export type Literal = null | number | bigint | string | boolean | Uint8Array;

export type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";
export type Arithmetic = "+" | "-" | "*" | "/" | "%" | "||" | "&" | "|" | "<<" | ">>";

/** How a pattern is written: SQL LIKE, SQLite GLOB, or a regular expression. */
export type PatternSyntax = "like" | "glob" | "regexp";

/** An expression of a CHECK constraint, whatever engine it came from. */
export type Expression =
  | { readonly kind: "literal"; readonly value: Literal }
  | { readonly kind: "column"; readonly name: string }
  | { readonly kind: "not"; readonly operand: Expression }
  | { readonly kind: "and" | "or"; readonly operands: readonly Expression[] }
  | { readonly kind: "negate" | "complement"; readonly operand: Expression }
  | {
      readonly kind: "arithmetic";
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "compare"; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  /** IS and IS NOT (DISTINCT FROM): as = and <>, but NULL is a value; never unknown. */
  | { readonly kind: "is"; readonly negated: boolean; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: "in";
      readonly negated: boolean;
      readonly operand: Expression;
      readonly values: readonly Expression[];
    }
  | {
      readonly kind: "between";
      readonly negated: boolean;
      readonly operand: Expression;
      readonly low: Expression;
      readonly high: Expression;
    }
  | {
      readonly kind: "match";
      readonly negated: boolean;
      readonly syntax: PatternSyntax;
      readonly ignoreCase: boolean;
      readonly operand: Expression;
      readonly pattern: Expression;
      readonly escape?: string;
    }
  /** `name` is in lower case. */
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Expression[] }
  | {
      readonly kind: "case";
      readonly subject?: Expression;
      readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
      readonly otherwise?: Expression;
    }
  /** `type` is in lower case, without its arguments. */
  | { readonly kind: "cast"; readonly operand: Expression; readonly type: string }
  | { readonly kind: "collate"; readonly operand: Expression; readonly collation: string };

/** The names of the columns in an expression, in the order they appear, each once. */
export function columnsIn(expression: Expression): readonly string[] {
  const names = new Set<string>();
  const open: Expression[] = [expression];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === "column") names.add(node.name);
    open.push(...childrenOf(node).toReversed());
  }
  return [...names];
}

/** The direct parts of an expression, in the order they are written. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "literal":
    case "column":
      return [];
    case "and":
    case "or":
      return node.operands;
    case "arithmetic":
    case "compare":
    case "is":
      return [node.left, node.right];
    case "in":
      return [node.operand, ...node.values];
    case "between":
      return [node.operand, node.low, node.high];
    case "match":
      return [node.operand, node.pattern];
    case "call":
      return node.arguments;
    case "case":
      return [
        ...(node.subject === undefined ? [] : [node.subject]),
        ...node.branches.flatMap((branch) => [branch.when, branch.result]),
        ...(node.otherwise === undefined ? [] : [node.otherwise]),
      ];
    case "not":
    case "negate":
    case "complement":
    case "cast":
    case "collate":
      return [node.operand];
    default:
      return assertNever(node);
  }
}
