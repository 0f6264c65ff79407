/**
 * What a column can hold, whatever the engine calls it. The declared type stays beside it in {@link ColumnModel.type}.
 * Lengths are in characters for text and in bytes for bytes; `precision` of times is the number of fraction digits.
 */
export type ValueType =
  /** `minimum` and `maximum` where the type takes less than its bits hold: a year is 1901 … 2155. */
  | {
      readonly kind: "integer";
      readonly bits: 8 | 16 | 24 | 32 | 64;
      readonly unsigned?: boolean;
      readonly minimum?: number;
      readonly maximum?: number;
    }
  | { readonly kind: "decimal"; readonly precision?: number; readonly scale?: number; readonly unsigned?: boolean }
  | { readonly kind: "real"; readonly bits: 32 | 64; readonly unsigned?: boolean }
  | { readonly kind: "boolean" }
  | { readonly kind: "text"; readonly maxLength?: number; readonly fixed?: boolean }
  | { readonly kind: "bytes"; readonly maxLength?: number }
  | { readonly kind: "date" }
  | { readonly kind: "time"; readonly precision?: number }
  /** `minimum` and `maximum`, in UTC, where the type holds a part of history only. */
  | {
      readonly kind: "timestamp";
      readonly precision?: number;
      readonly zone?: boolean;
      readonly minimum?: string;
      readonly maximum?: string;
    }
  | { readonly kind: "uuid" }
  | { readonly kind: "json" }
  /** `several`: any number of the values at once, each at most once, with commas between them. */
  | { readonly kind: "enum"; readonly values: readonly string[]; readonly several?: boolean }
  /** A length of time, as ISO 8601 writes it: P3DT4H. */
  | { readonly kind: "interval" }
  /** A list of values, as PostgreSQL writes it: {a,b}. */
  | { readonly kind: "array"; readonly of: ValueType }
  /** From one value to another, as PostgreSQL writes it: [a,b). `several` of them stand between braces. */
  | { readonly kind: "range"; readonly of: ValueType; readonly several?: boolean }
  /** Text that only counts in a form of its own, which hardly any other text has. `length` is that of bits and vectors. */
  | { readonly kind: "notation"; readonly notation: Notation; readonly length?: number }
  | { readonly kind: "unknown" };

export type ValueKind = ValueType["kind"];

/** The least and the greatest number of an integer type. */
export function integerRange(type: Extract<ValueType, { kind: "integer" }>): readonly [low: bigint, high: bigint] {
  const size = 2n ** BigInt(type.bits);
  const [low, high] = type.unsigned === true ? [0n, size - 1n] : [-size / 2n, size / 2n - 1n];
  return [
    type.minimum === undefined ? low : BigInt(type.minimum),
    type.maximum === undefined ? high : BigInt(type.maximum),
  ];
}

/** The forms of text with a type of their own. "opaque": one that only its engine knows. */
export const notations = [
  "ip-address",
  "ip-network",
  "mac-address",
  "mac-address-8",
  "bits",
  "xml",
  "text-search",
  "text-query",
  "point",
  "line",
  "segment",
  "box",
  "path",
  "polygon",
  "circle",
  "geometry",
  "key-values",
  "label-path",
  "vector",
  "log-position",
  "opaque",
] as const;
export type Notation = (typeof notations)[number];
