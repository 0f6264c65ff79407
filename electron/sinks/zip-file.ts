import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import { SeedloomError } from "../../shared/base/errors.ts";
import { encodeUtf8 } from "../../shared/base/utf8.ts";
import type { OutputFile } from "./output-set.ts";

// APPNOTE.TXT 6.3.10, without ZIP64. Sizes stand behind the data of each entry, so that nothing is written twice.

const blockBytes = 1024 * 1024;
const mostBytes = 0xff_ff_ff_ff;
/** Bit 3: sizes follow the data; bit 11: names are UTF-8. */
const flags = 0x0808;
/** 1980-01-01, the first day there is: a file is the same whenever it is made. */
const date = 0x21;

interface Entry {
  readonly name: Uint8Array;
  readonly offset: number;
  crc: number;
  size: number;
  stored: number;
}

const deflate = promisify(deflateRaw) as (bytes: Uint8Array, options: { finishFlush: number }) => Promise<Uint8Array>;

/** Writes a ZIP archive, entry after entry. Its bytes follow from the entries' names and bytes alone. */
export class ZipFile {
  readonly #file: OutputFile;
  readonly #entries: Entry[] = [];
  #offset = 0;
  #open: Entry | undefined;
  #block = new Uint8Array(blockBytes);
  #length = 0;

  constructor(file: OutputFile) {
    this.#file = file;
  }

  /** Begins an entry; the bytes that follow are in it. */
  async begin(path: string): Promise<void> {
    const name = encodeUtf8(path);
    this.#open = { name, offset: this.#offset, crc: 0, size: 0, stored: 0 };
    const head = new Fields(30 + name.length);
    head.long(0x04034b50).short(20).short(flags).short(8).short(0).short(date);
    head.long(0).long(0).long(0).short(name.length).short(0).raw(name);
    await this.#write(head.bytes);
  }

  async write(bytes: Uint8Array): Promise<void> {
    const entry = this.#opened();
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(bytes.length - at, blockBytes - this.#length);
      this.#block.set(bytes.subarray(at, at + taken), this.#length);
      this.#length += taken;
      at += taken;
      if (this.#length === blockBytes) await this.#deflate(entry, constants.Z_FULL_FLUSH);
    }
    if (entry.size > mostBytes || this.#offset > mostBytes) throw tooLarge();
  }

  async end(): Promise<void> {
    const entry = this.#opened();
    await this.#deflate(entry, constants.Z_FINISH);
    const sizes = new Fields(16);
    sizes.long(0x08074b50).long(entry.crc).long(entry.stored).long(entry.size);
    await this.#write(sizes.bytes);
    this.#entries.push(entry);
    this.#open = undefined;
  }

  /** An entry of which all is known. */
  async add(path: string, text: string): Promise<void> {
    await this.begin(path);
    await this.write(encodeUtf8(text));
    await this.end();
  }

  /** Writes the list of the entries. */
  async finish(): Promise<void> {
    const start = this.#offset;
    for (const { name, offset, crc, size, stored } of this.#entries) {
      const record = new Fields(46 + name.length);
      record.long(0x02014b50).short(20).short(20).short(flags).short(8).short(0).short(date);
      record.long(crc).long(stored).long(size).short(name.length).short(0).short(0).short(0).short(0).long(0);
      record.long(offset).raw(name);
      await this.#write(record.bytes);
    }
    const count = this.#entries.length;
    const end = new Fields(22);
    end
      .long(0x06054b50)
      .short(0)
      .short(0)
      .short(count)
      .short(count)
      .long(this.#offset - start)
      .long(start)
      .short(0);
    if (this.#offset > mostBytes) throw tooLarge();
    await this.#write(end.bytes);
  }

  async #deflate(entry: Entry, finishFlush: number): Promise<void> {
    const compressed = await deflate(this.#block.subarray(0, this.#length), { finishFlush });
    this.#length = 0;
    entry.stored += compressed.length;
    await this.#write(compressed);
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#offset += bytes.length;
    await this.#file.write(bytes);
  }

  #opened(): Entry {
    if (this.#open === undefined) throw new Error("No entry of the archive is open.");
    return this.#open;
  }
}

const tooLarge = (): SeedloomError =>
  new SeedloomError(
    "export-blocked",
    "The file would be larger than the 4 GB that an archive of this kind can be.",
    "Split the export by rows, or choose CSV or Parquet; nothing was written.",
  );

/** Little-endian fields one after another. */
class Fields {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }

  short(value: number): this {
    this.#view.setUint16(this.#at, value, true);
    this.#at += 2;
    return this;
  }

  long(value: number): this {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
    return this;
  }

  raw(value: Uint8Array): this {
    this.bytes.set(value, this.#at);
    this.#at += value.length;
    return this;
  }
}
