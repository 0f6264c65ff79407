import { z } from "zod";
import { newIntegerVector, newTextVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type Kernel } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { cellText, putCell } from "../text/cell-text.ts";
import { openSink, textSink } from "../text/text-sink.ts";
import { lookupPath } from "./lookup-path.ts";

const params = z.strictObject({
  by: parameter(z.string().default(""), {
    label: "By column",
    help: "The column that names the kind of the row referred to.",
    control: "column",
  }),
  of: parameter(z.record(z.string(), z.string()).default({}), {
    label: "Kinds",
    help: "For each value of that column the table and column that the reference goes to: product → products.id.",
    control: "kinds",
  }),
});
type Params = z.infer<typeof params>;

/** A reference whose table depends on another column: commentable_type and commentable_id. */
export const polymorphic = defineGenerator<Params>({
  id: "polymorphic",
  version: 1,
  label: "Reference by kind",
  help: "A reference whose table is named by another column of the row, such as commentable_type and commentable_id.",
  category: "keys",
  keywords: ["polymorphic", "union", "discriminator", "generic foreign key", "content type"],
  icon: "arrows-split",
  params,
  accepts: (type) => ["integer", "text", "uuid", "unknown"].includes(type.kind),
  describe: (p) => (p.by === "" ? "no column chosen" : `by ${p.by}: ${Object.values(p.of).join(", ")}`),
  capacity: () => Infinity,
  inputs: (p) => (p.by === "" ? [] : [p.by]),
  lookups: (p) => Object.values(p.of).map((path) => lookupPath(path, "uniform")),
  problems(p, { columns }) {
    if (!columns.includes(p.by.split(".")[0] ?? ""))
      return [{ severity: "error", message: `There is no column ${p.by || "chosen"} to tell the kinds apart.` }];
    return Object.keys(p.of).length === 0 ? [{ severity: "error", message: "No kind has a table to refer to." }] : [];
  },
  compile(p, context): Kernel {
    const kind = context.input(p.by);
    const sources = new Map(
      Object.entries(p.of).flatMap(([value, path]) => {
        const source = context.lookup?.(lookupPath(path, "uniform"));
        return source ? [[value, source] as const] : [];
      }),
    );
    const numeric =
      context.type.kind === "integer" && [...sources.values()].every((source) => source.out.kind === "integer");
    const texts = newTextVector(context.batchRows);
    const numbers = newIntegerVector(context.batchRows);
    const sink = textSink(texts);
    const out = numeric ? numbers : texts;
    return {
      out,
      fill(rows, count) {
        for (const source of sources.values()) source.fill(rows, count);
        openSink(sink);
        out.hasNulls = false;
        out.nulls.fill(0, 0, count);
        for (let i = 0; i < count; i++) {
          const source = sources.get(cellText(kind, i))?.out;
          if (!source || (source.hasNulls && source.nulls[i] === 1)) {
            out.nulls[i] = 1;
            out.hasNulls = true;
          } else if (numeric && source.kind === "integer") numbers.values[i] = source.values[i] ?? 0;
          else putCell(sink, source, i);
          texts.offsets[i + 1] = sink.at;
        }
      },
    };
  },
});
