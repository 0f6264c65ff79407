import type { ValueType } from "../../../shared/schema/value-type.ts";

type Make = (declared: Declared) => ValueType;

/** A declared type in parts: "decimal(10,2) unsigned". */
interface Declared {
  readonly first: number | undefined;
  readonly second: number | undefined;
  readonly unsigned: boolean;
  /** What stands between the brackets. */
  readonly list: string;
  /** The most bytes that a character takes in the column's character set. */
  readonly characterBytes: number;
}

const integer =
  (bits: 8 | 16 | 24 | 32 | 64): Make =>
  ({ unsigned }) => ({ kind: "integer", bits, ...(unsigned ? { unsigned } : {}) });
const real =
  (bits: 32 | 64): Make =>
  ({ unsigned }) => ({ kind: "real", bits, ...(unsigned ? { unsigned } : {}) });
/** A type whose room is counted in bytes. */
const textOf =
  (bytes: number): Make =>
  ({ characterBytes }) => ({ kind: "text", maxLength: Math.floor(bytes / characterBytes) });
const bytesOf =
  (bytes?: number): Make =>
  ({ first }) => {
    const maxLength = bytes ?? first;
    return { kind: "bytes", ...(maxLength === undefined ? {} : { maxLength }) };
  };
const precisionOf = ({ first }: Declared): { readonly precision: number } => ({ precision: first ?? 0 });
const shape: Make = () => ({ kind: "notation", notation: "geometry" });
const address: Make = () => ({ kind: "notation", notation: "ip-address" });
const lengthOf = ({ first }: Declared): { readonly length?: number } => (first === undefined ? {} : { length: first });

const makers: Readonly<Record<string, Make>> = {
  // BOOLEAN is no type of its own: it is declared so, and a display width of one says nothing else.
  tinyint: (declared) => (declared.first === 1 && !declared.unsigned ? { kind: "boolean" } : integer(8)(declared)),
  smallint: integer(16),
  mediumint: integer(24),
  int: integer(32),
  bigint: integer(64),
  decimal: ({ first, second, unsigned }) => ({
    kind: "decimal",
    precision: first ?? 10,
    scale: second ?? 0,
    ...(unsigned ? { unsigned } : {}),
  }),
  float: real(32),
  double: real(64),
  bit: (declared) =>
    (declared.first ?? 1) === 1 ? { kind: "boolean" } : { kind: "notation", notation: "bits", ...lengthOf(declared) },
  year: () => ({ kind: "integer", bits: 16, unsigned: true, minimum: 1901, maximum: 2155 }),
  date: () => ({ kind: "date" }),
  time: (declared) => ({ kind: "time", ...precisionOf(declared) }),
  datetime: (declared) => ({ kind: "timestamp", ...precisionOf(declared) }),
  // Kept as UTC, which is the time of the sessions here.
  timestamp: (declared) => ({
    kind: "timestamp",
    ...precisionOf(declared),
    minimum: "1970-01-01 00:00:01",
    maximum: "2038-01-19 03:14:07",
  }),
  char: ({ first }) => ({ kind: "text", maxLength: first ?? 1, fixed: true }),
  varchar: ({ first }) => ({ kind: "text", ...(first === undefined ? {} : { maxLength: first }) }),
  tinytext: textOf(2 ** 8 - 1),
  text: textOf(2 ** 16 - 1),
  mediumtext: textOf(2 ** 24 - 1),
  longtext: () => ({ kind: "text" }),
  binary: bytesOf(),
  varbinary: bytesOf(),
  tinyblob: bytesOf(2 ** 8 - 1),
  blob: bytesOf(2 ** 16 - 1),
  mediumblob: bytesOf(2 ** 24 - 1),
  longblob: () => ({ kind: "bytes" }),
  enum: ({ list }) => ({ kind: "enum", values: quotedTexts(list) }),
  set: ({ list }) => ({ kind: "enum", values: quotedTexts(list), several: true }),
  json: () => ({ kind: "json" }),
  uuid: () => ({ kind: "uuid" }),
  inet4: address,
  inet6: address,
  vector: (declared) => ({ kind: "notation", notation: "vector", ...lengthOf(declared) }),
  geometry: shape,
  point: shape,
  linestring: shape,
  polygon: shape,
  multipoint: shape,
  multilinestring: shape,
  multipolygon: shape,
  geometrycollection: shape,
  geomcollection: shape,
};

/** What a column of this type can hold; `type` is information_schema's COLUMN_TYPE, such as "int(10) unsigned". */
export function columnType(type: string, characterSet: string | null): ValueType {
  const [, name = "", list = "", after = ""] = /^(\w+)(?:\((.*)\))?([^)]*)$/s.exec(type.trim()) ?? [];
  const [first, second] = /^\d+(,\d+)?$/.test(list) ? list.split(",").map(Number) : [];
  const word = name.toLowerCase();
  const make = Object.hasOwn(makers, word) ? makers[word] : undefined;
  return (
    make?.({
      first,
      second,
      list,
      unsigned: /\bunsigned\b/i.test(after),
      characterBytes: bytesOfCharacter(characterSet),
    }) ?? {
      kind: "unknown",
    }
  );
}

/** The texts of a list in quotes, as the values of an enum are given: quotes doubled, backslashes and line ends escaped. */
function quotedTexts(list: string): readonly string[] {
  return Array.from(list.matchAll(/'((?:[^'\\]|''|\\.)*)'/gs), ([, text = ""]) =>
    text.replaceAll(/''|\\(.)/gs, (_, escaped: string | undefined) =>
      escaped === undefined ? "'" : (escapes[escaped] ?? escaped),
    ),
  );
}
const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", "0": "\0" };

function bytesOfCharacter(characterSet: string | null): number {
  if (characterSet === null || /^(?:utf8mb4|utf16|utf16le|utf32|gb18030)$/.test(characterSet)) return 4;
  if (/^(?:utf8|utf8mb3|eucjpms|ujis)$/.test(characterSet)) return 3;
  return /^(?:ucs2|big5|gbk|gb2312|sjis|cp932|euckr)$/.test(characterSet) ? 2 : 1;
}
