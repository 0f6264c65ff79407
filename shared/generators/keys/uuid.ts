import { z } from "zod";
import { dayMilliseconds } from "../../base/calendar.ts";
import { childStream, wordAt } from "../../random/stream.ts";
import { newBytesVector, newTextVector, reserveBytes } from "../../vectors/new-vector.ts";
import type { TextVector } from "../../vectors/vector.ts";
import { defineGenerator, type CompileContext, type Kernel } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { rowBlock } from "./row-block.ts";

const params = z.strictObject({
  version: parameter(z.enum(["4", "7"]).default("4"), {
    label: "Version",
    help: "4 is random; 7 begins with a time, one millisecond a row from the reference date on, so that keys sort by row.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;

/** Fills the four words of a row's UUID. */
type WriteWords = (words: Uint32Array, row: number) => void;

/** Version 4 (RFC 9562, section 5.4). The first and last words are a bijection of the row, so no two rows share a UUID. */
function randomWords(context: CompileContext): WriteWords {
  const { k0, k1 } = context.stream;
  const blocks = rowBlock(childStream(context.stream, "block"));
  const { block } = blocks;
  return (words, row) => {
    blocks.at(row);
    words[0] = block[0] ?? 0;
    words[1] = (wordAt(k0, k1, row, 0) & 0xffff0fff) | 0x4000;
    words[2] = (wordAt(k0, k1, row, 1) & 0x3fffffff) | 0x80000000;
    words[3] = block[1] ?? 0;
  };
}

/** Version 7 (RFC 9562, section 5.7): the 48 bits of time differ from row to row. */
function timedWords(context: CompileContext): WriteWords {
  const { k0, k1 } = context.stream;
  const first = context.referenceDay * dayMilliseconds;
  return (words, row) => {
    const time = first + row;
    words[0] = Math.floor(time / 65_536);
    words[1] = ((time % 65_536) << 16) | 0x7000 | (wordAt(k0, k1, row, 0) & 0xfff);
    words[2] = (wordAt(k0, k1, row, 1) & 0x3fffffff) | 0x80000000;
    words[3] = wordAt(k0, k1, row, 2);
  };
}

/** The four hexadecimal digits of 16 bits, as a little-endian 32-bit word; made when a text column first asks. */
let hexQuads: Uint32Array | undefined;

function quads(): Uint32Array {
  const digit = (value: number): number => value + (value < 10 ? 48 : 87);
  hexQuads ??= Uint32Array.from(
    { length: 65_536 },
    (_, bits) =>
      digit(bits >> 12) | (digit((bits >> 8) & 15) << 8) | (digit((bits >> 4) & 15) << 16) | (digit(bits & 15) << 24),
  );
  return hexQuads;
}

function textKernelOf(write: WriteWords, batchRows: number): Kernel {
  const out: TextVector = { ...newTextVector(batchRows), clean: true };
  const bytes = reserveBytes(out, batchRows * 36 + 8);
  const view = new DataView(bytes.buffer);
  const words = new Uint32Array(4);
  const hex = quads();
  const put = (at: number, bits: number): void => view.setUint32(at, hex[bits] ?? 0, true);
  for (let i = 0; i < batchRows; i++) {
    out.offsets[i + 1] = (i + 1) * 36;
    for (const hyphen of [8, 13, 18, 23]) bytes[i * 36 + hyphen] = 45;
  }
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      for (let i = 0; i < count; i++) {
        write(words, rows[i] ?? 0);
        const a = words[0] ?? 0;
        const b = words[1] ?? 0;
        const c = words[2] ?? 0;
        const d = words[3] ?? 0;
        const at = i * 36;
        put(at, a >>> 16);
        put(at + 4, a & 0xffff);
        put(at + 9, b >>> 16);
        put(at + 14, b & 0xffff);
        put(at + 19, c >>> 16);
        put(at + 24, c & 0xffff);
        put(at + 28, d >>> 16);
        put(at + 32, d & 0xffff);
      }
    },
  };
}

function bytesKernelOf(write: WriteWords, batchRows: number): Kernel {
  const out = newBytesVector(batchRows);
  const bytes = reserveBytes(out, batchRows * 16);
  const view = new DataView(bytes.buffer);
  const words = new Uint32Array(4);
  for (let i = 0; i < batchRows; i++) out.offsets[i + 1] = (i + 1) * 16;
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      for (let i = 0; i < count; i++) {
        write(words, rows[i] ?? 0);
        for (let k = 0; k < 4; k++) view.setUint32(i * 16 + k * 4, words[k] ?? 0);
      }
    },
  };
}

/** UUIDs, distinct by construction. */
export const uuid = defineGenerator<Params>({
  id: "uuid",
  version: 1,
  label: "UUID",
  help: "Universally unique identifiers: random (version 4) or in the order of time (version 7).",
  category: "keys",
  keywords: ["guid", "id", "identifier", "unique", "v4", "v7", "primary key"],
  icon: "id",
  params,
  shorthand: "version",
  distinct: "table",
  accepts: (type) =>
    type.kind === "uuid" ||
    type.kind === "unknown" ||
    (type.kind === "text" && (type.maxLength ?? 36) >= 36) ||
    (type.kind === "bytes" && (type.maxLength ?? 16) >= 16),
  describe: (p) => `version ${p.version}`,
  capacity: () => Infinity,
  compile(p, context) {
    const write = p.version === "7" ? timedWords(context) : randomWords(context);
    return context.type.kind === "bytes"
      ? bytesKernelOf(write, context.batchRows)
      : textKernelOf(write, context.batchRows);
  },
});
