import type { CheckModel } from "../../../shared/schema/schema-model.ts";
import { quoted } from "./partition-bounds.ts";

/** Texts, quoted names, and the parentheses and words between them. */
const tokens = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]|[A-Za-z_]\w*|[^'"()A-Za-z_]+/g;

/** Takes off parentheses that enclose the whole expression. */
export function withoutParentheses(sql: string): string {
  const parts = sql.match(tokens) ?? [];
  if (parts[0] !== "(" || parts.at(-1) !== ")") return sql;
  let depth = 0;
  for (const [k, part] of parts.entries()) {
    if (part === "(") depth++;
    else if (part === ")") depth--;
    if (depth === 0 && k < parts.length - 1) return sql;
  }
  return withoutParentheses(sql.slice(1, -1));
}

/** A domain's CHECK as one of a column's: VALUE becomes the column. */
export function domainCheck(check: { readonly name: string; readonly expression: string }, column: string): CheckModel {
  const name = quoted(column);
  const expression = check.expression.replaceAll(tokens, (token) => (token === "VALUE" ? name : token));
  // A domain may be the type of several columns.
  return { name: `${check.name} of ${column}`, expression: withoutParentheses(expression) };
}
