import { newTextVector } from "../../vectors/new-vector.ts";
import type { Kernel } from "../generator.ts";

/** A column that is NULL in every row. */
export function nullKernel(batchRows: number): Kernel {
  const out = newTextVector(batchRows);
  return {
    out,
    fill(_rows, count) {
      out.nulls.fill(1, 0, count);
      out.hasNulls = true;
    },
  };
}
