import type { Kernel } from "../generators/generator.ts";
import { vectorLike } from "../vectors/copy-vector.ts";
import { newTextVector } from "../vectors/new-vector.ts";
import { isAlike, putCell } from "../vectors/put-cell.ts";
import type { Vector } from "../vectors/vector.ts";

/**
 * The cells of a kernel, or those of `other` where `take` says so. Where the two are of different kinds, all cells are
 * their canonical texts.
 */
export function selectCells(
  kernel: Kernel,
  other: Vector,
  take: (i: number, row: number) => boolean,
  batchRows: number,
): Kernel {
  const out = isAlike(kernel.out, other) ? vectorLike(kernel.out, batchRows) : newTextVector(batchRows);
  return {
    out,
    fill(rows, count) {
      kernel.out.hasNulls = false;
      kernel.fill(rows, count);
      out.hasNulls = kernel.out.hasNulls || other.hasNulls;
      for (let i = 0; i < count; i++) putCell(take(i, rows[i] ?? 0) ? other : kernel.out, i, out, i);
    },
  };
}
