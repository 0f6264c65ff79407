import { z } from "zod";
import { nearest } from "../../base/nearest.ts";
import { copyVector, vectorLike } from "../../vectors/copy-vector.ts";
import { defineGenerator } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";

const params = z.strictObject({
  column: parameter(z.string().default(""), {
    label: "Column",
    help: "A column of the row, or of the row that a foreign key points to: customer_id.country.",
    control: "column",
  }),
});
type Params = z.infer<typeof params>;

/** The value of another column: of the same row, or of a parent row by the path of its foreign key. */
export const copy = defineGenerator<Params>({
  id: "copy",
  version: 1,
  label: "Copy of a column",
  help: "The same value as another column of the row, or as a column of its parent: an order's currency from its customer.",
  category: "keys",
  keywords: ["parent", "same", "lookup", "inherit", "from", "join", "denormalised"],
  icon: "copy",
  params,
  shorthand: "column",
  accepts: () => true,
  describe: (p) => (p.column === "" ? "no column chosen" : p.column),
  capacity: () => Infinity,
  inputs: (p) => (p.column === "" ? [] : [p.column]),
  problems(p, { columns }) {
    const [own = ""] = p.column.split(".");
    if (p.column === "") return [{ severity: "error", message: "No column is chosen to copy." }];
    if (columns.includes(p.column) || (p.column.includes(".") && columns.includes(own))) return [];
    const close = nearest(own, columns);
    return [
      {
        severity: "error",
        message: `There is no column ${own} in this table${close === undefined ? "" : `; the nearest is ${close}`}.`,
        ...(close === undefined ? {} : { fix: { label: `Use ${close}`, params: { column: close } } }),
      },
    ];
  },
  compile(p, context) {
    const source = context.input(p.column);
    // A copy, since the column may lay NULLs of its own over it.
    const out = vectorLike(source, context.batchRows);
    return inColumn({ out, fill: (_rows, count) => copyVector(source, out, count) }, context);
  },
});
