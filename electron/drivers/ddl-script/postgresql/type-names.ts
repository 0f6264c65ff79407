import type { ValueType } from "../../../../shared/schema/value-type.ts";
import { namedType } from "../../postgresql/value-types.ts";
import type { PgCatalogue, PgType, TypeRef } from "./catalogue.ts";
import { quoted } from "./columns.ts";

/** What a type's name stands for in pg_type: names that the grammar does not turn into these already. */
const aliases: Readonly<Record<string, string>> = {
  int: "int4",
  integer: "int4",
  smallint: "int2",
  bigint: "int8",
  decimal: "numeric",
  real: "float4",
  boolean: "bool",
  character: "bpchar",
  dec: "numeric",
};

/** How format_type writes a type of pg_type: the name, and what stands behind the numbers in brackets. */
const printed: Readonly<Record<string, readonly [name: string, behind?: string]>> = {
  int2: ["smallint"],
  int4: ["integer"],
  int8: ["bigint"],
  bool: ["boolean"],
  float4: ["real"],
  float8: ["double precision"],
  bpchar: ["character"],
  varchar: ["character varying"],
  varbit: ["bit varying"],
  time: ["time", "without time zone"],
  timetz: ["time", "with time zone"],
  timestamp: ["timestamp", "without time zone"],
  timestamptz: ["timestamp", "with time zone"],
  char: ['"char"'],
};

const ranges: Readonly<Record<string, string>> = {
  int4range: "int4",
  int8range: "int8",
  numrange: "numeric",
  tsrange: "timestamp",
  tstzrange: "timestamptz",
  daterange: "date",
};

/** A declared type as PostgreSQL prints it, and what a column of it can hold. */
export interface ResolvedType {
  readonly declared: string;
  readonly valueType: ValueType;
  /** The domains on the way to it, the outermost first. */
  readonly domains: readonly Extract<PgType, { readonly kind: "domain" }>[];
  /** The type behind a domain, as PostgreSQL prints it. */
  readonly base?: string;
  readonly caseInsensitive: boolean;
}

export function resolveType(catalogue: PgCatalogue, ref: TypeRef): ResolvedType {
  const element = elementType(catalogue, ref);
  if (ref.dimensions === 0) return element;
  return {
    declared: `${element.declared}[]`,
    valueType: { kind: "array", of: element.valueType },
    domains: [],
    caseInsensitive: false,
  };
}

function elementType(catalogue: PgCatalogue, ref: TypeRef): ResolvedType {
  const own = catalogue.type(ref.schema, ref.name) ?? typeAnywhere(catalogue, ref);
  if (own === undefined) return builtIn(ref);
  const declared = own.schema === "public" ? quoted(own.name) : `${quoted(own.schema)}.${quoted(own.name)}`;
  const plain = { declared, domains: [], caseInsensitive: false };
  switch (own.kind) {
    case "enum":
      return { ...plain, valueType: { kind: "enum", values: own.values } };
    case "range":
      return { ...plain, valueType: { kind: "range", of: resolveType(catalogue, own.of).valueType } };
    case "composite":
      return { ...plain, valueType: namedType("", []) };
    case "domain": {
      const base = resolveType(catalogue, own.base);
      return { ...base, declared, domains: [own, ...base.domains], base: base.base ?? base.declared };
    }
  }
}

/** A type that is not on the search path any more, as where a dump changes it between statements. */
const typeAnywhere = (catalogue: PgCatalogue, { schema, name }: TypeRef): PgType | undefined =>
  schema === undefined && !Object.hasOwn(printed, name)
    ? catalogue.types.find((type) => type.name === name)
    : undefined;

function builtIn(ref: TypeRef): ResolvedType {
  const name = Object.hasOwn(aliases, ref.name) ? (aliases[ref.name] ?? ref.name) : ref.name;
  const numbers = ref.modifiers.map(Number).filter((number) => Number.isFinite(number));
  const range = Object.hasOwn(ranges, name) ? ranges[name] : undefined;
  const several = ranges[name.replace(/multirange$/, "range")];
  return {
    declared: declaredName(name, ref.modifiers),
    valueType:
      range !== undefined
        ? { kind: "range", of: namedType(range, []) }
        : several !== undefined && name.endsWith("multirange")
          ? { kind: "range", of: namedType(several, []), several: true }
          : namedType(name, name === "interval" ? [] : numbers),
    domains: [],
    caseInsensitive: name === "citext",
  };
}

function declaredName(name: string, modifiers: readonly string[]): string {
  if (name === "interval") return intervalName(modifiers);
  const [word, behind] = Object.hasOwn(printed, name) ? (printed[name] ?? [name]) : [quoted(name)];
  // numeric(4) has a scale all the same.
  const numbers = name === "numeric" && modifiers.length === 1 ? [...modifiers, "0"] : modifiers;
  const brackets = numbers.length === 0 ? "" : `(${numbers.join(",")})`;
  return `${word}${brackets}${behind === undefined ? "" : ` ${behind}`}`;
}

/** Bits of an interval's fields, from datetime.h: the parser gives their sum. */
const fields: readonly (readonly [bit: number, name: string])[] = [
  [4, "year"],
  [2, "month"],
  [8, "day"],
  [1024, "hour"],
  [2048, "minute"],
  [4096, "second"],
];

function intervalName([mask, precision]: readonly string[]): string {
  const bits = Number(mask ?? 0x7fff);
  const named = bits === 0x7fff ? [] : fields.filter(([bit]) => (bits & bit) !== 0).map(([, name]) => name);
  const [first, last] = [named[0], named.at(-1)];
  const words = first === undefined ? "" : first === last ? ` ${first}` : ` ${first} to ${last}`;
  return `interval${words}${precision === undefined ? "" : `(${precision})`}`;
}
