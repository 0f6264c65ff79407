import type { FileHandle } from "node:fs/promises";

/** After so many bytes the disk is asked to take what was written, while more is: the last sync then finds little left to do. */
const flushBytes = 16 * 1024 * 1024;

/** So many bytes may wait for a disk that holds its writers up for a moment; those who make them go on meanwhile. */
const mostWaiting = 2 * 1024 * 1024;

interface Waiting {
  readonly bytes: number;
  readonly written: Promise<void>;
}

/** Writes chunks into a file one after another, behind its caller, and asks the disk to take them. */
export class FileWriter {
  readonly #handle: FileHandle;
  readonly #queue: Waiting[] = [];
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();
  #unflushed = 0;
  #flushing: Promise<void> | undefined;
  #failed: { readonly error: unknown } | undefined;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** Begins to write a chunk; `done` is called when it is written. */
  begin(chunk: Uint8Array, done?: () => void): void {
    const written = this.#write(chunk, this.#last, done);
    // Whoever waits next is told of a failure.
    written.catch(() => undefined);
    this.#last = written;
    this.#queue.push({ bytes: chunk.length, written });
    this.#waiting += chunk.length;
  }

  /** Waits until there is room for more. */
  async room(): Promise<void> {
    await this.#until(mostWaiting);
  }

  /** Waits until all is written. */
  async written(): Promise<void> {
    await this.#until(0);
  }

  /** Waits until the disk has taken all. */
  async sync(): Promise<void> {
    await this.written();
    await this.#flushing;
    // The system tells a handle only once.
    if (this.#failed !== undefined) throw this.#failed.error;
    await this.#handle.sync();
  }

  async #until(left: number): Promise<void> {
    while (this.#waiting > left) {
      const first = this.#queue.shift();
      if (first === undefined) return;
      await first.written;
      this.#waiting -= first.bytes;
    }
  }

  /** On a disk that is nearly full less may be written than was given. */
  async #write(chunk: Uint8Array, before: Promise<void>, done?: () => void): Promise<void> {
    await before;
    for (let at = 0; at < chunk.length;) {
      const { bytesWritten } = await this.#handle.write(chunk, at, chunk.length - at);
      at += bytesWritten;
    }
    done?.();
    this.#unflushed += chunk.length;
    if (this.#unflushed < flushBytes || this.#flushing !== undefined) return;
    this.#unflushed = 0;
    this.#flushing = this.#handle
      .datasync()
      .catch((error: unknown) => {
        this.#failed ??= { error };
      })
      .finally(() => {
        this.#flushing = undefined;
      });
  }
}
