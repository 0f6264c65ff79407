import { maxUtf8Length, writeUtf8 } from "../base/utf8.ts";

/**
 * A list of texts, encoded once. Entry k starts at `k * stride` in `bytes`, is `lengths[k]` bytes long and zero-padded up
 * to `stride`, a multiple of 8, so that a writer may copy whole 8-byte words and advance by the true length.
 */
export interface TextDictionary {
  readonly texts: readonly string[];
  readonly bytes: Uint8Array;
  /** The same memory as `bytes`, as 8-byte words. */
  readonly words: Float64Array;
  readonly lengths: Int32Array;
  readonly stride: number;
}

/** Encodes a list of texts; `texts.length × stride` bytes. Meant for lists of up to some ten thousand short entries. */
export function textDictionary(texts: readonly string[]): TextDictionary {
  const longest = texts.reduce((most, text) => Math.max(most, maxUtf8Length(text)), 0);
  const scratch = new Uint8Array(longest);
  const lengths = Int32Array.from(texts, (text) => writeUtf8(scratch, 0, text));
  const stride = Math.max(8, (lengths.reduce((most, length) => Math.max(most, length), 0) + 7) & ~7);
  // One word more, so that two words can be read from the last entry on, however short.
  const words = new Float64Array((texts.length * stride) / 8 + 1);
  const bytes = new Uint8Array(words.buffer);
  texts.forEach((text, k) => {
    writeUtf8(scratch, 0, text);
    bytes.set(scratch.subarray(0, lengths[k]), k * stride);
  });
  return { texts, bytes, words, lengths, stride };
}

/** Writes entry `code` in whole words, up to `stride` bytes and 16 at least, and returns the offset behind its text. */
export function writeEntry(
  { words, lengths, stride }: TextDictionary,
  code: number,
  view: DataView,
  at: number,
): number {
  const width = stride >> 3;
  const first = code * width;
  // Text never has the bits of a NaN, so a float moves it as it is.
  view.setFloat64(at, words[first] ?? 0, true);
  view.setFloat64(at + 8, words[first + 1] ?? 0, true);
  for (let w = 2; w < width; w++) view.setFloat64(at + w * 8, words[first + w] ?? 0, true);
  return at + (lengths[code] ?? 0);
}
