import { encodeUtf8 } from "../base/utf8.ts";

/** A short text as bytes that are stored in whole words. */
export interface Mark {
  /** The bytes, zero-padded to words of eight. */
  readonly words: Float64Array;
  /** The first word; all there is of marks of up to eight bytes. */
  readonly word: number;
  readonly length: number;
}

/** A text that is written again and again. */
export function markOf(text: string): Mark {
  const bytes = encodeUtf8(text);
  const words = new Float64Array(Math.max(1, Math.ceil(bytes.length / 8)));
  new Uint8Array(words.buffer).set(bytes);
  return { words, word: words[0] ?? 0, length: bytes.length };
}

/** Writes a mark and returns the offset behind it; up to seven bytes beyond are overwritten. */
export function writeMark({ words, length }: Mark, view: DataView, at: number): number {
  for (let k = 0; k < words.length; k++) view.setFloat64(at + k * 8, words[k] ?? 0, true);
  return at + length;
}
