/**
 * What a column can hold, whatever the engine calls it. The declared type stays beside it in {@link ColumnModel.type}.
 * Lengths are in characters for text and in bytes for bytes; `precision` of times is the number of fraction digits.
 */
export type ValueType =
  | { readonly kind: "integer"; readonly bits: 8 | 16 | 24 | 32 | 64; readonly unsigned?: boolean }
  | { readonly kind: "decimal"; readonly precision?: number; readonly scale?: number }
  | { readonly kind: "real"; readonly bits: 32 | 64 }
  | { readonly kind: "boolean" }
  | { readonly kind: "text"; readonly maxLength?: number; readonly fixed?: boolean }
  | { readonly kind: "bytes"; readonly maxLength?: number }
  | { readonly kind: "date" }
  | { readonly kind: "time"; readonly precision?: number }
  | { readonly kind: "timestamp"; readonly precision?: number; readonly zone?: boolean }
  | { readonly kind: "uuid" }
  | { readonly kind: "json" }
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "unknown" };

export type ValueKind = ValueType["kind"];
