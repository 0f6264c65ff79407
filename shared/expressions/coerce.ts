import { formatIsoDate, formatIsoTime, formatIsoTimestamp, dayMilliseconds } from "../base/calendar.ts";
import { decimalNumber, decimalText, rescale, type Whole } from "./exact.ts";
import { CellFailure } from "./problem.ts";
import { derived, refuse, type Typed } from "./typed.ts";
import {
  isExact,
  isNumeric,
  placesOf,
  sameType,
  stringType,
  typeWords,
  unify,
  type ExprType,
  type Value,
} from "./types.ts";

/** What turns values of one type into another that holds them; undefined where nothing does, null where they are the same. */
function conversion(from: ExprType, to: ExprType): ((value: Value) => Value) | null | undefined {
  if (sameType(from, to) || from.kind === "null") return null;
  if (isExact(from) && to.kind === "decimal" && placesOf(from) <= to.scale) {
    const [a, b] = [placesOf(from), to.scale];
    return (value) => rescale(value as Whole, a, b) ?? overflow();
  }
  if (isExact(from) && to.kind === "double") {
    const scale = placesOf(from);
    return (value) => decimalNumber(value as Whole, scale);
  }
  if (from.kind === "date" && to.kind === "timestamp") return (value) => (value as number) * dayMilliseconds;
  if (from.kind === "list" && to.kind === "list") {
    const item = conversion(from.of, to.of);
    if (item === undefined || item === null) return item;
    return (value) => (value as readonly Value[]).map((one) => (one === null ? null : item(one)));
  }
  return undefined;
}

/** Ends a cell whose number grew beyond what is held. */
export function overflow(): never {
  throw new CellFailure("a number is too large");
}

/** The node as one of another type; undefined where its values are no such. */
export function coerced(node: Typed, to: ExprType): Typed | undefined {
  const convert = conversion(node.type, to);
  if (convert === undefined) return undefined;
  if (convert === null) return node;
  return {
    ...derived(node, to, [node], (frame) => {
      const value = node.bind(frame);
      return () => {
        const inner = value();
        return inner === null ? null : convert(inner);
      };
    }),
    ...(node.literal === undefined || node.literal === null ? {} : { literal: convert(node.literal) }),
  };
}

/** Nodes brought to the one type that holds them all. `what` begins the sentence that says they have none. */
export function unified(nodes: readonly Typed[], what: string): readonly [ExprType, readonly Typed[]] {
  let type: ExprType = { kind: "null" };
  for (const node of nodes) {
    const next = unify(type, node.type);
    if (next === undefined) {
      refuse(
        node,
        `${what} are of one type: this is ${typeWords(node.type)}, and before it stands ${typeWords(type)}.`,
      );
    }
    type = next;
  }
  return [type, nodes.map((node) => coerced(node, type) ?? node)];
}

/** The number types of two operands brought together, or undefined where one is no number. */
export const bothNumbers = (left: Typed, right: Typed): ExprType | undefined =>
  isNumeric(left.type) && isNumeric(right.type) ? unify(left.type, right.type) : undefined;

/** How a type's values are written as text; undefined for lists. */
export function textOf(type: ExprType): ((value: Value) => string) | undefined {
  switch (type.kind) {
    case "string":
      return (value) => value as string;
    case "decimal": {
      const { scale } = type;
      return (value) => decimalText(value as Whole, scale);
    }
    case "date":
      return (value) => formatIsoDate(value as number);
    case "time":
      return (value) => formatIsoTime(value as number, (value as number) % 1000 === 0 ? 0 : 3);
    case "timestamp":
      return (value) => formatIsoTimestamp(value as number, (value as number) % 1000 === 0 ? 0 : 3);
    case "duration":
      return (value) => `${(value as number) / 1000}s`;
    case "list":
      return undefined;
    default:
      return String;
  }
}

/** The node's values as text; undefined for lists. */
export function asText(node: Typed): Typed | undefined {
  if (node.type.kind === "string") return node;
  const text = textOf(node.type);
  if (text === undefined) return undefined;
  return derived(node, stringType, [node], (frame) => {
    const value = node.bind(frame);
    return () => {
      const inner = value();
      return inner === null ? null : text(inner);
    };
  });
}
