import { permutation } from "../../random/permutation.ts";
import { childStream, type Stream } from "../../random/stream.ts";
import { putRadix, type TextSink } from "./text-sink.ts";

/**
 * What makes the texts of a unique column differ by construction: the row's image under a keyed bijection, in a fixed
 * number of digits (lower case, so that it also differs where case does not count). Nothing is remembered and nothing retried.
 */
export interface RowSuffix {
  readonly width: number;
  put(sink: TextSink, row: number): void;
}

/** 36^10 and 10^15 are the largest that a keyed bijection of 2^52 holds. */
const widest = { 10: 15, 36: 10 } as const;

/**
 * The suffix for `rowCount` rows, at least `least` digits wide, so that a table may grow for a while without its values
 * changing, and at most `most`. Where `most` digits are too few for the rows the suffix repeats: the capacity says so
 * before a run ({@link suffixCapacity}).
 */
export function rowSuffix(
  context: { readonly stream: Stream; readonly rowCount: number },
  radix: 10 | 36,
  least: number,
  most: number,
): RowSuffix {
  let needed = 1;
  while (radix ** needed < context.rowCount) needed++;
  const width = Math.max(1, Math.min(Math.max(needed, least), most, widest[radix]));
  const size = radix ** width;
  const order = permutation(childStream(context.stream, "suffix"), size);
  return { width, put: (sink, row) => putRadix(sink, order.at(row % size), radix, width) };
}

/** How many texts of at most `maxLength` characters a suffix can tell apart. */
export const suffixCapacity = (maxLength: number | undefined): number =>
  maxLength === undefined || maxLength >= widest[36] ? Infinity : 36 ** maxLength;
