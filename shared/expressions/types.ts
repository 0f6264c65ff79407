import type { ValueType } from "../schema/value-type.ts";
import type { Whole } from "./exact.ts";

/**
 * The types of expressions. CEL has no decimals and no dates without a time, which are half of what tables hold: a decimal
 * is exact here, with its number of places in the type, and a literal with a point is one.
 */
export type ExprType =
  | { readonly kind: "null" | "bool" | "int" | "double" | "string" | "date" | "time" | "timestamp" | "duration" }
  | { readonly kind: "decimal"; readonly scale: number }
  | { readonly kind: "list"; readonly of: ExprType };

export type ExprKind = ExprType["kind"];

/**
 * A value while an expression is evaluated; its type tells how to read it: int and decimal are {@link Whole} numbers, dates
 * are days since 1970-01-01, times milliseconds since midnight, timestamps milliseconds since 1970 UTC, durations milliseconds.
 */
export type Value = null | boolean | Whole | string | readonly Value[];

/** The most places of a decimal in an expression. */
export const mostPlaces = 18;

export const nullType: ExprType = { kind: "null" };
export const boolType: ExprType = { kind: "bool" };
export const intType: ExprType = { kind: "int" };
export const doubleType: ExprType = { kind: "double" };
export const stringType: ExprType = { kind: "string" };
export const decimalType = (scale: number): ExprType => ({ kind: "decimal", scale });
export const listType = (of: ExprType): ExprType => ({ kind: "list", of });

/** A type's name, as the editor shows it: int, decimal(2), list(string). */
export function typeName(type: ExprType): string {
  if (type.kind === "decimal") return `decimal(${type.scale})`;
  return type.kind === "list" ? `list(${typeName(type.of)})` : type.kind;
}

const words: Readonly<Record<ExprKind, string>> = {
  null: "NULL",
  bool: "true or false",
  int: "a whole number",
  double: "a number",
  decimal: "a decimal",
  string: "text",
  date: "a date",
  time: "a time",
  timestamp: "a timestamp",
  duration: "a duration",
  list: "a list",
};
/** A type in a sentence: "a whole number". */
export const typeWords = (type: ExprType): string =>
  type.kind === "list" && type.of.kind !== "null" ? `a list of ${typeName(type.of)}` : words[type.kind];

/** Places taken for a decimal column that declares none, where its values are not at hand to tell. */
const undeclaredPlaces = 6;

/** The type that a column's cells have in an expression. What is neither number, truth nor time is text. */
export function typeOfColumn(type: ValueType): ExprType {
  switch (type.kind) {
    case "integer":
      return intType;
    case "decimal":
      return decimalType(Math.min(mostPlaces, Math.max(0, type.scale ?? undeclaredPlaces)));
    case "real":
      return doubleType;
    case "boolean":
      return boolType;
    case "date":
    case "time":
    case "timestamp":
      return { kind: type.kind };
    default:
      return stringType;
  }
}

export const isNumeric = ({ kind }: ExprType): boolean => kind === "int" || kind === "decimal" || kind === "double";
/** Numbers that are exact. */
export const isExact = ({ kind }: ExprType): boolean => kind === "int" || kind === "decimal";
/** The places of an exact number's type. */
export const placesOf = (type: ExprType): number => (type.kind === "decimal" ? type.scale : 0);

export function sameType(a: ExprType, b: ExprType): boolean {
  if (a.kind === "list" && b.kind === "list") return sameType(a.of, b.of);
  return a.kind === b.kind && placesOf(a) === placesOf(b);
}

/** The type that holds values of both, without loss but for doubles; undefined where there is none. */
export function unify(a: ExprType, b: ExprType): ExprType | undefined {
  if (sameType(a, b) || b.kind === "null") return a;
  if (a.kind === "null") return b;
  if (a.kind === "list" && b.kind === "list") {
    const of = unify(a.of, b.of);
    return of && listType(of);
  }
  if (isExact(a) && isExact(b)) return decimalType(Math.max(placesOf(a), placesOf(b)));
  if (isNumeric(a) && isNumeric(b)) return doubleType;
  const pair = `${a.kind} ${b.kind}`;
  return pair === "date timestamp" || pair === "timestamp date" ? { kind: "timestamp" } : undefined;
}
