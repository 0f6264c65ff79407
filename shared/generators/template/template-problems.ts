import { nearest } from "../../base/nearest.ts";
import { checkExpression } from "../../expressions/check-expression.ts";
import type { ExpressionError } from "../../expressions/problem.ts";
import { scopeIn } from "../formula/cell-expression.ts";
import type { ParameterProblem, SchemaPlace } from "../generator.ts";
import { parseTemplate, type TemplatePart } from "../../expressions/parse-template.ts";

/** What is wrong with a template: fields that cannot be read, names that are not there, expressions that do not check. */
export function templateProblems(
  text: string,
  columns: readonly string[],
  schema: SchemaPlace | undefined,
): readonly ParameterProblem[] {
  const { parts, errors } = parseTemplate(text);
  const seen = new Set<string>();
  return [
    ...errors.map((message): ParameterProblem => ({ severity: "error", message })),
    ...parts.flatMap((part) => {
      const found = partProblem(text, part, columns, schema);
      if (found === undefined || seen.has(found.message)) return [];
      seen.add(found.message);
      return [found];
    }),
  ];
}

function partProblem(
  text: string,
  part: TemplatePart,
  columns: readonly string[],
  schema: SchemaPlace | undefined,
): ParameterProblem | undefined {
  if (part.kind === "column") {
    if (columns.includes(part.name)) return undefined;
    const [own = ""] = part.name.split(".");
    if (schema === undefined || !/^[\w.]+$/.test(part.name)) {
      // A path such as customer_id.country begins with a column of this table.
      return columns.includes(own) ? undefined : unknownColumn(text, part.name, columns);
    }
    return problemOf(text, part.name, part.at, schema);
  }
  return part.kind === "expression" ? problemOf(text, part.source, part.at, schema) : undefined;
}

/** What is wrong with an expression that stands at `at` in the template. */
function problemOf(
  text: string,
  source: string,
  at: number | undefined,
  schema: SchemaPlace | undefined,
): ParameterProblem | undefined {
  const checked = checkExpression(source, scopeIn(schema));
  if (checked.ok) {
    return checked.type.kind === "list"
      ? { severity: "error", message: `{{${source}}} is a list; join(…) makes a text of it.` }
      : undefined;
  }
  const { message, fix } = checked.error;
  return {
    severity: "error",
    message: `{{${source}}}: ${message}`,
    ...(fix && at !== undefined ? { fix: { label: fix.label, params: { text: mended(text, at, fix) } } } : {}),
  };
}

const mended = (text: string, at: number, { from, to, text: better }: NonNullable<ExpressionError["fix"]>): string =>
  text.slice(0, at + from) + better + text.slice(at + to);

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
