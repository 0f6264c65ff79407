import type { Comparison, Expression } from "./check-ast.ts";
import { constantOf, type CheckScope } from "./check-scope.ts";

type Is = Extract<Expression, { kind: "is" }>;

/** All sets of truths are gone through: 2^n. */
const mostTruths = 6;

const holds: Readonly<Record<Comparison, (count: number, limit: number) => boolean>> = {
  "=": (count, limit) => count === limit,
  "<>": (count, limit) => count !== limit,
  "<": (count, limit) => count < limit,
  "<=": (count, limit) => count <= limit,
  ">": (count, limit) => count > limit,
  ">=": (count, limit) => count >= limit,
};
const flipped: Readonly<Record<Comparison, Comparison>> = {
  "=": "=",
  "<>": "<>",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/**
 * So many columns have a value, said as alternatives: `(a IS NOT NULL) + (b IS NOT NULL) = 1`, also with casts to a number
 * or CASE … THEN 1 ELSE 0 END, and PostgreSQL's `num_nonnulls(a, b) = 1`. Undefined where it is no such comparison. Those
 * with the most values come first.
 */
export function countedTruths(
  { left, operator, right }: Extract<Expression, { kind: "compare" }>,
  scope: CheckScope,
): Expression | undefined {
  const limit = constantOf(right, scope);
  if (limit === undefined) {
    return constantOf(left, scope) === undefined
      ? undefined
      : countedTruths({ kind: "compare", left: right, operator: flipped[operator], right: left }, scope);
  }
  const truths = termsOf(left);
  if (typeof limit !== "number" || truths === undefined || truths.length < 2 || truths.length > mostTruths)
    return undefined;
  const ways = Array.from({ length: 2 ** truths.length }, (_, way) =>
    truths.map((_truth, at) => ((way >> at) & 1) === 1),
  )
    .map((way) => ({ way, count: way.filter(Boolean).length }))
    .filter(({ count }) => holds[operator](count, limit))
    .toSorted((a, b) => b.count - a.count);
  const operands = ways.map(({ way }): Expression => ({
    kind: "and",
    operands: truths.map((truth, at) => (way[at] === true ? truth : { ...truth, negated: !truth.negated })),
  }));
  return { kind: "or", operands };
}

/** The truths that are summed up, none of which is ever unknown. */
function termsOf(node: Expression): readonly Is[] | undefined {
  if (node.kind === "is") return [node];
  if (node.kind === "arithmetic" && node.operator === "+") {
    const [left, right] = [termsOf(node.left), termsOf(node.right)];
    return left && right && [...left, ...right];
  }
  if (node.kind === "cast" && /^(int|integer|smallint|bigint|int[248]|signed|unsigned)$/.test(node.type))
    return termsOf(node.operand);
  if (node.kind === "call" && (node.name === "num_nonnulls" || node.name === "num_nulls")) {
    const negated = node.name === "num_nonnulls";
    return node.arguments.map((left) => ({ kind: "is", negated, left, right: { kind: "literal", value: null } }));
  }
  if (node.kind !== "case" || node.subject !== undefined || node.branches.length !== 1) return undefined;
  const [branch] = node.branches;
  const isNumber = (part: Expression | undefined, value: number): boolean =>
    part?.kind === "literal" && part.value === value;
  if (branch === undefined || !isNumber(branch.result, 1) || !isNumber(node.otherwise, 0)) return undefined;
  return branch.when.kind === "is" ? [branch.when] : undefined;
}
