/**
 * Copies `length` bytes, rounded up to words of eight, for each of some cells: from `starts[from + k]` of the source to `ends[k]`. The
 * words are taken four at a time, then the next four of every cell: a loop within the loop over cells, however short, costs more than
 * what a cell needs not. Up to 15 bytes beyond `length` are read and written.
 */
export function copyWords(
  starts: Int32Array,
  from: number,
  count: number,
  source: DataView,
  length: number,
  view: DataView,
  ends: Int32Array,
): void {
  let done = 0;
  for (; length - done > 16; done += 32) copyFour(starts, from, count, source, done, view, ends);
  if (length - done > 8) copyTwo(starts, from, count, source, done, view, ends);
  else if (length > done) copyOne(starts, from, count, source, done, view, ends);
}

// Text never has the bits of a NaN, so that a float moves it as it is.

function copyFour(
  starts: Int32Array,
  from: number,
  count: number,
  source: DataView,
  offset: number,
  view: DataView,
  ends: Int32Array,
): void {
  for (let k = 0; k < count; k++) {
    const start = (starts[from + k] ?? 0) + offset;
    const at = (ends[k] ?? 0) + offset;
    view.setFloat64(at, source.getFloat64(start, true), true);
    view.setFloat64(at + 8, source.getFloat64(start + 8, true), true);
    view.setFloat64(at + 16, source.getFloat64(start + 16, true), true);
    view.setFloat64(at + 24, source.getFloat64(start + 24, true), true);
  }
}

function copyTwo(
  starts: Int32Array,
  from: number,
  count: number,
  source: DataView,
  offset: number,
  view: DataView,
  ends: Int32Array,
): void {
  for (let k = 0; k < count; k++) {
    const start = (starts[from + k] ?? 0) + offset;
    const at = (ends[k] ?? 0) + offset;
    view.setFloat64(at, source.getFloat64(start, true), true);
    view.setFloat64(at + 8, source.getFloat64(start + 8, true), true);
  }
}

function copyOne(
  starts: Int32Array,
  from: number,
  count: number,
  source: DataView,
  offset: number,
  view: DataView,
  ends: Int32Array,
): void {
  for (let k = 0; k < count; k++) {
    const start = (starts[from + k] ?? 0) + offset;
    view.setFloat64((ends[k] ?? 0) + offset, source.getFloat64(start, true), true);
  }
}
