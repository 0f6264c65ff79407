import { permutation } from "../../random/permutation.ts";
import { belowAt, unitAt } from "../../random/stream.ts";
import type { Kernel } from "../generator.ts";
import type { EdgeCatalogue } from "./edge-catalogue.ts";
import { edgeCells } from "./edge-cells.ts";
import { edgeValues } from "./edge-values.ts";
import { edgePacks } from "./packs.ts";

/** Lays edge values over a share of a column's rows; see {@link EdgeCatalogue.overlay}. */
const overlay: EdgeCatalogue["overlay"] = (kernel, values, draw) => {
  const cells = edgeCells(kernel.out, values, draw.batchRows);
  const { size, out } = cells;
  if (size === 0) return kernel;
  const picks = new Int32Array(draw.batchRows);
  const pickOf = draw.unique ? oncePick(size, draw) : freePick(size, draw);
  return {
    ...kernel,
    out,
    fill(rows, count) {
      kernel.fill(rows, count);
      for (let i = 0; i < count; i++) picks[i] = pickOf(rows[i] ?? 0);
      cells.write(picks, count);
    },
  } satisfies Kernel;
};

type Draw = Parameters<EdgeCatalogue["overlay"]>[2];

const freePick =
  (size: number, { stream, share }: Draw) =>
  (row: number): number =>
    unitAt(stream, row) < share ? belowAt(stream, row, size, 1) : -1;

/** Each value in one row at the most: the row's place in a keyed order of all rows says which, if any. */
function oncePick(size: number, { stream, share, rowCount }: Draw): (row: number) => number {
  if (rowCount < 1) return () => -1;
  const order = permutation(stream, rowCount);
  const most = Math.min(size, Math.floor(rowCount * share));
  return (row) => {
    const place = row < rowCount ? order.indexOf(row) : most;
    return place < most ? place : -1;
  };
}

/** What the stages know of the edge packs. */
export const edgeCatalogue: EdgeCatalogue = { packs: edgePacks, values: edgeValues, overlay };
