import { codePointLength } from "../../base/code-points.ts";
import type { TemplatePart } from "../../expressions/parse-template.ts";

/** A template split for columns of limited length and for uniqueness. */
export interface TemplateLayout {
  /** Cut where the cell would be too long. */
  readonly head: readonly TemplatePart[];
  /** Never cut: a mail domain, a number that tells rows apart. */
  readonly tail: readonly TemplatePart[];
  /** The most characters of the tail. */
  readonly tailLength: number;
  /** The row number alone keeps all cells apart. */
  readonly distinct: boolean;
}

/** The most characters of a part, Infinity for a column's text. */
function longest(part: TemplatePart, rowDigits: number): number {
  switch (part.kind) {
    case "literal":
      return codePointLength(part.text);
    case "column":
    case "expression":
      return Infinity;
    case "seq":
      return Math.max(part.width, rowDigits);
    case "random":
    case "year":
      return part.width;
  }
}

/** Lays a template out for a table whose row numbers have `rowDigits` digits. */
export function layOut(parts: readonly TemplatePart[], rowDigits: number): TemplateLayout {
  const fixed = (part: TemplatePart | undefined): boolean =>
    part !== undefined &&
    part.kind !== "column" &&
    part.kind !== "expression" &&
    (part.kind !== "seq" || part.width >= rowDigits);
  const seq = parts.findLastIndex((part) => part.kind === "seq");
  const before = parts.slice(0, Math.max(0, seq));
  const after = parts.slice(seq + 1);
  const [left, right] = [before.at(-1), after[0]];
  const fenced = fixed(parts[seq]) || (left?.kind === "literal" && /\D$/.test(left.text)) || before.length === 0;
  const fencedRight = fixed(parts[seq]) || (right?.kind === "literal" && /^\D/.test(right.text)) || after.length === 0;
  const readableFromRight = seq >= 0 && after.every(fixed) && (fenced || before.every(fixed));
  const readableFromLeft = seq >= 0 && before.every(fixed) && fencedRight;
  const distinct = readableFromRight || readableFromLeft;

  const split = splitAtDomain(parts, fixed);
  if (split) return { ...withLength(split.head, split.tail, rowDigits), distinct };
  if (readableFromRight && !before.every(fixed)) {
    const from = left?.kind === "literal" ? seq - 1 : seq;
    return { ...withLength(parts.slice(0, from), parts.slice(from), rowDigits), distinct };
  }
  return { ...withLength(parts, [], rowDigits), distinct };
}

const withLength = (head: readonly TemplatePart[], tail: readonly TemplatePart[], rowDigits: number) => ({
  head,
  tail,
  tailLength: tail.reduce((sum, part) => sum + longest(part, rowDigits), 0),
});

/** Splits an e-mail template before its @, where what follows has a fixed length. */
function splitAtDomain(
  parts: readonly TemplatePart[],
  fixed: (part: TemplatePart) => boolean,
): { readonly head: readonly TemplatePart[]; readonly tail: readonly TemplatePart[] } | undefined {
  const at = parts.findLastIndex((part) => part.kind === "literal" && part.text.includes("@"));
  const part = parts[at];
  if (part?.kind !== "literal" || !parts.slice(at).every(fixed)) return undefined;
  const sign = part.text.lastIndexOf("@");
  const local = part.text.slice(0, sign);
  return {
    head: [...parts.slice(0, at), ...(local === "" ? [] : [{ kind: "literal" as const, text: local }])],
    tail: [{ kind: "literal", text: part.text.slice(sign) }, ...parts.slice(at + 1)],
  };
}

/** The most characters of a whole cell, Infinity where a column's text is part of it. */
export const templateLength = (parts: readonly TemplatePart[], rowDigits: number): number =>
  parts.reduce((sum, part) => sum + longest(part, rowDigits), 0);
