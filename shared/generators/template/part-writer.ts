import { codePoints } from "../../base/code-points.ts";
import { civilFromDays } from "../../base/calendar.ts";
import { encodeUtf8 } from "../../base/utf8.ts";
import { wordAt } from "../../random/stream.ts";
import type { Vector } from "../../vectors/vector.ts";
import { textOf } from "../../expressions/coerce.ts";
import type { CellExpression } from "../formula/cell-expression.ts";
import type { CellTroubles, CompileContext } from "../generator.ts";
import { cellText, putCell } from "../text/cell-text.ts";
import { ensureRoom, putDigits, putRadix, putSlice, putText, type TextSink } from "../text/text-sink.ts";
import { toAscii, toSlug } from "../../base/transliterate.ts";
import type { FilterName, TemplatePart } from "../../expressions/parse-template.ts";

/** Appends one part of a cell; `index` is the cell's place in the batch. */
export type WritePart = (sink: TextSink, row: number, index: number) => void;

const filters: Readonly<Record<FilterName, (text: string) => string>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  ascii: toAscii,
  slug: toSlug,
  first: (text) => codePoints(text)[0] ?? "",
};

/** Applies filters in their order. */
const applyFilters = (text: string, names: readonly FilterName[]): string =>
  names.reduce((result, name) => filters[name](result), text);

/** The expressions of a template, compiled, and what became of cells that have no value. */
export interface TemplateExpressions {
  readonly of: ReadonlyMap<TemplatePart, CellExpression>;
  readonly troubles: CellTroubles;
}

/** The writer of one part. `lane` tells the random parts of a template apart. */
export function partWriter(
  part: TemplatePart,
  lane: number,
  context: CompileContext,
  expressions: TemplateExpressions,
): WritePart {
  switch (part.kind) {
    case "expression":
      return expressionWriter(expressions.of.get(part), expressions.troubles);
    case "literal": {
      const bytes = encodeUtf8(part.text);
      return (sink) => putSlice(sink, bytes, 0, bytes.length);
    }
    case "seq":
      return (sink, row) => putDigits(sink, row + 1, part.width);
    case "year": {
      const bytes = encodeUtf8(String(civilFromDays(context.referenceDay).year).padStart(4, "0").slice(-part.width));
      return (sink) => putSlice(sink, bytes, 0, bytes.length);
    }
    case "random":
      return randomWriter(part.width, lane, context);
    case "column":
      return columnWriter(context.input(part.name), part.filters);
  }
}

/** A value as text; nothing for NULL, as for a column's. */
function expressionWriter(expression: CellExpression | undefined, troubles: CellTroubles): WritePart {
  const text = expression && textOf(expression.type);
  if (!expression || !text) return () => undefined;
  return (sink, row, i) => {
    const value = expression.cell(i, row);
    if (value !== null) putText(sink, text(value));
    else if (expression.failure !== undefined) {
      troubles.failed++;
      troubles.first ??= { row, because: expression.failure };
    }
  };
}

/** Base-36 digits, five from each random word. */
function randomWriter(width: number, lane: number, context: CompileContext): WritePart {
  const { k0, k1 } = context.stream;
  return (sink, row) => {
    for (let left = width, word = lane * 32; left > 0; left -= 5, word++) {
      const digits = Math.min(5, left);
      putRadix(sink, Math.floor((wordAt(k0, k1, row, word) >>> 0) * 2.3283064365386963e-10 * 36 ** digits), 36, digits);
    }
  };
}

function columnWriter(input: Vector, names: readonly FilterName[]): WritePart {
  if (names.length === 0) return (sink, _row, i) => putCell(sink, input, i);
  if (input.kind === "dictionary") return dictionaryWriter(input, names);
  const caseOnly = names.every((name) => name === "lower" || name === "upper" || name === "ascii");
  const lower = names.findLast((name) => name !== "ascii") === "lower";
  const upper = names.findLast((name) => name !== "ascii") === "upper";
  return (sink, _row, i) => {
    if (
      caseOnly &&
      input.kind === "text" &&
      putAscii(sink, input.bytes, input.offsets[i] ?? 0, input.offsets[i + 1] ?? 0, lower, upper)
    )
      return;
    putText(sink, applyFilters(cellText(input, i), names));
  };
}

/** Copies a text in ASCII, with its case changed; false, with nothing written, where it has other letters. */
function putAscii(
  sink: TextSink,
  source: Uint8Array,
  from: number,
  to: number,
  lower: boolean,
  upper: boolean,
): boolean {
  ensureRoom(sink, to - from);
  const { bytes, at } = sink;
  for (let k = from; k < to; k++) {
    let byte = source[k] ?? 0;
    if (byte >= 0x80) return false;
    if (lower && byte >= 65 && byte <= 90) byte += 32;
    else if (upper && byte >= 97 && byte <= 122) byte -= 32;
    bytes[at + k - from] = byte;
  }
  sink.at = at + to - from;
  return true;
}

/** Each entry of the dictionary is filtered once, when it first comes up. */
function dictionaryWriter(input: Extract<Vector, { kind: "dictionary" }>, names: readonly FilterName[]): WritePart {
  const filtered: Uint8Array[] = [];
  return (sink, _row, i) => {
    if (input.hasNulls && input.nulls[i] === 1) return;
    const code = input.codes[i] ?? 0;
    const bytes = (filtered[code] ??= encodeUtf8(applyFilters(input.dictionary.texts[code] ?? "", names)));
    putSlice(sink, bytes, 0, bytes.length);
  };
}
