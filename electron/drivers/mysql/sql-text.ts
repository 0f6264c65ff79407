import { mysql } from "../../../shared/dialects/mysql.ts";

/** A name in backticks, always. */
export const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

/** A table's name with its database. */
export const qualified = (table: { readonly schema: string; readonly name: string }): string =>
  `${quoted(table.schema)}.${quoted(table.name)}`;

/**
 * An expression as somebody would write it: MySQL's catalogue escapes the quotes of its texts and puts the character set
 * before each, as in (`a` <> _utf8mb4\'x\'); MariaDB's does not.
 */
export const plainExpression = (expression: string, escaped: boolean): string =>
  withoutBrackets(escaped ? unescaped(expression) : expression);

/** A text or a name in quotes, or the character set in front of a text. */
const introduced = /'(?:[^'\\]|''|\\.)*'|`(?:[^`]|``)*`|\b_(?:utf8mb[34]|latin1|ascii|binary)(?=')/gs;

const unescaped = (expression: string): string =>
  expression
    .replaceAll(/\\(.)/gs, (_, mark: string) => (mark === "n" ? "\n" : mark))
    .replaceAll(introduced, (found) => (found.startsWith("_") ? "" : found));

/** An expression without brackets around all of it. */
function withoutBrackets(expression: string): string {
  const text = expression.trim();
  if (!text.startsWith("(") || !text.endsWith(")")) return text;
  let depth = 0;
  // Texts and names in quotes, doubled or escaped quotes included, or single marks.
  for (const { 0: mark, index } of text.matchAll(/'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|""|\\.)*"|`(?:[^`]|``)*`|[()]/gs)) {
    if (mark === "(") depth++;
    else if (mark === ")") depth--;
    if (depth === 0 && index < text.length - 1) return text;
  }
  return withoutBrackets(text.slice(1, -1));
}

/** A default as an expression: MySQL's catalogue has constants without quotes and marks expressions, MariaDB's has all as written. */
export function defaultExpression(
  row: { readonly default: string | null; readonly extra: string; readonly type: string },
  mariadb: boolean,
): string | undefined {
  const { default: given, extra, type } = row;
  if (given === null || (mariadb && given.toUpperCase() === "NULL")) return undefined;
  if (mariadb) return given;
  if (/\bDEFAULT_GENERATED\b/i.test(extra)) return plainExpression(given, true);
  if (/^CURRENT_TIMESTAMP(?:\(\d*\))?$/i.test(given) && /^(?:timestamp|datetime)/i.test(type)) return given;
  return /^(?:tinyint|smallint|mediumint|int|bigint|decimal|float|double|year|bit)\b/i.test(type)
    ? given
    : mysql.textLiteral(given);
}
