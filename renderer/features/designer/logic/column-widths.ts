import type { PreviewColumn } from "../../../../shared/api/views.ts";

const narrowest = 64;
const widest = 260;
/** Mean advance of the grid's 12 px text and of the head's 11 px, and what the padding takes. Pixels. */
const digitAdvance = 6.7;
const headAdvance = 5.9;
const padding = 18;

/** A width for a column of the preview that holds nearly all of the cells at hand and most of its name. */
export function previewWidth(column: PreviewColumn): number {
  const lengths = column.cells
    .map((cell) => (cell === null ? 4 : Math.min(60, cell.length)))
    .sort((left, right) => left - right);
  const typical = lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * 0.95))] ?? 4;
  const head = Math.min(column.name.length, 16) * headAdvance;
  return Math.round(Math.min(widest, Math.max(narrowest, Math.max(typical * digitAdvance, head) + padding)));
}

/** Widths of the columns of one table that stay as they are while rows come and go, until a column's rule changes. */
export class StableWidths {
  readonly #widths = new Map<string, { readonly rule: string; readonly width: number }>();

  width(column: PreviewColumn, rule: string): number {
    const known = this.#widths.get(column.name);
    if (known?.rule === rule) return known.width;
    const width = previewWidth(column);
    if (column.cells.length > 0) this.#widths.set(column.name, { rule, width });
    return width;
  }
}
