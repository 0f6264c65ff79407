import type { PreviewColumn } from "../../../../shared/api/views.ts";

const narrowest = 64;
const widest = 260;
/** What a cell's padding takes, and the mean advance of the head's 11 px letters. Pixels. */
const padding = 18;
const headAdvance = 5.7;

/** A width for a column of the preview that holds the cells at hand, long texts aside, and most of its name. */
function previewWidth(column: PreviewColumn): number {
  // "set on insert" in the small letters of what is no value.
  if (!column.written) return 92;
  // However many rows are NULL, the others are to be read.
  const widths = column.cells
    .flatMap((cell) => (cell === null ? [] : textWidth(cell)))
    .sort((left, right) => left - right);
  const typical = widths[Math.floor(widths.length * 0.9)] ?? 30;
  const longest = widths.at(-1) ?? 30;
  // One long text among a hundred short ones does not make the column wide; one digit more does.
  const held = longest <= typical * 1.5 ? longest : typical;
  const head = Math.min(column.name.length, 12) * headAdvance;
  return Math.round(Math.min(widest, Math.max(narrowest, Math.max(held, head) + padding)));
}

/** About the width of text in the grid's 12 px, by kinds of letters: measuring each cell would cost a layout. */
function textWidth(text: string): number {
  let width = 0;
  for (const letter of text.slice(0, 60)) {
    if (/\d/.test(letter)) width += 7.4;
    else if (/[ .,:;'|!ijl]/.test(letter)) width += 3.4;
    else if (/[MWQ@%]/.test(letter)) width += 10.4;
    else if (/[-A-Z&mw]/.test(letter)) width += letter === "-" ? 7.6 : 8.6;
    else if (letter > "\u2e80") width += 12;
    else width += 6.7;
  }
  return width;
}

/** From so many values on, the width of texts is settled. */
const settled = 20;

/**
 * Widths of the columns of one table that stay as they are while rows come and go, until a column's rule changes. Numbers
 * may grow with the row number, and after rows that are NULL come the first values: the column grows with them, and never shrinks.
 */
export class StableWidths {
  readonly #widths = new Map<string, { readonly rule: string; readonly width: number; readonly values: number }>();

  width(column: PreviewColumn, rule: string): number {
    const known = this.#widths.get(column.name);
    const same = known?.rule === rule ? known : undefined;
    if (same && column.align === "start" && same.values >= settled) return same.width;
    const width = Math.max(same?.width ?? 0, previewWidth(column));
    const values = Math.max(same?.values ?? 0, column.cells.filter((cell) => cell !== null).length);
    if (column.cells.length > 0) this.#widths.set(column.name, { rule, width, values });
    return width;
  }
}
