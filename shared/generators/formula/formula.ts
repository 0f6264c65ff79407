import { z } from "zod";
import { checkExpression, referencesOf } from "../../expressions/check-expression.ts";
import { placeOf } from "../../expressions/problem.ts";
import { resultColumn, resultMisfit } from "../../expressions/result-column.ts";
import { nullType } from "../../expressions/types.ts";
import { defineGenerator, type CellTroubles, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { cellExpression, figuresOf, scopeIn } from "./cell-expression.ts";

const params = z.strictObject({
  expression: parameter(z.string().default(""), {
    label: "Expression",
    help: "Columns of the row and of its parents, figures over the rows it owns, and functions of them.",
    control: "expression",
  }),
});
type Params = z.infer<typeof params>;

/**
 * A value computed from other columns of the row, of its parents and of the rows it owns, by an expression in CEL. A cell
 * that has no value (a division by zero, a number beyond the column) is NULL; a text that is too long is cut.
 */
export const formula = defineGenerator<Params>({
  id: "formula",
  version: 1,
  label: "Formula",
  help: "A value computed from other columns, from parent rows and from owned rows: quantity * price, or an age.",
  category: "structure",
  keywords: [
    "expression",
    "compute",
    "calculate",
    "if",
    "condition",
    "derived",
    "sum",
    "concat",
    "function",
    "cel",
    "code",
  ],
  icon: "math-function",
  params,
  shorthand: "expression",
  fallible: () => true,
  accepts: () => true,
  describe: (p) => (p.expression.trim() === "" ? "no expression" : p.expression.replaceAll(/\s+/g, " ").trim()),
  // Nobody can say how many values an expression has; one that reads nothing has a single one.
  capacity: (p) => (referencesOf(p.expression).paths.length > 0 || figuresOf(p.expression).length > 0 ? Infinity : 1),
  inputs: (p) => referencesOf(p.expression).paths,
  aggregates: (p) => figuresOf(p.expression),
  problems(p, { type, schema }): readonly ParameterProblem[] {
    const checked = checkExpression(p.expression, scopeIn(schema));
    if (checked.ok) {
      const misfit = resultMisfit(checked.type, type);
      if (misfit === undefined) return [];
      const { message, wrap } = misfit;
      const fix = wrap && { label: `Write ${wrap}(…)`, params: { expression: `${wrap}(${p.expression.trim()})` } };
      return [{ severity: "error", message, ...(fix ? { fix } : {}) }];
    }
    const { message, from, fix } = checked.error;
    const place = p.expression.trim() === "" ? "" : ` (${placeOf(p.expression, from)})`;
    const mended = fix && p.expression.slice(0, fix.from) + fix.text + p.expression.slice(fix.to);
    return [
      {
        severity: "error",
        message: message.replace(/(?=\. Did you mean )|(?=[.?]$)/, place),
        ...(fix ? { fix: { label: fix.label, params: { expression: mended } } } : {}),
      },
    ];
  },
  compile(p, context) {
    const expression = cellExpression(p.expression, context);
    const column = resultColumn(expression?.type ?? nullType, context.type, context.batchRows);
    const { out } = column;
    const troubles: CellTroubles = { failed: 0, cut: 0 };
    return {
      out,
      // Without an expression that can be read there is nothing to try: that is a problem of its own.
      ...(expression ? { troubles } : {}),
      fill(rows, count) {
        out.hasNulls = false;
        out.nulls.fill(0, 0, count);
        expression?.open(rows, count);
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          const value = expression ? expression.cell(i, row) : null;
          const misfit = value === null ? undefined : column.put(i, value);
          if (value !== null && misfit === undefined) continue;
          const because = misfit?.because ?? expression?.failure;
          if (because !== undefined) {
            if (misfit?.cut === true) troubles.cut++;
            else troubles.failed++;
            troubles.first ??= { row, because };
          }
          if (misfit?.cut === true) continue;
          out.nulls[i] = 1;
          out.hasNulls = true;
          if (out.kind === "text" || out.kind === "bytes") out.offsets[i + 1] = out.offsets[i] ?? 0;
        }
      },
    };
  },
});
