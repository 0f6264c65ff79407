import { z } from "zod";
import { wordAt } from "../../../random/stream.ts";
import type { Vector } from "../../../vectors/vector.ts";
import { textDictionary, type TextDictionary } from "../../../vectors/text-dictionary.ts";
import { rowLocale } from "../../faker/row-locale.ts";
import { defineGenerator, type ParameterProblem } from "../../generator.ts";
import { numberAt } from "../../numbers/number-at.ts";
import { parameter } from "../../parameter.ts";
import { suffixCapacity } from "../row-suffix.ts";
import { takesText, textKernel, textLimit } from "../text-kernel.ts";
import { putByte, putEntry, type TextSink } from "../text-sink.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { proseKinds, type ProseKind, type ProseLists } from "./prose-lists.ts";
import { spanish } from "./spanish.ts";

const languages: Readonly<Record<string, ProseLists>> = { de: german, en: english, es: spanish, fr: french };

const params = z.strictObject({
  about: parameter(z.enum(proseKinds).default("description"), {
    label: "Kind of text",
    help: "What it is: a description, what a story is about, an internal comment, a review (or a good, a mixed, a bad one), a message, its subject, a reason, keywords.",
    control: "select",
  }),
  min: parameter(z.int().min(1).max(100).default(1), { label: "At least", help: "The least number of sentences." }),
  max: parameter(z.int().min(1).max(100).default(2), { label: "At most", help: "The largest number of sentences." }),
  rating: parameter(z.string().optional(), {
    label: "Rating",
    help: "A column of the row with one to five stars that reviews agree with: praise from four on, a complaint up to two.",
    control: "column",
  }),
});
type Params = z.infer<typeof params>;

/** What stands between the phrases of those that are no sentences. */
const separators: Partial<Record<ProseKind, string>> = { subject: "; ", reason: "; ", keywords: ", " };

/** Every phrase of a language as it is written, those of one beginning together; only such as a column takes uncut, where there are any. */
function writtenPhrases(lists: ProseLists, about: ProseKind, limit: number): TextDictionary {
  const { beginnings, endings } = lists[about];
  const stop = separators[about] === undefined ? "." : "";
  const all = beginnings.flatMap((beginning) =>
    endings.map((ending) => {
      const text = `${beginning}${ending === "" || ending.startsWith(",") ? "" : " "}${ending}`;
      return /[?!]$/.test(text) ? text : text + stop;
    }),
  );
  const fitting = all.filter((text) => text.length <= limit);
  return textDictionary(fitting.length > 0 ? fitting : all);
}

/** Which tone a review of so many stars has; without a number it is mixed. */
function toneOf(rating: Vector, index: number): number {
  const stars = rating.hasNulls && rating.nulls[index] === 1 ? Number.NaN : numberAt(rating, index);
  return stars <= 2 ? 0 : stars >= 4 ? 2 : 1;
}

const isGiven = (column: string | undefined): column is string => column !== undefined && column !== "";

/** Plausible texts in the language of the row's locale. */
export const prose = defineGenerator<Params>({
  id: "prose",
  version: 1,
  label: "Sentences",
  help: "Plausible descriptions, comments, reviews, messages, notes on patients, subjects, reasons or keywords: in German, French or Spanish where the row's locale is, else in English.",
  example: "Kept for older records and reviewed once a quarter.",
  category: "text",
  keywords: [
    ..."text sentence paragraph description comment note remark review feedback message body subject reason".split(" "),
    ..."keyword tag story plot summary content clinical medical patient".split(" "),
  ],
  icon: "align-left",
  params,
  shorthand: "about",
  localized: true,
  accepts: (type) => takesText(type),
  describe(p) {
    const count = p.min === p.max ? String(p.min) : `${p.min} to ${p.max}`;
    const noun = separators[p.about] === undefined ? (p.max === 1 ? " sentence" : " sentences") : "";
    return p.max === 1 && noun === "" ? p.about : `${p.about}, ${count}${noun}`;
  },
  inputs: (p) => (isGiven(p.rating) ? [p.rating] : []),
  capacity: (_p, type) => suffixCapacity(textLimit(type)),
  problems(p): readonly ParameterProblem[] {
    if (isGiven(p.rating) && p.about !== "review") {
      const message = `Only a review agrees with a rating: ${p.rating} does nothing here.`;
      return [{ severity: "warning", message, fix: { label: "Write reviews", params: { about: "review" } } }];
    }
    if (p.min <= p.max) return [];
    const message = `The least number ${p.min} is above the largest ${p.max}.`;
    return [{ severity: "error", message, fix: { label: "Swap them", params: { min: p.max, max: p.min } } }];
  },
  compile(p, context) {
    const limit = textLimit(context.type);
    const localeOf = rowLocale(context);
    const rating = p.about === "review" && isGiven(p.rating) ? context.input(p.rating) : undefined;
    const tones: readonly ProseKind[] = rating === undefined ? [p.about] : ["complaint", "mixed", "praise"];
    const known = tones.map((about) =>
      context.locales.map(({ locale }) =>
        writtenPhrases(languages[locale.slice(0, 2).toLowerCase()] ?? english, about, limit),
      ),
    );
    const toneAt = (index: number): number => (rating === undefined ? 0 : toneOf(rating, index));
    const [least, most] = [Math.min(p.min, p.max), Math.max(p.min, p.max)];
    const separator = [...(separators[p.about] ?? " ")].map((sign) => sign.charCodeAt(0));
    const { k0, k1 } = context.stream;
    const unitAt = (row: number, lane: number): number => (wordAt(k0, k1, row, lane) >>> 0) * 2.3283064365386963e-10;
    const write = (sink: TextSink, row: number, index: number): void => {
      const phrases = known[toneAt(index)]?.[localeOf(row)];
      if (phrases === undefined) return;
      const size = phrases.texts.length;
      const count = least + Math.floor(unitAt(row, 0) * (most - least + 1));
      const first = unitAt(row, 1);
      let length = 0;
      for (let k = 0; k < count; k++) {
        // Each from a part of the list of its own, with a gap between, so that no two of a cell begin alike.
        const place = first + (k + 0.7 * unitAt(row, k + 2)) / count;
        const chosen = Math.floor((place - Math.floor(place)) * size) % size;
        const own = phrases.texts[chosen]?.length ?? 0;
        if (k > 0 && length + separator.length + own > limit) return;
        if (k > 0) for (const sign of separator) putByte(sink, sign);
        putEntry(sink, phrases, chosen);
        length += (k > 0 ? separator.length : 0) + own;
      }
    };
    return textKernel(context, write, { joiner: " ", words: true });
  },
});
