import type { Arithmetic, Literal } from "./check-ast.ts";
import { toNumber, toText } from "./sql-values.ts";

const isWhole = (value: number | bigint): boolean => typeof value === "bigint" || Number.isSafeInteger(value);
const narrow = (value: bigint): number | bigint =>
  value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;

/**
 * One step of SQL arithmetic. Whole numbers stay exact within 64 bits and become floating point beyond, as SQLite has it;
 * dividing them cuts off the fraction unless `exact`, and so does a remainder of others. Dividing by zero is NULL.
 */
export function calculate(operator: Arithmetic, left: Literal, right: Literal, exact: boolean): Literal {
  if (left === null || right === null) return null;
  if (operator === "||") return `${toText(left)}${toText(right)}`;
  const [a, b] = [toNumber(left) ?? 0, toNumber(right) ?? 0];
  const bitwise = operator === "&" || operator === "|" || operator === "<<" || operator === ">>";
  if ((operator === "/" || operator === "%") && Number(b) === 0) return null;
  const remainder = operator === "%" && !exact;
  if (bitwise || remainder || (isWhole(a) && isWhole(b) && !(operator === "/" && exact))) {
    if (remainder && toWhole(b) === 0n) return null;
    const result = wholeSteps[operator](toWhole(a), toWhole(b));
    return BigInt.asIntN(64, result) === result ? narrow(result) : Number(result);
  }
  return realSteps[operator](Number(a), Number(b));
}

const toWhole = (value: number | bigint): bigint =>
  typeof value === "bigint" ? value : Number.isFinite(value) ? BigInt(Math.trunc(value)) : 0n;

const wholeSteps: Readonly<Record<Exclude<Arithmetic, "||">, (a: bigint, b: bigint) => bigint>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "&": (a, b) => a & b,
  "|": (a, b) => a | b,
  "<<": (a, b) => (b < 0n || b > 63n ? 0n : BigInt.asIntN(64, a << b)),
  ">>": (a, b) => a >> (b < 0n || b > 63n ? 63n : b),
};

const realSteps: Readonly<Record<"+" | "-" | "*" | "/" | "%", (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
};
