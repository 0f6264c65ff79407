import { writeMark, type Mark } from "./mark.ts";

// Writers use a DataView: one 32-bit store for four digits is what makes millions of rows a second. They may write up to
// seven bytes beyond the end that they return; the caller leaves that room.

const word = (text: string): number => {
  let value = 0;
  for (let k = 0; k < text.length; k++) value |= text.charCodeAt(k) << (8 * k);
  return value;
};

// 0000 … 9999 as little-endian words, with and without leading zeros.
const four = Int32Array.from({ length: 10_000 }, (_, value) => word(String(value).padStart(4, "0")));
const bare = Int32Array.from({ length: 10_000 }, (_, value) => word(String(value)));
const counts = bare.with(0, 0);

/** How many digits a word of {@link bare} has: those it lacks are zero bytes at its upper end. */
const digitsIn = (digits: number): number => 4 - (Math.clz32(digits) >> 3);

/** Writes 0 ≤ value < 10,000 without leading zeros. */
function writeBare(view: DataView, at: number, value: number): number {
  const digits = bare[value] ?? 0;
  view.setInt32(at, digits, true);
  return at + digitsIn(digits);
}

/** Writes 0 < value < 10,000 in decimal, and nothing for 0. */
export function writeCount(view: DataView, at: number, value: number): number {
  const digits = counts[value] ?? 0;
  view.setInt32(at, digits, true);
  return at + digitsIn(digits);
}

/** Writes 0 ≤ value < 10,000 as four digits. */
export function writeFour(view: DataView, at: number, value: number): number {
  view.setInt32(at, four[value] ?? 0, true);
  return at + 4;
}

/** Writes 0 ≤ value < 100 as two digits. */
export function writeTwo(view: DataView, at: number, value: number): number {
  view.setInt16(at, (four[value] ?? 0) >> 16, true);
  return at + 2;
}

/** Writes 0 ≤ value < 1,000 as three digits. */
export function writeThree(view: DataView, at: number, value: number): number {
  view.setInt32(at, (four[value] ?? 0) >> 8, true);
  return at + 3;
}

/** {@link writeThree}, with nothing written beyond. */
export function writeExactlyThree(view: DataView, at: number, value: number): number {
  const digits = (four[value] ?? 0) >> 8;
  view.setInt16(at, digits, true);
  view.setInt8(at + 2, digits >> 16);
  return at + 3;
}

/** Writes 0 ≤ value < 2^31 in decimal. */
function writeSmall(view: DataView, at: number, value: number): number {
  if (value < 10_000) return writeBare(view, at, value);
  const high = (value / 10_000) | 0;
  const low = value - high * 10_000;
  if (high < 10_000) return writeFour(view, writeBare(view, at, high), low);
  const top = (high / 10_000) | 0;
  return writeFour(view, writeFour(view, writeBare(view, at, top), high - top * 10_000), low);
}

/** Writes a whole number within ±2^53 in decimal, at most 17 bytes, and returns the offset behind it. */
export function writeInteger(view: DataView, at: number, value: number): number {
  let p = at;
  let rest = value;
  if (rest < 0) {
    view.setUint8(p++, 45);
    rest = -rest;
  }
  if (rest < 0x7fffffff) return writeSmall(view, p, rest | 0);
  const high = Math.floor(rest / 100_000_000);
  const low = rest - high * 100_000_000;
  const middle = (low / 10_000) | 0;
  p = writeFour(view, writeSmall(view, p, high), middle);
  return writeFour(view, p, (low - middle * 10_000) | 0);
}

/** Writes `unscaled / 10^scale` with exactly `scale` fraction digits, at most 19 + scale bytes. */
export function writeDecimal(view: DataView, at: number, unscaled: number, scale: number): number {
  if (scale === 0) return writeInteger(view, at, unscaled);
  let p = at;
  let rest = unscaled;
  if (rest < 0) {
    view.setUint8(p++, 45);
    rest = -rest;
  }
  if (scale === 2 && rest < 0x7fffffff) {
    const small = rest | 0;
    const whole = (small / 100) | 0;
    p = writeSmall(view, p, whole);
    view.setUint8(p, 46);
    return writeTwo(view, p + 1, small - whole * 100);
  }
  const unit = 10 ** scale;
  const whole = Math.floor(rest / unit);
  let fraction = rest - whole * unit;
  p = writeInteger(view, p, whole);
  view.setUint8(p, 46);
  for (let k = scale; k > 0; k--) {
    const next = Math.floor(fraction / 10);
    view.setUint8(p + k, 48 + (fraction - next * 10));
    fraction = next;
  }
  return p + 1 + scale;
}

/** Writes text that is known to be ASCII. */
export function writeAscii(view: DataView, at: number, text: string): number {
  for (let i = 0; i < text.length; i++) view.setUint8(at + i, text.charCodeAt(i));
  return at + text.length;
}

// The digits of a block's cells as words, between the two loops of writeIntegers and writeDecimals: one loop that divides and one that
// stores take half the time of a loop that does both.
const upperDigits = new Int32Array(256);
const lowerDigits = new Int32Array(256);
const lastDigits = new Int32Array(256);
// .00 … .99
const cents = Int32Array.from({ length: 100 }, (_, value) => word(`.${String(value).padStart(2, "0")}`));

/** Looks the digits of 0 ≤ value < 10^8 up for cell k: up to four, then four or none. */
function splitDigits(k: number, value: number): void {
  const high = (value / 10_000) | 0;
  upperDigits[k] = high > 0 ? (bare[high] ?? 0) : (bare[value] ?? 0);
  lowerDigits[k] = high > 0 ? (four[value - high * 10_000] ?? 0) : 0;
}

/**
 * {@link writeInteger} for the cells from … to − 1, at most 256, each with `mark` behind it: cell `from + k` begins at `ends[k]`, which
 * moves behind the mark.
 */
export function writeIntegers(
  values: Float64Array,
  mark: Mark,
  from: number,
  to: number,
  view: DataView,
  ends: Int32Array,
): void {
  const { word: close, length } = mark;
  let plain = length <= 8;
  for (let i = from, k = 0; i < to; i++, k++) {
    const value = values[i] ?? 0;
    if (!(value >= 0 && value < 100_000_000)) plain = false;
    splitDigits(k, value | 0);
  }
  for (let i = from, k = 0; !plain && i < to; i++, k++)
    ends[k] = writeMark(mark, view, writeInteger(view, ends[k] ?? 0, values[i] ?? 0));
  for (let k = 0; plain && k < to - from; k++) {
    const at = ends[k] ?? 0;
    const upper = upperDigits[k] ?? 0;
    const lower = lowerDigits[k] ?? 0;
    view.setInt32(at, upper, true);
    view.setInt32(at + digitsIn(upper), lower, true);
    const end = at + digitsIn(upper) + digitsIn(lower);
    view.setFloat64(end, close, true);
    ends[k] = end + length;
  }
}

/** {@link writeDecimal} for cells as {@link writeIntegers} has them. */
export function writeDecimals(
  values: Float64Array,
  scale: number,
  mark: Mark,
  from: number,
  to: number,
  view: DataView,
  ends: Int32Array,
): void {
  const { word: close, length } = mark;
  let plain = scale === 2 && length <= 8;
  for (let i = from, k = 0; plain && i < to; i++, k++) {
    const value = values[i] ?? 0;
    if (!(value >= 0 && value < 0x7fffffff)) plain = false;
    const whole = ((value | 0) / 100) | 0;
    lastDigits[k] = cents[(value | 0) - whole * 100] ?? 0;
    splitDigits(k, whole);
  }
  for (let i = from, k = 0; !plain && i < to; i++, k++)
    ends[k] = writeMark(mark, view, writeDecimal(view, ends[k] ?? 0, values[i] ?? 0, scale));
  for (let k = 0; plain && k < to - from; k++) {
    const at = ends[k] ?? 0;
    const upper = upperDigits[k] ?? 0;
    const lower = lowerDigits[k] ?? 0;
    const point = at + digitsIn(upper) + digitsIn(lower);
    view.setInt32(at, upper, true);
    view.setInt32(at + digitsIn(upper), lower, true);
    view.setInt32(point, lastDigits[k] ?? 0, true);
    view.setFloat64(point + 3, close, true);
    ends[k] = point + 3 + length;
  }
}
