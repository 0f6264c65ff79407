import { promisify } from "node:util";
import { constants, gzip, zstdCompress } from "node:zlib";
import type { Compression } from "../../shared/project/project.ts";
import type { OutputFile } from "./output-set.ts";

/**
 * What is compressed at a time, as a gzip member or zstd frame of its own: readers take any number of them one after another.
 * So the bytes of a file depend on what is in it, not on how it came, and files that are joined stay readable.
 */
const blockBytes = 1024 * 1024;
/** Blocks that are compressed beside each other, in threads of Node's own. */
const ahead = 3;

type Compress = (block: Uint8Array) => Promise<Uint8Array>;

const compressors: Readonly<Record<Compression, Compress>> = {
  async gzip(block) {
    const member = await promisify(gzip)(block);
    // RFC 1952: the system that compressed it; 255 is unknown.
    member[9] = 255;
    return member;
  },
  zstd: (block) => promisify(zstdCompress)(block, { params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
};

/** A file whose bytes are compressed on their way. */
export function compressedFile(file: OutputFile, compression: Compression): OutputFile {
  const compress = compressors[compression];
  const underWay: Promise<Uint8Array>[] = [];
  let block = new Uint8Array(blockBytes);
  let length = 0;
  let blocks = 0;

  async function send(): Promise<void> {
    const compressed = compress(block.subarray(0, length));
    // It is awaited in its turn; until then its failure is not unhandled.
    compressed.catch(() => undefined);
    underWay.push(compressed);
    block = new Uint8Array(blockBytes);
    length = 0;
    blocks++;
    if (underWay.length >= ahead) await store();
  }

  async function store(): Promise<void> {
    const compressed = await underWay.shift();
    if (compressed !== undefined) await file.write(compressed);
  }

  return {
    async write(bytes, done) {
      for (let at = 0; at < bytes.length;) {
        const taken = Math.min(bytes.length - at, blockBytes - length);
        block.set(bytes.subarray(at, at + taken), length);
        length += taken;
        at += taken;
        if (length === blockBytes) await send();
      }
      done?.();
    },
    async finish() {
      // A file of nothing is a member of nothing, which a reader knows.
      if (length > 0 || blocks === 0) await send();
      while (underWay.length > 0) await store();
      return await file.finish();
    },
  };
}
