import { codePoints } from "../../base/code-points.ts";
import { permutation } from "../../random/permutation.ts";
import { fillWords } from "../../random/batch-words.ts";
import { childStream, wordAt } from "../../random/stream.ts";
import type { CompileContext, Kernel } from "../generator.ts";
import { largestDomain } from "../numbers/scaled-column.ts";
import { newTextVector, readSlack, reserveBytes } from "../../vectors/new-vector.ts";
import { textDictionary } from "../../vectors/text-dictionary.ts";
import { markOf, writeMark, type Mark } from "../../vectors/mark.ts";
import { isClean, type TextVector } from "../../vectors/vector.ts";
import { writeExactlyThree, writeFour, writeTwo } from "../../vectors/write-number.ts";
import { textKernel, textLimit } from "../text/text-kernel.ts";
import { ensureRoom, type TextSink } from "../text/text-sink.ts";
import { rowLocale } from "./row-locale.ts";

// faker's number formats: # is a digit, ! a digit from 2 to 9, ? a capital letter; all else stands for itself.

/** How many characters a sign of a format stands for. */
const choices = (sign: string): number => (sign === "#" ? 10 : sign === "!" ? 8 : sign === "?" ? 26 : 1);
const firstByte = (sign: string): number =>
  sign === "#" ? 48 : sign === "!" ? 50 : sign === "?" ? 65 : sign.charCodeAt(0);

/** How many texts a format has. */
const formatSize = (format: string): number => codePoints(format).reduce((product, sign) => product * choices(sign), 1);

/** The format with fixed digits and letters freed, from its end on, until it has `wanted` texts; with digits behind it where that is not enough. */
function widen(format: string, wanted: number): string {
  const signs = [...codePoints(format)];
  for (let k = signs.length - 1; k >= 0 && formatSize(signs.join("")) < wanted; k--) {
    const sign = signs[k] ?? "";
    if (/[0-9!]/.test(sign)) signs[k] = "#";
    else if (/[A-Z]/.test(sign)) signs[k] = "?";
  }
  while (formatSize(signs.join("")) < wanted) signs.push("#");
  return signs.join("");
}

/** Whether two formats have a text in common. */
function overlap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  return codePoints(a).every((sign, k) => {
    const other = b[k] ?? "";
    const [low, otherLow] = [firstByte(sign), firstByte(other)];
    return low < otherLow + choices(other) && otherLow < low + choices(sign);
  });
}

interface CompiledFormat {
  /** The first character of each place, and how many there are from it on. */
  readonly first: Uint8Array;
  readonly choices: Uint8Array;
}

const compile = (format: string): CompiledFormat => ({
  first: Uint8Array.from(format, firstByte),
  choices: Uint8Array.from(format, choices),
});

/** Writes a text of a format: the one with this number, counted from the last place. */
function putNumbered(sink: TextSink, format: CompiledFormat, index: number): void {
  const { first } = format;
  ensureRoom(sink, first.length);
  let rest = index;
  for (let k = first.length - 1; k >= 0; k--) {
    const radix = format.choices[k] ?? 1;
    const next = Math.floor(rest / radix);
    sink.bytes[sink.at + k] = (first[k] ?? 0) + rest - next * radix;
    rest = next;
  }
  sink.at += first.length;
}

/** Which list of formats a row has; `i` is its place in the batch. */
type ListOf = (row: number, i: number) => number;

/** Texts of the number formats of each row's locale, in the order of `context.locales`, or of the list that `listOf` says. */
export function formatKernel(
  formatsOf: readonly (readonly string[])[],
  context: CompileContext,
  listOf: ListOf = rowLocale(context),
): Kernel {
  const limit = textLimit(context.type);
  const fitting = formatsOf.map((formats) => {
    const short = formats.filter((format) => format.length <= limit);
    return short.length > 0 ? short : formats.toSorted((a, b) => a.length - b.length).slice(0, 1);
  });
  return context.unique ? keyedKernel(fitting, context, listOf) : drawnKernel(fitting, context, listOf);
}

/** Consecutive digits of a format, drawn as one number below 10,000. */
interface DigitRun {
  readonly at: number;
  readonly width: number;
  readonly low: number;
  readonly span: number;
}

interface DrawnFormat {
  /** The format with zeros for its digits and letters: what is not drawn stays. */
  readonly blank: Mark;
  readonly runs: readonly DigitRun[];
  /** Places of capital letters. */
  readonly letters: readonly number[];
}

function drawnFormat(format: string): DrawnFormat {
  const runs: DigitRun[] = [];
  for (const { 0: signs, index } of format.matchAll(/!#{0,3}|#{1,4}/g)) {
    const low = signs.startsWith("!") ? 2 * 10 ** (signs.length - 1) : 0;
    runs.push({ at: index, width: signs.length, low, span: 10 ** signs.length - low });
  }
  const letters = [...format.matchAll(/\?/g)].map(({ index }) => index);
  return { blank: markOf(format.replaceAll(/[#!?]/g, "0")), runs, letters };
}

/** Writes a text of a format, drawn for the row from lane 1 on, and returns the offset behind it. */
function writeDrawn(format: DrawnFormat, k0: number, k1: number, row: number, view: DataView, at: number): number {
  const { runs, letters } = format;
  const end = writeMark(format.blank, view, at);
  let lane = 1;
  for (let r = 0; r < runs.length; r++) {
    const run = runs[r];
    if (!run) break;
    const share = (wordAt(k0, k1, row, lane++) >>> 0) * 2.3283064365386963e-10;
    writeRun(view, at + run.at, run.width, run.low + ((share * run.span) | 0));
  }
  for (let l = 0; l < letters.length; l++) {
    view.setUint8(at + (letters[l] ?? 0), 65 + ((wordAt(k0, k1, row, lane++) >>> 0) % 26));
  }
  return end;
}

/** Writes a run of 1 to 4 digits, and nothing beyond. */
function writeRun(view: DataView, at: number, width: number, value: number): void {
  if (width === 4) writeFour(view, at, value);
  else if (width === 3) writeExactlyThree(view, at, value);
  else if (width === 2) writeTwo(view, at, value);
  else view.setUint8(at, 48 + value);
}

function drawnKernel(formatsOf: readonly (readonly string[])[], context: CompileContext, listOf: ListOf): Kernel {
  const [only = []] = formatsOf.length === 1 ? formatsOf : [];
  const [signs, ...others] = new Set(only.map((format) => format.replaceAll(/[^#!?]/g, " ")));
  return signs !== undefined && signs !== "" && others.length === 0 && signs.length <= textLimit(context.type)
    ? alikeFormatsKernel(only, context)
    : manyFormatsKernel(formatsOf, context, listOf);
}

/**
 * Every cell has the same places of digits and letters: what stands around them is copied, where it differs, and each run of digits is
 * drawn in turn.
 */
function alikeFormatsKernel(formats: readonly string[], context: CompileContext): Kernel {
  const [text = ""] = formats;
  const { words, stride } = textDictionary(formats.map((format) => format.replaceAll(/[#!?]/g, "0")));
  const { runs, letters } = drawnFormat(text);
  const { k0, k1 } = context.stream;
  const { length } = text;
  const out: TextVector = { ...newTextVector(context.batchRows), clean: formats.every(isClean) };
  const bytes = reserveBytes(out, context.batchRows * length + readSlack);
  const view = new DataView(bytes.buffer);
  const values = new Int32Array(context.batchRows);
  for (let i = 0; i < context.batchRows; i++) {
    out.offsets[i + 1] = (i + 1) * length;
    for (let k = 0; k < length; k++) bytes[i * length + k] = text.charCodeAt(k);
  }
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      if (formats.length > 1) {
        fillWords(context.stream, 0, rows, count, values);
        for (let i = 0; i < count; i++) {
          const first = (((values[i] ?? 0) >>> 0) % formats.length) * (stride >> 3);
          for (let b = 0; b < stride; b += 8) view.setFloat64(i * length + b, words[first + (b >> 3)] ?? 0, true);
        }
      }
      runs.forEach((run, r) => {
        fillWords(context.stream, 1 + r, rows, count, values);
        writeRuns(run, length, count, values, view);
      });
      letters.forEach((at, l) => {
        const lane = 1 + runs.length + l;
        for (let i = 0; i < count; i++)
          view.setUint8(i * length + at, 65 + ((wordAt(k0, k1, rows[i] ?? 0, lane) >>> 0) % 26));
      });
    },
  };
}

/** Writes one run of the digits of a batch's cells, `stride` bytes apart, drawn by the words in `values`. */
function writeRuns(
  { at, width, low, span }: DigitRun,
  stride: number,
  count: number,
  values: Int32Array,
  view: DataView,
): void {
  const scale = span * 2.3283064365386963e-10;
  for (let i = 0; i < count; i++) values[i] = low + ((((values[i] ?? 0) >>> 0) * scale) | 0);
  // A loop for each width: what a loop writes is then known in advance.
  if (width === 4) for (let i = 0, p = at; i < count; i++, p += stride) writeFour(view, p, values[i] ?? 0);
  else if (width === 3) for (let i = 0, p = at; i < count; i++, p += stride) writeExactlyThree(view, p, values[i] ?? 0);
  else for (let i = 0, p = at; i < count; i++, p += stride) writeRun(view, p, width, values[i] ?? 0);
}

function manyFormatsKernel(formatsOf: readonly (readonly string[])[], context: CompileContext, listOf: ListOf): Kernel {
  const lists = formatsOf.map((formats) => formats.map(drawnFormat));
  const { k0, k1 } = context.stream;
  const limit = textLimit(context.type);
  const longest = Math.max(...formatsOf.flat().map((format) => format.length));
  const out: TextVector = { ...newTextVector(context.batchRows), clean: formatsOf.flat().every(isClean) };
  const view = new DataView(reserveBytes(out, context.batchRows * longest + readSlack).buffer);
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      let at = 0;
      for (let i = 0; i < count; i++) {
        const row = rows[i] ?? 0;
        const formats = lists[listOf(row, i)] ?? [];
        const format = formats.length === 1 ? formats[0] : formats[(wordAt(k0, k1, row, 0) >>> 0) % formats.length];
        // Formats are ASCII: a character is a byte.
        if (format) at += Math.min(limit, writeDrawn(format, k0, k1, row, view, at) - at);
        out.offsets[i + 1] = at;
      }
    },
  };
}

/**
 * A unique column: each locale has its roomiest format, widened where it has fewer texts than rows, and the row's image under
 * a keyed bijection is the number of its text. Formats that have texts in common share one, so no two rows meet.
 */
function keyedKernel(formatsOf: readonly (readonly string[])[], context: CompileContext, listOf: ListOf): Kernel {
  const used: string[] = [];
  const keyed = formatsOf.map((formats) => {
    const roomiest = formats.reduce(
      (best, format) => (formatSize(format) > formatSize(best) ? format : best),
      formats[0] ?? "#####",
    );
    const wide = widen(roomiest, Math.min(context.rowCount, largestDomain));
    const format = used.find((other) => overlap(other, wide)) ?? wide;
    if (!used.includes(format)) used.push(format);
    const size = Math.min(formatSize(format), largestDomain);
    return { format: compile(format), size, order: permutation(childStream(context.stream, format), size) };
  });
  return textKernel(
    context,
    (sink, row, i) => {
      const chosen = keyed[listOf(row, i)];
      if (chosen) putNumbered(sink, chosen.format, chosen.order.at(row % chosen.size));
    },
    { distinct: true },
  );
}
