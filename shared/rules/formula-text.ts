import { nameText } from "../expressions/completions.ts";
import type { Expression } from "../schema/check-ast.ts";
import type { EngineId } from "../schema/schema-model.ts";

const operators = new Set(["+", "-", "*", "/"]);
const calls = new Set(["round", "abs", "floor", "coalesce"]);

/**
 * Arithmetic of a CHECK as an expression of the project file; undefined where the two languages could differ. MySQL divides
 * whole numbers exactly, which expressions do not.
 */
export function formulaText(node: Expression, engine: EngineId): string | undefined {
  switch (node.kind) {
    case "column":
      return nameText(node.name);
    case "literal":
      return typeof node.value === "number" || typeof node.value === "bigint" ? String(node.value) : undefined;
    case "negate":
      return enclosing("-", [formulaText(node.operand, engine)], "");
    case "arithmetic": {
      if (!operators.has(node.operator) || (node.operator === "/" && engine === "mysql")) return undefined;
      return enclosing("", [operand(node.left, engine), operand(node.right, engine)], ` ${node.operator} `);
    }
    case "cast":
      return /numeric|decimal|double|real|float/.test(node.type) ? formulaText(node.operand, engine) : undefined;
    case "call":
      return calls.has(node.name)
        ? enclosing(
            `${node.name}(`,
            node.arguments.map((part) => formulaText(part, engine)),
            ", ",
            ")",
          )
        : undefined;
    default:
      return undefined;
  }
}

/** A part of a sum or product, in brackets where it is one itself. */
function operand(node: Expression, engine: EngineId): string | undefined {
  const text = formulaText(node, engine);
  return text !== undefined && node.kind === "arithmetic" ? `(${text})` : text;
}

function enclosing(
  before: string,
  parts: readonly (string | undefined)[],
  between: string,
  after = "",
): string | undefined {
  return parts.every((part) => part !== undefined) ? before + parts.join(between) + after : undefined;
}
