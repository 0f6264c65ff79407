import { CellFailure, ExpressionProblem, type ExpressionError } from "./problem.ts";
import type { ExprType, Value } from "./types.ts";

/** Evaluates a node for the cell that the frame stands at. */
export type Eval = () => Value;

/** A figure over rows that the row owns: the sum of an order's items. */
export interface FigureReference {
  readonly figure: "sum" | "count" | "min" | "max" | "average";
  readonly table: string;
  readonly column?: string;
  /** In place of a column: what is computed of each owned row, and the columns of it that this reads. */
  readonly expression?: { readonly text: string; readonly columns: readonly string[] };
}

/** Where values come from. `at` is the cell's place in the batch. */
export interface Sources {
  column(path: string, type: ExprType): (at: number) => Value;
  figure(of: FigureReference, type: ExprType): (at: number) => Value;
  /** The reference date in days since 1970-01-01. */
  readonly referenceDay: number;
  /** A draw from [0, 1) of a row; each place of the expression has a lane of its own. */
  unit(row: number, lane: number): number;
}

/** The cell that is evaluated. One frame serves all cells of a column, so that none is made for each. */
export interface Frame {
  readonly sources: Sources;
  /** Place in the batch. */
  at: number;
  /** Row number in the table, and within the owner, both from 0. */
  row: number;
  ordinal: number;
  /** What is left of the cell's budget. */
  steps: number;
  /** The elements that `map` and its like stand at. */
  readonly locals: Value[];
}

/** A checked part of an expression. */
export interface Typed {
  readonly type: ExprType;
  readonly from: number;
  readonly to: number;
  /** The value, where it is written out: what `round` needs to know its places by. */
  readonly literal?: Value;
  /** How many steps one evaluation takes, loops within not counted. */
  readonly size: number;
  bind(frame: Frame): Eval;
}

/** Steps of one cell: a few milliseconds at the worst. */
export const cellSteps = 20_000;
/** The longest text that an expression makes, in UTF-16 units. */
export const longestText = 100_000;

/** Takes steps off the cell's budget. */
export function spend(frame: Frame, steps: number): void {
  frame.steps -= steps;
  if (frame.steps < 0) throw new CellFailure("the cell takes too many steps");
}

/** Throws a problem at a place of the expression. */
export function refuse(at: Pick<Typed, "from" | "to">, message: string, fix?: ExpressionError["fix"]): never {
  throw new ExpressionProblem({ message, from: at.from, to: at.to, ...(fix ? { fix } : {}) });
}

/** A node made of others; NULL where any of them is. */
export function derived(
  at: Pick<Typed, "from" | "to">,
  type: ExprType,
  parts: readonly Typed[],
  bind: Typed["bind"],
): Typed {
  const size = parts.reduce((sum, part) => sum + part.size, 1);
  return { type, from: at.from, to: at.to, size, bind };
}
