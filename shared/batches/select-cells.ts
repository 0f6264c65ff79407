import type { Kernel } from "../generators/generator.ts";
import { maxUtf8Length, writeUtf8 } from "../base/utf8.ts";
import { cellText } from "../vectors/cells.ts";
import { vectorLike } from "../vectors/copy-vector.ts";
import { newTextVector, reserveBytes } from "../vectors/new-vector.ts";
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

/** Whether cells of both fit one vector as they are. */
export function isAlike(a: Vector, b: Vector): boolean {
  if (a.kind === "decimal" && b.kind === "decimal") return a.scale === b.scale;
  if (a.kind === "timestamp" && b.kind === "timestamp") return a.precision === b.precision && a.zone === b.zone;
  if (a.kind === "time" && b.kind === "time") return a.precision === b.precision;
  return a.kind === b.kind && a.kind !== "text" && a.kind !== "bytes" && a.kind !== "dictionary";
}

/** Copies cell `at` of one vector to cell `i` of another; texts are written in order. */
export function putCell(from: Vector, at: number, to: Vector, i: number): void {
  const nothing = from.hasNulls && from.nulls[at] === 1;
  to.nulls[i] = nothing ? 1 : 0;
  if (to.kind === "text") {
    const text = nothing ? "" : (cellText(from, at) ?? "");
    const begin = to.offsets[i] ?? 0;
    to.offsets[i + 1] = writeUtf8(reserveBytes(to, begin + maxUtf8Length(text)), begin, text);
  } else if (to.kind === "bigint" && from.kind === "bigint") to.values[i] = from.values[at] ?? 0n;
  else if ("values" in to && "values" in from && to.kind !== "bigint" && from.kind !== "bigint")
    to.values[i] = from.values[at] ?? 0;
}
