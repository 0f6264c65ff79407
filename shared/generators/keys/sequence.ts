import { z } from "zod";
import { newBigintVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type Kernel } from "../generator.ts";
import { parameter, wholeNumber } from "../parameter.ts";
import { inColumn } from "../text/as-text.ts";
import { scaledColumn, scaledRange, takesNumbers } from "../numbers/scaled-column.ts";

const params = z.strictObject({
  start: parameter(wholeNumber.default(1), { label: "Start", help: "The first row's number." }),
  step: parameter(
    z
      .int()
      .refine((step) => step !== 0, "must not be 0")
      .default(1),
    { label: "Step", help: "What each row adds." },
  ),
});
type Params = z.infer<typeof params>;

/** start, start + step, …: distinct by construction, and in the order of the rows. */
export const sequence = defineGenerator<Params>({
  id: "sequence",
  version: 1,
  label: "Sequence",
  help: "Numbers the rows: 1, 2, 3 and so on.",
  category: "keys",
  keywords: ["id", "serial", "autoincrement", "identity", "counter", "number", "row number", "primary key"],
  icon: "list-numbers",
  params,
  shorthand: "start",
  distinct: "table",
  accepts: takesNumbers,
  describe: (p) => `from ${p.start}${p.step === 1 ? "" : `, step ${p.step}`}`,
  capacity(p, type) {
    const { lowest, highest } = scaledRange(type, 0);
    if (type.kind === "integer" && type.bits === 64) return Infinity;
    const room = p.step > 0 ? highest - Number(p.start) : Number(p.start) - lowest;
    return room < 0 ? 0 : Math.floor(room / Math.abs(p.step)) + 1;
  },
  problems(p, { type }) {
    const { lowest, highest } = scaledRange(type, 0);
    const beyond = Number(p.start) < lowest || Number(p.start) > highest;
    return beyond && !(type.kind === "integer" && type.bits === 64)
      ? [{ severity: "error", message: `The column holds ${lowest} to ${highest}; ${p.start} does not fit.` }]
      : [];
  },
  compile(p, context): Kernel {
    const start = Number(p.start);
    const { step } = p;
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(start + step * context.rowCount)) {
      const out = newBigintVector(context.batchRows);
      const [first, stride] = [BigInt(p.start), BigInt(step)];
      return {
        out,
        fill(rows, count) {
          out.hasNulls = false;
          for (let i = 0; i < count; i++) out.values[i] = first + stride * BigInt(rows[i] ?? 0);
        },
      };
    }
    const column = scaledColumn(context.type, 0, context.batchRows);
    const { scaled } = column;
    const kernel: Kernel = {
      out: column.out,
      fill(rows, count) {
        for (let i = 0; i < count; i++) scaled[i] = start + (rows[i] ?? 0) * step;
        column.finish(count);
      },
    };
    return inColumn(kernel, context);
  },
});
