import { writerSlack } from "../vectors/cell-writer.ts";
import type { Vector } from "../vectors/vector.ts";
import { markOf, writeMark } from "../vectors/mark.ts";
import { reserve } from "./byte-buffer.ts";
import { columnWriter, type CellMarks, type ColumnWriter } from "./column-writer.ts";
import type { TableEncoder } from "./encoder.ts";
import type { TextStyle } from "./text-cell.ts";

/** The rows of a format: what stands around the cells of each column, or a row of no columns. */
export interface RowShape {
  readonly marks: readonly CellMarks[];
  readonly empty: string;
}

/** What stands between rows, written in their turn: it follows from the row's number alone. */
export interface RowFrame {
  /** The most bytes that both take for one row. */
  readonly room: number;
  before(row: number, view: DataView, at: number): number;
  after(row: number, view: DataView, at: number): number;
}

/** Rows that are put together at a time: the caches hold them while their columns are written. */
const blockRows = 128;
const blockBytes = 65_536;

/** Rows that lie at equal distances: row k begins at `k * stride` and ends at `ends[k]`. */
interface Block {
  readonly view: DataView;
  /** The same memory. */
  readonly words: Float64Array;
  readonly stride: number;
  readonly ends: Int32Array;
}

/**
 * The rows of a file in a format. The rows of a block are put together at equal distances, column after column
 * (column-writer.ts), then joined. The bytes of a row follow from the row alone.
 */
export function rowWriter(style: TextStyle, { marks, empty }: RowShape, frame?: RowFrame): TableEncoder["rows"] {
  const ends = new Int32Array(blockRows);
  const nothing = markOf(empty);
  const viewOfOut = viewOf();
  let words = new Float64Array(0);
  let view = new DataView(words.buffer);
  // Writers are made once: a reader gives the same vectors for every batch.
  let known: readonly Vector[] | undefined;
  let writers: readonly ColumnWriter[] = [];

  return ({ vectors, count, start }, out) => {
    if (vectors !== known) {
      known = vectors;
      writers = vectors.map((vector, k) => {
        const around = marks[k] ?? { open: "", close: "", none: "" };
        return columnWriter(vector, around.style ?? style, around);
      });
    }
    const width = writers.reduce((sum, writer) => sum + writer.begin(count), 0);
    // Writers store whole words, a little beyond what they write.
    const stride = (width + writerSlack + 7) & ~7;
    const rows = Math.max(1, Math.min(blockRows, Math.floor(blockBytes / stride)));
    if (words.length * 8 < rows * stride) {
      words = new Float64Array((rows * stride) / 8);
      view = new DataView(words.buffer);
    }
    const block: Block = { view, words, stride, ends };
    for (let from = 0; from < count; from += rows) {
      const to = Math.min(count, from + rows);
      for (let k = 0; k < to - from; k++) ends[k] = k * stride;
      for (const writer of writers) writer.append(from, to, view, ends);
      if (writers.length === 0) for (let k = 0; k < to - from; k++) ends[k] = writeMark(nothing, view, ends[k] ?? 0);
      let length = (frame?.room ?? 0) * (to - from) + writerSlack;
      for (let k = 0; k < to - from; k++) length += (ends[k] ?? 0) - k * stride;
      const target = viewOfOut(reserve(out, length));
      out.length = frame
        ? joinFramed(block, start + from, to - from, frame, target, out.length)
        : join(block, to - from, target, out.length);
    }
  };
}

/** The view of some bytes, made anew only where they are others than before. */
function viewOf(): (bytes: Uint8Array) => DataView {
  let known: Uint8Array | undefined;
  let view: DataView = new DataView(new ArrayBuffer(0));
  return (bytes) => {
    if (bytes !== known) view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    known = bytes;
    return view;
  };
}

/** Copies a row four words at a time; text never has the bits of a NaN, so that a float moves it as it is. */
function copyRow({ words, stride, ends }: Block, k: number, out: DataView, at: number): number {
  const length = (ends[k] ?? 0) - k * stride;
  const first = (k * stride) >> 3;
  for (let b = 0; b < length; b += 32) {
    const w = first + (b >> 3);
    out.setFloat64(at + b, words[w] ?? 0, true);
    out.setFloat64(at + b + 8, words[w + 1] ?? 0, true);
    out.setFloat64(at + b + 16, words[w + 2] ?? 0, true);
    out.setFloat64(at + b + 24, words[w + 3] ?? 0, true);
  }
  return at + length;
}

function join(block: Block, count: number, out: DataView, at: number): number {
  let p = at;
  for (let k = 0; k < count; k++) p = copyRow(block, k, out, p);
  return p;
}

function joinFramed(block: Block, first: number, count: number, frame: RowFrame, out: DataView, at: number): number {
  let p = at;
  for (let k = 0; k < count; k++)
    p = frame.after(first + k, out, copyRow(block, k, out, frame.before(first + k, out, p)));
  return p;
}
