import type { Mark } from "../vectors/mark.ts";

// Cells that are copied in whole words: a few of every cell, and more of those that have more. Most columns have a few cells that are
// much longer than the others, so that the branch is foreseen. Text never has the bits of a NaN, so that a float moves it as it is.

/** Entries of a list, each `width` words from the next, at least three: entry `codes[i]` is copied and its length passed. */
export function appendLongEntries(
  codes: Int32Array,
  words: Float64Array,
  lengths: Int32Array,
  width: number,
  from: number,
  to: number,
  view: DataView,
  ends: Int32Array,
): void {
  for (let i = from, k = 0; i < to; i++, k++) {
    const code = codes[i] ?? 0;
    const first = code * width;
    const at = ends[k] ?? 0;
    const length = lengths[code] ?? 0;
    view.setFloat64(at, words[first] ?? 0, true);
    view.setFloat64(at + 8, words[first + 1] ?? 0, true);
    view.setFloat64(at + 16, words[first + 2] ?? 0, true);
    view.setFloat64(at + 24, words[first + 3] ?? 0, true);
    for (let b = 32; b < length; b += 8) view.setFloat64(at + b, words[first + (b >> 3)] ?? 0, true);
    ends[k] = at + length;
  }
}

/** Texts of up to 16 bytes that lie behind each other, none of them empty, and the mark behind each. */
export function appendShortTexts(
  offsets: Int32Array,
  source: DataView,
  { word, length }: Mark,
  from: number,
  to: number,
  view: DataView,
  ends: Int32Array,
): void {
  let start = offsets[from] ?? 0;
  for (let i = from, k = 0; i < to; i++, k++) {
    const at = ends[k] ?? 0;
    const next = offsets[i + 1] ?? 0;
    view.setFloat64(at, source.getFloat64(start, true), true);
    view.setFloat64(at + 8, source.getFloat64(start + 8, true), true);
    const end = at + next - start;
    view.setFloat64(end, word, true);
    ends[k] = end + length;
    start = next;
  }
}

/** The same of longer ones, of which four words are copied at least: 32 bytes from the last one's start on must be there. */
export function appendLongTexts(
  offsets: Int32Array,
  source: DataView,
  { word, length }: Mark,
  from: number,
  to: number,
  view: DataView,
  ends: Int32Array,
): void {
  let start = offsets[from] ?? 0;
  for (let i = from, k = 0; i < to; i++, k++) {
    const at = ends[k] ?? 0;
    const next = offsets[i + 1] ?? 0;
    view.setFloat64(at, source.getFloat64(start, true), true);
    view.setFloat64(at + 8, source.getFloat64(start + 8, true), true);
    view.setFloat64(at + 16, source.getFloat64(start + 16, true), true);
    view.setFloat64(at + 24, source.getFloat64(start + 24, true), true);
    for (let b = 32; b < next - start; b += 8) view.setFloat64(at + b, source.getFloat64(start + b, true), true);
    const end = at + next - start;
    view.setFloat64(end, word, true);
    ends[k] = end + length;
    start = next;
  }
}
