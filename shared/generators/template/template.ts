import { z } from "zod";
import { newTextVector } from "../../vectors/new-vector.ts";
import { cellExpression } from "../formula/cell-expression.ts";
import { defineGenerator, type CompileContext } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { rowSuffix, suffixCapacity } from "../text/row-suffix.ts";
import { countCut, takesForm, textLimit } from "../text/text-kernel.ts";
import { cutText, openSink, putByte, textSink, trimEnd } from "../text/text-sink.ts";
import { parseTemplate, templateReferences, type TemplatePart } from "../../expressions/parse-template.ts";
import { partWriter, type TemplateExpressions } from "./part-writer.ts";
import { layOut, templateLength } from "./template-layout.ts";
import { templateProblems } from "./template-problems.ts";

const params = z.strictObject({
  text: parameter(z.string().default("{{seq}}"), {
    label: "Template",
    help: "Text with fields: {{column}}, {{lower(column)}}, {{customer.country}}, {{price * 2}}, {{seq:6}}, {{random:4}}, {{yyyy}}.",
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
  accepts: takesForm,
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
  inputs: (p) => templateReferences(p.text).paths,
  aggregates: (p) => templateReferences(p.text).figures,
  fallible: (p, type) =>
    textLimit(type) < Infinity || parseTemplate(p.text).parts.some(({ kind }) => kind === "expression"),
  problems: (p, { columns, schema }) => templateProblems(p.text, columns, schema),
  compile(p, context) {
    const digits = String(Math.max(1, context.rowCount)).length;
    const { parts } = parseTemplate(p.text);
    const { head, tail, tailLength, distinct } = layOut(parts, digits);
    const expressions = compileExpressions(parts, context);
    const writeHead = head.map((part, lane) => partWriter(part, lane, context, expressions));
    const writeTail = tail.map((part, lane) => partWriter(part, head.length + lane, context, expressions));
    const limit = textLimit(context.type);
    const suffix = context.unique && !distinct ? rowSuffix(context, 36, 3, Math.max(1, limit - tailLength)) : undefined;
    const budget = limit - tailLength - (suffix ? suffix.width + 1 : 0);
    const out = newTextVector(context.batchRows);
    const sink = textSink(out);
    return {
      out,
      ...(expressions.of.size > 0 || limit < Infinity ? { troubles: expressions.troubles } : {}),
      fill(rows, count) {
        out.hasNulls = false;
        for (const expression of expressions.of.values()) expression.open(rows, count);
        openSink(sink);
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          const start = sink.at;
          for (const write of writeHead) write(sink, row, i);
          const end = sink.at;
          if (sink.at - start > budget) cutText(sink, start, Math.max(0, budget));
          let cut = sink.at < end && !suffix;
          if (suffix) {
            trimEnd(sink, start);
            if (sink.at > start) putByte(sink, 46);
            suffix.put(sink, row);
          }
          for (const write of writeTail) write(sink, row, i);
          const whole = sink.at;
          if (sink.at - start > limit) cutText(sink, start, limit);
          cut ||= sink.at < whole;
          if (cut) countCut(expressions.troubles, row, limit);
          out.offsets[i + 1] = sink.at;
        }
      },
    };
  },
});

function compileExpressions(parts: readonly TemplatePart[], context: CompileContext): TemplateExpressions {
  const compiled = parts.flatMap((part, k) => {
    const expression = part.kind === "expression" ? cellExpression(part.source, context, `field ${k}`) : undefined;
    return expression ? [[part, expression] as const] : [];
  });
  return { of: new Map(compiled), troubles: { failed: 0, cut: 0 } };
}
