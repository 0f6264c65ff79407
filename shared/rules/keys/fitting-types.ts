import type { ColumnModel } from "../../schema/schema-model.ts";
import type { ValueType } from "../../schema/value-type.ts";

/** Whether a column can hold another's values as a reference to them: whole numbers of any width are one kind, texts another. */
export function fits(child: ColumnModel, parent: ColumnModel): boolean {
  const [a, b] = [kindOf(child.valueType), kindOf(parent.valueType)];
  return a !== undefined && a === b;
}

/** The kinds of value that keys are made of; undefined for those that they are not. */
function kindOf(type: ValueType): string | undefined {
  switch (type.kind) {
    case "integer":
      return "number";
    case "decimal":
      // Oracle's heirs number their rows by NUMERIC.
      return (type.scale ?? 0) === 0 ? "number" : undefined;
    case "text":
      return "text";
    case "uuid":
      return "uuid";
    case "bytes":
      return type.maxLength === 16 ? "bytes" : undefined;
    case "unknown":
      return "unknown";
    default:
      return undefined;
  }
}

/** Whether every value of `from` has its place in `column`, NULL too. */
export function holds(column: ColumnModel, from: ColumnModel): boolean {
  const [to, type]: readonly [ValueType, ValueType] = [column.valueType, from.valueType];
  if (from.nullable && !column.nullable) return false;
  if (to.kind !== type.kind) return false;
  if (to.kind === "text" && type.kind === "text") return (to.maxLength ?? Infinity) >= (type.maxLength ?? Infinity);
  if (to.kind === "decimal" && type.kind === "decimal")
    return (
      (to.scale ?? 99) >= (type.scale ?? 99) &&
      (to.precision ?? 99) - (to.scale ?? 0) >= (type.precision ?? 99) - (type.scale ?? 0)
    );
  if (to.kind === "integer" && type.kind === "integer") return to.bits >= type.bits;
  return true;
}
