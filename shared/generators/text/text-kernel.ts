import { newTextVector } from "../../vectors/new-vector.ts";
import type { TextVector } from "../../vectors/vector.ts";
import type { CellTroubles, CompileContext, Kernel } from "../generator.ts";
import type { Notation, ValueType } from "../../schema/value-type.ts";
import { rowSuffix, type RowSuffix } from "./row-suffix.ts";
import { cutAtWord, cutName, cutText, openSink, putText, textSink, trimEnd, type TextSink } from "./text-sink.ts";

/** The most characters that a column of this type takes. */
export const textLimit = (type: ValueType): number => (type.kind === "text" ? (type.maxLength ?? Infinity) : Infinity);

/** Whether a column of this type takes any text of at least `least` characters. */
export const takesText = (type: ValueType, least = 1): boolean =>
  type.kind === "unknown" || (type.kind === "text" && (type.maxLength ?? Infinity) >= least);

/** Whether a column of this type takes text of some form, so that a pattern or a template can make it. */
export const takesForm = (type: ValueType): boolean =>
  takesText(type) || ["interval", "array", "range", "notation"].includes(type.kind);

/** Whether a column's type is that of texts in this notation. */
export const isNotation = (type: ValueType, notation: Notation): boolean =>
  type.kind === "notation" && type.notation === notation;

/** Notes that the cell of a row was cut to `limit` characters. */
export function countCut(troubles: CellTroubles, row: number, limit: number): void {
  troubles.cut++;
  troubles.first ??= { row, because: `the text is longer than ${limit} characters` };
}

export interface TextKernelOptions {
  /** What stands before the suffix of a unique column. */
  readonly joiner?: string;
  /** The texts differ by themselves: no suffix. */
  readonly distinct?: boolean;
  /** Nothing that a format would quote or escape is ever written. */
  readonly clean?: boolean;
  /** What is too long is cut behind a word, where it has more than one; in names behind none that only joins. */
  readonly words?: boolean | "names";
  /** Called with each batch's rows before its cells are written. */
  readonly open?: (rows: Float64Array, count: number) => void;
}

/**
 * A kernel of text made by a function that appends one cell to the sink. Cells are cut at the column's length, between
 * characters or words; in a unique column a suffix made from the row keeps them apart, within that length too.
 */
export function textKernel(
  context: CompileContext,
  write: (sink: TextSink, row: number, index: number) => void,
  options: TextKernelOptions = {},
): Kernel & { readonly out: TextVector } {
  const out: TextVector = { ...newTextVector(context.batchRows), clean: options.clean === true };
  const sink = textSink(out);
  const limit = textLimit(context.type);
  const joiner = options.joiner ?? "-";
  const suffix = context.unique && !options.distinct ? rowSuffix(context, 36, 3, limit) : undefined;
  const cut = options.words === "names" ? cutName : options.words === true ? cutAtWord : cutText;
  const budget = suffix ? limit - suffix.width - joiner.length : limit;
  const troubles: CellTroubles = { failed: 0, cut: 0 };
  return {
    out,
    // Room for a suffix is made silently.
    ...(limit === Infinity || suffix ? {} : { troubles }),
    fill(rows, count) {
      out.hasNulls = false;
      options.open?.(rows, count);
      openSink(sink);
      for (let i = 0; i < count; i++) {
        const row = rows[i] ?? 0;
        const start = sink.at;
        write(sink, row, i);
        if (sink.at - start > budget) {
          const end = sink.at;
          cut(sink, start, Math.max(0, budget));
          if (sink.at < end) countCut(troubles, row, limit);
        }
        if (suffix) putSuffix(sink, start, suffix, row, joiner);
        out.offsets[i + 1] = sink.at;
      }
    },
  };
}

function putSuffix(sink: TextSink, start: number, suffix: RowSuffix, row: number, joiner: string): void {
  trimEnd(sink, start);
  if (sink.at > start) putText(sink, joiner);
  suffix.put(sink, row);
}
