import { openSync, readSync, closeSync } from "node:fs";

/** The committed pages of a write-ahead log. */
export interface WalFrames {
  /** Page number → offset of its latest committed content in the log. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Pages of the database after the last commit; 0 where nothing is committed. */
  readonly pageCount: number;
  /** Names the last commit: another one has another mark. */
  readonly mark: string;
}

const none: WalFrames = { offsets: new Map(), pageCount: 0, mark: "" };
const logHeaderSize = 32;
const frameHeaderSize = 24;

/**
 * Reads which pages a log holds, up to its last whole commit ("WAL-mode File Format", sqlite.org/walformat.html): frames
 * count while their salts are the header's and the running checksum is right. What follows is left from an earlier round
 * or torn.
 */
export function readWalFrames(path: string, pageSize: number): WalFrames {
  const log = openIfThere(path);
  if (log === null) return none;
  try {
    const header = Buffer.alloc(logHeaderSize);
    if (readSync(log, header, 0, logHeaderSize, 0) < logHeaderSize) return none;
    const magic = header.readUInt32BE(0);
    if ((magic & 0xfffffffe) >>> 0 !== 0x377f0682 || header.readUInt32BE(8) !== pageSize) return none;
    const sum = new Checksum((magic & 1) === 1);
    sum.add(header, 0, 24);
    if (!sum.is(header, 24)) return none;
    return scanFrames(log, header, pageSize, sum);
  } finally {
    closeSync(log);
  }
}

function scanFrames(log: number, header: Buffer, pageSize: number, sum: Checksum): WalFrames {
  const frame = Buffer.alloc(frameHeaderSize + pageSize);
  const offsets = new Map<number, number>();
  let pageCount = 0;
  let mark = "";
  let pending: [number, number][] = [];
  for (let at = logHeaderSize; readSync(log, frame, 0, frame.length, at) === frame.length; at += frame.length) {
    if (header.compare(frame, 8, 16, 16, 24) !== 0) break;
    sum.add(frame, 0, 8);
    sum.add(frame, frameHeaderSize, frame.length);
    if (!sum.is(frame, 16)) break;
    pending.push([frame.readUInt32BE(0), at + frameHeaderSize]);
    const committed = frame.readUInt32BE(4);
    if (committed === 0) continue;
    for (const [page, offset] of pending) offsets.set(page, offset);
    pending = [];
    pageCount = committed;
    mark = `${frame.toString("hex", 8, frameHeaderSize)}@${at}`;
  }
  return { offsets, pageCount, mark };
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** The running checksum of a log, over pairs of 32-bit words in the byte order that its header names. */
class Checksum {
  readonly #bigEndian: boolean;
  #s0 = 0;
  #s1 = 0;

  constructor(bigEndian: boolean) {
    this.#bigEndian = bigEndian;
  }

  add(bytes: Buffer, from: number, to: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let [s0, s1] = [this.#s0, this.#s1];
    for (let at = from; at < to; at += 8) {
      s0 = (s0 + view.getUint32(at, !this.#bigEndian) + s1) | 0;
      s1 = (s1 + view.getUint32(at + 4, !this.#bigEndian) + s0) | 0;
    }
    [this.#s0, this.#s1] = [s0, s1];
  }

  /** Whether the two words at `at`, always big-endian, are the sum so far. */
  is(bytes: Buffer, at: number): boolean {
    return bytes.readInt32BE(at) === this.#s0 && bytes.readInt32BE(at + 4) === this.#s1;
  }
}
