import { overflow, textOf, unified } from "../coerce.ts";
import { decimalNumber, decimalOf, decimalOfNumber, int64, rescale, type Rounding, type Whole } from "../exact.ts";
import { order } from "../operators.ts";
import { CellFailure } from "../problem.ts";
import { derived, refuse, type Typed } from "../typed.ts";
import {
  decimalType,
  doubleType,
  intType,
  isExact,
  isNumeric,
  mostPlaces,
  placesOf,
  stringType,
  typeWords,
  type ExprType,
  type Value,
} from "../types.ts";
import { expectCount, mapped, plain, type ExpressionFunction, type FunctionHelp } from "./define.ts";

const group = "Numbers";

function expectNumber({ name }: FunctionHelp, node: Typed): void {
  if (!isNumeric(node.type)) refuse(node, `${name} takes a number, and this is ${typeWords(node.type)}.`);
}

/** A whole number that is written out, within bounds: what says the places of a result's type. */
function writtenPlaces({ name }: Pick<FunctionHelp, "name">, node: Typed | undefined, otherwise: number): number {
  if (!node) return otherwise;
  const { literal } = node;
  if (typeof literal !== "number" || node.type.kind !== "int")
    return refuse(node, `The places of ${name} are written out, such as 2.`);
  if (literal < 0 || literal > mostPlaces) return refuse(node, `${name} gives 0 to ${mostPlaces} places.`);
  return literal;
}

/** What brings a type's numbers to so many places. */
function toPlaces(type: ExprType, places: number, rounding: Rounding): (value: Value) => Whole {
  if (type.kind !== "double") {
    const from = placesOf(type);
    return (value) => bits(rescale(value as Whole, from, places, rounding), places);
  }
  if (rounding === "even") return (value) => bits(decimalOfNumber(value as number, places), places);
  const round = { floor: Math.floor, ceil: Math.ceil, trunc: Math.trunc }[rounding];
  return (value) => bits(decimalOfNumber(round(value as number), 0), places);
}

/** Whole numbers have 64 bits. */
function bits(value: Whole | undefined, places: number): Whole {
  if (value === undefined || (places === 0 && (value > int64.high || value < int64.low))) return overflow();
  return value;
}

const exactType = (places: number): ExprType => (places === 0 ? intType : decimalType(places));

function rounding(name: string, how: Rounding, help: string, example: string): ExpressionFunction {
  const signature = how === "even" ? `${name}(number, places?)` : `${name}(number)`;
  const about: FunctionHelp = { name, group, signature, help, example };
  return {
    ...about,
    call(args, site) {
      expectCount(about, args, site, 1, how === "even" ? 2 : 1);
      const [node = refuse(site, signature), second] = args;
      expectNumber(about, node);
      const places = writtenPlaces(about, second, 0);
      return mapped(site, exactType(places), node, toPlaces(node.type, places, how));
    },
  };
}

/** abs and sign: of the number's own type. */
function ofNumber(name: string, help: string, example: string, run: (value: Whole) => Whole): ExpressionFunction {
  const about: FunctionHelp = { name, group, signature: `${name}(number)`, help, example };
  return {
    ...about,
    call(args, site) {
      expectCount(about, args, site, 1);
      const [node = refuse(site, about.signature)] = args;
      expectNumber(about, node);
      return mapped(site, node.type, node, (value) => run(value as Whole));
    },
  };
}

/** min and max of several values, or of a list; NULLs are left out, as SQL's LEAST and GREATEST do in PostgreSQL. */
function extreme(name: "min" | "max", example: string): ExpressionFunction {
  const help = `The ${name === "min" ? "smallest" : "largest"} of several values, of a list, or of the rows this row owns.`;
  const about: FunctionHelp = { name, group, signature: `${name}(a, b, …)`, help, example };
  const better = name === "min" ? (a: Value, b: Value) => order(a, b) < 0 : (a: Value, b: Value) => order(a, b) > 0;
  const best = (values: readonly Value[]): Value =>
    values.reduce(
      (found, value) => (value === null || (found !== null && !better(value, found)) ? found : value),
      null,
    );
  return {
    ...about,
    call(args, site) {
      expectCount(about, args, site, 1, Infinity);
      const [only] = args;
      if (args.length === 1 && only?.type.kind === "list")
        return mapped(site, only.type.of, only, (list) => best(list as readonly Value[]));
      const [type, nodes] = unified(args, `The values of ${name}`);
      if (type.kind === "bool" || type.kind === "list") refuse(site, `${name} takes numbers, dates or text.`);
      return derived(site, type, nodes, (frame) => {
        const inner = nodes.map((node) => node.bind(frame));
        return () => best(inner.map((value) => value()));
      });
    },
  };
}

const clamp: ExpressionFunction = {
  name: "clamp",
  group,
  signature: "clamp(value, low, high)",
  help: "The value itself, or the limit that it is beyond.",
  example: "clamp(120, 0, 100) → 100",
  call(args, site) {
    expectCount(clamp, args, site, 3);
    const [type, nodes] = unified(args, "The values of clamp");
    if (type.kind === "bool" || type.kind === "list") refuse(site, "clamp takes numbers, dates or text.");
    return derived(site, type, nodes, (frame) => {
      const [value, low, high] = nodes.map((node) => node.bind(frame));
      return () => {
        const [v, a, b] = [value?.() ?? null, low?.() ?? null, high?.() ?? null];
        if (v === null || a === null || b === null) return null;
        return order(v, a) < 0 ? a : order(v, b) > 0 ? b : v;
      };
    });
  },
};

/** int, double and decimal: from other numbers, from text and from true or false. */
function converting(
  about: FunctionHelp,
  places: (args: readonly Typed[], node: Typed) => number,
  result: (places: number) => ExprType,
): ExpressionFunction {
  return {
    ...about,
    call(args, site) {
      expectCount(about, args, site, 1, about.signature.includes(",") ? 2 : 1);
      const [node = refuse(site, about.signature)] = args;
      const scale = places(args, node);
      return mapped(site, result(scale), node, converter(about, node, scale, result(scale)));
    },
  };
}

function converter({ name }: FunctionHelp, node: Typed, scale: number, to: ExprType): (value: Value) => Value {
  const { type } = node;
  if (type.kind === "bool") return (value) => (value === true ? (rescale(1, 0, scale) ?? 1) : 0);
  if (isNumeric(type)) {
    if (to.kind !== "double") return toPlaces(type, scale, name === "int" ? "trunc" : "even");
    const from = placesOf(type);
    return (value) => (type.kind === "double" ? value : decimalNumber(value as Whole, from));
  }
  if (type.kind !== "string") return refuse(node, `${name} takes a number or a text, and this is ${typeWords(type)}.`);
  if (to.kind === "double") {
    return (value) => {
      const number = (value as string).trim() === "" ? NaN : Number(value);
      return Number.isFinite(number) ? number : noNumber(value);
    };
  }
  const readable = name === "int" ? /^\s*[+-]?\d+\s*$/ : /\d/;
  return (value) => {
    if (!readable.test(value as string)) return noNumber(value);
    return bits(decimalOf(value as string, scale) ?? noNumber(value), scale);
  };
}

function noNumber(value: Value): never {
  const text = String(value);
  throw new CellFailure(`“${text.length > 20 ? `${text.slice(0, 19)}…` : text}” is not a number`);
}

const formatNumber: ExpressionFunction = {
  name: "formatNumber",
  group,
  signature: "formatNumber(number, places, thousands?, point?)",
  help: "A number as text, with a separator of thousands and a decimal point of your choice.",
  example: 'formatNumber(1234567.5, 2, ",") → "1,234,567.50"',
  call(args, site) {
    expectCount(formatNumber, args, site, 2, 4);
    const [node = refuse(site, formatNumber.signature), second, ...signs] = args;
    expectNumber(formatNumber, node);
    const places = writtenPlaces(formatNumber, second, 0);
    const [thousands = "", point = "."] = signs.map((sign) =>
      typeof sign.literal === "string" ? sign.literal : refuse(sign, 'The separator is written out, such as ",".'),
    );
    const scaled = toPlaces(node.type, places, "even");
    const text = textOf(decimalType(places)) ?? String;
    return mapped(site, stringType, node, (value) => {
      const [whole = "", fraction] = text(scaled(value)).split(".");
      const grouped = thousands === "" ? whole : whole.replace(/\d(?=(?:\d{3})+$)/g, (digit) => digit + thousands);
      return fraction === undefined ? grouped : grouped + point + fraction;
    });
  },
};

/** A root or a power of floating-point numbers, where it is finite. */
function finite(value: number): number {
  if (!Number.isFinite(value)) throw new CellFailure("the result is not a number");
  return value;
}

const sumOfList: ExpressionFunction = {
  name: "sum",
  group,
  signature: "sum(list) or sum(table.column)",
  help: "The sum of a list of numbers, or of a column over the rows that this row owns.",
  example: "sum(order_items.line_total)",
  call(args, site) {
    expectCount(sumOfList, args, site, 1);
    const [list = refuse(site, sumOfList.signature)] = args;
    if (list.type.kind !== "list" || !isNumeric(list.type.of))
      return refuse(list, "sum takes a list of numbers, or a column of a table whose rows this one owns.");
    const { of } = list.type;
    const exact = of.kind !== "double";
    return mapped(site, of, list, (values) => sumUp(values as readonly Value[], exact));
  },
};

function sumUp(values: readonly Value[], exact: boolean): Whole {
  if (!exact) return values.reduce<number>((total, value) => total + ((value as number | null) ?? 0), 0);
  const total = values.reduce<bigint>((sum, value) => sum + BigInt((value as Whole | null) ?? 0), 0n);
  return decimalOf(String(total), 0) ?? overflow();
}

export const numberFunctions: readonly ExpressionFunction[] = [
  rounding(
    "round",
    "even",
    "Rounded to so many places, half to even as money is; an exact decimal.",
    "round(2.345, 2) → 2.34",
  ),
  rounding("floor", "floor", "The next whole number below.", "floor(2.9) → 2"),
  rounding("ceil", "ceil", "The next whole number above.", "ceil(2.1) → 3"),
  rounding("trunc", "trunc", "Without its places.", "trunc(-2.9) → -2"),
  ofNumber("abs", "Without its sign.", "abs(-5) → 5", (value) => (value < 0 ? -value : value)),
  extreme("min", "min(3, 1, 2) → 1"),
  extreme("max", "max(3, 1, 2) → 3"),
  clamp,
  sumOfList,
  converting(
    {
      name: "int",
      group,
      signature: "int(value)",
      help: "A number without its places, or the whole number that a text says.",
      example: 'int("42") → 42',
    },
    () => 0,
    () => intType,
  ),
  converting(
    {
      name: "double",
      group,
      signature: "double(value)",
      help: "A floating-point number: not exact.",
      example: 'double("1.5") → 1.5',
    },
    () => 0,
    () => doubleType,
  ),
  converting(
    {
      name: "decimal",
      group,
      signature: "decimal(value, places)",
      help: "An exact decimal with so many places, rounded half to even.",
      example: 'decimal("1.5", 2) → 1.50',
    },
    ([, places], node) =>
      places || isExact(node.type)
        ? writtenPlaces({ name: "decimal" }, places, placesOf(node.type))
        : refuse(node, "decimal takes the places too: decimal(value, 2)."),
    decimalType,
  ),
  plain({
    group,
    name: "sqrt",
    args: "number",
    help: "The square root.",
    example: "sqrt(9) → 3",
    params: ["double"],
    returns: "double",
    call: (x) => finite(Math.sqrt(x)),
  }),
  plain({
    group,
    name: "pow",
    args: "number, exponent",
    help: "A power.",
    example: "pow(2, 10) → 1024",
    params: ["double", "double"],
    returns: "double",
    call: (x, y) => finite(x ** y),
  }),
  formatNumber,
];
