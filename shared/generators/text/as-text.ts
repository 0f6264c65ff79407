import { newTextVector } from "../../vectors/new-vector.ts";
import type { CompileContext, Domain, Kernel } from "../generator.ts";
import { putCell } from "./cell-text.ts";
import { openSink, textSink } from "./text-sink.ts";

type Placement = Pick<CompileContext, "type" | "batchRows">;

/** The same column, its cells written as text where the column holds text; as it is otherwise. */
export function inColumn(compiled: Kernel, context: Placement): Kernel;
export function inColumn(compiled: Domain, context: Placement): Domain;
export function inColumn(compiled: Kernel | Domain, context: Placement): Kernel | Domain;
export function inColumn(compiled: Kernel | Domain, context: Placement): Kernel | Domain {
  if (context.type.kind !== "text") return compiled;
  const out = newTextVector(context.batchRows);
  const sink = textSink(out);
  const inner = compiled.out;
  const format = (count: number): void => {
    openSink(sink);
    out.hasNulls = inner.hasNulls;
    if (inner.hasNulls) out.nulls.set(inner.nulls.subarray(0, count));
    for (let i = 0; i < count; i++) {
      putCell(sink, inner, i);
      out.offsets[i + 1] = sink.at;
    }
  };
  if ("size" in compiled) {
    return {
      out,
      size: compiled.size,
      fillAt(indexes, count) {
        compiled.fillAt(indexes, count);
        format(count);
      },
    };
  }
  return {
    out,
    fill(rows, count) {
      compiled.fill(rows, count);
      format(count);
    },
  };
}
