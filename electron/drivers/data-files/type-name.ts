import type { ValueType } from "../../../shared/schema/value-type.ts";

/** What PostgreSQL calls a type of values. */
export function typeName(type: ValueType): string {
  switch (type.kind) {
    case "integer":
      return type.bits === 64 ? "bigint" : type.bits === 32 ? "integer" : "smallint";
    case "decimal":
      return type.precision === undefined ? "numeric" : `numeric(${type.precision},${type.scale ?? 0})`;
    case "real":
      return type.bits === 32 ? "real" : "double precision";
    case "text":
      if (type.maxLength === undefined) return "text";
      return `${type.fixed === true ? "character" : "character varying"}(${type.maxLength})`;
    case "bytes":
      return "bytea";
    case "json":
      return "jsonb";
    case "timestamp":
      return `timestamp${type.precision === undefined ? "" : `(${type.precision})`} ${type.zone === true ? "with" : "without"} time zone`;
    case "time":
      return `time${type.precision === undefined ? "" : `(${type.precision})`} without time zone`;
    default:
      return type.kind;
  }
}
