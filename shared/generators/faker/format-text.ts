import { codePoints } from "../../base/code-points.ts";
import { permutation } from "../../random/permutation.ts";
import { childStream, wordAt } from "../../random/stream.ts";
import type { CompileContext, Kernel } from "../generator.ts";
import { largestDomain } from "../numbers/scaled-column.ts";
import { isClean } from "../../vectors/vector.ts";
import { writeFour, writeTwo } from "../../vectors/write-number.ts";
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

/** Texts of the number formats of each row's locale, in the order of `context.locales`. */
export function formatKernel(formatsOf: readonly (readonly string[])[], context: CompileContext): Kernel {
  const limit = textLimit(context.type);
  const fitting = formatsOf.map((formats) => {
    const short = formats.filter((format) => format.length <= limit);
    return short.length > 0 ? short : formats.toSorted((a, b) => a.length - b.length).slice(0, 1);
  });
  return context.unique ? keyedKernel(fitting, context) : drawnKernel(fitting, context);
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
  readonly bytes: Uint8Array;
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
  return { bytes: Uint8Array.from(format.replaceAll(/[#!?]/g, "0"), (sign) => sign.charCodeAt(0)), runs, letters };
}

/** Writes a run of 1 to 4 digits. */
function writeRun(view: DataView, at: number, width: number, value: number): void {
  if (width === 4) writeFour(view, at, value);
  else if (width === 3) {
    const hundreds = (value / 100) | 0;
    view.setUint8(at, 48 + hundreds);
    writeTwo(view, at + 1, value - hundreds * 100);
  } else if (width === 2) writeTwo(view, at, value);
  else view.setUint8(at, 48 + value);
}

function drawnKernel(formatsOf: readonly (readonly string[])[], context: CompileContext): Kernel {
  const lists = formatsOf.map((formats) => formats.map(drawnFormat));
  const localeOf = rowLocale(context);
  const { k0, k1 } = context.stream;
  const write = (sink: TextSink, row: number): void => {
    const formats = lists[localeOf(row)] ?? [];
    const format = formats[(wordAt(k0, k1, row, 0) >>> 0) % formats.length];
    if (!format) return;
    const { bytes, runs, letters } = format;
    ensureRoom(sink, bytes.length);
    const { view, at } = sink;
    for (let k = 0; k < bytes.length; k++) view.setUint8(at + k, bytes[k] ?? 0);
    let lane = 1;
    for (const run of runs) {
      const share = (wordAt(k0, k1, row, lane++) >>> 0) * 2.3283064365386963e-10;
      writeRun(view, at + run.at, run.width, run.low + ((share * run.span) | 0));
    }
    for (const place of letters) view.setUint8(at + place, 65 + ((wordAt(k0, k1, row, lane++) >>> 0) % 26));
    sink.at += bytes.length;
  };
  return textKernel(context, write, { clean: formatsOf.flat().every(isClean) });
}

/**
 * A unique column: each locale has its roomiest format, widened where it has fewer texts than rows, and the row's image under
 * a keyed bijection is the number of its text. Formats that have texts in common share one, so no two rows meet.
 */
function keyedKernel(formatsOf: readonly (readonly string[])[], context: CompileContext): Kernel {
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
  const localeOf = rowLocale(context);
  return textKernel(
    context,
    (sink, row) => {
      const chosen = keyed[localeOf(row)];
      if (chosen) putNumbered(sink, chosen.format, chosen.order.at(row % chosen.size));
    },
    { distinct: true },
  );
}
