import { childrenOf, columnsIn, type Expression } from "./check-ast.ts";
import { isNever, type CheckConstraint } from "./check-constraint.ts";

type Alternative = readonly CheckConstraint[];

/** "At least one of these", said as simply as it can be: [] where every row passes. */
export function anyOf(given: readonly Alternative[]): readonly CheckConstraint[] {
  let alternatives = given.filter((alternative) => !alternative.some(isNever)).flatMap(unfold);
  if (alternatives.some((alternative) => alternative.length === 0)) return [];
  alternatives = mergeChoices(alternatives);
  // "b IS NULL OR b >= a" is "b >= a", which holds of NULL anyway.
  alternatives = alternatives.filter((alternative, at) => {
    const column = alternative[0]?.kind === "null" && alternative.length === 1 ? alternative[0].column : null;
    return (
      column === null ||
      !alternatives.some(
        (other, k) => k !== at && !isOnlyNull(other) && other.every((part) => passesNull(part, column)),
      )
    );
  });
  const [only] = alternatives;
  return only !== undefined && alternatives.length === 1 ? only : [{ kind: "any", alternatives }];
}

const isOnlyNull = (alternative: Alternative): boolean => alternative.every((part) => part.kind === "null");

/** An alternative that is nothing but alternatives is those. */
function unfold(alternative: Alternative): readonly Alternative[] {
  const [only] = alternative;
  return alternative.length === 1 && only?.kind === "any" ? only.alternatives : [alternative];
}

/** x = 1 OR x IN (2, 3) is x IN (1, 2, 3). */
function mergeChoices(alternatives: readonly Alternative[]): Alternative[] {
  const merged: Alternative[] = [];
  for (const alternative of alternatives) {
    const [only] = alternative;
    const at =
      only?.kind === "choices" && alternative.length === 1
        ? merged.findIndex(
            (other) => other.length === 1 && other[0]?.kind === "choices" && other[0].column === only.column,
          )
        : -1;
    const known = merged[at]?.[0];
    if (only?.kind !== "choices" || known?.kind !== "choices") merged.push(alternative);
    else merged[at] = [{ ...known, values: [...new Set([...known.values, ...only.values])] }];
  }
  return merged;
}

/** Whether the constraint holds, whatever the other columns, where `column` is NULL. */
function passesNull(constraint: CheckConstraint, column: string): boolean {
  switch (constraint.kind) {
    case "any":
      return constraint.alternatives.some((alternative) => alternative.every((part) => passesNull(part, column)));
    case "order":
      return constraint.left === column || constraint.right === column;
    case "formula": {
      if (constraint.column === column) return true;
      return isStrict(constraint.expression) && columnsIn(constraint.expression).includes(column);
    }
    case "not-null":
      return false;
    case "case":
    case "choices":
    case "excluded":
    case "format":
    case "length":
    case "multiple":
    case "null":
    case "pattern":
    case "range":
    case "scale":
    case "storage":
    case "trimmed":
    default:
      return constraint.column === column;
  }
}

const strictKinds = new Set<Expression["kind"]>(["literal", "column", "negate", "arithmetic"]);

/** Arithmetic over columns and literals: NULL anywhere makes it NULL. */
const isStrict = (expression: Expression): boolean =>
  strictKinds.has(expression.kind) && childrenOf(expression).every(isStrict);
