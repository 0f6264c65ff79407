import { encodeUtf8 } from "../../base/utf8.ts";

// RFC 1321 (MD5), FIPS 180-4 (SHA-1, SHA-256). For test data: MD5 and SHA-1 protect nothing.

/** The digest of a text's UTF-8 in lower-case hexadecimal digits. */
export type Digest = (text: string) => string;

/** The message in 64-byte blocks of 32-bit words: a 1 bit behind it, zeros, and its length in bits. */
function padded(text: string, littleEndian: boolean): DataView {
  const message = encodeUtf8(text);
  const view = new DataView(new ArrayBuffer(((message.length + 8) >> 6) * 64 + 64));
  new Uint8Array(view.buffer).set(message);
  view.setUint8(message.length, 0x80);
  const bits = message.length * 8;
  const end = view.byteLength - 8;
  view.setUint32(end + (littleEndian ? 0 : 4), bits, littleEndian);
  view.setUint32(end + (littleEndian ? 4 : 0), Math.floor(bits / 4_294_967_296), littleEndian);
  return view;
}

/** The words of a digest, one after the other. */
function digits(state: Int32Array): string {
  let text = "";
  for (const word of state) text += hex(word);
  return text;
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, "0");
/** Rotated to the right. */
const right = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

// floor(2^32 · |sin(k + 1)|), written out: sines may differ between machines.
const md5Constants = Int32Array.from(
  (
    "d76aa478 e8c7b756 242070db c1bdceee f57c0faf 4787c62a a8304613 fd469501 698098d8 8b44f7af ffff5bb1 895cd7be 6b901122 fd987193 a679438e 49b40821 " +
    "f61e2562 c040b340 265e5a51 e9b6c7aa d62f105d 02441453 d8a1e681 e7d3fbc8 21e1cde6 c33707d6 f4d50d87 455a14ed a9e3e905 fcefa3f8 676f02d9 8d2a4c8a " +
    "fffa3942 8771f681 6d9d6122 fde5380c a4beea44 4bdecfa9 f6bb4b60 bebfbc70 289b7ec6 eaa127fa d4ef3085 04881d05 d9d4d039 e6db99e5 1fa27cf8 c4ac5665 " +
    "f4292244 432aff97 ab9423a7 fc93a039 655b59c3 8f0ccc92 ffeff47d 85845dd1 6fa87e4f fe2ce6e0 a3014314 4e0811a1 f7537e82 bd3af235 2ad7d2bb eb86d391"
  ).split(" "),
  (word) => Number.parseInt(word, 16) | 0,
);
const md5Shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

/** MD5 (RFC 1321). */
export const md5: Digest = (text) => {
  const view = padded(text, true);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let k = 0; k < 64; k++) {
      const round = k >> 4;
      const f =
        round === 0 ? (b & c) | (~b & d) : round === 1 ? (d & b) | (~d & c) : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
      const word = round === 0 ? k : round === 1 ? (5 * k + 1) % 16 : round === 2 ? (3 * k + 5) % 16 : (7 * k) % 16;
      const sum = (a + f + (md5Constants[k] ?? 0) + view.getInt32(block + word * 4, true)) | 0;
      a = d;
      d = c;
      c = b;
      b = (b + rotated(sum, md5Shifts[round * 4 + (k & 3)] ?? 0)) | 0;
    }
    state.set([(state[0] ?? 0) + a, (state[1] ?? 0) + b, (state[2] ?? 0) + c, (state[3] ?? 0) + d]);
  }
  const out = new DataView(new ArrayBuffer(16));
  state.forEach((word, k) => out.setInt32(k * 4, word, true));
  return [0, 4, 8, 12].map((at) => hex(out.getUint32(at))).join("");
};

/** SHA-1 (FIPS 180-4, section 6.1). */
export const sha1: Digest = (text) => {
  const view = padded(text, false);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const w = new Int32Array(80);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let k = 0; k < 80; k++)
      w[k] =
        k < 16
          ? view.getInt32(block + k * 4)
          : rotated((w[k - 3] ?? 0) ^ (w[k - 8] ?? 0) ^ (w[k - 14] ?? 0) ^ (w[k - 16] ?? 0), 1);
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let k = 0; k < 80; k++) {
      const f = k < 20 ? (b & c) ^ (~b & d) : k >= 40 && k < 60 ? (b & c) ^ (b & d) ^ (c & d) : b ^ c ^ d;
      const constant = k < 20 ? 0x5a827999 : k < 40 ? 0x6ed9eba1 : k < 60 ? 0x8f1bbcdc : 0xca62c1d6;
      const next = (rotated(a, 5) + f + e + constant + (w[k] ?? 0)) | 0;
      e = d;
      d = c;
      c = rotated(b, 30);
      b = a;
      a = next;
    }
    [a, b, c, d, e].forEach((word, k) => (state[k] = (state[k] ?? 0) + word));
  }
  return digits(state);
};

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
const sha256Constants = Int32Array.from(
  (
    "428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3 72be5d74 80deb1fe 9bdc06a7 c19bf174 " +
    "e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da 983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967 " +
    "27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e 92722c85 a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070 " +
    "19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2"
  ).split(" "),
  (word) => Number.parseInt(word, 16) | 0,
);

/** SHA-256 (FIPS 180-4, section 6.2). */
export const sha256: Digest = (text) => {
  const view = padded(text, false);
  const state = Int32Array.of(
    0x6a09e667,
    0xbb67ae85,
    0x3c6ef372,
    0xa54ff53a,
    0x510e527f,
    0x9b05688c,
    0x1f83d9ab,
    0x5be0cd19,
  );
  const w = new Int32Array(64);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let k = 0; k < 64; k++) {
      if (k < 16) {
        w[k] = view.getInt32(block + k * 4);
        continue;
      }
      const x = w[k - 15] ?? 0;
      const y = w[k - 2] ?? 0;
      const low = right(x, 7) ^ right(x, 18) ^ (x >>> 3);
      const high = right(y, 17) ^ right(y, 19) ^ (y >>> 10);
      w[k] = ((w[k - 16] ?? 0) + low + (w[k - 7] ?? 0) + high) | 0;
    }
    let a = state[0] ?? 0;
    let b = state[1] ?? 0;
    let c = state[2] ?? 0;
    let d = state[3] ?? 0;
    let e = state[4] ?? 0;
    let f = state[5] ?? 0;
    let g = state[6] ?? 0;
    let h = state[7] ?? 0;
    for (let k = 0; k < 64; k++) {
      const mixed = right(e, 6) ^ right(e, 11) ^ right(e, 25);
      const first = (h + mixed + ((e & f) ^ (~e & g)) + (sha256Constants[k] ?? 0) + (w[k] ?? 0)) | 0;
      const second = ((right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, k) => (state[k] = (state[k] ?? 0) + word));
  }
  return digits(state);
};
