import type { ColumnModel } from "../schema/schema-model.ts";

/** PostgreSQL's types by the binary form in which they are received (the *_recv functions of its sources). */
export type BinaryType =
  | "int2"
  | "int4"
  | "int8"
  | "float4"
  | "float8"
  | "numeric"
  | "bool"
  | "text"
  | "bytea"
  | "date"
  | "time"
  | "timestamp"
  | "uuid"
  | "jsonb";

/** Types whose values are of a plain kind, but whose binary form is another: money is counted in cents, for one. */
const textOnly = /^(?:money|time(?:\(\d\))? with time zone|oid)$/;

/** The binary form of a column of PostgreSQL, or undefined where its type has none that is known here. */
export function binaryTypeOf({ type, baseType, valueType }: ColumnModel): BinaryType | undefined {
  const declared = baseType ?? type;
  if (textOnly.test(declared)) return undefined;
  switch (valueType.kind) {
    case "integer":
      return ({ 16: "int2", 32: "int4", 64: "int8", 8: undefined, 24: undefined } as const)[valueType.bits];
    case "decimal":
      return "numeric";
    case "real":
      return valueType.bits === 32 ? "float4" : "float8";
    case "boolean":
      return "bool";
    case "text":
    case "enum":
      return "text";
    case "bytes":
      return "bytea";
    case "date":
    case "time":
    case "timestamp":
    case "uuid":
      return valueType.kind;
    case "json":
      return declared === "jsonb" ? "jsonb" : "text";
    case "interval":
    case "array":
    case "range":
    case "notation":
    case "unknown":
      return undefined;
  }
}
