import { checkExpression, referencesOf } from "../../../../shared/expressions/check-expression.ts";
import type { Completion } from "../../../../shared/expressions/completions.ts";
import type { ExpressionError } from "../../../../shared/expressions/problem.ts";
import { resultMisfit } from "../../../../shared/expressions/result-column.ts";
import type { ExpressionScope } from "../../../../shared/expressions/scope.ts";
import { typeName, typeWords } from "../../../../shared/expressions/types.ts";
import { parseTemplate } from "../../../../shared/expressions/parse-template.ts";
import { splitTemplate } from "../../../../shared/expressions/split-template.ts";
import type { ValueType } from "../../../../shared/schema/value-type.ts";

/** The languages of the editor: an expression alone, or text with expressions between double braces. */
export type EditorLanguage = "expression" | "template";

/** What the editor says of a text: its type where it is right, else what is wrong and where. */
export type Verdict =
  | { readonly ok: true; readonly type?: string }
  | { readonly ok: false; readonly error: ExpressionError };

/** Judges a text for a column. */
export function verdictOf(
  text: string,
  language: EditorLanguage,
  scope: ExpressionScope,
  column: ValueType | undefined,
): Verdict {
  if (language === "template") return templateVerdict(text, scope);
  const checked = checkExpression(text, scope);
  if (!checked.ok) return checked;
  const misfit = column && resultMisfit(checked.type, column);
  if (!misfit) return { ok: true, type: typeName(checked.type) };
  const { message, wrap } = misfit;
  const whole = { from: 0, to: text.length };
  const fix = wrap && { fix: { label: `Write ${wrap}(…)`, ...whole, text: `${wrap}(${text.trim()})` } };
  return { ok: false, error: { message, ...whole, ...(fix ? fix : {}) } };
}

/** What a condition may look at: the row and all that it leads to, or of the source's row its own columns alone. */
export type ConditionOn = "row" | "source row";

/** Judges a condition. */
export function conditionVerdict(text: string, scope: ExpressionScope, on: ConditionOn = "row"): Verdict {
  const checked = checkExpression(text, scope);
  if (!checked.ok) return checked;
  const whole = { from: 0, to: text.length };
  const { paths, figures } = referencesOf(text);
  if (on === "source row" && (figures.length > 0 || paths.some((path) => path.includes("."))))
    return { ok: false, error: { message: "This looks at other rows; a mask sees the columns of its own.", ...whole } };
  if (checked.type.kind === "bool") return { ok: true };
  const message = `A condition is true or false, and this is ${typeWords(checked.type)}.`;
  return { ok: false, error: { message, ...whole } };
}

function templateVerdict(text: string, scope: ExpressionScope): Verdict {
  const unclosed = splitTemplate(text).find(({ kind }) => kind === "unclosed");
  if (unclosed) {
    const from = text.length - unclosed.text.length;
    return {
      ok: false,
      error: { message: "The field that begins here is not closed with }}.", from, to: text.length },
    };
  }
  for (const part of parseTemplate(text).parts) {
    if (part.kind !== "column" && part.kind !== "expression") continue;
    const plain = part.kind === "expression" || /^[\w.]+$/.test(part.name);
    const source =
      part.kind === "expression" ? part.source : plain ? part.name : `column(${JSON.stringify(part.name)})`;
    const checked = checkExpression(source, scope);
    if (checked.ok) continue;
    const { error } = checked;
    const { at } = part;
    // Filters behind bars make another text than the one that stands here.
    if (at === undefined) return { ok: false, error: { message: error.message, from: 0, to: text.length } };
    const whole = plain
      ? error
      : { message: error.message, from: 0, to: part.kind === "column" ? part.name.length : 0 };
    return { ok: false, error: moved(whole, at) };
  }
  const empty = splitTemplate(text).find((piece) => piece.kind === "field" && piece.text === "");
  if (empty?.kind === "field")
    return { ok: false, error: { message: "A field is empty.", from: Math.max(0, empty.at - 2), to: empty.at } };
  return { ok: true };
}

const moved = (error: ExpressionError, by: number): ExpressionError => ({
  ...error,
  from: error.from + by,
  to: error.to + by,
  ...(error.fix ? { fix: { ...error.fix, from: error.fix.from + by, to: error.fix.to + by } } : {}),
});

/** The text with a fix applied. */
export const mended = (text: string, { from, to, text: better }: NonNullable<ExpressionError["fix"]>): string =>
  text.slice(0, from) + better + text.slice(to);

/**
 * The part of the text before the caret that completion is about: an unfinished name or path; undefined within quotes, and
 * outside the braces of a template.
 */
export function nameBefore(text: string, language: EditorLanguage): string | undefined {
  const open = text.lastIndexOf("{{");
  if (language === "template" && (open < 0 || text.indexOf("}}", open) >= 0)) return undefined;
  const own = language === "template" ? text.slice(open + 2) : text;
  const quotes = own.replaceAll(/\\./g, "").replaceAll(/"[^"]*"|'[^']*'/g, "");
  if (/["']/.test(quotes)) return undefined;
  return /[A-Za-z_][\w.]*$/.exec(own)?.[0] ?? "";
}

/** The completions that hold what was typed: those that begin with it first, in the order given otherwise. */
export function bestFirst(all: readonly Completion[], typed: string): readonly Completion[] {
  const wanted = typed.toLowerCase();
  const rank = ({ label }: Completion): number => {
    const at = label.toLowerCase().indexOf(wanted);
    if (at <= 0) return at;
    return /[a-z0-9]/i.test(label[at - 1] ?? "") ? 2 : 1;
  };
  return all
    .map((one) => ({ one, at: rank(one) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
