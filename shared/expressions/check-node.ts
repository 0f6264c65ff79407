import { nearest } from "../base/nearest.ts";
import { coerced, unified } from "./coerce.ts";
import { conditional, logical, not } from "./conditions.ts";
import { decimalOf, int64, type Whole } from "./exact.ts";
import { functionHelp, functionOf } from "./functions/index.ts";
import { elementType, indexed, loop, loopNames, membership, sizeOf } from "./loops.ts";
import {
  figureKey,
  figureOf,
  figureType,
  ownedTable,
  scopeWithin,
  typeOfFigure,
  type WrittenFigure,
  ownColumnsOnly,
} from "./figures.ts";
import { builtIns, columnType, pathOf, refuse as refuseName, type Path } from "./names.ts";
import { arithmetic, comparison, negated } from "./operators.ts";
import type { Syntax } from "./parse-expression.ts";
import { ownEntry, type ExpressionScope } from "./scope.ts";
import { derived, refuse, type Eval, type Frame, type Typed } from "./typed.ts";
import {
  boolType,
  decimalType,
  doubleType,
  intType,
  listType,
  mostPlaces,
  nullType,
  stringType,
  typeOfColumn,
  typeWords,
  unify,
  type ExprType,
  type Value,
} from "./types.ts";

/** Where a node stands: what may be named there, and the elements of the loops around it. */
export interface Surroundings {
  readonly scope: ExpressionScope;
  /** Within a figure: the table whose name stands before each column. */
  readonly within?: string;
  /** The type of a column as its values turn out to be, where that is known better than from the scope. */
  readonly refine?: (path: string, type: ExprType) => ExprType;
  readonly locals: ReadonlyMap<string, { readonly type: ExprType; readonly slot: number }>;
  readonly depth: number;
  /** The next number of each kind, over the whole expression. */
  readonly counters: { slot: number; lane: number };
}

/** Loops within loops multiply. */
const deepestLoop = 3;

/** Checks a node and what is below it. @throws ExpressionProblem */
export function checkNode(node: Syntax, around: Surroundings): Typed {
  const at = { from: node.start, to: node.end };
  const check = (inner: Syntax): Typed => checkNode(inner, around);
  switch (node.op) {
    case "value":
      return literal(node, node.args);
    case "id":
    case ".": {
      const path = pathOf(node);
      return path ? named(path, around) : refuse(at, "Only columns have parts after a dot.");
    }
    case "call":
      return called(node, around);
    case "rcall": {
      const [name, receiver, args] = node.args;
      if (name === "bind" && receiver.op === "id" && receiver.args === "cel") return bound(at, args, around);
      if (loopNames.includes(name)) return looped(at, name, receiver, args, around);
      return callOf(at, name, [check(receiver), ...args.map(check)], around);
    }
    case "list": {
      const [of, items] = unified(node.args.map(check), "The elements of a list");
      return derived(at, listType(of), items, (frame) => {
        const inner = items.map((item) => item.bind(frame));
        return () => inner.map((item) => item());
      });
    }
    case "?:": {
      const [condition, yes, no] = node.args;
      return conditional(at, check(condition), check(yes), check(no));
    }
    case "||":
    case "&&":
      return logical(at, node.op, check(node.args[0]), check(node.args[1]));
    case "!_":
      return not(at, check(node.args));
    case "-_":
      return negated(at, check(node.args));
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return arithmetic(at, node.op, check(node.args[0]), check(node.args[1]));
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return comparison(at, node.op, check(node.args[0]), check(node.args[1]));
    case "in":
      return within(at, check(node.args[0]), check(node.args[1]));
    case "[]":
      return indexed(at, check(node.args[0]), check(node.args[1]));
    case "map":
      return refuse(at, "There are no maps here; write [a, b] for a list.");
    default:
      return refuse(at, "This cannot be used here.");
  }
}

/** x in list: the element and the list's elements are brought to one type. */
function within(at: Pick<Typed, "from" | "to">, element: Typed, list: Typed): Typed {
  const type = unify(elementType(list), element.type);
  const one = type && coerced(element, type);
  const all = type && coerced(list, listType(type));
  if (one && all) return membership(at, one, all);
  return refuse(at, `${typeWords(element.type)} is never in ${typeWords(list.type)}.`);
}

function literal(node: Syntax, value: unknown): Typed {
  const at = { from: node.start, to: node.end };
  if (value === null) return constant(at, nullType, null);
  if (typeof value === "string") return constant(at, stringType, value);
  if (typeof value === "boolean") return constant(at, boolType, value);
  if (typeof value === "bigint") {
    // The least number is written with a minus before a number that is one too many.
    if (value > int64.high) return refuse(at, "The number is beyond 64 bits.");
    const whole: Whole = value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
    return constant(at, intType, whole);
  }
  if (typeof value !== "number") return refuse(at, "Bytes and unsigned numbers are not used here.");
  const text = node.input.slice(node.start, node.end);
  const places = /^\d*\.(\d+)$/.exec(text)?.[1]?.length;
  const exact = places !== undefined && places <= mostPlaces ? decimalOf(text, places) : undefined;
  return exact === undefined || places === undefined
    ? constant(at, doubleType, value)
    : constant(at, decimalType(places), exact);
}

const constant = (at: Pick<Typed, "from" | "to">, type: ExprType, value: Value): Typed => ({
  ...derived(at, type, [], () => () => value),
  literal: value,
});

/** A name: an element of a loop, a column, or one of the {@link builtIns}. */
function named(path: Path, { scope, within, refine, locals }: Surroundings): Typed {
  const [first] = path.steps;
  const name = first?.name ?? "";
  const local = locals.get(name);
  if (local && path.steps.length > 1) return refuse(path, `${name} is an element and has no parts.`);
  if (local) return derived(path, local.type, [], (frame) => () => frame.locals[local.slot] ?? null);
  if (within !== undefined && path.text !== "today") return namedWithin(within, path, scope, refine);
  const own = ownEntry(ownEntry(scope.tables, scope.table)?.columns ?? {}, name);
  const builtIn = ownEntry(builtIns, name);
  if (builtIn && own === undefined && path.steps.length === 1)
    return derived(path, builtIn.type, [], (frame) => builtInValue(name, frame));
  const declared = columnType(scope, path);
  const type = refine?.(path.text, declared) ?? declared;
  return derived(path, type, [], (frame) => {
    const read = frame.sources.column(path.text, type);
    return () => read(frame.at);
  });
}

/** A column in a figure's expression: order_items.price. */
function namedWithin(table: string, path: Path, scope: ExpressionScope, refine: Surroundings["refine"]): Typed {
  const { columns = {} } = ownEntry(scope.tables, table) ?? {};
  const name = path.text.startsWith(`${table}.`) ? path.text.slice(table.length + 1) : undefined;
  const column = name === undefined ? undefined : ownEntry(columns, name);
  if (name === undefined || column === undefined) {
    if (name?.includes(".")) return refuseName(path.from, path.to, ownColumnsOnly(table, name), undefined);
    const meant = name ?? path.text;
    const near = ownEntry(columns, meant) === undefined ? nearest(meant, Object.keys(columns)) : meant;
    return refuseName(
      path.from,
      path.to,
      name === undefined
        ? `Within this figure only columns of ${table} can be named, with their table.`
        : `${table} has no column ${name}.`,
      near === undefined ? undefined : `${table}.${near}`,
    );
  }
  const declared = typeOfColumn(column);
  const type = refine?.(name, declared) ?? declared;
  return derived(path, type, [], (frame) => {
    const read = frame.sources.column(name, type);
    return () => read(frame.at);
  });
}

function builtInValue(name: string, frame: Frame): Eval {
  if (name === "row") return () => frame.row + 1;
  if (name === "ordinal") return () => frame.ordinal + 1;
  const { referenceDay } = frame.sources;
  return () => referenceDay;
}

function called(node: Extract<Syntax, { op: "call" }>, around: Surroundings): Typed {
  const at = { from: node.start, to: node.end };
  const [name, args] = node.args;
  if (name === "column") {
    const path = pathOf(node);
    return path
      ? named(path, { ...around, locals: new Map() })
      : refuse(at, 'column("name") takes a name that is written out.');
  }
  const figure = figureOf(node, (local) => around.locals.has(local));
  if (figure && around.within !== undefined) return refuse(at, "A figure stands in no other figure.");
  if (figure) return figureNode(at, figure, around);
  return callOf(
    at,
    name,
    args.map((arg) => checkNode(arg, around)),
    around,
  );
}

function figureNode(at: Pick<Typed, "from" | "to">, { of, path, inner }: WrittenFigure, around: Surroundings): Typed {
  const { scope, refine } = around;
  ownedTable(scope, of, path);
  const declared = inner ? innerType(inner, of, scope) : figureType(scope, of, path);
  const type = refine?.(figureKey(of), declared) ?? declared;
  return derived(at, type, [], (frame) => {
    const read = frame.sources.figure(of, type);
    return () => read(frame.at);
  });
}

function innerType(inner: Syntax, { figure, table }: WrittenFigure["of"], scope: ExpressionScope): ExprType {
  const { type, from, to } = checkWithin(inner, scopeWithin(scope, table));
  const found = typeOfFigure(figure, type);
  return found ?? refuse({ from, to }, `The ${figure} cannot be taken: this is ${typeWords(type)}.`);
}

/** Checks what a figure computes of each owned row. @throws ExpressionProblem */
export function checkWithin(node: Syntax, scope: ExpressionScope, refine?: Surroundings["refine"]): Typed {
  const counters = { slot: 0, lane: 0 };
  const root = checkNode(node, {
    scope,
    within: scope.table,
    ...(refine ? { refine } : {}),
    locals: new Map(),
    depth: 0,
    counters,
  });
  return counters.lane === 0 ? root : refuse(root, "What is by chance belongs to a column of the owned rows.");
}

function callOf(at: Pick<Typed, "from" | "to">, name: string, args: readonly Typed[], around: Surroundings): Typed {
  const { counters } = around;
  const [only] = args;
  if ((name === "size" || name === "length") && only && args.length === 1) return sizeOf(at, only);
  const found = functionOf(name);
  if (found) return found.call(args, { name, ...at, lane: () => counters.lane++ });
  if (name === "count") return refuse(at, "count takes a table whose rows this one owns, such as count(order_items).");
  if (name === "average" || name === "avg")
    return refuse(at, `${name} takes a column of a table whose rows this one owns.`);
  if (name === "has") return refuse(at, "Ask for a value with != null.");
  if (name === "now")
    return refuse(at, "There is no clock here, so that every run gives the same; today is the reference date.");
  const near = nearest(
    name,
    functionHelp.map((help) => help.name),
  );
  return refuse(at, `There is no function ${name}.${near === undefined ? "" : ` Did you mean ${near}?`}`);
}

function looped(
  at: Pick<Typed, "from" | "to">,
  name: string,
  receiver: Syntax,
  args: readonly Syntax[],
  around: Surroundings,
): Typed {
  const [variable, ...rest] = args;
  const [filter, body] = name === "map" && rest.length === 2 ? rest : [undefined, rest[0]];
  if (variable?.op !== "id" || body === undefined || rest.length > (name === "map" ? 2 : 1))
    return refuse(at, `${name} takes a name for the element and what is asked of it: list.${name}(x, …).`);
  if (around.depth >= deepestLoop)
    return refuse(at, `Loops may stand ${deepestLoop} deep in each other, and no deeper.`);
  const list = checkNode(receiver, around);
  const slot = around.counters.slot++;
  const inside: Surroundings = {
    ...around,
    depth: around.depth + 1,
    locals: new Map([...around.locals, [variable.args, { type: elementType(list), slot }]]),
  };
  return loop(at, name, {
    list,
    slot,
    body: checkNode(body, inside),
    ...(filter ? { filter: checkNode(filter, inside) } : {}),
  });
}

/** cel.bind(x, value, expression): a name for a value that is used more than once. */
function bound(at: Pick<Typed, "from" | "to">, args: readonly Syntax[], around: Surroundings): Typed {
  const [variable, value, body] = args;
  if (variable?.op !== "id" || !value || !body)
    return refuse(at, "cel.bind takes a name, its value and an expression.");
  const inner = checkNode(value, around);
  const slot = around.counters.slot++;
  const locals = new Map([...around.locals, [variable.args, { type: inner.type, slot }] as const]);
  const result = checkNode(body, { ...around, locals });
  return derived(at, result.type, [inner, result], (frame) => {
    const [first, second] = [inner.bind(frame), result.bind(frame)];
    return () => {
      frame.locals[slot] = first();
      return second();
    };
  });
}
