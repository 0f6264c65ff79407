import { encodeUtf8 } from "../base/utf8.ts";
import { plainWriter, widestPlainCell, type CellWriter } from "../vectors/cell-writer.ts";
import type { TextDictionary } from "../vectors/text-dictionary.ts";
import type { BytesVector, TextVector, Vector } from "../vectors/vector.ts";
import { writeTimestamps } from "../vectors/write-date.ts";
import { smallWholes } from "../vectors/whole-numbers.ts";
import { writeDecimals, writeIntegers } from "../vectors/write-number.ts";
import { markOf, writeMark, type Mark } from "../vectors/mark.ts";
import { appendLongEntries, appendLongTexts, appendShortTexts } from "./append-words.ts";
import { writeBytes } from "./byte-buffer.ts";
import { encodedDictionary, writeTextCell, type TextStyle } from "./text-cell.ts";

// Columns are written one after another, each in a loop of its own over the rows of a block: a loop that knows what it writes
// runs several times as fast as a call for each cell of a row. The loops are plain functions that are given all they need, so
// that all columns, files and runs share one compiled form of each.

/** The most bytes that stand behind each cell of a column: they are written as one word. */
export const longestClose = 7;

/** What stands around the cells of a column. */
export interface CellMarks {
  readonly open: string;
  /** At most {@link longestClose} bytes. */
  readonly close: string;
  /** A NULL, between the two; null where it leaves no trace of itself, nor of what stands around it. */
  readonly none: string | null;
  /** The column's own, where it is not that of the others. */
  readonly style?: TextStyle;
}

/** Writes cells into rows that are put together: row k of a block ends at `ends[k]`, where its next cell begins. */
export interface ColumnWriter {
  /** A batch begins: returns the most bytes that one of its first `count` cells takes, marks included. */
  begin(count: number): number;
  /** Writes the cells from … to − 1 with their marks, and moves the ends of rows 0 … to − from − 1 behind them. */
  append(from: number, to: number, view: DataView, ends: Int32Array): void;
}

/** The writer of a vector's cells in a format, between the marks of its column. */
export function columnWriter(vector: Vector, style: TextStyle, marks: CellMarks): ColumnWriter {
  const [before, after] = aroundCells(vector, style);
  const open = markOf(marks.open + before);
  const none = encodeUtf8(marks.none === null ? "" : marks.open + marks.none + marks.close);
  const cells = cellsWriter(vector, style, markOf(after + marks.close), marks.close);
  let starts = new Int32Array(0);
  return {
    begin: (count) => Math.max(open.length + cells.begin(count), none.length),
    append(from, to, view, ends) {
      const count = to - from;
      const { nulls, hasNulls } = vector;
      if (hasNulls) {
        if (starts.length < count) starts = new Int32Array(ends.length);
        starts.set(ends.subarray(0, count));
      }
      if (open.length > 0) appendMarks(open, count, view, ends);
      cells.append(from, to, view, ends);
      if (!hasNulls) return;
      // What was written in the place of a NULL is written over.
      for (let k = 0; k < count; k++) if (nulls[from + k] === 1) ends[k] = writeBytes(view, starts[k] ?? 0, none);
    },
  };
}

/** What a format writes around the cells of a vector's kind, besides the marks of the column. */
function aroundCells(vector: Vector, style: TextStyle): readonly [before: string, after: string] {
  switch (vector.kind) {
    case "date":
    case "time":
      return [style.quote, style.quote];
    case "timestamp":
      return [style.quote, (vector.zone ? (style.zoneMinutes ?? "") : "") + style.quote];
    case "text":
    case "dictionary":
      return [style.textPrefix ?? "", ""];
    case "bytes":
      return ["", ""];
    case "integer":
    case "bigint":
    case "decimal":
    case "real":
    case "boolean":
      return [style.numberQuote ?? "", style.numberQuote ?? ""];
  }
}

/** The writer of the cells and of the mark behind each. `close` alone is what the format asks for, without quotes. */
function cellsWriter(vector: Vector, style: TextStyle, mark: Mark, close: string): ColumnWriter {
  switch (vector.kind) {
    case "dictionary": {
      const entries = encodedDictionary(vector.dictionary, style, close);
      return {
        begin: () => entries.stride,
        append: (from, to, view, ends) => appendEntries(vector.codes, entries, from, to, view, ends),
      };
    }
    case "text": {
      const wordsOf = wordReader(vector);
      let words = wordsOf(0, 0);
      const asItIs = isClean(vector, style) && style.textQuote === "";
      let wide = 0;
      return {
        begin(count) {
          const { shortest, longest } = cellLengths(vector, count);
          wide = asItIs && shortest > 0 && longest <= longestWide ? longest : 0;
          words = wordsOf(count, longest);
          return Math.max(style.textLength(longest), longest + 16) + mark.length;
        },
        append(from, to, view, ends) {
          if (wide === 0) return appendTexts(vector, words, style, mark, from, to, view, ends);
          const append = wide <= 16 ? appendShortTexts : appendLongTexts;
          append(vector.offsets, words, mark, from, to, view, ends);
        },
      };
    }
    case "bytes":
      return {
        begin: (count) => style.bytesLength(cellLengths(vector, count).longest) + mark.length,
        append: cellByCell((i, view, at) => style.bytes(vector, i, view, at), mark),
      };
    case "integer":
      return plain((from, to, view, ends) => writeIntegers(vector.values, mark, from, to, view, ends));
    case "bigint": {
      const small = smallWholes(vector);
      const large = cellByCell(plainWriter(vector, style), mark);
      return plain((from, to, view, ends) => {
        const numbers = small(from, to);
        if (numbers === undefined) large(from, to, view, ends);
        else writeIntegers(numbers, mark, 0, to - from, view, ends);
      });
    }
    case "decimal":
      return plain((from, to, view, ends) => writeDecimals(vector.values, vector.scale, mark, from, to, view, ends));
    case "timestamp":
      return plain((from, to, view, ends) => writeTimestamps(vector, mark, from, to, view, ends));
    default:
      return plain(cellByCell(plainWriter(vector, { ...style, quote: "" }), mark));
  }
}

const plain = (append: ColumnWriter["append"]): ColumnWriter => ({ begin: () => widestPlainCell, append });

function appendMarks(mark: Mark, count: number, view: DataView, ends: Int32Array): void {
  if (mark.length > 8) for (let k = 0; k < count; k++) ends[k] = writeMark(mark, view, ends[k] ?? 0);
  else appendShortMarks(mark.word, mark.length, count, view, ends);
}

function appendShortMarks(word: number, length: number, count: number, view: DataView, ends: Int32Array): void {
  for (let k = 0; k < count; k++) {
    const at = ends[k] ?? 0;
    view.setFloat64(at, word, true);
    ends[k] = at + length;
  }
}

/** Entries of an encoded dictionary, marks included. All words of a short entry are copied: a branch on its length costs more. */
function appendEntries(
  codes: Int32Array,
  { words, lengths, stride }: TextDictionary,
  from: number,
  to: number,
  view: DataView,
  ends: Int32Array,
): void {
  if (stride === 8) return appendWords(codes, words, lengths, from, to, view, ends);
  if (stride === 16) return appendWordPairs(codes, words, lengths, from, to, view, ends);
  appendLongEntries(codes, words, lengths, stride >> 3, from, to, view, ends);
}

function appendWords(
  codes: Int32Array,
  words: Float64Array,
  lengths: Int32Array,
  from: number,
  to: number,
  view: DataView,
  ends: Int32Array,
): void {
  for (let i = from, k = 0; i < to; i++, k++) {
    const code = codes[i] ?? 0;
    const at = ends[k] ?? 0;
    view.setFloat64(at, words[code] ?? 0, true);
    ends[k] = at + (lengths[code] ?? 0);
  }
}

function appendWordPairs(
  codes: Int32Array,
  words: Float64Array,
  lengths: Int32Array,
  from: number,
  to: number,
  view: DataView,
  ends: Int32Array,
): void {
  for (let i = from, k = 0; i < to; i++, k++) {
    const code = codes[i] ?? 0;
    const at = ends[k] ?? 0;
    view.setFloat64(at, words[code * 2] ?? 0, true);
    view.setFloat64(at + 8, words[code * 2 + 1] ?? 0, true);
    ends[k] = at + (lengths[code] ?? 0);
  }
}

/** Up to this many bytes, texts that stand as they are take a loop of their own. */
const longestWide = 64;

/** Whether no text of a vector has what the format looks for. */
const isClean = ({ clean }: TextVector, style: TextStyle): boolean => clean === true && style.ignoresClean !== true;

function appendTexts(
  vector: TextVector,
  source: DataView,
  style: TextStyle,
  close: Mark,
  from: number,
  to: number,
  view: DataView,
  ends: Int32Array,
): void {
  const { offsets, bytes } = vector;
  const clean = isClean(vector, style);
  const asItIs = clean && style.textQuote === "";
  let start = offsets[from] ?? 0;
  for (let i = from, k = 0; i < to; i++, k++) {
    const end = offsets[i + 1] ?? 0;
    let p = ends[k] ?? 0;
    if (asItIs && end > start) {
      const shift = p - start;
      for (let b = start; b < end; b += 16) {
        view.setFloat64(b + shift, source.getFloat64(b, true), true);
        view.setFloat64(b + shift + 8, source.getFloat64(b + 8, true), true);
      }
      p += end - start;
    } else p = writeTextCell(bytes, source, start, end, clean, style, view, p);
    view.setFloat64(p, close.word, true);
    ends[k] = p + close.length;
    start = end;
  }
}

/** For the kinds of cells that are rare, or slow in themselves. */
const cellByCell =
  (write: CellWriter, close: Mark): ColumnWriter["append"] =>
  (from, to, view, ends) => {
    for (let i = from, k = 0; i < to; i++, k++) ends[k] = writeMark(close, view, write(i, view, ends[k] ?? 0));
  };

/** The bytes of the shortest and the longest of the first cells. */
function cellLengths({ offsets }: TextVector | BytesVector, count: number): { shortest: number; longest: number } {
  let shortest = Infinity;
  let longest = 0;
  let start = offsets[0] ?? 0;
  for (let i = 1; i <= count; i++) {
    const end = offsets[i] ?? 0;
    if (end - start > longest) longest = end - start;
    if (end - start < shortest) shortest = end - start;
    start = end;
  }
  return { shortest, longest };
}

/** Views of a vector's bytes, a batch after another, in which as much can be read from the end of its last cell on as the longest has. */
function wordReader(vector: TextVector): (count: number, longest: number) => DataView {
  let known: Uint8Array | undefined;
  let copy = new Uint8Array(0);
  let view: DataView = new DataView(new ArrayBuffer(0));
  return (count, longest) => {
    const used = vector.offsets[count] ?? 0;
    const needed = used + Math.min(longest, longestWide) + 16;
    let { bytes } = vector;
    if (bytes.length < needed) {
      if (copy.length < needed) copy = new Uint8Array(needed);
      bytes = copy;
      bytes.set(vector.bytes.subarray(0, used));
    }
    if (bytes !== known) view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    known = bytes;
    return view;
  };
}
