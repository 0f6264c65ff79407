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
