/** The thumb of a scrollbar whose track stands for all the rows of a table, however many. Pixels. */
export interface Thumb {
  readonly top: number;
  readonly size: number;
}

const smallestThumb = 28;

/** The largest first row: the last page is full. `visible` is the number of whole rows in view. */
export function lastFirstRow(rowCount: number, visible: number): number {
  return Math.max(0, rowCount - Math.max(1, Math.floor(visible)));
}

/** Where the thumb stands when `first` is the first row in view. */
export function thumbOf(first: number, rowCount: number, visible: number, track: number): Thumb {
  const last = lastFirstRow(rowCount, visible);
  if (last === 0 || track <= smallestThumb) return { top: 0, size: Math.max(0, track) };
  const size = Math.min(track, Math.max(smallestThumb, (track * visible) / rowCount));
  return { top: (Math.min(first, last) / last) * (track - size), size };
}

/** The first row in view when the thumb's top is at `top`: the inverse of {@link thumbOf}, to the nearest row. */
export function rowOfThumb(top: number, rowCount: number, visible: number, track: number): number {
  const last = lastFirstRow(rowCount, visible);
  const { size } = thumbOf(0, rowCount, visible, track);
  const room = track - size;
  if (room <= 0) return 0;
  return Math.round((Math.min(room, Math.max(0, top)) / room) * last);
}

/**
 * The first row in view after the wheel turned by `delta` pixels: whole rows only. `carry` is what earlier turns left over,
 * so that a touch pad's small steps add up.
 */
export function wheelRows(
  delta: number,
  carry: number,
  rowHeight: number,
): { readonly rows: number; readonly carry: number } {
  const total = delta + carry;
  const rows = Math.trunc(total / rowHeight);
  return { rows, carry: total - rows * rowHeight };
}

/** The smallest move of the first row that brings `row` into view. */
export function revealRow(row: number, first: number, visible: number, rowCount: number): number {
  const whole = Math.max(1, Math.floor(visible));
  const last = lastFirstRow(rowCount, visible);
  if (row < first) return Math.min(row, last);
  if (row >= first + whole) return Math.min(row - whole + 1, last);
  return Math.min(first, last);
}
