import { z } from "zod";
import { belowAt, childStream } from "../../random/stream.ts";
import { defineGenerator, type Kernel, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { columnProblem } from "../relations/column-problem.ts";
import { cellText } from "./cell-text.ts";
import { isNotation, takesText, textKernel } from "./text-kernel.ts";
import { putText } from "./text-sink.ts";
import { nouns } from "./words.ts";

const params = z.strictObject({
  column: parameter(z.string().default(""), {
    label: "Of column",
    help: "The text whose words it holds; none: words of its own.",
    control: "column",
  }),
  words: parameter(z.int().min(1).max(200).default(6), { label: "Words", help: "How many at the most." }),
});
type Params = z.infer<typeof params>;

/** The words of a text with their places, sorted, as PostgreSQL writes a tsvector (manual, section 8.11.1). */
function lexemes(words: readonly string[]): string {
  const places = new Map<string, number[]>();
  words.forEach((word, k) => {
    const at = places.get(word) ?? [];
    // A lexeme keeps 255 places, and counts up to 16383.
    if (at.length < 255 && k < 16_383) places.set(word, [...at, k + 1]);
  });
  return [...places]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, at]) => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}':${at.join(",")}`)
    .join(" ");
}

/** Search vectors of words with their places. */
export const searchVector = defineGenerator<Params>({
  id: "search-vector",
  version: 1,
  label: "Search vector",
  help: "Words with their places, for full-text search: those of another column, or some of its own.",
  category: "text",
  keywords: ["tsvector", "full text", "fts", "lexeme", "index", "search"],
  icon: "text-scan-2",
  params,
  shorthand: "column",
  accepts: (type) => isNotation(type, "text-search") || takesText(type, 400),
  describe: (p) => (p.column === "" ? `up to ${p.words} words` : `of ${p.column}`),
  capacity: () => 1,
  inputs: (p) => (p.column === "" ? [] : [p.column]),
  problems: (p, { columns }): readonly ParameterProblem[] =>
    p.column === "" ? [] : columnProblem("column", p.column, columns, "to take words of"),
  compile(p, context): Kernel {
    const input = p.column === "" ? undefined : context.input(p.column);
    const count = childStream(context.stream, "count");
    return textKernel(
      context,
      (sink, row, i) => {
        const words = input
          ? (
              cellText(input, i)
                .toLowerCase()
                .match(/[\p{L}\p{N}]+/gu) ?? []
            ).slice(0, p.words)
          : Array.from(
              { length: 1 + belowAt(count, row, p.words) },
              (_, k) => nouns[belowAt(context.stream, row, nouns.length, k)] ?? "",
            );
        putText(sink, lexemes(words));
      },
      { distinct: true },
    );
  },
});
