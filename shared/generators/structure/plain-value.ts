import type { Notation, ValueKind, ValueType } from "../../schema/value-type.ts";
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
  interval: "PT0S",
  array: "{}",
  range: "empty",
  notation: "",
  unknown: "",
};

const plainNotation: Readonly<Partial<Record<Notation, Scalar>>> = {
  "ip-address": "10.0.0.1",
  "ip-network": "10.0.0.0/24",
  "mac-address": "02:00:00:00:00:01",
  "mac-address-8": "02:00:00:00:00:00:00:01",
  point: "(0,0)",
  line: "{1,1,0}",
  segment: "[(0,0),(1,1)]",
  box: "(1,1),(0,0)",
  path: "[(0,0),(1,1)]",
  polygon: "((0,0),(1,0),(0,1))",
  circle: "<(0,0),1>",
  geometry: "POINT(0 0)",
  vector: "[0]",
  "log-position": "0/0",
};

/** The plainest value of a type, so that a rule just chosen has something to show. */
export function plainValue(type: ValueType): Scalar {
  if (type.kind === "enum") return type.values[0] ?? "";
  if (type.kind === "notation") return plainNotation[type.notation] ?? "";
  return type.kind === "range" && type.several === true ? "{}" : plain[type.kind];
}

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
