import type { Comparison, Expression } from "../schema/check-ast.ts";
import type { Bound } from "../schema/check-constraint.ts";
import { columnsIn } from "../schema/check-ast.ts";
import { findColumn } from "../schema/schema-model.ts";
import type { ColumnContext } from "./column-context.ts";
import { formulaText } from "./formula-text.ts";
import type { GenerateRule } from "./rule.ts";

/** What a check says of a column beside others of the row: at most 1000 - y. */
export interface RowBound {
  readonly operator: Exclude<Comparison, "=" | "<>">;
  readonly expression: Expression;
}

/** How far a value lies from its bound, at the most, where no check says it. */
const widest = 999;

/**
 * Whole numbers by chance within what a check leaves to them in each row: x of `x + y < 1000` is drawn up to 999 - y.
 * Undefined where the column or what bounds it is no whole number, or may be NULL where the column may not.
 */
export function boundedFormula({ column, table, facts, unique, model }: ColumnContext): GenerateRule | undefined {
  const { bound, minimum, maximum } = facts;
  if (bound === undefined || unique || column.valueType.kind !== "integer" || facts.choices !== undefined)
    return undefined;
  if (facts.multiple !== undefined || facts.excluded.length > 0 || facts.above.length > 0) return undefined;
  const others = columnsIn(bound.expression).map((name) => findColumn(table, name));
  if (!others.every((other) => other?.valueType.kind === "integer" && (column.nullable || !other.nullable)))
    return undefined;
  const text = formulaText(bound.expression, model.engine);
  if (text === undefined) return undefined;
  const [low, high] = [wholeBound(minimum, 1), wholeBound(maximum, -1)];
  const strict = { "<": " - 1", ">": " + 1", "<=": "", ">=": "" }[bound.operator];
  const limit = `${text}${strict}`;
  const below = bound.operator === "<" || bound.operator === "<=";
  return {
    kind: "generate",
    generator: "formula",
    params: { expression: below ? drawnBelow(limit, low, high) : drawnAbove(limit, low, high) },
  };
}

function drawnBelow(limit: string, low: bigint | undefined, high: bigint | undefined): string {
  const most = high === undefined ? limit : `min(${limit}, ${high})`;
  return low === undefined ? `randomInt(min(1, ${most}), ${most})` : `randomInt(${low}, max(${low}, ${most}))`;
}

function drawnAbove(limit: string, low: bigint | undefined, high: bigint | undefined): string {
  const least = low === undefined ? limit : `max(${limit}, ${low})`;
  return high === undefined ? `${least} + randomInt(0, ${widest})` : `randomInt(min(${least}, ${high}), ${high})`;
}

/** The outermost whole number within a bound. */
export function wholeBound(bound: Bound | undefined, sign: 1 | -1): bigint | undefined {
  const value = Number(bound?.value ?? NaN);
  if (bound === undefined || !Number.isSafeInteger(value)) return undefined;
  return BigInt(bound.inclusive ? value : value + sign);
}
