import { z } from "zod";
import { defineGenerator, type Kernel } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";
import { scaledColumn, scaledRange } from "../numbers/scaled-column.ts";

const params = z.strictObject({
  start: parameter(z.int().default(1), { label: "Start", help: "The number of an owner's first row." }),
});
type Params = z.infer<typeof params>;

/** The row's number within its owner: line 1, 2, 3 of each order. */
export const ordinal = defineGenerator<Params>({
  id: "ordinal",
  version: 1,
  label: "Line number",
  help: "Numbers the rows of each owner anew: line 1, 2, 3 of every order.",
  category: "keys",
  keywords: ["line", "position", "sort order", "index", "rank", "sequence", "item number"],
  icon: "list-tree",
  params,
  shorthand: "start",
  distinct: "owner",
  accepts: (type) =>
    type.kind === "integer" || type.kind === "decimal" || type.kind === "text" || type.kind === "unknown",
  describe: (p) => `from ${p.start} within each owner`,
  capacity: (p, type) => Math.max(0, scaledRange(type, 0).highest - p.start + 1),
  compile(p, context) {
    const column = scaledColumn(context.type, 0, context.batchRows);
    const { scaled } = column;
    const { ordinal: ordinals } = context;
    const { start } = p;
    const kernel: Kernel = {
      out: column.out,
      fill(rows, count) {
        if (ordinals) ordinals(rows, count, scaled);
        else for (let i = 0; i < count; i++) scaled[i] = rows[i] ?? 0;
        for (let i = 0; i < count; i++) scaled[i] = start + (scaled[i] ?? 0);
        column.finish(count);
      },
    };
    return inColumn(kernel, context);
  },
});
