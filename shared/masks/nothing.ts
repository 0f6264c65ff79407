import { z } from "zod";
import { newTextVector } from "../vectors/new-vector.ts";
import { defineMask } from "./mask.ts";
import { promises } from "./promises.ts";

const params = z.strictObject({});

/** NULL for every value. */
export const nothingMask = defineMask<z.infer<typeof params>>({
  id: "nothing",
  version: 1,
  label: "NULL",
  help: "Leaves nothing of the value.",
  keywords: ["null", "remove", "delete", "empty", "suppress"],
  icon: "circle-off",
  params,
  accepts: () => true,
  describe: () => "NULL",
  promises: () => promises({ keepsNull: false, forgets: true }),
  keyed: () => false,
  problems: (_p, { column }) =>
    column.nullable ? [] : [{ severity: "error", message: `${column.name} takes no NULL.` }],
  compile(_p, { batchRows }) {
    const out = newTextVector(batchRows);
    return {
      out,
      fill(_rows, count) {
        out.hasNulls = true;
        out.nulls.fill(1, 0, count);
        out.offsets.fill(0, 0, count + 1);
      },
    };
  },
});
