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

const bareLength = (value: number): number => (value >= 100 ? (value >= 1000 ? 4 : 3) : value >= 10 ? 2 : 1);

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

/** Writes 0 ≤ value < 2^31 in decimal. */
function writeSmall(view: DataView, at: number, value: number): number {
  if (value < 10_000) {
    view.setInt32(at, bare[value] ?? 0, true);
    return at + bareLength(value);
  }
  const high = (value / 10_000) | 0;
  const low = value - high * 10_000;
  if (high < 10_000) {
    view.setInt32(at, bare[high] ?? 0, true);
    return writeFour(view, at + bareLength(high), low);
  }
  const top = (high / 10_000) | 0;
  view.setInt32(at, bare[top] ?? 0, true);
  return writeFour(view, writeFour(view, at + bareLength(top), high - top * 10_000), low);
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
