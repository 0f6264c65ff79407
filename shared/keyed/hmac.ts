import { initialState, type Sha256State } from "./sha256-constants.ts";
import { compress } from "./sha256.ts";

const blockBytes = 64;

/** A keyed hash, ready for many messages: {@link Hmac.of} leaves 32 bytes, as eight words, in `digest`. */
export interface Hmac {
  /** Big-endian words of the last digest; overwritten by the next. */
  readonly digest: Int32Array;
  /** The HMAC-SHA-256 of `bytes[from … to − 1]`. */
  of(bytes: Uint8Array, from: number, to: number): void;
}

/**
 * HMAC-SHA-256 (RFC 2104, FIPS 198-1) with the two states that depend on the key alone computed once, so that a message of
 * up to 55 bytes costs two compressions. Equal, bit for bit, to node's `createHmac("sha256", key)`.
 */
export function hmacSha256(key: Uint8Array): Hmac {
  const short = key.length > blockBytes ? sha256(key) : key;
  const inner = keyedState(short, 0x36);
  const outer = keyedState(short, 0x5c);
  const digest = new Int32Array(8);
  const words = new Int32Array(16);
  const last = new Int32Array(16);
  let known: Uint8Array = new Uint8Array();
  let view = viewOf(known);
  // The outer hash is of one block of the key and the 32 bytes of the inner hash.
  last[8] = 0x80000000 | 0;
  last[15] = (blockBytes + 32) * 8;
  return {
    digest,
    of(bytes, from, to) {
      if (bytes !== known) view = viewOf((known = bytes));
      hashFrom(inner, blockBytes, view, from, to, digest, words);
      for (let i = 0; i < 8; i++) last[i] = digest[i] ?? 0;
      compress(outer, last, digest);
    },
  };
}

/** SHA-256 of bytes (FIPS 180-4). */
export function sha256(bytes: Uint8Array): Uint8Array {
  const digest = new Int32Array(8);
  hashFrom(initialState(), 0, viewOf(bytes), 0, bytes.length, digest, new Int32Array(16));
  return digestBytes(digest);
}

/** The 32 bytes of a digest. */
export function digestBytes(digest: Int32Array): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 8; i++) view.setInt32(4 * i, digest[i] ?? 0);
  return bytes;
}

function keyedState(key: Uint8Array, pad: number): Sha256State {
  const words = new Int32Array(16);
  for (let i = 0; i < blockBytes; i++) {
    const word = i >> 2;
    words[word] = ((words[word] ?? 0) << 8) | ((key[i] ?? 0) ^ pad);
  }
  const state = initialState();
  compress(state, words, state);
  return state;
}

/** Hashes bytes after `before` bytes that `start` already holds, into `digest`. `words` is scratch memory of sixteen words. */
function hashFrom(
  start: Sha256State,
  before: number,
  bytes: DataView,
  from: number,
  to: number,
  digest: Int32Array,
  words: Int32Array,
): void {
  let state = start;
  let at = from;
  for (; to - at >= blockBytes; at += blockBytes) {
    for (let i = 0; i < 16; i++) words[i] = bytes.getInt32(at + 4 * i);
    compress(state, words, digest);
    state = digest;
  }
  // What is left, one set bit, zeros, and the length in bits.
  const rest = to - at;
  const whole = rest >> 2;
  const more = rest & 3;
  for (let i = 0; i < whole; i++) words[i] = bytes.getInt32(at + 4 * i);
  let word = 0x80 << (24 - 8 * more);
  for (let k = 0; k < more; k++) word |= bytes.getUint8(at + 4 * whole + k) << (24 - 8 * k);
  words[whole] = word;
  // A call to fill costs more than the few words that are left.
  for (let i = whole + 1; i < 16; i++) words[i] = 0;
  if (rest > blockBytes - 9) {
    compress(state, words, digest);
    state = digest;
    words.fill(0);
  }
  const bits = (before + (to - from)) * 8;
  words[14] = Math.floor(bits / 0x100000000);
  words[15] = bits | 0;
  compress(state, words, digest);
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);
