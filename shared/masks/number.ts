import { z } from "zod";
import { SeedloomError } from "../base/errors.ts";
import { ff1 } from "../keyed/ff1.ts";
import type { ValueType } from "../schema/value-type.ts";
import { newBigintVector, newIntegerVector } from "../vectors/new-vector.ts";
import { defineMask, type MaskKernel } from "./mask.ts";
import { promises } from "./promises.ts";
import { isNull } from "./text-mask.ts";

const params = z.strictObject({});

/** Whole numbers from 0 to 2^bits − 1 are encrypted among themselves; no more than a double holds exactly. */
function bitsOf(type: ValueType): number {
  if (type.kind !== "integer" || type.minimum !== undefined || type.maximum !== undefined) return 0;
  return Math.min(52, type.unsigned === true ? type.bits : type.bits - 1);
}

/** A whole number for each: keys stay keys. */
export const numberMask = defineMask<z.infer<typeof params>>({
  id: "number",
  version: 1,
  label: "Number pseudonym",
  help: "Encrypts whole numbers among themselves (FF1): distinct numbers stay distinct, and only the key leads back.",
  keywords: ["key", "id", "integer", "identifier", "pseudonym", "encrypt"],
  icon: "numbers",
  params,
  // Fewer than a million numbers could be listed in full.
  accepts: (type) => bitsOf(type) >= 20,
  describe: (_p, type) => `0 to 2^${bitsOf(type)} − 1`,
  promises: () => promises({ keepsEquality: true, keepsUniqueness: true, keepsFormat: true, reversible: true }),
  keyed: () => true,
  compile(_p, { source, type, domain, keys, batchRows, column }): MaskKernel {
    const bits = bitsOf(type);
    const cipher = ff1(2, keys.key("number", domain));
    const out = source.kind === "bigint" ? newBigintVector(batchRows) : newIntegerVector(batchRows);
    const digits: number[] = Array.from({ length: bits }, () => 0);
    const limit = 2 ** bits;
    const encrypted = (value: number): number => {
      let rest = value;
      for (let k = bits - 1; k >= 0; k--) {
        digits[k] = rest % 2;
        rest = Math.floor(rest / 2);
      }
      return cipher.encrypt(digits).reduce((sum, digit) => sum * 2 + digit, 0);
    };
    return {
      out,
      fill(_rows, count) {
        out.hasNulls = source.hasNulls;
        for (let i = 0; i < count; i++) {
          const nothing = isNull(source, i);
          out.nulls[i] = nothing ? 1 : 0;
          if (nothing) continue;
          const value = source.kind === "integer" || source.kind === "bigint" ? Number(source.values[i] ?? 0) : NaN;
          if (!(value >= 0 && value < limit)) throw beyond(column.name);
          if (out.kind === "bigint") out.values[i] = BigInt(encrypted(value));
          else out.values[i] = encrypted(value);
        }
      },
    };
  },
});

const beyond = (column: string): SeedloomError =>
  new SeedloomError(
    "export-blocked",
    `${column} has a number below 0 or beyond 2^52, which number pseudonyms are not made for.`,
    "Use another mask, or keep it with a reason.",
  );
