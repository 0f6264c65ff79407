import { decodeUtf8, encodeUtf8 } from "../base/utf8.ts";
import { textDictionary, type TextDictionary } from "../vectors/text-dictionary.ts";
import { plainWriter, widestPlainCell, type CellStyle, type CellWriter } from "../vectors/cell-writer.ts";
import type { BytesVector, DictionaryVector, TextVector, Vector } from "../vectors/vector.ts";

/** How a format writes text. */
export interface TextStyle extends CellStyle {
  /** The finished form of a text, quotes and escapes included. */
  encode(text: string): string;
  /** Bytes that stop the fast copy: 1 for each byte that needs a quote or an escape. */
  readonly special: Uint8Array;
  /** What stands around text without special bytes, e.g. `'`, or nothing. */
  readonly textQuote: string;
  /** Whether an empty text is written by {@link encode} too (CSV tells it from NULL by quotes). */
  readonly encodeEmpty: boolean;
  bytes(vector: BytesVector, i: number, target: Uint8Array, at: number): number;
  /** The most bytes that `length` raw bytes take, marks included. */
  bytesLength(length: number): number;
  /** The most bytes that `length` bytes of text take, quotes included. */
  textLength(length: number): number;
}

/** A table of the bytes that stop a fast copy. */
export function specialBytes(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
  return table;
}

/** A vector's writer in a format, and how many bytes a batch of its cells can take. */
export interface VectorWriter {
  readonly write: CellWriter;
  /** The most bytes that the first `count` cells take together. */
  room(count: number): number;
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
  if (text === "" ? style.encodeEmpty : encodeUtf8(text).some((byte) => style.special[byte] === 1))
    return style.encode(text);
  return style.textQuote + text + style.textQuote;
}

/** The writer of a vector's cells in a format. NULL is the caller's. */
export function vectorWriter(vector: Vector, style: TextStyle): VectorWriter {
  switch (vector.kind) {
    case "dictionary":
      return dictionaryWriter(vector, style);
    case "text":
      return textWriter(vector, style);
    case "bytes":
      return {
        write: (i, target, at) => style.bytes(vector, i, target, at),
        room: (count) => style.bytesLength(vector.offsets[count] ?? 0) + count * style.bytesLength(0),
      };
    default:
      return { write: plainWriter(vector, style), room: (count) => count * widestPlainCell };
  }
}

function dictionaryWriter(vector: DictionaryVector, style: TextStyle): VectorWriter {
  const { bytes, lengths, stride } = encodedDictionary(vector.dictionary, style);
  const { codes } = vector;
  return {
    write(i, target, at) {
      const code = codes[i] ?? 0;
      const length = lengths[code] ?? 0;
      const from = code * stride;
      for (let k = 0; k < length; k++) target[at + k] = bytes[from + k] ?? 0;
      return at + length;
    },
    room: (count) => count * stride,
  };
}

function textWriter(vector: TextVector, style: TextStyle): VectorWriter {
  const { special, textQuote, encodeEmpty } = style;
  const quote = textQuote === "" ? 0 : textQuote.charCodeAt(0);
  return {
    write(i, target, at) {
      const { bytes, offsets } = vector;
      const start = offsets[i] ?? 0;
      const end = offsets[i + 1] ?? 0;
      let p = at;
      if (quote !== 0) target[p++] = quote;
      if (start === end && encodeEmpty) return writeEncoded(style, "", target, at);
      for (let k = start; k < end; k++) {
        const byte = bytes[k] ?? 0;
        if (special[byte] === 1) return writeEncoded(style, decodeUtf8(bytes, start, end), target, at);
        target[p++] = byte;
      }
      if (quote !== 0) target[p++] = quote;
      return p;
    },
    room: (count) => style.textLength(vector.offsets[count] ?? 0) + count * style.textLength(0),
  };
}

function writeEncoded(style: TextStyle, text: string, target: Uint8Array, at: number): number {
  const encoded = encodeUtf8(style.encode(text));
  target.set(encoded, at);
  return at + encoded.length;
}
