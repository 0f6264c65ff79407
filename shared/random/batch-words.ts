import { wordAt, type Stream } from "./stream.ts";

// What stream.ts gives for a row, for the rows of a batch. The rows of an export follow each other, and whole numbers of 32 bits that
// are counted up take half the time of numbers read from memory; the words are the same.

const runs = new WeakSet<Float64Array>();

/** Memory for rows that follow each other. Nothing but {@link setRun} may write to it: that they do is not looked at again. */
export function newRun(most: number): Float64Array {
  const rows = new Float64Array(most);
  runs.add(rows);
  return rows;
}

/** Sets the first `count` rows of such memory: start, start + 1, … */
export function setRun(run: Float64Array, start: number, count: number): void {
  for (let i = 0; i < count; i++) run[i] = start + i;
}

const upper = (row: number): number => (row * 2.3283064365386963e-10) | 0;

/** Whether the rows follow each other and agree in all but their lower 32 bits. */
export const isRun = (rows: Float64Array, count: number): boolean =>
  runs.has(rows) && count > 0 && upper(rows[0] ?? 0) === upper(rows[count - 1] ?? 0);

/** The words (`wordAt`) of a batch's rows, into `words`. */
export function fillWords(
  { k0, k1 }: Stream,
  lane: number,
  rows: Float64Array,
  count: number,
  words: Int32Array,
): void {
  if (isRun(rows, count)) fillRun(k0, k1, lane, rows[0] ?? 0, count, words);
  else for (let i = 0; i < count; i++) words[i] = wordAt(k0, k1, rows[i] ?? 0, lane);
}

/** `wordAt` with what does not change from row to row taken out of the loop. */
function fillRun(k0: number, k1: number, lane: number, first: number, count: number, words: Int32Array): void {
  const low = first | 0;
  const laneKey = Math.imul(lane, 0x9e3779b1);
  const rowKey = k1 ^ Math.imul(upper(first) ^ (lane << 16), 0x27d4eb2f);
  for (let i = 0; i < count; i++) {
    const start = (((low + i) ^ laneKey) + k0) | 0;
    let x = Math.imul(start ^ (start >>> 16), 0x21f0aaad);
    x = (x + rowKey) | 0;
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    x = Math.imul(x ^ (x >>> 15), 0x31848bab);
    x ^= x >>> 14;
    words[i] = (x + Math.imul(start, 0x2c1b3c6d)) | 0;
  }
}

// The words of some rows, between the loop that draws them and the one that reads them.
const block = 512;
const firstWords = new Int32Array(block);
const secondWords = new Int32Array(block);

/** `belowAt` (lane 0, and 1 for sizes above 2^20) of a batch's rows, into `values`. */
export function fillBelow(stream: Stream, rows: Float64Array, count: number, size: number, values: Float64Array): void {
  const scale = size * 2.3283064365386963e-10;
  for (let from = 0; from < count; from += block) {
    const many = Math.min(block, count - from);
    fillPart(stream, 0, rows, from, many, firstWords);
    if (size <= 0x100000) scaleWords(many, scale, values, from);
    else {
      fillPart(stream, 1, rows, from, many, secondWords);
      scalePairs(many, size, values, from);
    }
  }
}

function fillPart(
  { k0, k1 }: Stream,
  lane: number,
  rows: Float64Array,
  from: number,
  count: number,
  words: Int32Array,
): void {
  if (isRun(rows, from + count)) fillRun(k0, k1, lane, rows[from] ?? 0, count, words);
  else for (let i = 0; i < count; i++) words[i] = wordAt(k0, k1, rows[from + i] ?? 0, lane);
}

function scaleWords(count: number, scale: number, values: Float64Array, at: number): void {
  for (let i = 0; i < count; i++) values[at + i] = Math.floor(((firstWords[i] ?? 0) >>> 0) * scale);
}

function scalePairs(count: number, size: number, values: Float64Array, at: number): void {
  for (let i = 0; i < count; i++) {
    const high = (firstWords[i] ?? 0) >>> 5;
    const low = (secondWords[i] ?? 0) >>> 6;
    values[at + i] = Math.floor((high * 67_108_864 + low) * 1.1102230246251565e-16 * size);
  }
}
