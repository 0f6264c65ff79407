import { nearest } from "../base/nearest.ts";
import { loopNames } from "./loops.ts";
import { pathOf, refuse, type Path } from "./names.ts";
import { childrenOf, type Syntax } from "./parse-expression.ts";
import { ownEntry, type ExpressionScope } from "./scope.ts";
import type { FigureReference } from "./typed.ts";
import { decimalType, doubleType, intType, typeOfColumn, typeWords, type ExprType } from "./types.ts";

/** The figures that are taken of owned rows; avg is the word of SQL. */
const figures: Readonly<Record<string, FigureReference["figure"]>> = {
  sum: "sum",
  count: "count",
  min: "min",
  max: "max",
  average: "average",
  avg: "average",
};

/** A figure as it is written. */
export interface WrittenFigure {
  readonly of: FigureReference;
  /** The first column of the owned rows that it names, or their table. */
  readonly path: Path;
  /** What is computed of each owned row, where that is more than a column. */
  readonly inner?: Syntax;
}

/**
 * The figure that a call asks for, of a column of owned rows or of an expression over several: sum(order_items.amount),
 * sum(order_items.price * order_items.quantity). Undefined where it is another call.
 */
export function figureOf(node: Syntax, isLocal: (name: string) => boolean): WrittenFigure | undefined {
  if (node.op !== "call") return undefined;
  const [name, [only, ...more]] = node.args;
  const figure = ownEntry(figures, name);
  if (figure === undefined || !only || more.length > 0) return undefined;
  const path = pathOf(only);
  if (!path) return figure === "count" || isList(only) ? undefined : figureOfExpression(figure, only, isLocal);
  if (isLocal(path.steps[0]?.name ?? "")) return undefined;
  if (figure === "count") return { of: { figure, table: path.text }, path };
  const parts = partsOf(path);
  // A plain name is no column of another table: max(price) is of the row itself.
  return parts && { of: { figure, ...parts }, path };
}

function figureOfExpression(
  figure: FigureReference["figure"],
  inner: Syntax,
  isLocal: (name: string) => boolean,
): WrittenFigure | undefined {
  const named = pathsIn(inner).flatMap((path) => {
    const parts = isLocal(path.steps[0]?.name ?? "") ? undefined : partsOf(path);
    return parts ? [{ path, ...parts }] : [];
  });
  const [first] = named;
  if (!first) return undefined;
  const { table, path } = first;
  const columns = [...new Set(named.filter((one) => one.table === table).map(({ column }) => column))];
  const text = inner.input.slice(inner.start, inner.end);
  return { of: { figure, table, expression: { text, columns } }, path, inner };
}

/** The paths below a node. */
export function pathsIn(node: Syntax): readonly Path[] {
  const path = pathOf(node);
  return path ? [path] : childrenOf(node).flatMap(pathsIn);
}

/** Seen by its form alone: max([a, b]) is of values of the row. */
const isList = (node: Syntax): boolean =>
  node.op === "list" ||
  (node.op === "call" && node.args[0] === "split") ||
  (node.op === "rcall" && [...loopNames, "split", "bind"].includes(node.args[0]));

function partsOf({ text }: Path): { readonly table: string; readonly column: string } | undefined {
  const dot = text.lastIndexOf(".");
  return dot < 0 ? undefined : { table: text.slice(0, dot), column: text.slice(dot + 1) };
}

/** A figure's name, apart from those of columns. */
export const figureKey = ({ figure, table, column, expression }: FigureReference): string =>
  `${figure}(${expression?.text ?? `${table}.${column ?? ""}`})`;

/** What is known where an expression is evaluated for each row of a table: its own columns. */
export const scopeWithin = ({ tables }: ExpressionScope, table: string): ExpressionScope => ({
  table,
  tables: { [table]: { columns: ownEntry(tables, table)?.columns ?? {}, parents: {} } },
  children: [],
});

/** Why a figure over `table` cannot name `way`, which leads to a row that its rows refer to; and what does. */
export const ownColumnsOnly = (table: string, way: string): string =>
  `A figure over ${table} takes its own columns, not those of its parents: copy ${way} into a column of ${table} (the rule Copy of a column), and name that.`;

/** Refuses a table whose rows are not the row's own. */
export function ownedTable(scope: ExpressionScope, { table, column, expression }: FigureReference, path: Path): void {
  if (scope.children.includes(table)) return;
  const child = scope.children.find((one) => table.startsWith(`${one}.`));
  if (child !== undefined)
    refuse(path.from, path.to, ownColumnsOnly(child, [table.slice(child.length + 1), column ?? []].flat().join(".")));
  const counted = column === undefined && expression === undefined;
  const to = counted ? path.to : path.to - (partsOf(path)?.column.length ?? 0) - 1;
  const near = nearest(table, scope.children);
  const known = ownEntry(scope.tables, table) !== undefined || near === undefined;
  refuse(
    path.from,
    to,
    known
      ? `${table} does not refer to ${scope.table}, so no rows of it are this row's own.`
      : `There is no table ${table}.`,
    near,
  );
}

/** The type of a figure over a column, or over a table's rows. Throws where the column is not there, or cannot be summed. */
export function figureType(scope: ExpressionScope, { figure, table, column }: FigureReference, path: Path): ExprType {
  if (column === undefined) return intType;
  const { columns = {} } = ownEntry(scope.tables, table) ?? {};
  const type = ownEntry(columns, column);
  const from = path.to - column.length;
  if (type === undefined)
    return refuse(from, path.to, `${table} has no column ${column}.`, nearest(column, Object.keys(columns)));
  const whole = typeOfColumn(type);
  return (
    typeOfFigure(figure, whole) ??
    refuse(from, path.to, `The ${figure} of ${column} cannot be taken: it is ${typeWords(whole)}.`)
  );
}

/** The type of a figure over values of a type; undefined where it cannot be taken of such. */
export function typeOfFigure(figure: FigureReference["figure"], type: ExprType): ExprType | undefined {
  const instant = type.kind === "date" || type.kind === "timestamp";
  if (type.kind === "int") return figure === "average" ? doubleType : type;
  if (type.kind === "decimal") return decimalType(type.scale);
  return type.kind === "double" || (instant && figure !== "sum") ? type : undefined;
}
