/** A template's text, cut into what stands as it is and what is between double braces. */
export type TemplatePiece =
  | { readonly kind: "text"; readonly text: string }
  /** `at` is where the field's own text begins, blanks left out. */
  | { readonly kind: "field"; readonly text: string; readonly at: number }
  | { readonly kind: "unclosed"; readonly text: string };

/** Cuts a template into its pieces. A field ends at the first `}}` that is not within quotes. */
export function splitTemplate(template: string): readonly TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf("{{", at);
    const before = template.slice(at, open < 0 ? template.length : open);
    if (before !== "") pieces.push({ kind: "text", text: before });
    if (open < 0) return pieces;
    const close = fieldEnd(template, open + 2);
    if (close < 0) {
      pieces.push({ kind: "unclosed", text: template.slice(open) });
      return pieces;
    }
    const raw = template.slice(open + 2, close);
    pieces.push({ kind: "field", text: raw.trim(), at: open + 2 + raw.length - raw.trimStart().length });
    at = close + 2;
  }
  return pieces;
}

function fieldEnd(template: string, from: number): number {
  let quote = "";
  for (let k = from; k < template.length; k++) {
    const sign = template[k] ?? "";
    if (quote !== "") {
      if (sign === "\\") k++;
      else if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "}" && template[k + 1] === "}") return k;
  }
  // A quote that is never closed: the field ends where its braces do, and is told to be wrong.
  return quote === "" ? -1 : template.indexOf("}}", from);
}

/** The parts of a field between single bars: `name | lower | padEnd(8)`. Bars in quotes, and ||, are no such. */
export function splitPipes(field: string): readonly string[] {
  const parts: string[] = [];
  let quote = "";
  let from = 0;
  for (let k = 0; k < field.length; k++) {
    const sign = field[k] ?? "";
    if (quote !== "") {
      if (sign === "\\") k++;
      else if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "|" && field[k + 1] === "|") k++;
    else if (sign === "|") {
      parts.push(field.slice(from, k).trim());
      from = k + 1;
    }
  }
  return [...parts, field.slice(from).trim()];
}
