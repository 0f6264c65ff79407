// Digits of 0000 … 9999, four bytes each.
const digits = new Uint8Array(40_000);
for (let value = 0; value < 10_000; value++) {
  digits[value * 4] = 48 + Math.floor(value / 1000);
  digits[value * 4 + 1] = 48 + (Math.floor(value / 100) % 10);
  digits[value * 4 + 2] = 48 + (Math.floor(value / 10) % 10);
  digits[value * 4 + 3] = 48 + (value % 10);
}

/** Writes 0 ≤ value < 10,000 as four digits. */
export function writeFour(bytes: Uint8Array, at: number, value: number): number {
  const from = value << 2;
  bytes[at] = digits[from] ?? 48;
  bytes[at + 1] = digits[from + 1] ?? 48;
  bytes[at + 2] = digits[from + 2] ?? 48;
  bytes[at + 3] = digits[from + 3] ?? 48;
  return at + 4;
}

function writeUpToFour(bytes: Uint8Array, at: number, value: number): number {
  const from = value << 2;
  let p = at;
  if (value >= 1000) bytes[p++] = digits[from] ?? 48;
  if (value >= 100) bytes[p++] = digits[from + 1] ?? 48;
  if (value >= 10) bytes[p++] = digits[from + 2] ?? 48;
  bytes[p++] = digits[from + 3] ?? 48;
  return p;
}

/** Writes 0 ≤ value < 100 as two digits. */
export function writeTwo(bytes: Uint8Array, at: number, value: number): number {
  const from = value << 2;
  bytes[at] = digits[from + 2] ?? 48;
  bytes[at + 1] = digits[from + 3] ?? 48;
  return at + 2;
}

/** Writes 0 ≤ value < 1,000 as three digits. */
export function writeThree(bytes: Uint8Array, at: number, value: number): number {
  const from = value << 2;
  bytes[at] = digits[from + 1] ?? 48;
  bytes[at + 1] = digits[from + 2] ?? 48;
  bytes[at + 2] = digits[from + 3] ?? 48;
  return at + 3;
}

/** Writes a whole number within ±2^53 in decimal, at most 17 bytes, and returns the offset behind it. */
export function writeInteger(bytes: Uint8Array, at: number, value: number): number {
  let p = at;
  let rest = value;
  if (rest < 0) {
    bytes[p++] = 45;
    rest = -rest;
  }
  if (rest < 10_000) return writeUpToFour(bytes, p, rest);
  if (rest < 100_000_000) {
    const high = (rest / 10_000) | 0;
    p = writeUpToFour(bytes, p, high);
    return writeFour(bytes, p, rest - high * 10_000);
  }
  const high = Math.floor(rest / 100_000_000);
  const low = rest - high * 100_000_000;
  p = writeInteger(bytes, p, high);
  const middle = (low / 10_000) | 0;
  p = writeFour(bytes, p, middle);
  return writeFour(bytes, p, low - middle * 10_000);
}

/** Writes `unscaled / 10^scale` with exactly `scale` fraction digits, at most 19 + scale bytes. */
export function writeDecimal(bytes: Uint8Array, at: number, unscaled: number, scale: number): number {
  if (scale === 0) return writeInteger(bytes, at, unscaled);
  let p = at;
  let rest = unscaled;
  if (rest < 0) {
    bytes[p++] = 45;
    rest = -rest;
  }
  const unit = 10 ** scale;
  const whole = Math.floor(rest / unit);
  let fraction = rest - whole * unit;
  p = writeInteger(bytes, p, whole);
  bytes[p] = 46;
  if (scale === 2) return writeTwo(bytes, p + 1, fraction);
  for (let k = scale; k > 0; k--) {
    const next = Math.floor(fraction / 10);
    bytes[p + k] = 48 + (fraction - next * 10);
    fraction = next;
  }
  return p + 1 + scale;
}

/** Writes text that is known to be ASCII. */
export function writeAscii(bytes: Uint8Array, at: number, text: string): number {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}
