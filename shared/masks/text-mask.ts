import { maxUtf8Length, writeUtf8 } from "../base/utf8.ts";
import { cellText } from "../vectors/cells.ts";
import { newTextVector, reserveBytes } from "../vectors/new-vector.ts";
import type { TextVector, Vector } from "../vectors/vector.ts";
import type { ValueType } from "../schema/value-type.ts";
import type { MaskContext, MaskKernel } from "./mask.ts";

/** The most characters that a column of this type takes. */
export const textLimit = (type: ValueType): number => (type.kind === "text" ? (type.maxLength ?? Infinity) : Infinity);

/** Whether a column of this type takes any text of `least` characters. */
export const takesText = (type: ValueType, least = 1): boolean =>
  type.kind === "unknown" || (type.kind === "text" && textLimit(type) >= least);

/** Whether cell i is NULL. */
export const isNull = (vector: Vector, i: number): boolean => vector.hasNulls && vector.nulls[i] === 1;

/** Writes `text` as cell i of a text vector whose cells are written in order. */
export function writeText(out: TextVector, i: number, text: string): void {
  const at = out.offsets[i] ?? 0;
  const bytes = reserveBytes(out, at + maxUtf8Length(text));
  out.offsets[i + 1] = writeUtf8(bytes, at, text);
}

/** Writes NULL as cell i of a text vector whose cells are written in order. */
export function writeNull(out: TextVector, i: number): void {
  out.nulls[i] = 1;
  out.hasNulls = true;
  out.offsets[i + 1] = out.offsets[i] ?? 0;
}

/**
 * A mask of text by a function of the cell's text. NULL stays NULL; a `null` answer makes a NULL. What the column cannot hold
 * is cut between characters, so a mask that must keep values apart minds the length itself.
 */
export function textMask(
  context: MaskContext,
  mask: (text: string, row: number, i: number) => string | null,
): MaskKernel {
  const out = newTextVector(context.batchRows);
  const limit = textLimit(context.type);
  const { source } = context;
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      out.nulls.fill(0, 0, count);
      for (let i = 0; i < count; i++) {
        const text = cellText(source, i);
        const masked = text === null ? null : mask(text, rows[i] ?? 0, i);
        if (masked === null) writeNull(out, i);
        else writeText(out, i, cut(masked, limit));
      }
    },
  };
}

/** The first `limit` characters, as databases count them: by code point. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...text];
  return characters.length <= limit ? text : characters.slice(0, limit).join("");
}
