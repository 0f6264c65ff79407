import { unsafe } from "@noble/ciphers/aes.js";
import { FF1 } from "@noble/ciphers/ff1.js";
import { SeedloomError } from "../base/errors.ts";

/** Format-preserving encryption of strings of digits in one radix: a keyed bijection of all strings of one length. */
export interface FormatPreserving {
  /** `digits` are 0 … radix − 1; the answer has as many. Throws a SeedloomError where the domain is too small. */
  encrypt(digits: readonly number[]): number[];
  decrypt(digits: readonly number[]): number[];
}

/**
 * The least number of strings that FF1 may be used on (NIST SP 800-38G Rev. 1, section 5.1: radix^minlen ≥ 1,000,000): a
 * smaller domain can be listed in full by whoever sees some pairs.
 */
const leastDomain = 1_000_000;

/** Whether strings of `length` digits are enough for FF1. */
export const isLargeEnough = (radix: number, length: number): boolean =>
  length >= 2 && length * Math.log(radix) >= Math.log(leastDomain) - 1e-9;

// Each half is a number with room for one more byte below 2^53; longer strings go the library's way, over big integers.
const mostHalf = 2 ** 45;
const rounds = 10;
const blockBytes = 16;

/**
 * FF1 (NIST SP 800-38G, algorithms 7 and 8) with AES. `key` has 16, 24 or 32 bytes; `tweak` up to 2^32 − 1. Numbers instead
 * of big integers make it several times faster than the library that it is tested against.
 */
export function ff1(radix: number, key: Uint8Array, tweak: Uint8Array = new Uint8Array()): FormatPreserving {
  const aes = unsafe.expandKeyLE(key);
  const byLength = new Map<number, Rounds>();
  const library = FF1(radix, key, tweak);

  function roundsFor(length: number): Rounds | undefined {
    if (!isLargeEnough(radix, length)) {
      throw new SeedloomError(
        "usage",
        `${length} ${length === 1 ? "character" : "characters"} out of ${radix} are too few for format-preserving encryption: it needs 1,000,000 values or more.`,
        "Use another mask, or more of the value.",
      );
    }
    if (radix ** Math.ceil(length / 2) >= mostHalf) return undefined;
    const known = byLength.get(length) ?? compileRounds(radix, length, tweak, aes);
    byLength.set(length, known);
    return known;
  }

  return {
    encrypt: (digits) => roundsFor(digits.length)?.run(digits, false) ?? library.encrypt([...digits]),
    decrypt: (digits) => roundsFor(digits.length)?.run(digits, true) ?? library.decrypt([...digits]),
  };
}

interface Rounds {
  run(digits: readonly number[], back: boolean): number[];
}

/** The parts of algorithm 7 that are the same for all strings of one length (steps 1 to 5). */
function compileRounds(radix: number, length: number, tweak: Uint8Array, aes: Uint32Array): Rounds {
  const u = Math.floor(length / 2);
  const v = length - u;
  const b = Math.ceil(Math.ceil(Math.log2(radix ** v)) / 8);
  const d = 4 * Math.ceil(b / 4) + 4;
  const moduli = [radix ** u, radix ** v] as const;
  const first = firstBlock(radix, u, length, tweak.length);
  // Q = T || 0… || round || NUM(B): all but the last two are fixed.
  const padding = (blockBytes - ((tweak.length + b + 1) % blockBytes)) % blockBytes;
  const q = new Uint8Array(tweak.length + padding + 1 + b);
  q.set(tweak);
  // The first block of the chain has nothing of the value in it.
  unsafe.encryptBlock(aes, first);
  const r = new Uint8Array(blockBytes);
  const more = new Uint8Array(blockBytes);

  /** The first `d` bytes of the pseudorandom string, as a number modulo `modulus` (steps 6.ii to 6.iv). */
  function pseudorandom(round: number, half: number, modulus: number): number {
    q[q.length - b - 1] = round;
    for (let i = q.length - 1, rest = half; i >= q.length - b; i--) {
      q[i] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    r.set(first);
    for (let at = 0; at < q.length; at += blockBytes) {
      for (let i = 0; i < blockBytes; i++) r[i] = (r[i] ?? 0) ^ (q[at + i] ?? 0);
      unsafe.encryptBlock(aes, r);
    }
    let rest = 0;
    for (let i = 0; i < d && i < blockBytes; i++) rest = (rest * 256 + (r[i] ?? 0)) % modulus;
    if (d > blockBytes) {
      more.set(r);
      more[blockBytes - 1] = (more[blockBytes - 1] ?? 0) ^ 1;
      unsafe.encryptBlock(aes, more);
      for (let i = blockBytes; i < d; i++) rest = (rest * 256 + (more[i - blockBytes] ?? 0)) % modulus;
    }
    return rest;
  }

  function run(digits: readonly number[], back: boolean): number[] {
    let left = numberOf(digits, 0, u, radix);
    let right = numberOf(digits, u, length, radix);
    for (let step = 0; step < rounds; step++) {
      const round = back ? rounds - 1 - step : step;
      const modulus = moduli[round % 2 === 0 ? 0 : 1];
      if (back) {
        const mixed = (right - pseudorandom(round, left, modulus) + modulus) % modulus;
        right = left;
        left = mixed;
      } else {
        const mixed = (left + pseudorandom(round, right, modulus)) % modulus;
        left = right;
        right = mixed;
      }
    }
    const out = Array.from({ length }, () => 0);
    writeDigits(out, 0, u, left, radix);
    writeDigits(out, u, length, right, radix);
    return out;
  }

  return { run };
}

/** P = [1] [2] [1] [radix]³ [10] [u mod 256] [n]⁴ [t]⁴ (step 5). */
function firstBlock(radix: number, u: number, n: number, t: number): Uint8Array {
  const block = new Uint8Array(blockBytes);
  const view = new DataView(block.buffer);
  block.set([1, 2, 1, Math.floor(radix / 65_536), 0, 0, rounds, u % 256]);
  view.setUint16(4, radix % 65_536);
  view.setUint32(8, n);
  view.setUint32(12, t);
  return block;
}

function numberOf(digits: readonly number[], from: number, to: number, radix: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * radix + (digits[i] ?? 0);
  return value;
}

function writeDigits(digits: number[], from: number, to: number, value: number, radix: number): void {
  let rest = value;
  for (let i = to - 1; i >= from; i--) {
    digits[i] = rest % radix;
    rest = Math.floor(rest / radix);
  }
}
