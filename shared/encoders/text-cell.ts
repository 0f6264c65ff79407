import { decodeUtf8, encodeUtf8 } from "../base/utf8.ts";
import { textDictionary, type TextDictionary } from "../vectors/text-dictionary.ts";
import { copyText, type CellStyle } from "../vectors/cell-writer.ts";
import type { BytesVector } from "../vectors/vector.ts";

/** How a format writes text. */
export interface TextStyle extends CellStyle {
  /** The finished form of a text, quotes and escapes included. */
  encode(text: string): string;
  /**
   * Bytes that are not copied as they are: 1 where quotes around the text and a second quote for a quote are all that is
   * needed, 2 where {@link encode} must write the text.
   */
  readonly special: Uint8Array;
  /** Bytes that no other format minds are special: no text is taken as clean, and {@link encode} writes all listed ones. */
  readonly ignoresClean?: true;
  /** The mark that quotes a text with special bytes, doubled inside. */
  readonly mark: number;
  /** What stands before every text, whichever way it is written. */
  readonly textPrefix?: string;
  /** What stands around numbers and truth values. */
  readonly numberQuote?: string;
  /** What ends a zone, where its hours are not enough. */
  readonly zoneMinutes?: string;
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

// A dictionary is encoded once for a format and a mark: it stays the same for every batch of a run, and for later runs.
const encodedDictionaries = new WeakMap<TextDictionary, WeakMap<TextStyle, Map<string, TextDictionary>>>();

/** A dictionary's texts as a format writes them, each with `close` behind it. */
export function encodedDictionary(dictionary: TextDictionary, style: TextStyle, close: string): TextDictionary {
  const styles = encodedDictionaries.get(dictionary) ?? new WeakMap<TextStyle, Map<string, TextDictionary>>();
  encodedDictionaries.set(dictionary, styles);
  const closes = styles.get(style) ?? new Map<string, TextDictionary>();
  styles.set(style, closes);
  const known = closes.get(close);
  if (known) return known;
  const encoded = textDictionary(dictionary.texts.map((text) => finished(style, text) + close));
  closes.set(close, encoded);
  return encoded;
}

/** A text as the format writes it: as it is between the plain quotes, or encoded. */
function finished(style: TextStyle, text: string): string {
  if (style.ignoresClean === true) return style.encode(text);
  if (text === "" ? style.encodeEmpty : hasSpecial(style, text)) return style.encode(text);
  return style.textQuote + text + style.textQuote;
}

/** Special bytes are all ASCII, so units of UTF-16 tell them. */
function hasSpecial({ special }: TextStyle, text: string): boolean {
  for (let k = 0; k < text.length; k++) if ((special[text.charCodeAt(k)] ?? 0) !== 0) return true;
  return false;
}

/**
 * Writes the text `bytes[start .. end]` as a format does, and returns the offset behind it. `source` is a view of the same
 * bytes, readable a word beyond the end; `clean` says that nothing is special.
 */
export function writeTextCell(
  bytes: Uint8Array,
  source: DataView,
  start: number,
  end: number,
  clean: boolean,
  style: TextStyle,
  view: DataView,
  at: number,
): number {
  const { special, textQuote } = style;
  if (start === end && style.encodeEmpty) return writeEncoded(style, "", view, at);
  if (!clean) {
    let found = 0;
    for (let k = start; k < end; k++) found |= special[bytes[k] ?? 0] ?? 0;
    if (found > 1) return writeEncoded(style, decodeUtf8(bytes, start, end), view, at);
    if (found === 1) return writeQuoted(bytes, start, end, style.mark, view, at);
  }
  if (textQuote === "") return copyText(source, start, view, at, end - start);
  const quote = textQuote.charCodeAt(0);
  view.setUint8(at, quote);
  const p = copyText(source, start, view, at + 1, end - start);
  view.setUint8(p, quote);
  return p + 1;
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
