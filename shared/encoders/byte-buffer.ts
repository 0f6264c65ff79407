import type { ByteBuffer } from "./encoder.ts";
import { maxUtf8Length, writeUtf8 } from "../base/utf8.ts";

/** An empty buffer with room for `size` bytes; it grows as needed. */
export const newByteBuffer = (size = 65_536): ByteBuffer => ({ bytes: new Uint8Array(size), length: 0 });

/** Makes room for `extra` bytes behind what is written. */
export function reserve(buffer: ByteBuffer, extra: number): Uint8Array {
  const needed = buffer.length + extra;
  if (buffer.bytes.length < needed) {
    const grown = new Uint8Array(Math.max(needed, buffer.bytes.length * 2));
    grown.set(buffer.bytes.subarray(0, buffer.length));
    buffer.bytes = grown;
  }
  return buffer.bytes;
}

/** Appends text. */
export function append(buffer: ByteBuffer, text: string): void {
  const bytes = reserve(buffer, maxUtf8Length(text));
  buffer.length = writeUtf8(bytes, buffer.length, text);
}

/** Writes bytes as they are and returns the offset behind them. */
export function writeBytes(view: DataView, at: number, bytes: Uint8Array): number {
  for (let k = 0; k < bytes.length; k++) view.setUint8(at + k, bytes[k] ?? 0);
  return at + bytes.length;
}
