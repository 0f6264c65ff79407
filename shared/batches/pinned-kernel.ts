import type { Kernel } from "../generators/generator.ts";
import type { PinnedRow, PinnedValue } from "../project/pinned-row.ts";
import type { ColumnModel } from "../schema/schema-model.ts";
import { cellAt } from "../vectors/cells.ts";
import type { Vector } from "../vectors/vector.ts";
import type { TableReader } from "./batch.ts";
import { storeOf } from "./source-column.ts";
import { newTextVector } from "../vectors/new-vector.ts";
import { vectorLike } from "../vectors/copy-vector.ts";
import { isAlike, putCell } from "../vectors/put-cell.ts";

/**
 * The kernel with the cells that pinned rows say: pinned row k is row k of the table. `given` reads the column as it would be without
 * them, where its values must differ from each other: a row that would repeat a pinned value gets the value that the pinned row gave
 * up, so that all stay different. Not `here`: the pinned rows are another worker's, and values are only kept apart from theirs.
 */
export function pinnedKernel(
  kernel: Kernel,
  column: ColumnModel,
  pinned: readonly PinnedRow[],
  given: TableReader | undefined,
  batchRows: number,
  here = true,
): Kernel {
  const isPinned = pinned.map(({ values }) => Object.hasOwn(values, column.name));
  const { out: under } = kernel;
  const held = heldCells(under, column, pinned);
  const spare = given && spareCells(given, held, isPinned);
  const out = isAlike(under, held) ? vectorLike(under, batchRows) : newTextVector(batchRows);
  return {
    ...kernel,
    out,
    fill(rows, count) {
      under.hasNulls = false;
      kernel.fill(rows, count);
      out.hasNulls = under.hasNulls || held.hasNulls || spare?.cells.hasNulls === true;
      for (let i = 0; i < count; i++) {
        const row = rows[i] ?? 0;
        const set = here && isPinned[row] === true;
        const other = set ? undefined : spare?.of.get(keyAt(under, i));
        if (set) putCell(held, row, out, i);
        else if (spare !== undefined && other !== undefined) putCell(spare.cells, other, out, i);
        else putCell(under, i, out, i);
      }
    },
  };
}

/** The pinned cells as the kernel's vector would hold them, or as texts where it could not. */
function heldCells(under: Vector, column: ColumnModel, pinned: readonly PinnedRow[]): Vector {
  const alike = under.kind === "dictionary" ? newTextVector(pinned.length) : vectorLike(under, pinned.length);
  for (const vector of [alike, newTextVector(pinned.length)]) {
    const store = storeOf(vector);
    const fits = pinned.every(({ values }, row) => {
      const cell = storedCell(values[column.name] ?? null, column);
      if (cell !== null) return store(row, cell);
      vector.nulls[row] = 1;
      vector.hasNulls = true;
      if (vector.kind === "text" || vector.kind === "bytes") vector.offsets[row + 1] = vector.offsets[row] ?? 0;
      return true;
    });
    if (fits) return vector;
  }
  throw new RangeError(`No vector takes the pinned cells of ${column.name}.`);
}

/** The values that pinned rows gave up, and which of them stands in for which pinned value. */
interface SpareCells {
  readonly cells: Vector;
  /** By pinned value: a row in `cells`. */
  readonly of: ReadonlyMap<string, number>;
}

function spareCells(given: TableReader, pinned: Vector, isPinned: readonly boolean[]): SpareCells | undefined {
  const [cells] = given.readRange(0, isPinned.length).vectors;
  if (cells === undefined) return undefined;
  const rowOf = new Map(isPinned.flatMap((is, row) => (is ? [[keyAt(pinned, row), row] as const] : [])));
  const spare = new Map<string, number>();
  for (const [key, first] of rowOf) {
    // A spare value may be pinned in another row, whose spare value then stands in: each step takes a row of its own.
    let row: number | undefined = first;
    for (let next = rowOf.get(keyAt(cells, row)); next !== undefined && next !== first;) {
      row = next;
      next = rowOf.get(keyAt(cells, row));
    }
    spare.set(key, row);
  }
  return { cells, of: spare };
}

const keyAt = (vector: Vector, i: number): string => String(cellAt(vector, i));

/** A pinned value as a column of its type stores it. */
function storedCell(value: PinnedValue, { valueType }: ColumnModel): PinnedValue | Uint8Array {
  if (value === null) return null;
  if (valueType.kind === "bytes")
    return Uint8Array.from(String(value).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (valueType.kind === "boolean") return value === true || value === 1 || value === "true" || value === "1";
  return value;
}
