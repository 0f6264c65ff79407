import { z } from "zod";
import { dayMilliseconds } from "../../base/calendar.ts";
import { fillWords } from "../../random/batch-words.ts";
import { childStream, wordAt } from "../../random/stream.ts";
import { newBytesVector, newTextVector, readSlack, reserveBytes } from "../../vectors/new-vector.ts";
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

/** The four words of each UUID of a batch, one array a word. */
interface Words {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  readonly d: Int32Array;
}

const newWords = (batchRows: number): Words => ({
  a: new Int32Array(batchRows),
  b: new Int32Array(batchRows),
  c: new Int32Array(batchRows),
  d: new Int32Array(batchRows),
});

/** Fills the words of the UUIDs of a batch. */
type FillUuids = (words: Words, rows: Float64Array, count: number) => void;

/** Version 4 (RFC 9562, section 5.4). The first and last words are a bijection of the row, so no two rows share a UUID. */
function randomWords(context: CompileContext): FillUuids {
  const { stream } = context;
  const blocks = rowBlock(childStream(stream, "block"));
  return ({ a, b, c, d }, rows, count) => {
    blocks.fill(rows, count, a, d);
    fillWords(stream, 0, rows, count, b);
    setBits(b, count, 0xf000, 0x4000);
    fillWords(stream, 1, rows, count, c);
    setBits(c, count, 0xc0000000, 0x80000000);
  };
}

/** Sets the bits of `mask` in each word to those of `value`. */
function setBits(words: Int32Array, count: number, mask: number, value: number): void {
  for (let i = 0; i < count; i++) words[i] = ((words[i] ?? 0) & ~mask) | value;
}

/** Version 7 (RFC 9562, section 5.7): the 48 bits of time differ from row to row. */
function timedWords(context: CompileContext): FillUuids {
  const { k0, k1 } = context.stream;
  const first = context.referenceDay * dayMilliseconds;
  return ({ a, b, c, d }, rows, count) => {
    for (let i = 0; i < count; i++) {
      const row = rows[i] ?? 0;
      const time = first + row;
      a[i] = Math.floor(time / 65_536);
      b[i] = ((time % 65_536) << 16) | 0x7000 | (wordAt(k0, k1, row, 0) & 0xfff);
      c[i] = (wordAt(k0, k1, row, 1) & 0x3fffffff) | 0x80000000;
      d[i] = wordAt(k0, k1, row, 2);
    }
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

function textKernelOf(fillUuids: FillUuids, batchRows: number): Kernel {
  const out: TextVector = { ...newTextVector(batchRows), clean: true };
  const bytes = reserveBytes(out, batchRows * 36 + readSlack);
  const view = new DataView(bytes.buffer);
  const words = newWords(batchRows);
  const hex = quads();
  for (let i = 0; i < batchRows; i++) {
    out.offsets[i + 1] = (i + 1) * 36;
    for (const hyphen of [8, 13, 18, 23]) bytes[i * 36 + hyphen] = 45;
  }
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      fillUuids(words, rows, count);
      writeHexWords(words, count, hex, view);
    },
  };
}

/** Writes the digits of each UUID, 36 bytes apart, around the hyphens that stand there. */
function writeHexWords({ a, b, c, d }: Words, count: number, hex: Uint32Array, view: DataView): void {
  writeHexWord(a, 0, 4, count, hex, view);
  writeHexWord(b, 9, 14, count, hex, view);
  writeHexWord(c, 19, 24, count, hex, view);
  writeHexWord(d, 28, 32, count, hex, view);
}

/** Writes the halves of one word of each UUID. */
function writeHexWord(
  words: Int32Array,
  high: number,
  low: number,
  count: number,
  hex: Uint32Array,
  view: DataView,
): void {
  for (let i = 0, at = 0; i < count; i++, at += 36) {
    const word = words[i] ?? 0;
    view.setUint32(at + high, hex[word >>> 16] ?? 0, true);
    view.setUint32(at + low, hex[word & 0xffff] ?? 0, true);
  }
}

function bytesKernelOf(fillUuids: FillUuids, batchRows: number): Kernel {
  const out = newBytesVector(batchRows);
  const bytes = reserveBytes(out, batchRows * 16);
  const view = new DataView(bytes.buffer);
  const words = newWords(batchRows);
  for (let i = 0; i < batchRows; i++) out.offsets[i + 1] = (i + 1) * 16;
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      fillUuids(words, rows, count);
      for (let i = 0; i < count; i++) {
        view.setUint32(i * 16, words.a[i] ?? 0);
        view.setUint32(i * 16 + 4, words.b[i] ?? 0);
        view.setUint32(i * 16 + 8, words.c[i] ?? 0);
        view.setUint32(i * 16 + 12, words.d[i] ?? 0);
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
    const fillUuids = p.version === "7" ? timedWords(context) : randomWords(context);
    return context.type.kind === "bytes"
      ? bytesKernelOf(fillUuids, context.batchRows)
      : textKernelOf(fillUuids, context.batchRows);
  },
});
