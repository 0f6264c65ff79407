import { z } from "zod";
import { permutation } from "../../random/permutation.ts";
import { childStream, wordAt } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { newTextVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type CompileContext, type Domain, type Kernel, type ParameterProblem } from "../generator.ts";
import { largestDomain } from "../numbers/scaled-column.ts";
import { parameter } from "../parameter.ts";
import { takesForm, textKernel, textLimit } from "../text/text-kernel.ts";
import { cutText, openSink, textSink } from "../text/text-sink.ts";
import { drawnWriter, numberedWriter } from "./draw-pattern.ts";
import { parsePattern } from "./parse-pattern.ts";
import { lengthOf, mapChars, shorten, sizeOf, varies, type PatternNode } from "./pattern-node.ts";
import { unambiguous } from "./unambiguous.ts";

const params = z.strictObject({
  pattern: parameter(z.string().default("[A-Z]{3}-[0-9]{4}"), {
    label: "Pattern",
    help: "A regular expression that the whole text matches, such as [A-Z]{2}[0-9]{6}.",
    control: "pattern",
  }),
  extra: parameter(z.int().min(0).max(100).default(8), {
    label: "Most repeats",
    help: "How often *, + and {2,} repeat beyond their least.",
  }),
});
type Params = z.infer<typeof params>;

/** The pattern as far as it fits the column. */
const fitted = (p: Params, type: ValueType): PatternNode =>
  shorten(parsePattern(p.pattern, p.extra).node, textLimit(type));

/** Texts that match a regular expression. */
export const pattern = defineGenerator<Params>({
  id: "pattern",
  version: 1,
  label: "Pattern",
  help: "Texts that match a regular expression: codes, numbers with a fixed form, identifiers.",
  category: "text",
  keywords: ["regex", "regexp", "regular expression", "format", "mask", "code", "sku", "plate", "number"],
  icon: "regex",
  params,
  shorthand: "pattern",
  accepts: takesForm,
  describe: (p) => p.pattern,
  capacity(p, type) {
    const node = unambiguous(fitted(p, type));
    return lengthOf(node)[1] > textLimit(type) ? 1 : Math.min(sizeOf(node), largestDomain);
  },
  problems(p, { type }): readonly ParameterProblem[] {
    const { node, errors } = parsePattern(p.pattern, p.extra);
    const found = errors.map((message): ParameterProblem => ({ severity: "error", message }));
    const [least] = lengthOf(node);
    const limit = textLimit(type);
    if (errors.length === 0 && least > limit) {
      found.push({
        severity: "error",
        message: `The pattern needs at least ${least} characters, and the column holds ${limit}.`,
      });
    }
    return found;
  },
  compile(p, context): Kernel | Domain {
    const node = fitted(p, context.type);
    const caseless = context.column.caseInsensitive === true && context.unique;
    const single = unambiguous(caseless ? mapChars(node, withoutCase) : node);
    const size = sizeOf(single);
    if (context.unique) return size <= largestDomain ? domainOf(single, size, context) : keyedKernel(single, context);
    // A uniform draw over all texts would nearly always take the most repetitions.
    return single === node && size <= largestDomain && !varies(node)
      ? domainOf(single, size, context)
      : drawnKernel(node, context);
  },
});

/** One of each pair of letters that differ in case only. */
function withoutCase(points: readonly number[]): readonly number[] {
  const seen = new Set<string>();
  return points.filter((point) => {
    const key = String.fromCodePoint(point).toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function domainOf(node: PatternNode, size: number, context: CompileContext): Domain {
  const write = numberedWriter(node);
  const out = newTextVector(context.batchRows);
  const sink = textSink(out);
  const limit = textLimit(context.type);
  const mayCut = lengthOf(node)[1] > limit;
  return {
    out,
    size: Math.max(1, size),
    fillAt(indexes, count) {
      out.hasNulls = false;
      openSink(sink);
      for (let i = 0; i < count; i++) {
        const start = sink.at;
        write(sink, indexes[i] ?? 0);
        if (mayCut) cutText(sink, start, limit);
        out.offsets[i + 1] = sink.at;
      }
    },
  };
}

/** Words of a row, one lane after the other, without a closure for each row. */
function rowWords(context: CompileContext): { readonly next: () => number; start(row: number): void } {
  const { k0, k1 } = context.stream;
  let at = 0;
  let lane = 0;
  return {
    next: () => (wordAt(k0, k1, at, lane++) >>> 0) * 2.3283064365386963e-10,
    start(row) {
      at = row;
      lane = 0;
    },
  };
}

function drawnKernel(node: PatternNode, context: CompileContext): Kernel {
  const write = drawnWriter(node);
  const words = rowWords(context);
  return textKernel(
    context,
    (sink, row) => {
      words.start(row);
      write(sink, words.next);
    },
    { distinct: true },
  );
}

/**
 * A unique column of a pattern with more than 2^52 texts: the first places, as many as a keyed bijection can number, are
 * taken from the row's image under it, the others are drawn. Rows then differ in those first places.
 */
function keyedKernel(node: PatternNode, context: CompileContext): Kernel {
  const items = flattened(node);
  let product = 1;
  const keyed = new Set<number>();
  items.forEach((item, at) => {
    const size = sizeOf(item);
    if (product * size > largestDomain) return;
    product *= size;
    keyed.add(at);
  });
  const order = permutation(childStream(context.stream, "order"), product);
  const words = rowWords(context);
  let below = product;
  const places = items.map((item, at) => {
    if (!keyed.has(at)) return { draw: drawnWriter(item) };
    const size = sizeOf(item);
    below /= size;
    return { write: numberedWriter(item), size, below };
  });
  return textKernel(
    context,
    (sink, row) => {
      words.start(row);
      const number = order.at(row % product);
      for (const place of places) {
        if (place.draw) place.draw(sink, words.next);
        else place.write(sink, Math.floor(number / place.below) % place.size);
      }
    },
    { distinct: true },
  );
}

/** A pattern as a row of small parts: sequences and fixed repetitions laid out; of a choice the option with most texts. */
function flattened(node: PatternNode): readonly PatternNode[] {
  if (sizeOf(node) <= largestDomain) return [node];
  switch (node.kind) {
    case "chars":
      return [node];
    case "sequence":
      return node.items.flatMap(flattened);
    case "repeat":
      return Array.from({ length: node.max }, () => flattened(node.item)).flat();
    case "choice":
      return flattened(node.options.reduce((best, option) => (sizeOf(option) > sizeOf(best) ? option : best)));
  }
}
