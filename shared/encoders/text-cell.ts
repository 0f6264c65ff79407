import { decodeUtf8, encodeUtf8 } from "../base/utf8.ts";
import { textDictionary, type TextDictionary } from "../vectors/text-dictionary.ts";
import { copyText, plainWriter, widestPlainCell, type CellStyle, type CellWriter } from "../vectors/cell-writer.ts";
import type { BytesVector, DictionaryVector, TextVector, Vector } from "../vectors/vector.ts";

/** How a format writes text. */
export interface TextStyle extends CellStyle {
  /** The finished form of a text, quotes and escapes included. */
  encode(text: string): string;
  /**
   * Bytes that are not copied as they are: 1 where quotes around the text and a second quote for a quote are all that is
   * needed, 2 where {@link encode} must write the text.
   */
  readonly special: Uint8Array;
  /** The mark that quotes a text with special bytes, doubled inside. */
  readonly mark: number;
  /** What stands around text without special bytes, e.g. `'`, or nothing. */
  readonly textQuote: string;
  /** Whether an empty text is written by {@link encode} too (CSV tells it from NULL by quotes). */
  readonly encodeEmpty: boolean;
  bytes(vector: BytesVector, i: number, view: DataView, at: number): number;
  /** The most bytes that `length` raw bytes take, marks included. */
  bytesLength(length: number): number;
  /** The most bytes that `length` bytes of text take, quotes included. */
  textLength(length: number): number;
}

/** A table of special bytes: `quoted` are mended by quotes, `encoded` need an encoding of their own. */
export function specialBytes(quoted: string, encoded: string): Uint8Array {
  const table = new Uint8Array(256);
  for (let i = 0; i < quoted.length; i++) table[quoted.charCodeAt(i)] = 1;
  for (let i = 0; i < encoded.length; i++) table[encoded.charCodeAt(i)] = 2;
  return table;
}

/** A vector's writer in a format, and how many bytes a batch of its cells can take. */
export interface VectorWriter {
  readonly write: CellWriter;
  /** The most bytes that the first `count` cells take together. */
  room(count: number): number;
  /** Takes note that the vector holds another batch. */
  renew?(): void;
}

/** The writers of a batch's vectors. */
export interface BatchWriters {
  readonly writes: readonly CellWriter[];
  /** The most bytes that the first `count` rows take, without marks between the cells. */
  readonly room: (count: number) => number;
}

/**
 * Writers for the batches of one file. They are made once: a reader gives the same vectors for every batch, and a closure
 * that lives as long as the file is compiled to machine code once.
 */
export function batchWriters(style: TextStyle): (vectors: readonly Vector[]) => BatchWriters {
  let known: readonly Vector[] | undefined;
  let writers: readonly VectorWriter[] = [];
  let writes: readonly CellWriter[] = [];
  const room = (count: number): number => writers.reduce((sum, writer) => sum + writer.room(count), 0);
  return (vectors) => {
    if (vectors !== known) {
      known = vectors;
      writers = vectors.map((vector) => vectorWriter(vector, style));
      writes = writers.map((writer) => writer.write);
    }
    for (const writer of writers) writer.renew?.();
    return { writes, room };
  };
}

// A dictionary is encoded once a format: it stays the same for every batch of a run.
const encodedDictionaries = new WeakMap<TextDictionary, WeakMap<TextStyle, TextDictionary>>();

function encodedDictionary(dictionary: TextDictionary, style: TextStyle): TextDictionary {
  const styles = encodedDictionaries.get(dictionary) ?? new WeakMap<TextStyle, TextDictionary>();
  encodedDictionaries.set(dictionary, styles);
  const known = styles.get(style);
  if (known) return known;
  const encoded = textDictionary(dictionary.texts.map((text) => finished(style, text)));
  styles.set(style, encoded);
  return encoded;
}

/** A text as the format writes it: as it is between the plain quotes, or encoded. */
function finished(style: TextStyle, text: string): string {
  if (text === "" ? style.encodeEmpty : encodeUtf8(text).some((byte) => style.special[byte] !== 0))
    return style.encode(text);
  return style.textQuote + text + style.textQuote;
}

/** The writer of a vector's cells in a format. NULL is the caller's. */
function vectorWriter(vector: Vector, style: TextStyle): VectorWriter {
  switch (vector.kind) {
    case "dictionary":
      return dictionaryWriter(vector, style);
    case "text":
      return textWriter(vector, style);
    case "bytes":
      return {
        write: (i, view, at) => style.bytes(vector, i, view, at),
        room: (count) => style.bytesLength(vector.offsets[count] ?? 0) + count * style.bytesLength(0),
      };
    default:
      return { write: plainWriter(vector, style), room: (count) => count * widestPlainCell };
  }
}

function dictionaryWriter(vector: DictionaryVector, style: TextStyle): VectorWriter {
  const { words, lengths, stride } = encodedDictionary(vector.dictionary, style);
  const { codes } = vector;
  const width = stride / 8;
  const room = (count: number): number => count * stride;
  if (width === 1) {
    return {
      write(i, view, at) {
        const code = codes[i] ?? 0;
        view.setFloat64(at, words[code] ?? 0, true);
        return at + (lengths[code] ?? 0);
      },
      room,
    };
  }
  if (width === 2) {
    return {
      write(i, view, at) {
        const code = codes[i] ?? 0;
        view.setFloat64(at, words[code * 2] ?? 0, true);
        view.setFloat64(at + 8, words[code * 2 + 1] ?? 0, true);
        return at + (lengths[code] ?? 0);
      },
      room,
    };
  }
  return {
    write(i, view, at) {
      const code = codes[i] ?? 0;
      const length = lengths[code] ?? 0;
      const from = code * width;
      for (let k = 0; k * 8 < length; k++) view.setFloat64(at + k * 8, words[from + k] ?? 0, true);
      return at + length;
    },
    room,
  };
}

function textWriter(vector: TextVector, style: TextStyle): VectorWriter {
  const { special, textQuote, encodeEmpty, mark } = style;
  const { offsets } = vector;
  const clean = vector.clean === true;
  const quote = textQuote === "" ? 0 : textQuote.charCodeAt(0);
  let { bytes } = vector;
  let source = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Whole words are read up to here; what lies behind is copied byte by byte.
  let lastWord = bytes.byteLength - 8;
  return {
    write(i, view, at) {
      const start = offsets[i] ?? 0;
      const end = offsets[i + 1] ?? 0;
      if (start === end && encodeEmpty) return writeEncoded(style, "", view, at);
      if (!clean) {
        let found = 0;
        for (let k = start; k < end; k++) found |= special[bytes[k] ?? 0] ?? 0;
        if (found > 1) return writeEncoded(style, decodeUtf8(bytes, start, end), view, at);
        if (found === 1) return writeQuoted(bytes, start, end, mark, view, at);
      }
      let p = at;
      if (quote !== 0) view.setUint8(p++, quote);
      if (end <= lastWord) p = copyText(source, start, view, p, end - start);
      else for (let k = start; k < end; k++) view.setUint8(p++, bytes[k] ?? 0);
      if (quote !== 0) view.setUint8(p++, quote);
      return p;
    },
    room: (count) => style.textLength(offsets[count] ?? 0) + count * style.textLength(0),
    renew() {
      if (bytes === vector.bytes) return;
      ({ bytes } = vector);
      source = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      lastWord = bytes.byteLength - 8;
    },
  };
}

/** Writes text between marks, doubling each mark inside. */
function writeQuoted(bytes: Uint8Array, start: number, end: number, mark: number, view: DataView, at: number): number {
  let p = at;
  view.setUint8(p++, mark);
  for (let k = start; k < end; k++) {
    const byte = bytes[k] ?? 0;
    view.setUint8(p++, byte);
    if (byte === mark) view.setUint8(p++, mark);
  }
  view.setUint8(p++, mark);
  return p;
}

function writeEncoded(style: TextStyle, text: string, view: DataView, at: number): number {
  const encoded = encodeUtf8(style.encode(text));
  for (let k = 0; k < encoded.length; k++) view.setUint8(at + k, encoded[k] ?? 0);
  return at + encoded.length;
}

/** The marks of NULL cells of each vector of a batch; undefined where it has none. */
export const nullMarks = (vectors: readonly Vector[]): readonly (Uint8Array | undefined)[] =>
  vectors.map((vector) => (vector.hasNulls ? vector.nulls : undefined));
