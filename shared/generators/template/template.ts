import { z } from "zod";
import { nearest } from "../../base/nearest.ts";
import { newTextVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { rowSuffix, suffixCapacity } from "../text/row-suffix.ts";
import { takesText, textLimit } from "../text/text-kernel.ts";
import { cutText, openSink, putByte, textSink, trimEnd } from "../text/text-sink.ts";
import { parseTemplate, templateColumns } from "./parse-template.ts";
import { partWriter } from "./part-writer.ts";
import { layOut, templateLength } from "./template-layout.ts";

const params = z.strictObject({
  text: parameter(z.string().default("{{seq}}"), {
    label: "Template",
    help: "Text with fields: {{column}}, {{column|lower|ascii}}, {{seq:6}}, {{random:4}}, {{yyyy}}. Filters: lower, upper, ascii, slug, first.",
    control: "template",
  }),
});
type Params = z.infer<typeof params>;

/**
 * Text with other columns of the row in it. A unique column whose template does not tell its rows apart gets `.` and a few
 * characters made from the row: before the @ of an e-mail address, at the end otherwise.
 */
export const template = defineGenerator<Params>({
  id: "template",
  version: 1,
  label: "Template",
  help: "Text made of other columns of the row, row numbers and fixed parts.",
  category: "structure",
  keywords: ["concat", "format", "compose", "code", "number", "email", "reference", "derived"],
  icon: "braces",
  params,
  shorthand: "text",
  accepts: (type) => takesText(type),
  describe: (p) => p.text,
  capacity(p, type) {
    const { parts } = parseTemplate(p.text);
    const limit = textLimit(type);
    const bare = templateLength(
      parts.filter((part) => part.kind !== "seq"),
      1,
    );
    const hasSeq = parts.some((part) => part.kind === "seq");
    if (hasSeq && bare !== Infinity)
      return limit === Infinity ? Infinity : 10 ** Math.max(0, Math.min(15, limit - bare)) - 1;
    return suffixCapacity(limit);
  },
  inputs: (p) => templateColumns(p.text),
  problems(p, { columns }): readonly ParameterProblem[] {
    const errors = parseTemplate(p.text).errors.map((message): ParameterProblem => ({ severity: "error", message }));
    // A path such as customer_id.country begins with a column of this table.
    const known = (name: string): boolean => columns.includes(name) || columns.includes(name.split(".")[0] ?? "");
    const unknown = templateColumns(p.text).filter((name) => !known(name));
    return [...errors, ...unknown.map((name) => unknownColumn(p.text, name, columns))];
  },
  compile(p, context) {
    const digits = String(Math.max(1, context.rowCount)).length;
    const { parts } = parseTemplate(p.text);
    const { head, tail, tailLength, distinct } = layOut(parts, digits);
    const writeHead = head.map((part, lane) => partWriter(part, lane, context));
    const writeTail = tail.map((part, lane) => partWriter(part, head.length + lane, context));
    const limit = textLimit(context.type);
    const suffix = context.unique && !distinct ? rowSuffix(context, 36, 3, Math.max(1, limit - tailLength)) : undefined;
    const budget = limit - tailLength - (suffix ? suffix.width + 1 : 0);
    const out = newTextVector(context.batchRows);
    const sink = textSink(out);
    return {
      out,
      fill(rows, count) {
        out.hasNulls = false;
        openSink(sink);
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          const start = sink.at;
          for (const write of writeHead) write(sink, row, i);
          if (sink.at - start > budget) cutText(sink, start, Math.max(0, budget));
          if (suffix) {
            trimEnd(sink, start);
            if (sink.at > start) putByte(sink, 46);
            suffix.put(sink, row);
          }
          for (const write of writeTail) write(sink, row, i);
          if (sink.at - start > limit) cutText(sink, start, limit);
          out.offsets[i + 1] = sink.at;
        }
      },
    };
  },
});

function unknownColumn(text: string, name: string, columns: readonly string[]): ParameterProblem {
  const near = nearest(name, columns);
  const message = `There is no column ${name} in this table.`;
  if (near === undefined) return { severity: "error", message };
  const fix = { label: `Use ${near}`, params: { text: renamed(text, name, near) } };
  return { severity: "error", message: `${message} Did you mean ${near}?`, fix };
}

/** The template with a column under another name. */
const renamed = (text: string, from: string, to: string): string =>
  text.replace(/\{\{.*?\}\}/g, (field) => field.split(from).join(to));
