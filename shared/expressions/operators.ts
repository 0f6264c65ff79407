import { asText, bothNumbers, coerced, overflow, unified } from "./coerce.ts";
import {
  add,
  compare,
  decimal38,
  divide,
  int64,
  multiply,
  remainder,
  rescale,
  subtract,
  type Whole,
  type WholeLimit,
} from "./exact.ts";
import { CellFailure } from "./problem.ts";
import { derived, longestText, refuse, spend, type Eval, type Frame, type Typed } from "./typed.ts";
import {
  boolType,
  decimalType,
  intType,
  isExact,
  mostPlaces,
  placesOf,
  stringType,
  typeWords,
  type ExprType,
  type Value,
} from "./types.ts";

type Place = Pick<Typed, "from" | "to">;
export type Arithmetic = "+" | "-" | "*" | "/" | "%";
export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** A node of two operands, NULL where either is. The frame is for operations that cost more than a step. */
function binary(
  at: Place,
  type: ExprType,
  left: Typed,
  right: Typed,
  operation: (a: Value, b: Value, frame: Frame) => Value,
): Typed {
  return derived(at, type, [left, right], (frame): Eval => {
    const [l, r] = [left.bind(frame), right.bind(frame)];
    return () => {
      const a = l();
      if (a === null) return null;
      const b = r();
      return b === null ? null : operation(a, b, frame);
    };
  });
}

const exactly =
  (operation: (a: Whole, b: Whole, limit: WholeLimit) => Whole | undefined, limit: WholeLimit) =>
  (a: Value, b: Value): Value =>
    operation(a as Whole, b as Whole, limit) ?? overflow();

/** + - * / %: numbers, text with +, dates and durations. */
export function arithmetic(at: Place, op: Arithmetic, left: Typed, right: Typed): Typed {
  if (op === "+" && (left.type.kind === "string" || right.type.kind === "string")) return joined(at, left, right);
  const times = timeArithmetic(at, op, left, right);
  if (times) return times;
  const type = bothNumbers(left, right);
  if (type === undefined) {
    const pair = `${typeWords(left.type)} and ${typeWords(right.type)}`;
    return refuse(at, `\`${op}\` has no meaning between ${pair}.`);
  }
  if (type.kind === "double") return doubles(at, op, left, right);
  if (op === "*") return product(at, left, right);
  if (op === "/") return type.kind === "int" ? wholeQuotient(at, left, right) : quotient(at, left, right);
  const [l, r] = [coerced(left, type) ?? left, coerced(right, type) ?? right];
  if (op === "%")
    return binary(at, type, l, r, (a, b) => (b === 0 ? divisionByZero() : remainder(a as Whole, b as Whole)));
  const limit = type.kind === "int" ? int64 : decimal38;
  return binary(at, type, l, r, exactly(op === "+" ? add : subtract, limit));
}

function divisionByZero(): never {
  throw new CellFailure("division by zero");
}

/** The places of a product are those of both; beyond {@link mostPlaces} it is rounded. */
function product(at: Place, left: Typed, right: Typed): Typed {
  const places = placesOf(left.type) + placesOf(right.type);
  if (left.type.kind === "int" && right.type.kind === "int")
    return binary(at, intType, left, right, exactly(multiply, int64));
  if (places <= mostPlaces) return binary(at, decimalType(places), left, right, exactly(multiply, decimal38));
  return binary(at, decimalType(mostPlaces), left, right, (a, b) => {
    const exact = multiply(a as Whole, b as Whole, { low: -(10n ** 76n), high: 10n ** 76n }) ?? overflow();
    return rescale(exact, places, mostPlaces) ?? overflow();
  });
}

/** As in CEL and SQL, whole numbers divide to a whole number, towards 0. */
const wholeQuotient = (at: Place, left: Typed, right: Typed): Typed =>
  binary(at, intType, left, right, (a, b) =>
    b === 0 ? divisionByZero() : (divide(a as Whole, b as Whole, "trunc", int64) ?? overflow()),
  );

/** Decimals divide to six more places than the longer one has, rounded half to even. */
function quotient(at: Place, left: Typed, right: Typed): Typed {
  const [a, b] = [placesOf(left.type), placesOf(right.type)];
  const places = Math.min(mostPlaces, Math.max(a, b) + 6);
  return binary(at, decimalType(places), left, right, (x, y) => {
    if (y === 0) return divisionByZero();
    const scaled = rescale(x as Whole, a, places + b) ?? overflow();
    return divide(scaled, y as Whole, "even", decimal38) ?? overflow();
  });
}

function doubles(at: Place, op: Arithmetic, left: Typed, right: Typed): Typed {
  const type: ExprType = { kind: "double" };
  const [l, r] = [coerced(left, type) ?? left, coerced(right, type) ?? right];
  const operations: Readonly<Record<Arithmetic, (a: number, b: number) => number>> = {
    "+": (a, b) => a + b,
    "-": (a, b) => a - b,
    "*": (a, b) => a * b,
    "/": (a, b) => (b === 0 ? divisionByZero() : a / b),
    "%": (a, b) => (b === 0 ? divisionByZero() : a % b),
  };
  const operation = operations[op];
  return binary(at, type, l, r, (a, b) => {
    const result = operation(a as number, b as number);
    return Number.isFinite(result) ? result : overflow();
  });
}

/** Text and anything else make text. */
function joined(at: Place, left: Typed, right: Typed): Typed {
  const [l, r] = [asText(left), asText(right)];
  if (!l || !r) return refuse(at, "A list is joined to a text with join(list, separator).");
  return binary(at, stringType, l, r, (a, b, frame) => {
    const length = (a as string).length + (b as string).length;
    if (length > longestText) throw new CellFailure("a text is too long");
    spend(frame, length >> 6);
    return (a as string) + (b as string);
  });
}

/** date ± days, date − date in days, timestamps with durations: as PostgreSQL has them. */
function timeArithmetic(at: Place, op: Arithmetic, left: Typed, right: Typed): Typed | undefined {
  const sum = (type: ExprType, l: Typed, r: Typed, sign: 1 | -1): Typed =>
    binary(at, type, l, r, (a, b) => {
      const result = Number(a) + sign * Number(b);
      return Math.abs(result) <= Number.MAX_SAFE_INTEGER ? result : overflow();
    });
  const instant: ExprType = { kind: "timestamp" };
  const isTime = ({ type }: Typed): boolean => type.kind === "date" || type.kind === "timestamp";
  if (op !== "+" && op !== "-") {
    const [span, factor] = left.type.kind === "duration" ? [left, right] : [right, left];
    if (span.type.kind !== "duration" || factor.type.kind !== "int" || op === "%" || (op === "/" && span === right))
      return undefined;
    return binary(at, { kind: "duration" }, span, factor, (a, b) => {
      if (op === "/" && b === 0) return divisionByZero();
      const result = op === "*" ? Number(a) * Number(b) : Math.trunc(Number(a) / Number(b));
      return Math.abs(result) <= Number.MAX_SAFE_INTEGER ? result : overflow();
    });
  }
  const sign = op === "+" ? 1 : -1;
  if (left.type.kind === "duration" && right.type.kind === "duration")
    return sum({ kind: "duration" }, left, right, sign);
  if (left.type.kind === "date" && right.type.kind === "int") return sum(left.type, left, right, sign);
  if (left.type.kind === "int" && right.type.kind === "date" && op === "+") return sum(right.type, right, left, 1);
  if (isTime(left) && right.type.kind === "duration") return sum(instant, coerced(left, instant) ?? left, right, sign);
  if (left.type.kind === "duration" && isTime(right) && op === "+")
    return sum(instant, coerced(right, instant) ?? right, left, 1);
  if (op === "+" || !isTime(left) || !isTime(right)) return undefined;
  if (left.type.kind === "date" && right.type.kind === "date") return sum(intType, left, right, -1);
  return sum({ kind: "duration" }, coerced(left, instant) ?? left, coerced(right, instant) ?? right, -1);
}

const meets: Readonly<Record<Comparison, (order: number) => boolean>> = {
  "==": (order) => order === 0,
  "!=": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/**
 * == and != take NULL as a value, so that `x == null` asks for it; the others are NULL where a side is. Text is compared by
 * its UTF-16 units, as no locale may have a say.
 */
export function comparison(at: Place, op: Comparison, left: Typed, right: Typed): Typed {
  const [type, [l = left, r = right]] = unified([left, right], "What is compared");
  if (type.kind === "list") return refuse(at, "Lists cannot be compared.");
  const meet = meets[op];
  if (op !== "==" && op !== "!=") {
    if (type.kind === "bool") return refuse(at, "True and false have no order.");
    return binary(at, boolType, l, r, (a, b) => meet(order(a, b)));
  }
  const wanted = op === "==";
  return derived(at, boolType, [l, r], (frame) => {
    const [a, b] = [l.bind(frame), r.bind(frame)];
    return () => (a() === b()) === wanted;
  });
}

/** The order of two values of one type. */
export function order(a: Value, b: Value): number {
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  return compare(a as Whole, b as Whole);
}

/** -x */
export function negated(at: Place, node: Typed): Typed {
  const { type } = node;
  if (!isExact(type) && type.kind !== "double" && type.kind !== "duration")
    return refuse(at, `\`-\` takes a number, and this is ${typeWords(type)}.`);
  const limit = type.kind === "int" ? int64 : decimal38;
  const negate = (value: Value): Value => subtract(0, value as Whole, limit) ?? overflow();
  const turn = type.kind === "double" ? (value: Value): Value => 0 - (value as number) : negate;
  return {
    ...derived(at, type, [node], (frame) => {
      const inner = node.bind(frame);
      return () => {
        const value = inner();
        return value === null ? null : turn(value);
      };
    }),
    ...(node.literal === undefined || node.literal === null ? {} : { literal: turn(node.literal) }),
  };
}
