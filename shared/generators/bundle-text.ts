import { newDictionaryVector } from "../vectors/new-vector.ts";
import { textDictionary } from "../vectors/text-dictionary.ts";
import type { CompileContext, Kernel } from "./generator.ts";
import { textKernel, textLimit } from "./text/text-kernel.ts";
import { putEntry } from "./text/text-sink.ts";

/** A column of texts out of a list, of which each row has its own; what is too long is cut behind a word. */
export function listedKernel(
  texts: readonly string[],
  entryOf: (row: number) => number,
  context: CompileContext,
): Kernel {
  const entries = [...new Set(texts)];
  const places = new Map(entries.map((text, k) => [text, k]));
  const entryOfText = Int32Array.from(texts, (text) => places.get(text) ?? 0);
  const dictionary = textDictionary(entries);
  const limit = textLimit(context.type);
  if (context.unique || entries.some((text) => text.length > limit)) {
    const write = { joiner: " ", words: true } as const;
    return textKernel(context, (sink, row) => putEntry(sink, dictionary, entryOfText[entryOf(row)] ?? 0), write);
  }
  const out = newDictionaryVector(context.batchRows, dictionary);
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      for (let i = 0; i < count; i++) out.codes[i] = entryOfText[entryOf(rows[i] ?? 0)] ?? 0;
    },
  };
}

/** A draw from a list by weights, for random words: the index whose share of 4096 the word falls into. */
export function weightedDraw(weights: readonly number[]): (word: number) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = new Uint16Array(4096);
  let sum = 0;
  let at = 0;
  for (const [k, weight] of weights.entries()) {
    sum += weight;
    for (; at < Math.round((sum / total) * table.length); at++) table[at] = k;
  }
  return (word) => table[word >>> 20] ?? 0;
}
