/** A part of a script in which nothing is a word of SQL, and the line on which it begins. */
export type Span =
  | { readonly kind: "quoted"; readonly quote: string; readonly backslash: boolean; readonly line: number }
  /** Up to a text: a dollar quote to its tag, a bracketed name to its bracket. */
  | { readonly kind: "dollar"; readonly tag: string; readonly line: number }
  | { readonly kind: "comment"; depth: number; readonly line: number }
  | { readonly kind: "line" }
  /** The rows behind COPY … FROM stdin. */
  | { readonly kind: "rows" };

/** How far a span was read, and whether that is its end. */
export interface Reached {
  readonly at: number;
  readonly ended: boolean;
}

/** Reads on in a span from `at`, which is inside it, to its end or to about `limit`. `nested`: comments lie in comments. */
export function readSpan(span: Span, text: string, at: number, limit: number, nested: boolean): Reached {
  switch (span.kind) {
    case "quoted":
      return span.backslash ? readEscaped(text, at, limit, span.quote) : behind(text, span.quote, at, limit);
    case "dollar":
      return behind(text, span.tag, at, limit);
    case "line":
      return behind(text, "\n", at, limit);
    case "comment":
      return readComment(span, text, at, limit, nested);
    case "rows":
      return readRows(text, at, limit);
  }
}

function behind(text: string, end: string, at: number, limit: number): Reached {
  const found = text.indexOf(end, at);
  return found < 0 || found >= limit ? { at: limit, ended: false } : { at: found + end.length, ended: true };
}

/** A doubled quote is read as the end of one text and the begin of the next, which comes to the same. */
function readEscaped(text: string, from: number, limit: number, quote: string): Reached {
  for (let at = from; at < limit;) {
    const found = text.indexOf(quote, at);
    const end = found < 0 || found > limit ? limit : found;
    // An odd number of backslashes right before it escapes what stands there.
    let slashes = 0;
    while (end - slashes > at && text.charCodeAt(end - slashes - 1) === backslash) slashes++;
    if (slashes % 2 === 0) {
      if (end === limit) break;
      return { at: end + 1, ended: true };
    }
    at = end + 1;
    if (at >= limit) return { at, ended: false };
  }
  return { at: limit, ended: false };
}

const backslash = 92;

function readComment(span: { depth: number }, text: string, from: number, limit: number, nested: boolean): Reached {
  const ends = nested ? /\*\/|\/\*/g : /\*\//g;
  ends.lastIndex = from;
  const found = ends.exec(text);
  if (found === null || found.index >= limit) return { at: limit, ended: false };
  span.depth += found[0] === "/*" ? 1 : -1;
  return { at: found.index + 2, ended: span.depth === 0 };
}

/** The rows end with a line that is `\.`, or with the file. */
function readRows(text: string, from: number, limit: number): Reached {
  for (let at = from; ;) {
    const found = text.indexOf("\\.", at);
    if (found < 0 || found >= limit) return { at: limit, ended: false };
    const next = text.charAt(found + 2);
    // Another file may be joined right behind, with its byte order mark.
    if (text.charAt(found - 1) === "\n" && /^[\r\n\uFEFF]?$/.test(next)) return { at: found + 2, ended: true };
    at = found + 2;
  }
}
