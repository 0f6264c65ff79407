import { CellFailure } from "./problem.ts";
import { cellSteps, type Frame, type Sources, type Typed } from "./typed.ts";
import type { Value } from "./types.ts";

/** An expression that is ready for a column's cells. */
export interface BoundExpression {
  /** The value of the cell at a place in the batch; NULL where it cannot be computed, and then {@link failure} says why. */
  cell(at: number, row: number): Value;
  /** Why the last cell had no value; undefined where it had one. */
  readonly failure: string | undefined;
}

/** Binds a checked expression to where its values come from. `ordinals` are the batch's rows within their owners. */
export function bindExpression(root: Typed, sources: Sources, ordinals?: Float64Array): BoundExpression {
  const frame: Frame = { sources, at: 0, row: 0, ordinal: 0, steps: 0, locals: [] };
  const run = root.bind(frame);
  let failure: string | undefined;
  return {
    cell(at, row) {
      frame.at = at;
      frame.row = row;
      frame.ordinal = ordinals ? (ordinals[at] ?? 0) : row;
      frame.steps = cellSteps;
      failure = undefined;
      try {
        return run();
      } catch (error) {
        // Whatever goes wrong in a cell stays in it: a worker goes on with the next.
        failure = error instanceof CellFailure ? error.message : "the value cannot be computed";
        return null;
      }
    },
    get failure() {
      return failure;
    },
  };
}
