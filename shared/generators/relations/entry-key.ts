import { z } from "zod";
import { fillBelow } from "../../random/batch-words.ts";
import { copyVector, vectorLike } from "../../vectors/copy-vector.ts";
import { defineGenerator, type Kernel, type LookupRequest } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { referenceColumn } from "../reference/reference.ts";
import { listNames, referenceFields } from "../reference/reference-list.ts";
import { inColumn } from "../text/as-text.ts";
import { cellText } from "../text/cell-text.ts";
import { textLookup } from "../text/text-lookup.ts";
import { lookupPath } from "./lookup-path.ts";
import { nullKernel } from "./null-kernel.ts";

const params = z.strictObject({
  of: parameter(z.string().default(""), {
    label: "Table and key",
    help: "The key of the other table: currencies.id.",
    control: "table-column",
  }),
  by: parameter(z.string().default(""), {
    label: "Column that tells the entry",
    help: "A column of the other table: code. Empty: the key itself.",
  }),
  list: parameter(z.enum(listNames).default("countries"), {
    label: "List",
    help: "The list that the row's other columns take from.",
    control: "select",
  }),
  field: parameter(z.enum(referenceFields).default("name"), {
    label: "Field",
    help: "What of the row's entry the other table's column tells.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;

/** Rows of the other table that are looked at: its lists have a few hundred entries at most. */
const mostRows = 1024;

const keyOf = (p: Params): LookupRequest => lookupPath(p.of, "even");
const entryOf = (p: Params): LookupRequest => ({ ...keyOf(p), ...(p.by === "" ? {} : { column: p.by }) });

/** Reads a kernel for other rows than those of the batch. */
const read = (kernel: Kernel, rows: Float64Array, count: number): void => kernel.fill(rows, count);

/** By what their entries are called, the rows of the other table in the order in which they are asked for; the first of each. */
function rowsByEntry(entries: Kernel, batchRows: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const rows = new Float64Array(batchRows);
  for (let start = 0; start < mostRows; start += batchRows) {
    const count = Math.min(batchRows, mostRows - start);
    for (let i = 0; i < count; i++) rows[i] = start + i;
    read(entries, rows, count);
    const { out } = entries;
    for (let i = 0; i < count; i++) {
      if (out.hasNulls && out.nulls[i] === 1) continue;
      const text = cellText(out, i).trim();
      if (!found.has(text)) found.set(text, start + i);
    }
  }
  return found;
}

/** The key of the row that goes with the row's own entry of a list: of the currency of the country that the row is. */
export const entryKey = defineGenerator<Params>({
  id: "entry-key",
  version: 1,
  label: "Key of its entry",
  help: "The key of the row of another table that goes with the row's entry of a list: the currency of the row's country. Where that one is not there NULL, or any row if the column takes none.",
  category: "keys",
  keywords: ["foreign key", "reference", "currency of the country", "lookup", "matching"],
  icon: "link",
  params,
  accepts: () => true,
  describe: (p) => (p.of === "" ? "no column chosen" : `${p.of} by ${p.field}`),
  capacity: () => Infinity,
  problems: (p) =>
    p.of.includes(".") ? [] : [{ severity: "error", message: "No table and key is chosen, such as currencies.id." }],
  lookups: (p) => (p.of === "" ? [] : [keyOf(p), entryOf(p)]),
  compile(p, context) {
    const { batchRows } = context;
    // Both pick the same row for a number: each in turn, in one order.
    const keys = context.lookup?.(keyOf(p)) ?? nullKernel(batchRows);
    const entries = context.lookup?.(entryOf(p)) ?? nullKernel(batchRows);
    const known = rowsByEntry(entries, batchRows);
    const wanted = referenceColumn({ list: p.list, field: p.field }, context);
    const rowOf = textLookup(wanted.out, -1, (text) => known.get(text) ?? -1);
    const asked = new Float64Array(batchRows);
    const out = vectorLike(keys.out, batchRows);
    const kernel: Kernel = {
      out,
      fill(rows, count) {
        wanted.fill(rows, count);
        fillBelow(context.stream, rows, count, mostRows, asked);
        let missing = false;
        for (let i = 0; i < count; i++) {
          const row = rowOf(i);
          missing ||= row < 0;
          if (row >= 0) asked[i] = row;
        }
        read(keys, asked, count);
        copyVector(keys.out, out, count);
        if (!missing || !context.column.nullable) return;
        if (!out.hasNulls) out.nulls.fill(0, 0, count);
        out.hasNulls = true;
        for (let i = 0; i < count; i++) if (rowOf(i) < 0) out.nulls[i] = 1;
      },
    };
    return inColumn(kernel, context);
  },
});
