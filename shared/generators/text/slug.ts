import { z } from "zod";
import { textDictionary } from "../../vectors/text-dictionary.ts";
import { newTextVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type Domain, type Kernel } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { belowAt } from "../../random/stream.ts";
import { suffixCapacity } from "./row-suffix.ts";
import { takesText, textKernel, textLimit } from "./text-kernel.ts";
import { openSink, putByte, putEntry, textSink, type TextSink } from "./text-sink.ts";
import { adjectives, nouns } from "./words.ts";

const params = z.strictObject({
  words: parameter(z.int().min(1).max(5).default(3), { label: "Words", help: "How many words are joined." }),
  separator: parameter(z.enum(["-", "_", ".", " "]).default("-"), {
    label: "Separator",
    help: "What joins them.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;

const first = textDictionary(adjectives);
const last = textDictionary(nouns);
const longestWord = Math.max(...[...adjectives, ...nouns].map((word) => word.length));

const sizeOf = (p: Params): number => adjectives.length ** (p.words - 1) * nouns.length;

/** Whether every text fits a column uncut. */
const fits = (p: Params, limit: number): boolean => p.words * (longestWord + 1) - 1 <= limit;

function write(sink: TextSink, p: Params, index: number): void {
  let rest = index;
  for (let k = 1; k < p.words; k++) {
    putEntry(sink, first, rest % adjectives.length);
    putByte(sink, p.separator.charCodeAt(0));
    rest = Math.floor(rest / adjectives.length);
  }
  putEntry(sink, last, rest);
}

/** Readable names out of English words. */
export const slug = defineGenerator<Params>({
  id: "slug",
  version: 1,
  label: "Slug",
  help: "Readable names of English words, such as quiet-silver-river.",
  category: "text",
  keywords: ["url", "name", "handle", "permalink", "words", "path", "key"],
  icon: "link",
  params,
  shorthand: "words",
  accepts: (type) => takesText(type),
  describe: (p) =>
    `${p.words} word${p.words === 1 ? "" : "s"} joined by ${p.separator === " " ? "blanks" : p.separator}`,
  capacity: (p, type) => (fits(p, textLimit(type)) ? sizeOf(p) : suffixCapacity(textLimit(type))),
  compile(p, context): Kernel | Domain {
    const size = sizeOf(p);
    if (!fits(p, textLimit(context.type))) {
      return textKernel(context, (sink, row) => write(sink, p, belowAt(context.stream, row, size)), {
        joiner: p.separator,
      });
    }
    const out = newTextVector(context.batchRows);
    const sink = textSink(out);
    return {
      out,
      size,
      fillAt(indexes, count) {
        out.hasNulls = false;
        openSink(sink);
        for (let i = 0; i < count; i++) {
          write(sink, p, indexes[i] ?? 0);
          out.offsets[i + 1] = sink.at;
        }
      },
    };
  },
});
