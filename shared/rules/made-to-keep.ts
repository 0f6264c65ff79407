import type { GeneratorCatalogue } from "../generators/generator.ts";
import { columnsIn } from "../schema/check-ast.ts";
import type { CheckConstraint } from "../schema/check-constraint.ts";
import type { DesignedColumn } from "./design.ts";
import { ruleInputs } from "./rule-inputs.ts";

/**
 * Whether the suggested rules of a table were made to keep a constraint, as opposed to breaking it so seldom that the rows tried do not
 * show it: two columns that must differ, a value among thousands that is excluded.
 */
export function isMadeToKeep(
  constraint: CheckConstraint,
  columns: readonly DesignedColumn[],
  catalogue: GeneratorCatalogue,
): boolean {
  const ruleOf = (name: string): DesignedColumn["rule"] | undefined =>
    columns.find(({ column }) => column.name === name)?.rule;
  const reads = (name: string, others?: readonly string[]): boolean => {
    const rule = ruleOf(name);
    const inputs = rule === undefined ? [] : ruleInputs(rule, catalogue);
    return inputs.some((input) => others?.includes(input) !== false);
  };
  switch (constraint.kind) {
    case "any":
      return constraint.alternatives.every((parts) => parts.every((part) => isMadeToKeep(part, columns, catalogue)));
    case "order": {
      const { left, operator, right } = constraint;
      return operator !== "<>" && (reads(left, [right]) || reads(right, [left]));
    }
    case "formula": {
      const others = columnsIn(constraint.expression);
      return (
        constraint.operator !== "<>" &&
        (reads(constraint.column, others) || others.some((name) => reads(name, [constraint.column])))
      );
    }
    case "excluded":
      // Ends that are counted from another column say nothing of the values.
      return !reads(constraint.column) && avoids(ruleOf(constraint.column), constraint.values);
    case "pattern":
      // A class of characters that are allowed: NOT GLOB '*[^0-9]*'.
      return !constraint.negated || (constraint.syntax === "glob" && /^\*\[\^[^\]]+\]\*$/.test(constraint.pattern));
    default:
      return true;
  }
}

/** Whether a rule that lists its values, or says where they begin and end, has none of those that are excluded. */
function avoids(rule: DesignedColumn["rule"] | undefined, excluded: readonly unknown[]): boolean {
  if (rule?.kind === "null") return true;
  if (rule?.kind !== "generate") return false;
  const { min, max, values } = rule.params;
  if (typeof min === "number" && typeof max === "number")
    return excluded.every((value) => Number(value) < min || Number(value) > max);
  const listed = listedValues(values);
  return listed !== undefined && !listed.some((value) => excluded.some((one) => String(one) === String(value)));
}

function listedValues(values: unknown): readonly unknown[] | undefined {
  if (Array.isArray(values))
    return values.map((entry: unknown) =>
      typeof entry === "object" && entry !== null && "value" in entry ? entry.value : entry,
    );
  return typeof values === "object" && values !== null ? Object.keys(values) : undefined;
}
