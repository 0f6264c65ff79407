import type { Notation, ValueType } from "../../../shared/schema/value-type.ts";

/** A type's declaration: its name in the catalogue, and the numbers in its brackets. */
type Declared = (modifiers: readonly number[]) => ValueType;

const one =
  (type: ValueType): Declared =>
  () =>
    type;
const notation = (name: Notation): Declared => one({ kind: "notation", notation: name });
const integer = (bits: 16 | 32 | 64): Declared => one({ kind: "integer", bits });
const times =
  (kind: "time" | "timestamp", zone: boolean): Declared =>
  ([precision]) => ({
    kind,
    ...(precision === undefined ? {} : { precision }),
    ...(zone && kind === "timestamp" ? { zone } : {}),
  });
const texts =
  (fixed: boolean): Declared =>
  ([maxLength]) => ({
    kind: "text",
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(fixed ? { fixed } : {}),
  });

/** The types of PostgreSQL itself, and of the extensions that many have, by their names in pg_type. */
const known: Readonly<Record<string, Declared>> = {
  int2: integer(16),
  int4: integer(32),
  int8: integer(64),
  oid: one({ kind: "integer", bits: 32, unsigned: true }),
  numeric: ([precision, scale = 0]) =>
    precision === undefined
      ? { kind: "decimal" }
      : // numeric(3,-2) has five digits, the last two of which are zeros.
        { kind: "decimal", precision: precision - Math.min(scale, 0), scale: Math.max(scale, 0) },
  money: one({ kind: "decimal", precision: 17, scale: 2 }),
  float4: one({ kind: "real", bits: 32 }),
  float8: one({ kind: "real", bits: 64 }),
  bool: one({ kind: "boolean" }),
  text: one({ kind: "text" }),
  citext: one({ kind: "text" }),
  varchar: texts(false),
  bpchar: texts(true),
  char: one({ kind: "text", maxLength: 1 }),
  name: one({ kind: "text", maxLength: 63 }),
  bytea: one({ kind: "bytes" }),
  date: one({ kind: "date" }),
  time: times("time", false),
  timetz: times("time", true),
  timestamp: times("timestamp", false),
  timestamptz: times("timestamp", true),
  interval: one({ kind: "interval" }),
  uuid: one({ kind: "uuid" }),
  json: one({ kind: "json" }),
  jsonb: one({ kind: "json" }),
  inet: notation("ip-address"),
  cidr: notation("ip-network"),
  macaddr: notation("mac-address"),
  macaddr8: notation("mac-address-8"),
  bit: ([length = 1]) => ({ kind: "notation", notation: "bits", length }),
  varbit: ([length]) => ({ kind: "notation", notation: "bits", ...(length === undefined ? {} : { length }) }),
  xml: notation("xml"),
  tsvector: notation("text-search"),
  tsquery: notation("text-query"),
  point: notation("point"),
  line: notation("line"),
  lseg: notation("segment"),
  box: notation("box"),
  path: notation("path"),
  polygon: notation("polygon"),
  circle: notation("circle"),
  pg_lsn: notation("log-position"),
  geometry: notation("geometry"),
  geography: notation("geometry"),
  hstore: notation("key-values"),
  ltree: notation("label-path"),
  vector: ([length]) => ({ kind: "notation", notation: "vector", ...(length === undefined ? {} : { length }) }),
  halfvec: ([length]) => ({ kind: "notation", notation: "vector", ...(length === undefined ? {} : { length }) }),
};

/**
 * What a column of a named type can hold: `name` as in pg_type (int4, varchar), `modifiers` the numbers in brackets.
 * "opaque" where nothing is known of the type.
 */
export function namedType(name: string, modifiers: readonly number[]): ValueType {
  const declared = Object.hasOwn(known, name) ? known[name] : undefined;
  return declared?.(modifiers) ?? { kind: "notation", notation: "opaque" };
}

/** The numbers in a type's brackets, from the code in which the catalogue keeps them (typmod); none where it is -1. */
export function modifiersOf(name: string, code: number): readonly number[] {
  if (code < 0) return [];
  switch (name) {
    case "numeric": {
      // Eleven bits with a sign since PostgreSQL 15 (numeric.c, numeric_typmod_scale).
      const scale = (((code - 4) & 0x7ff) ^ 1024) - 1024;
      return [((code - 4) >> 16) & 0xffff, scale];
    }
    case "varchar":
    case "bpchar":
      return [code - 4];
    default:
      return [code];
  }
}
