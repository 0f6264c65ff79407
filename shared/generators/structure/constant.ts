import { z } from "zod";
import { defineGenerator, type Domain } from "../generator.ts";
import { parameter } from "../parameter.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { plainValue } from "./plain-value.ts";
import { misfit, unheld, valueTable, type Scalar } from "./value-table.ts";

const params = z.strictObject({
  value: parameter(z.union([z.string(), z.number(), z.boolean()]).default(""), {
    label: "Value",
    help: "The same in every row, written as the column's type.",
  }),
});
type Params = z.infer<typeof params>;

const valueFor = (value: Scalar, type: ValueType): Scalar => (value === "" ? plainValue(type) : value);

/** One value for all rows. */
export const constant = defineGenerator<Params>({
  id: "constant",
  version: 1,
  label: "Constant",
  help: "The same value in every row.",
  category: "structure",
  keywords: ["fixed", "literal", "static", "same", "default"],
  icon: "equal",
  params,
  shorthand: "value",
  accepts: (type) => type.kind !== "bytes",
  describe: (p) => (p.value === "" ? "empty" : String(p.value)),
  capacity: () => 1,
  problems(p, { type, schema }) {
    const wrong = misfit(valueFor(p.value, type), type) ?? unheld(p.value, schema);
    return wrong === undefined ? [] : [{ severity: "error", message: `${JSON.stringify(p.value)} ${wrong}.` }];
  },
  compile(p, context): Domain {
    const table = valueTable([valueFor(p.value, context.type)], context.type, context.batchRows);
    return {
      out: table.out,
      size: 1,
      fillAt(_indexes, count) {
        table.codes.fill(0, 0, count);
        table.write(count);
      },
    };
  },
});
