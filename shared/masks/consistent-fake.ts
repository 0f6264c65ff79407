import { z } from "zod";
import { parameter } from "../generators/parameter.ts";
import { inCaseOf } from "./letter-case.ts";
import { defineMask } from "./mask.ts";
import { promises } from "./promises.ts";
import { rememberedNumbers } from "./remembered-numbers.ts";
import { isNull } from "./text-mask.ts";

const params = z.strictObject({
  generator: parameter(z.string().default("person.fullName"), { label: "Values from" }),
  with: parameter(z.record(z.string(), z.unknown()).default({}), { label: "Parameters" }),
  ignoreCase: parameter(z.boolean().default(true), { label: "Ignore case" }),
  keepCase: parameter(z.boolean().default(true), {
    label: "Keep capitals",
    help: "Where a value is all in capitals, or all in small letters, so is what stands in for it.",
  }),
});
type Params = z.infer<typeof params>;

/** A generated value in the place of each, the same one for the same value. */
export const consistentFakeMask = defineMask<Params>({
  id: "consistent-fake",
  version: 2,
  label: "Consistent fake",
  help: "A made-up value of the same kind; equal values get equal ones in every table and run.",
  keywords: ["fake", "name", "pseudonym", "substitute", "replace", "consistent"],
  icon: "masks-theater",
  params,
  shorthand: "generator",
  accepts: () => true,
  describe: (p) => p.generator,
  // The fake is drawn from a list, so that two values may meet in one; hash and format-preserving keep values apart.
  promises: () => promises({ keepsEquality: true, keepsFormat: true }),
  keyed: () => true,
  generates: (p) => ({ generator: p.generator, params: p.with }),
  problems: (p, { column, unique }) =>
    unique
      ? [
          {
            severity: "error",
            message: `Two values may get the same ${p.generator}; ${column.name} must be unique.`,
          },
        ]
      : [],
  compile(p, context) {
    const { generated, source } = context;
    if (!generated) throw new TypeError("The consistent fake was compiled without its generator.");
    const hmac = context.keys.hmac(`consistent-fake ${p.generator}`, context.domain);
    const numberOf = rememberedNumbers(source, hmac, p.ignoreCase);
    const numbers = new Float64Array(context.batchRows);
    const made = generated.out;
    const cased = p.keepCase ? inCaseOf(source, made, context.batchRows) : undefined;
    return {
      out: cased?.out ?? made,
      fill(_rows, count) {
        for (let i = 0; i < count; i++) {
          numbers[i] = isNull(source, i) ? 0 : numberOf(i);
        }
        generated.fillAt(numbers, count);
        for (let i = 0; i < count; i++) {
          if (!isNull(source, i)) continue;
          if (!made.hasNulls) made.nulls.fill(0, 0, count);
          made.hasNulls = true;
          made.nulls[i] = 1;
        }
        cased?.fill(count);
      },
    };
  },
});
