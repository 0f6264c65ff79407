import { z } from "zod";
import { copyVector, vectorLike } from "../../vectors/copy-vector.ts";
import { defineGenerator, type Kernel } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";
import { lookupPath } from "./lookup-path.ts";
import { nullKernel } from "./null-kernel.ts";

const params = z.strictObject({
  of: parameter(z.string().default(""), {
    label: "Table and column",
    help: "Where the values come from: users.id.",
    control: "table-column",
  }),
  pick: parameter(z.enum(["uniform", "zipf", "even"]).default("uniform"), {
    label: "Rows are picked",
    help: "uniform: by chance; zipf: a few rows most of the time; even: each as often.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;

/** A value of a column of any table: a foreign key that the database does not declare. */
export const lookup = defineGenerator<Params>({
  id: "lookup",
  version: 1,
  label: "Value of another table",
  help: "The value of a column in some row of another table: a foreign key that the database does not declare.",
  category: "keys",
  keywords: ["reference", "virtual foreign key", "relation", "join", "undeclared"],
  icon: "table-import",
  params,
  shorthand: "of",
  accepts: () => true,
  describe: (p) => (p.of === "" ? "no column chosen" : `${p.of}${p.pick === "uniform" ? "" : `, ${p.pick}`}`),
  capacity: () => Infinity,
  problems: (p) =>
    p.of.includes(".") ? [] : [{ severity: "error", message: "No table and column is chosen, such as users.id." }],
  lookups: (p) => (p.of === "" ? [] : [lookupPath(p.of, p.pick)]),
  compile(p, context) {
    const source = context.lookup?.(lookupPath(p.of, p.pick)) ?? nullKernel(context.batchRows);
    const out = vectorLike(source.out, context.batchRows);
    const kernel: Kernel = {
      out,
      fill(rows, count) {
        source.fill(rows, count);
        copyVector(source.out, out, count);
      },
    };
    return inColumn(kernel, context);
  },
});
