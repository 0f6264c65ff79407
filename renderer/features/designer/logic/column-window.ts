/** Left edges of columns of these widths, and the whole width as the last entry. */
export function columnOffsets(widths: readonly number[]): readonly number[] {
  const offsets = [0];
  let sum = 0;
  for (const width of widths) offsets.push((sum += width));
  return offsets;
}

/** The columns that show between `left` and `left + width`: first, and one past the last. One more on each side is kept ready. */
export function columnWindow(
  offsets: readonly number[],
  left: number,
  width: number,
): { readonly from: number; readonly to: number } {
  const count = offsets.length - 1;
  const from = Math.max(0, lastAtOrBefore(offsets, left) - 1);
  const to = Math.min(count, lastAtOrBefore(offsets, left + width) + 2);
  return { from: Math.min(from, count), to };
}

function lastAtOrBefore(offsets: readonly number[], position: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The scroll position that brings a column into view right of the sticky gutter. */
export function revealColumn(offsets: readonly number[], index: number, left: number, width: number): number {
  const start = offsets[index] ?? 0;
  const end = offsets[index + 1] ?? start;
  if (start < left) return start;
  if (end > left + width) return Math.max(0, Math.min(start, end - width));
  return left;
}
