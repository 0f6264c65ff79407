import type { ValueType } from "../../../shared/schema/value-type.ts";

type Rule = readonly [
  pattern: RegExp,
  type: (first: number | undefined, second: number | undefined, declared: string) => ValueType,
];

const text = (maxLength: number | undefined, fixed = false): ValueType => ({
  kind: "text",
  ...(maxLength === undefined ? {} : { maxLength }),
  ...(fixed ? { fixed } : {}),
});
const integer =
  (bits: 8 | 16 | 24 | 32 | 64) =>
  (_first: unknown, _second: unknown, declared: string): ValueType => ({
    kind: "integer",
    bits,
    ...(/\bUNSIGNED\b/.test(declared) ? { unsigned: true } : {}),
  });

// What a declared type means to the people who write it; the first that matches. SQLite itself knows five affinities only.
const rules: readonly Rule[] = [
  [/^BOOL(EAN)?\b/, () => ({ kind: "boolean" })],
  [/^(TINYINT|INT1)\b/, integer(8)],
  [/^(SMALLINT|INT2)\b/, integer(16)],
  [/^YEAR\b/, integer(16)],
  [/^(MEDIUMINT|INT3)\b/, integer(24)],
  [/^(INT|INT4)\b/, integer(32)],
  [/^(INTEGER|BIGINT|INT8|UNSIGNED BIG INT|SERIAL|BIGSERIAL)\b/, integer(64)],
  [
    /^(DEC|DECIMAL|NUMERIC|NUMBER|MONEY|SMALLMONEY|CURRENCY)\b/,
    (precision, scale) => ({ kind: "decimal", ...(precision === undefined ? {} : { precision, scale: scale ?? 0 }) }),
  ],
  [/^(REAL|DOUBLE|FLOAT|FLOAT4|FLOAT8)\b/, () => ({ kind: "real", bits: 64 })],
  [/^(UUID|GUID|UNIQUEIDENTIFIER)\b/, () => ({ kind: "uuid" })],
  [/^JSONB?\b/, () => ({ kind: "json" })],
  [/^DATE\b/, () => ({ kind: "date" })],
  [/^TIMETZ\b|^TIME\b(?!STAMP)/, (precision) => ({ kind: "time", ...(precision === undefined ? {} : { precision }) })],
  [
    /^(TIMESTAMP|TIMESTAMPTZ|DATETIME|DATETIME2|SMALLDATETIME|DATETIMEOFFSET)\b/,
    (precision, _, declared) => ({
      kind: "timestamp",
      ...(precision === undefined ? {} : { precision }),
      ...(/TZ\b|OFFSET\b|\bWITH (LOCAL )?TIME ZONE\b/.test(declared) ? { zone: true } : {}),
    }),
  ],
  [
    /^(BINARY|VARBINARY|BLOB|TINYBLOB|MEDIUMBLOB|LONGBLOB|BYTEA|IMAGE)\b(?!.*TEXT)/,
    (maxLength) => ({ kind: "bytes", ...(maxLength === undefined ? {} : { maxLength }) }),
  ],
  [
    /^(VARCHAR|VARCHAR2|NVARCHAR|NVARCHAR2|CHARACTER VARYING|NATIONAL CHARACTER VARYING|VARYING CHARACTER)\b/,
    (length) => text(length),
  ],
  [/^(CHAR|CHARACTER|NCHAR|NATIVE CHARACTER|BPCHAR)\b/, (length) => text(length, length !== undefined)],
  [/^(TEXT|CLOB|NTEXT|STRING|CITEXT|TINYTEXT|MEDIUMTEXT|LONGTEXT|XML)\b/, (length) => text(length)],
];

// "Datatypes In SQLite", section 3.1: what is in the name decides, in this order.
const affinities: readonly Rule[] = [
  [/INT/, integer(64)],
  [/CHAR|CLOB|TEXT/, (length) => text(length)],
  [/BLOB/, () => ({ kind: "bytes" })],
  [/REAL|FLOA|DOUB/, () => ({ kind: "real", bits: 64 })],
];

/** What a column declared so can hold. SQLite takes any words for a type; what says nothing is "unknown". */
export function columnType(declaredType: string): ValueType {
  const declared = declaredType.toUpperCase().replace(/\s+/g, " ").trim();
  const lengths = /\(\s*([+-]?\d+)\s*(?:,\s*([+-]?\d+)\s*)?\)/.exec(declared);
  const number = (digits: string | undefined): number | undefined =>
    digits === undefined || Number(digits) < 0 ? undefined : Number(digits);
  for (const [pattern, type] of [...rules, ...affinities]) {
    if (pattern.test(declared)) return type(number(lengths?.[1]), number(lengths?.[2]), declared);
  }
  // The remaining affinity is numeric, which stores any value as it comes.
  return { kind: "unknown" };
}
