import { z } from "zod";
import { belowAt, childStream } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import {
  defineGenerator,
  type CompileContext,
  type Generator,
  type Kernel,
  type ParameterProblem,
} from "../generator.ts";
import { parameter } from "../parameter.ts";
import { cellText } from "../text/cell-text.ts";
import { takesText, textKernel, textLimit } from "../text/text-kernel.ts";
import { putText } from "../text/text-sink.ts";
import { leafVector } from "./compile-tree.ts";
import {
  insides,
  longestList,
  problemsInside,
  readLeafRule,
  ruleName,
  TreeFault,
  type FindGenerator,
  type LeafRule,
} from "./tree-node.ts";
import { isWritten, usualRule } from "./usual-rule.ts";
import { jsonText } from "./write-tree.ts";

const params = z.strictObject({
  of: parameter(z.union([z.string(), z.record(z.string(), z.json())]).default(""), {
    label: "Of",
    help: "The rule of each element. None: one that suits the column.",
    control: "rule",
  }),
  min: parameter(z.int().min(0).max(longestList).default(0), {
    label: "At least",
    help: "The least number of elements.",
  }),
  max: parameter(z.int().min(0).max(longestList).default(4), {
    label: "At most",
    help: "The largest number of elements.",
  }),
  separator: parameter(z.string().max(10).default(", "), {
    label: "Separator",
    help: "Between them, in a column of text.",
  }),
});
type Params = z.infer<typeof params>;

const elementType = (type: ValueType): ValueType =>
  type.kind === "array" ? type.of : type.kind === "json" ? { kind: "unknown" } : { kind: "text" };

/** The elements' rule; where none is written the first of the usual ones that suits. */
function ruleOf(p: Params, type: ValueType, find: FindGenerator): LeafRule {
  return isWritten(p.of) ? readLeafRule(p.of, "", find) : usualRule(elementType(type), find);
}

/** PostgreSQL's text form of an array's element: quoted where a sign of the notation stands in it (manual, section 8.15.6). */
const arrayElement = (text: string): string =>
  text === "" || /[{}",\\\s]/.test(text) || /^null$/i.test(text)
    ? `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`
    : text;

/** Lists of values made by another rule. */
export const listGenerator = (find: FindGenerator): Generator => {
  /** The rule that is written; none where it is wrong. */
  const written = (p: Params): readonly LeafRule[] => {
    if (!isWritten(p.of)) return [];
    try {
      return [readLeafRule(p.of, "", find)];
    } catch (error) {
      if (error instanceof TreeFault) return [];
      throw error;
    }
  };
  return defineGenerator<Params>({
    id: "list",
    version: 1,
    label: "List",
    help: "Several values of another rule in one cell: an array, a JSON list, or a text with separators.",
    category: "structure",
    keywords: ["array", "tags", "several", "multiple", "set", "csv", "elements"],
    icon: "list",
    params,
    shorthand: "of",
    accepts: (type) =>
      (type.kind === "array" && type.of.kind !== "array") || type.kind === "json" || takesText(type, 40),
    describe: (p) => `${p.min} to ${p.max} ${ruleName(p.of) ?? "values"}`,
    capacity: () => 1,
    problems(p, context): readonly ParameterProblem[] {
      if (p.min > p.max) {
        const message = `The least number ${p.min} is above the largest ${p.max}.`;
        return [{ severity: "error", message, fix: { label: "Swap them", params: { min: p.max, max: p.min } } }];
      }
      try {
        const rule = ruleOf(p, context.type, find);
        const wanted = elementType(context.type);
        if (rule.generator.accepts(wanted)) return problemsInside([rule], "list", () => wanted, context);
        const message = `${rule.generator.label} does not fit the elements, which are ${wanted.kind}.`;
        return [{ severity: "error", message }];
      } catch (error) {
        if (error instanceof TreeFault) return [{ severity: "error", message: `The list ${error.message}.` }];
        throw error;
      }
    },
    inputs: (p) => insides(written(p)).inputs,
    aggregates: (p) => insides(written(p)).aggregates,
    lookups: (p) => insides(written(p)).lookups,
    files: (p) => insides(written(p)).files,
    parts: (p) => insides(written(p)).parts,
    compile: (p, context) => listKernel(p, context, find),
  });
};

function listKernel(p: Params, context: CompileContext, find: FindGenerator): Kernel {
  const { type } = context;
  let rule: LeafRule;
  try {
    rule = ruleOf(p, type, find);
  } catch (error) {
    if (!(error instanceof TreeFault)) throw error;
    rule = readLeafRule("constant", "", find);
  }
  const wanted = elementType(type);
  const inner = rule.generator.accepts(wanted) ? wanted : ({ kind: "text" } as const);
  const fills: ((rows: Float64Array, count: number) => void)[] = [];
  const [min, max] = p.min <= p.max ? [p.min, p.max] : [p.max, p.min];
  const vectors = Array.from({ length: max }, (_, k) =>
    leafVector(rule, inner, { ...context, stream: childStream(context.stream, `[${k}]`) }, fills),
  );
  const lengths = childStream(context.stream, "length");
  const limit = textLimit(type);
  return textKernel(
    context,
    (sink, row, i) => {
      const count = min + belowAt(lengths, row, max - min + 1);
      const chosen = vectors.slice(0, count);
      const cells = chosen.map((vector) => (vector.hasNulls && vector.nulls[i] === 1 ? null : cellText(vector, i)));
      if (type.kind === "array")
        putText(sink, `{${cells.map((text) => (text === null ? "NULL" : arrayElement(text))).join(",")}}`);
      else if (type.kind === "json")
        putText(sink, jsonText({ kind: "items", of: chosen.map((vector) => ({ kind: "cell", vector })) }, row, i));
      else {
        // Whole elements only: as many as the column holds.
        let text = "";
        for (const cell of cells) {
          const longer = text === "" ? (cell ?? "") : `${text}${p.separator}${cell ?? ""}`;
          if (longer.length > limit) break;
          text = longer;
        }
        putText(sink, text);
      }
    },
    {
      distinct: true,
      open(rows, count) {
        for (const fill of fills) fill(rows, count);
      },
    },
  );
}
