import { maxUtf8Length, writeUtf8 } from "../../base/utf8.ts";
import { reserveBytes } from "../../vectors/new-vector.ts";
import type { TextDictionary } from "../../vectors/text-dictionary.ts";
import type { BytesVector, TextVector } from "../../vectors/vector.ts";

/** Where a kernel writes the bytes of its cells, one behind the other. `at` is the end of what is written. */
export interface TextSink {
  readonly vector: TextVector | BytesVector;
  bytes: Uint8Array;
  view: DataView;
  at: number;
}

/** A sink onto a vector's bytes. */
export const textSink = (vector: TextVector | BytesVector): TextSink => ({
  vector,
  bytes: vector.bytes,
  view: new DataView(vector.bytes.buffer, vector.bytes.byteOffset, vector.bytes.byteLength),
  at: 0,
});

/** Starts a batch: the vector's memory may have been replaced since the last. */
export function openSink(sink: TextSink): void {
  if (sink.bytes !== sink.vector.bytes) adopt(sink, sink.vector.bytes);
  sink.at = 0;
  sink.vector.offsets[0] = 0;
}

/** Makes room for `more` bytes behind what is written. */
export function ensureRoom(sink: TextSink, more: number): void {
  if (sink.at + more > sink.bytes.length) adopt(sink, reserveBytes(sink.vector, sink.at + more));
}

function adopt(sink: TextSink, bytes: Uint8Array): void {
  sink.bytes = bytes;
  sink.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** One byte. */
export function putByte(sink: TextSink, byte: number): void {
  ensureRoom(sink, 1);
  sink.bytes[sink.at++] = byte;
}

/** A text as UTF-8. */
export function putText(sink: TextSink, text: string): void {
  ensureRoom(sink, maxUtf8Length(text));
  sink.at = writeUtf8(sink.bytes, sink.at, text);
}

/** `length` bytes of `source` from `from` on. */
export function putSlice(sink: TextSink, source: Uint8Array, from: number, length: number): void {
  ensureRoom(sink, length);
  const { bytes, at } = sink;
  for (let k = 0; k < length; k++) bytes[at + k] = source[from + k] ?? 0;
  sink.at = at + length;
}

/**
 * An entry of a dictionary, copied in words of 8 bytes. As in TextDictionary: no UTF-8 text holds the bytes of a NaN with
 * a payload, so a float64 carries 8 of them unchanged.
 */
export function putEntry(sink: TextSink, dictionary: TextDictionary, code: number): void {
  const length = dictionary.lengths[code] ?? 0;
  ensureRoom(sink, length + 8);
  const first = (code * dictionary.stride) >> 3;
  const { view, at } = sink;
  for (let k = 0; k < length; k += 8) view.setFloat64(at + k, dictionary.words[first + (k >> 3)] ?? 0, true);
  sink.at = at + length;
}

/** A whole number from 0 up in decimal digits, with zeros in front up to `width`. */
export function putDigits(sink: TextSink, value: number, width = 1): void {
  let digits = 1;
  for (let limit = 10; limit <= value; limit *= 10) digits++;
  if (digits < width) digits = width;
  ensureRoom(sink, digits);
  let rest = value;
  for (let k = sink.at + digits - 1; k >= sink.at; k--) {
    const next = Math.floor(rest / 10);
    sink.bytes[k] = 48 + (rest - next * 10);
    rest = next;
  }
  sink.at += digits;
}

const digits36 = "0123456789abcdefghijklmnopqrstuvwxyz";
const digitBytes = Uint8Array.from(digits36, (digit) => digit.charCodeAt(0));

/** A whole number from 0 up in exactly `width` digits of radix 2 to 36, lower case. */
export function putRadix(sink: TextSink, value: number, radix: number, width: number): void {
  ensureRoom(sink, width);
  let rest = value;
  for (let k = sink.at + width - 1; k >= sink.at; k--) {
    const next = Math.floor(rest / radix);
    sink.bytes[k] = digitBytes[rest - next * radix] ?? 48;
    rest = next;
  }
  sink.at += width;
}

/** Cuts what was written since `start` to at most `most` code points, and returns how many are left. */
export function cutText(sink: TextSink, start: number, most: number): number {
  const { bytes } = sink;
  let points = 0;
  for (let k = start; k < sink.at; k++) {
    if (((bytes[k] ?? 0) & 0xc0) === 0x80) continue;
    if (points === most) {
      sink.at = k;
      return points;
    }
    points++;
  }
  return points;
}

/** As {@link cutText}, but behind the last whole word that fits, where there is one; no separator is left at the end. */
export function cutAtWord(sink: TextSink, start: number, most: number): void {
  const end = sink.at;
  cutText(sink, start, most);
  if (sink.at === end) return;
  const next = sink.bytes[sink.at];
  let at = sink.at;
  while (at > start && next !== 32 && next !== 10 && sink.bytes[at - 1] !== 32 && sink.bytes[at - 1] !== 10) at--;
  if (at > start) sink.at = at;
  trimEnd(sink, start);
}

/** As {@link cutAtWord}, without an "and" at the end that has lost what it joins. */
export function cutName(sink: TextSink, start: number, most: number): void {
  const end = sink.at;
  cutAtWord(sink, start, most);
  if (sink.at === end) return;
  const kept = sink.at;
  for (const word of joining) {
    if (!endsWith(sink, start, word)) continue;
    sink.at -= word.length;
    trimEnd(sink, start);
    if (sink.at === start) sink.at = kept;
    return;
  }
}

/** What joins two names, behind a blank. */
const joining = [" and", " und", " et", " e", " y", " och", " i", " en", " &"].map((word) =>
  Uint8Array.from(word, (letter) => letter.charCodeAt(0)),
);

function endsWith({ bytes, at }: TextSink, start: number, word: Uint8Array): boolean {
  return at - start > word.length && word.every((byte, k) => bytes[at - word.length + k] === byte);
}

/** Takes blanks and separators off the end of what was written since `start`. */
export function trimEnd(sink: TextSink, start: number): void {
  while (sink.at > start) {
    const last = sink.bytes[sink.at - 1] ?? 0;
    // blank, hyphen, full stop, comma, underscore
    if (last !== 32 && last !== 45 && last !== 46 && last !== 44 && last !== 95) return;
    sink.at--;
  }
}
