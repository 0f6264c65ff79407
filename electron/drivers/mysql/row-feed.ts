import { Readable } from "node:stream";

/** The most bytes sent as one packet: well below the smallest max_allowed_packet that is in use. */
const packetBytes = 131_072;

/**
 * What LOAD DATA LOCAL reads in the place of a file. A send ends when its bytes have been taken, so that their memory can be
 * used again and no more than one send is ever held here.
 */
export class RowFeed extends Readable {
  #taken: (() => void) | undefined;
  #released = false;

  constructor() {
    super({ highWaterMark: 1 });
  }

  override _read(): void {
    this.#wake();
  }

  #wake(): void {
    const taken = this.#taken;
    this.#taken = undefined;
    taken?.();
  }

  async send(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length && !this.#released; from += packetBytes) {
      const part = bytes.subarray(from, from + packetBytes);
      const taken = new Promise<void>((resolve) => (this.#taken = resolve));
      this.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
      await taken;
    }
  }

  /** All rows have been sent. */
  finish(): void {
    if (!this.#released) this.push(null);
    this.release();
  }

  /** Nobody reads any more: a send that waits ends, and what is sent from now on is dropped. */
  release(): void {
    this.#released = true;
    this.#wake();
  }
}
