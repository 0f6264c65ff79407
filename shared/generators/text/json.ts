import { codePointLength } from "../../base/code-points.ts";
import { z } from "zod";
import { wordAt } from "../../random/stream.ts";
import { textDictionary } from "../../vectors/text-dictionary.ts";
import { defineGenerator, type CompileContext, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { isJson } from "../structure/value-table.ts";
import { textKernel } from "./text-kernel.ts";
import { putDigits, putEntry, putText, type TextSink } from "./text-sink.ts";
import { adjectives, nouns } from "./words.ts";

const shapes = ["object", "settings", "list", "numbers", "empty", "fixed"] as const;

const params = z.strictObject({
  shape: parameter(z.enum(shapes).default("object"), {
    label: "Shape",
    help: "object: an id, a name and a flag; settings: a nested one; list: words; numbers: whole numbers; fixed: the text below.",
    control: "select",
  }),
  text: parameter(z.string().default("{}"), {
    label: "Fixed JSON",
    help: "For the shape “fixed”: the same in every row.",
    control: "code",
  }),
});
type Params = z.infer<typeof params>;

const names = textDictionary(nouns);
const words = textDictionary(adjectives);
/** The longest of the shapes, roughly. */
const room = 140;

/** Small JSON documents; each carries the row number where it must differ from the others. */
export const json = defineGenerator<Params>({
  id: "json",
  version: 1,
  label: "JSON",
  help: "Small JSON documents of a chosen shape. “JSON document” makes them of rules of your own.",
  category: "structure",
  keywords: ["jsonb", "document", "object", "array", "settings", "metadata", "payload"],
  icon: "code",
  params,
  shorthand: "shape",
  accepts: (type) =>
    type.kind === "json" || type.kind === "unknown" || (type.kind === "text" && (type.maxLength ?? room) >= room),
  describe: (p) => (p.shape === "fixed" ? p.text : p.shape),
  capacity: (p) => (p.shape === "empty" || p.shape === "fixed" ? 1 : Infinity),
  problems(p, { type }): readonly ParameterProblem[] {
    if (p.shape !== "fixed") return [];
    if (!isJson(p.text)) return [{ severity: "error", message: "The fixed text is not JSON." }];
    const limit = type.kind === "text" ? (type.maxLength ?? Infinity) : Infinity;
    return codePointLength(p.text) > limit
      ? [{ severity: "error", message: `The fixed text is longer than ${limit} characters.` }]
      : [];
  },
  compile(p, context) {
    return textKernel(context, writer(p, context), { distinct: true });
  },
});

function writer(p: Params, context: CompileContext): (sink: TextSink, row: number) => void {
  const { k0, k1 } = context.stream;
  const below = (row: number, lane: number, size: number): number =>
    Math.floor((wordAt(k0, k1, row, lane) >>> 0) * 2.3283064365386963e-10 * size);
  switch (p.shape) {
    case "fixed":
      return (sink) => putText(sink, isJson(p.text) ? p.text : "{}");
    case "empty":
      return (sink) => putText(sink, "{}");
    case "object":
      return (sink, row) => {
        putText(sink, '{"id":');
        putDigits(sink, row + 1);
        putText(sink, ',"name":"');
        putEntry(sink, words, below(row, 0, adjectives.length));
        putText(sink, " ");
        putEntry(sink, names, below(row, 1, nouns.length));
        putText(sink, below(row, 2, 2) === 0 ? '","active":false}' : '","active":true}');
      };
    case "settings":
      return (sink, row) => {
        putText(sink, '{"theme":"');
        putText(sink, ["light", "dark", "system"][below(row, 0, 3)] ?? "light");
        putText(sink, '","pageSize":');
        putDigits(sink, [10, 25, 50, 100][below(row, 1, 4)] ?? 10);
        putText(sink, ',"notifications":{"email":');
        putText(sink, below(row, 2, 2) === 0 ? "false" : "true");
        putText(sink, ',"sms":');
        putText(sink, below(row, 3, 4) === 0 ? "true" : "false");
        putText(sink, "}");
        if (context.unique) {
          putText(sink, ',"profile":');
          putDigits(sink, row + 1);
        }
        putText(sink, "}");
      };
    case "list":
    case "numbers":
      return (sink, row) => {
        const count = 1 + below(row, 0, 4);
        putText(sink, "[");
        if (context.unique) {
          if (p.shape === "list") putText(sink, '"');
          putDigits(sink, row + 1);
          putText(sink, p.shape === "list" ? '",' : ",");
        }
        for (let k = 0; k < count; k++) {
          if (k > 0) putText(sink, ",");
          if (p.shape === "numbers") putDigits(sink, below(row, k + 1, 1000));
          else {
            putText(sink, '"');
            putEntry(sink, words, below(row, k + 1, adjectives.length));
            putText(sink, '"');
          }
        }
        putText(sink, "]");
      };
  }
}
