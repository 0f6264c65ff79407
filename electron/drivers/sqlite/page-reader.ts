import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { headerSize } from "./file-state.ts";
import { damaged } from "./sqlite-errors.ts";
import { readWalFrames, type WalFrames } from "./wal-frames.ts";

/** Reads pages as a new reader would see them: from the log where it has them, else from the file. */
export class PageReader {
  readonly pageSize: number;
  readonly reserved: number;
  readonly pageCount: number;
  readonly cookie: number;
  readonly #file: number;
  readonly #path: string;
  readonly #log: WalFrames;

  /** `file` is open for reading at `path`; its log lies beside it. */
  constructor(file: number, path: string) {
    this.#file = file;
    this.#path = path;
    const header = Buffer.alloc(headerSize);
    if (readSync(file, header, 0, headerSize, 0) < headerSize) throw damaged(path);
    const size = header.readUInt16BE(16);
    this.pageSize = size === 1 ? 65536 : size;
    if (this.pageSize < 512 || (this.pageSize & (this.pageSize - 1)) !== 0) throw damaged(path);
    this.#log = readWalFrames(`${path}-wal`, this.pageSize);
    const first = this.page(1);
    this.reserved = first[20] ?? 0;
    this.cookie = first.readUInt32BE(40);
    this.pageCount = this.#log.pageCount || Math.floor(fstatSync(file).size / this.pageSize);
    if (
      this.#log.pageCount === 0 &&
      first.readUInt32BE(28) > this.pageCount &&
      first.readUInt32BE(24) === first.readUInt32BE(92)
    )
      throw damaged(path);
  }

  /** The whole database. Its bytes are in memory then, so the caller looks at the page count first. */
  all(): Buffer {
    const image = Buffer.alloc(this.pageCount * this.pageSize);
    for (let at = 0; at < image.length;) {
      const read = readSync(this.#file, image, at, image.length - at, at);
      // What the file does not have yet is in the log.
      if (read === 0) break;
      at += read;
    }
    for (const number of this.#log.offsets.keys()) {
      if (number <= this.pageCount) this.page(number).copy(image, (number - 1) * this.pageSize);
    }
    withoutLog(image, this.pageCount);
    return image;
  }

  /** Changes with each commit to the log, and with each change of what the header counts. */
  get state(): string {
    return JSON.stringify([
      this.pageCount,
      this.cookie,
      this.#log.mark,
      fstatSync(this.#file, { bigint: true }).mtimeNs.toString(),
    ]);
  }

  page(number: number): Buffer {
    const page = Buffer.alloc(this.pageSize);
    const offset = this.#log.offsets.get(number);
    if (offset === undefined) {
      if (number < 1 || readSync(this.#file, page, 0, this.pageSize, (number - 1) * this.pageSize) < this.pageSize)
        throw damaged(this.#path);
      return page;
    }
    const log = openSync(`${this.#path}-wal`, "r");
    try {
      if (readSync(log, page, 0, this.pageSize, offset) < this.pageSize) throw damaged(this.#path);
    } finally {
      closeSync(log);
    }
    return page;
  }
}

/** Makes page 1 say rollback journal, so that SQLite opens the pages without a log. */
export function withoutLog(first: Buffer, pageCount: number): void {
  first[18] = first[19] = 1;
  first.writeUInt32BE(pageCount, 28);
  first.writeUInt32BE(first.readUInt32BE(24), 92);
}
