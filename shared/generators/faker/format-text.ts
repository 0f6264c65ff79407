import { permutation } from "../../random/permutation.ts";
import { childStream, wordAt } from "../../random/stream.ts";
import type { CompileContext, Kernel } from "../generator.ts";
import { textKernel, textLimit } from "../text/text-kernel.ts";
import { ensureRoom } from "../text/text-sink.ts";
import { rowLocale } from "./row-locale.ts";

// faker's number formats: # is a digit, ! a digit from 2 to 9, ? a capital letter; all else stands for itself.
const [hash, mark, question] = [35, 33, 63];

/** How many digits of a format, counted from its end, are free (#). */
export function freeDigits(format: string): number {
  let free = 0;
  for (let k = format.length - 1; k >= 0; k--) {
    const sign = format.charCodeAt(k);
    if (sign === hash) free++;
    else if (sign === mark || sign === question || (sign >= 48 && sign <= 57) || (sign >= 65 && sign <= 90)) break;
  }
  return free;
}

/**
 * Texts of a locale's number formats. In a unique column the last digits are the row's image under a keyed bijection, in
 * formats that all end in as many free digits, so that no two rows agree in them.
 */
export function formatKernel(
  formatsOf: readonly (readonly string[])[],
  digits: number,
  context: CompileContext,
): Kernel {
  const limit = textLimit(context.type);
  const lists = formatsOf.map((formats) => {
    const fitting = formats.filter(
      (format) => format.length <= limit && (!context.unique || freeDigits(format) >= digits),
    );
    const best = fitting.length > 0 ? fitting : formats.toSorted((a, b) => freeDigits(b) - freeDigits(a)).slice(0, 1);
    return best.map((format) => Uint8Array.from(format, (sign) => sign.charCodeAt(0)));
  });
  const free = context.unique ? digits : 0;
  const size = 10 ** free;
  const order = permutation(childStream(context.stream, "order"), size);
  const localeOf = rowLocale(context);
  const { k0, k1 } = context.stream;
  return textKernel(
    context,
    (sink, row) => {
      const formats = lists[localeOf(row)] ?? [];
      const format = formats[(wordAt(k0, k1, row, 0) >>> 0) % formats.length];
      if (!format) return;
      ensureRoom(sink, format.length);
      const { bytes, at } = sink;
      let left = free;
      let number = free > 0 ? order.at(row % size) : 0;
      let word = 0;
      let spent = 6;
      let lane = 1;
      // From the end, so that the number's digits fill the last places.
      for (let k = format.length - 1; k >= 0; k--) {
        const sign = format[k] ?? 0;
        if (sign !== hash && sign !== mark && sign !== question) {
          bytes[at + k] = sign;
          continue;
        }
        if (left > 0) {
          const next = Math.floor(number / 10);
          bytes[at + k] = 48 + number - next * 10;
          number = next;
          left--;
          continue;
        }
        if (spent === 6) {
          word = (wordAt(k0, k1, row, lane++) >>> 0) * 2.3283064365386963e-10;
          spent = 0;
        }
        const radix = sign === hash ? 10 : sign === mark ? 8 : 26;
        const scaled = word * radix;
        const digit = Math.floor(scaled);
        word = scaled - digit;
        spent++;
        bytes[at + k] = digit + (sign === hash ? 48 : sign === mark ? 50 : 65);
      }
      sink.at = at + format.length;
    },
    { distinct: true },
  );
}
