import { z } from "zod";
import { wordAt } from "../../random/stream.ts";
import { textDictionary } from "../../vectors/text-dictionary.ts";
import { defineGenerator, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { suffixCapacity } from "./row-suffix.ts";
import { isNotation, takesText, textKernel, textLimit } from "./text-kernel.ts";
import { putByte, putEntry, type TextSink } from "./text-sink.ts";
import { latinWords } from "./words.ts";

const params = z.strictObject({
  unit: parameter(z.enum(["words", "sentences", "paragraphs"]).default("sentences"), {
    label: "Made of",
    help: "Words, whole sentences or paragraphs.",
    control: "select",
  }),
  min: parameter(z.int().min(1).max(1000).default(1), { label: "At least", help: "The least number of them." }),
  max: parameter(z.int().min(1).max(1000).default(3), { label: "At most", help: "The largest number of them." }),
});
type Params = z.infer<typeof params>;

const dictionary = textDictionary(latinWords);
const capitals = textDictionary(latinWords.map((word) => word.charAt(0).toUpperCase() + word.slice(1)));
const [blank, comma, stop, newline] = [32, 44, 46, 10];

/** Words of one cell, taken from the lanes of its row in order. */
interface Draws {
  row: number;
  lane: number;
  start: number;
  readonly below: (size: number) => number;
}

function draws(k0: number, k1: number): Draws {
  const state: Draws = {
    row: 0,
    lane: 0,
    start: 0,
    below: (size) => Math.floor((wordAt(k0, k1, state.row, state.lane++) >>> 0) * 2.3283064365386963e-10 * size),
  };
  return state;
}

/** Placeholder text. */
export const lorem = defineGenerator<Params>({
  id: "lorem",
  version: 1,
  label: "Lorem ipsum",
  help: "Placeholder text in Latin: words, sentences or paragraphs, never longer than the column.",
  category: "text",
  keywords: ["text", "description", "comment", "note", "body", "paragraph", "sentence", "placeholder", "filler"],
  icon: "align-left",
  params,
  accepts: (type) => takesText(type) || isNotation(type, "text-search"),
  describe: (p) => `${p.min === p.max ? p.min : `${p.min} to ${p.max}`} ${p.max === 1 ? p.unit.slice(0, -1) : p.unit}`,
  capacity: (_p, type) => suffixCapacity(textLimit(type)),
  problems(p): readonly ParameterProblem[] {
    if (p.min <= p.max) return [];
    const message = `The least number ${p.min} is above the largest ${p.max}.`;
    return [{ severity: "error", message, fix: { label: "Swap them", params: { min: p.max, max: p.min } } }];
  },
  compile(p, context) {
    const state = draws(context.stream.k0, context.stream.k1);
    const [least, most] = p.min <= p.max ? [p.min, p.max] : [p.max, p.min];
    // Text behind the column's length would only be cut off again.
    const enough = textLimit(context.type) * 3;
    const full = (sink: TextSink): boolean => sink.at - state.start > enough;
    const sentence = (sink: TextSink): void => {
      const count = 4 + state.below(9);
      for (let k = 0; k < count && !full(sink); k++) {
        if (k > 0) {
          if (k > 2 && k < count - 1 && state.below(9) === 0) putByte(sink, comma);
          putByte(sink, blank);
        }
        putEntry(sink, k === 0 ? capitals : dictionary, state.below(latinWords.length));
      }
      putByte(sink, stop);
    };
    return textKernel(
      context,
      (sink, row) => {
        state.row = row;
        state.lane = 0;
        state.start = sink.at;
        const count = least + state.below(most - least + 1);
        for (let k = 0; k < count && !full(sink); k++) {
          if (p.unit === "words") {
            if (k > 0) putByte(sink, blank);
            putEntry(sink, dictionary, state.below(latinWords.length));
          } else if (p.unit === "sentences") {
            if (k > 0) putByte(sink, blank);
            sentence(sink);
          } else {
            if (k > 0) putByte(sink, newline);
            const sentences = 3 + state.below(4);
            for (let s = 0; s < sentences && !full(sink); s++) {
              if (s > 0) putByte(sink, blank);
              sentence(sink);
            }
          }
        }
      },
      { joiner: " " },
    );
  },
});
