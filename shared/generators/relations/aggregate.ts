import { z } from "zod";
import { SeedloomError } from "../../base/errors.ts";
import type { AggregateRequest } from "../generator.ts";
import { defineGenerator } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";

const params = z.strictObject({
  figure: parameter(z.enum(["sum", "count", "min", "max", "average"]).default("sum"), {
    label: "Figure",
    help: "What is taken of the owned rows.",
    control: "select",
  }),
  of: parameter(z.string().default(""), {
    label: "Of",
    help: "A column of a table whose rows this one owns: order_items.amount. For a count the table is enough.",
    control: "owned-column",
  }),
});
type Params = z.infer<typeof params>;

function request(p: Params): AggregateRequest {
  const dot = p.of.lastIndexOf(".");
  if (p.figure === "count") return { figure: "count", table: dot < 0 ? p.of : p.of.slice(0, dot) };
  return { figure: p.figure, table: p.of.slice(0, Math.max(0, dot)), column: p.of.slice(dot + 1) };
}

/** A figure over the rows that this row owns, such as an order's total: the sum of its items. Exact in every export. */
export const aggregate = defineGenerator<Params>({
  id: "aggregate",
  version: 1,
  label: "Aggregate",
  help: "The sum, count, smallest, largest or average over the rows this row owns: an order's total from its items.",
  category: "keys",
  keywords: ["sum", "total", "count", "rollup", "children", "formula", "average", "min", "max"],
  icon: "sum",
  params,
  accepts: (type) => !["bytes", "boolean", "uuid", "json", "enum"].includes(type.kind),
  describe: (p) => (p.of === "" ? "no column chosen" : `${p.figure} of ${p.of}`),
  capacity: () => Infinity,
  problems: (p) =>
    p.of === "" ? [{ severity: "error", message: "No table and column is chosen to take the figure of." }] : [],
  aggregates: (p) => (p.of === "" ? [] : [request(p)]),
  compile(p, context) {
    const kernel = context.aggregate?.(request(p));
    if (!kernel) {
      throw new SeedloomError(
        "export-blocked",
        `${context.column.name} takes a figure of ${p.of}, whose rows this table does not own.`,
        "Give that table rows per this one, or choose another column.",
      );
    }
    return inColumn(kernel, context);
  },
});
