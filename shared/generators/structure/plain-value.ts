import type { ValueKind, ValueType } from "../../schema/value-type.ts";
import type { Scalar } from "./value-table.ts";

const plain: Readonly<Record<ValueKind, Scalar>> = {
  integer: 0,
  decimal: 0,
  real: 0,
  boolean: false,
  text: "",
  bytes: "",
  date: "2000-01-01",
  time: "00:00:00",
  timestamp: "2000-01-01",
  uuid: "00000000-0000-0000-0000-000000000000",
  json: "{}",
  enum: "",
  unknown: "",
};

/** The plainest value of a type, so that a rule just chosen has something to show. */
export const plainValue = (type: ValueType): Scalar =>
  type.kind === "enum" ? (type.values[0] ?? "") : plain[type.kind];

const examples: Readonly<Partial<Record<ValueKind, readonly Scalar[]>>> = {
  integer: [1, 2, 3],
  decimal: [1, 2, 3],
  real: [1, 2, 3],
  boolean: [true, false],
  text: ["A", "B", "C"],
  unknown: ["A", "B", "C"],
};

/** Some values of a type, for a list that is still empty. */
export function exampleValues(type: ValueType): readonly Scalar[] {
  if (type.kind === "enum" && type.values.length > 0) return type.values;
  return examples[type.kind] ?? [plainValue(type)];
}
