import type { ColumnModel, EngineId } from "./schema-model.ts";
import type { ValueType } from "./value-type.ts";

/** The words that PostgreSQL itself knows for types; others are a user's or an extension's. */
const postgresqlOwn =
  /^("char"|(smallint|integer|bigint|numeric|decimal|real|double precision|boolean|character varying|character|varchar|char|bpchar|text|name|bytea|date|time|timestamp|timestamptz|timetz|interval|uuid|json|jsonb|xml|inet|cidr|macaddr|macaddr8|bit|bit varying|point|line|lseg|box|path|polygon|circle|tsvector|tsquery|money|oid|pg_lsn|int2|int4|int8|float4|float8|(int4|int8|num|ts|tstz|date)(multi)?range)\b)[\w (),]*(\[\])*$/;
/** Words and lengths: what SQLite takes for a type without ending the column's definition. */
const sqlitePlain = /^[\p{L}\p{N}_ ]*(\([\d ,+-]*\))?[\p{L}\p{N}_ ]*$/u;

/**
 * The type of a column in a CREATE TABLE of `dialect`: as the engine has it where the model is of that engine and the engine
 * knows the word by itself, else the nearest type for its values.
 */
export function typeName(column: ColumnModel, engine: EngineId, dialect: EngineId): string {
  const declared = column.baseType ?? column.type;
  if (engine === dialect) {
    if (dialect === "sqlite" && sqlitePlain.test(declared)) return declared;
    if (dialect === "postgresql" && postgresqlOwn.test(declared)) return declared;
    if (dialect === "mysql") return declared;
  }
  return names[dialect](column.valueType);
}

const names: Readonly<Record<EngineId, (type: ValueType) => string>> = {
  sqlite: sqliteName,
  postgresql: postgresqlName,
  mysql: mysqlName,
};

const length = (name: string, count: number | undefined, without: string): string =>
  count === undefined ? without : `${name}(${count})`;

function decimal({ precision, scale }: Extract<ValueType, { kind: "decimal" }>, without: string): string {
  return precision === undefined ? without : `DECIMAL(${precision}, ${scale ?? 0})`;
}

function sqliteName(type: ValueType): string {
  switch (type.kind) {
    case "integer":
      return "INTEGER";
    case "decimal":
      return decimal(type, "DECIMAL");
    case "real":
      return "REAL";
    case "boolean":
      return "BOOLEAN";
    case "text":
      return length("VARCHAR", type.maxLength, "TEXT");
    case "bytes":
      return "BLOB";
    case "date":
      return "DATE";
    case "time":
      return "TIME";
    case "timestamp":
      return type.zone === true ? "TIMESTAMPTZ" : "TIMESTAMP";
    case "uuid":
      return "UUID";
    case "json":
      return "JSON";
    case "unknown":
      return "";
    default:
      return "TEXT";
  }
}

const integers = { 8: "SMALLINT", 16: "SMALLINT", 24: "INTEGER", 32: "INTEGER", 64: "BIGINT" } as const;
const larger = { 8: "SMALLINT", 16: "INTEGER", 24: "INTEGER", 32: "BIGINT", 64: "NUMERIC(20)" } as const;

function postgresqlName(type: ValueType): string {
  switch (type.kind) {
    case "integer":
      return (type.unsigned === true ? larger : integers)[type.bits];
    case "decimal":
      return decimal(type, "NUMERIC");
    case "real":
      return type.bits === 32 ? "REAL" : "DOUBLE PRECISION";
    case "boolean":
      return "BOOLEAN";
    case "text":
      return length("VARCHAR", type.maxLength, "TEXT");
    case "bytes":
      return "BYTEA";
    case "date":
      return "DATE";
    case "time":
      return "TIME";
    case "timestamp":
      return type.zone === true ? "TIMESTAMPTZ" : "TIMESTAMP";
    case "uuid":
      return "UUID";
    case "json":
      return "JSONB";
    case "interval":
      return "INTERVAL";
    default:
      return "TEXT";
  }
}

/** What a key may be on; MySQL cannot index TEXT without a length. */
const keyable = 255;

function mysqlName(type: ValueType): string {
  const unsigned = "unsigned" in type && type.unsigned ? " UNSIGNED" : "";
  switch (type.kind) {
    case "integer": {
      const word = { 8: "TINYINT", 16: "SMALLINT", 24: "MEDIUMINT", 32: "INT", 64: "BIGINT" }[type.bits];
      return `${word}${unsigned}`;
    }
    case "decimal":
      return decimal(type, "DECIMAL(38, 10)");
    case "real":
      return type.bits === 32 ? "FLOAT" : "DOUBLE";
    case "boolean":
      return "BOOLEAN";
    case "text":
      return (type.maxLength ?? keyable) > 16_000 ? "LONGTEXT" : `VARCHAR(${type.maxLength ?? keyable})`;
    case "bytes":
      return type.maxLength === undefined ? "LONGBLOB" : `VARBINARY(${Math.min(type.maxLength, 60_000)})`;
    case "date":
      return "DATE";
    case "time":
      return `TIME(${Math.min(type.precision ?? 0, 6)})`;
    case "timestamp":
      return `DATETIME(${Math.min(type.precision ?? 3, 6)})`;
    case "uuid":
      return "CHAR(36)";
    case "json":
      return "JSON";
    default:
      return `VARCHAR(${keyable})`;
  }
}
