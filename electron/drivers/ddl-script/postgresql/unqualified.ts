/** Texts, quoted names, numbers and words, each whole, so that what looks like a name within a text is none. */
const tokens = /'(?:[^']|'')*'(?:::regclass)?|"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*\.?|./gsu;

/** An expression with the default schema left out before its names, as PostgreSQL prints it to who has that schema in the path. */
export function unqualified(expression: string): string {
  if (!expression.includes("public.")) return expression;
  return (expression.match(tokens) ?? [])
    .map((token) =>
      token === "public." ? "" : token.endsWith("'::regclass") ? token.replace(/^'public\./, "'") : token,
    )
    .join("");
}
