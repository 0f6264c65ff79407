import { z } from "zod";
import { encodeUtf8, maxUtf8Length, writeUtf8 } from "../base/utf8.ts";
import { parameter } from "../generators/parameter.ts";
import type { Hmac } from "../keyed/hmac.ts";
import type { ValueType } from "../schema/value-type.ts";
import { cellText } from "../vectors/cells.ts";
import { newTextVector, reserveBytes } from "../vectors/new-vector.ts";
import type { Vector } from "../vectors/vector.ts";
import { defineMask, type MaskContext, type MaskKernel } from "./mask.ts";
import { promises } from "./promises.ts";
import { isNull, takesText, textLimit, writeNull } from "./text-mask.ts";

const params = z.strictObject({
  digits: parameter(z.int().min(8).max(64).default(32), {
    label: "Length",
    unit: "digits",
    help: "Hexadecimal digits of the keyed hash; 32 are enough for any number of values.",
  }),
  prefix: parameter(z.string().max(32).default(""), { label: "Prefix", help: "Stands before every pseudonym." }),
  ignoreCase: parameter(z.boolean().default(false), {
    label: "Ignore case",
    help: "Ada and ada get the same pseudonym.",
  }),
});
type Params = z.infer<typeof params>;

/** The digits that fit: the column's length less the prefix. */
const digitsFor = (p: Params, type: ValueType): number => Math.min(p.digits, textLimit(type) - [...p.prefix].length);

/** A pseudonym that only the key can make: HMAC-SHA-256 of the value, in hexadecimal digits. */
export const hashMask = defineMask<Params>({
  id: "hash",
  version: 1,
  label: "Hash pseudonym",
  help: "A keyed hash (HMAC-SHA-256): equal values get equal pseudonyms, and nobody without the key can make one.",
  keywords: ["pseudonym", "token", "hmac", "sha256", "anonymise", "surrogate"],
  icon: "hash",
  params,
  shorthand: "digits",
  accepts: (type) => takesText(type, 8),
  describe: (p, type) => `${p.prefix}${"#".repeat(4)}… ${Math.max(0, digitsFor(p, type))} digits`,
  // 64 bits keep a million values apart but for a chance of 3 in 10^8; 80 bits, below 10^-12.
  promises: (p, type) => promises({ keepsEquality: true, keepsUniqueness: !p.ignoreCase && digitsFor(p, type) >= 20 }),
  keyed: () => true,
  problems(p, { column, unique }) {
    const digits = digitsFor(p, column.valueType);
    if (digits < 8) {
      return [
        { severity: "error", message: `${column.name} has room for ${Math.max(0, digits)} digits; 8 are needed.` },
      ];
    }
    if (!unique || digits >= 20) return [];
    const message = `${digits} digits may give two of many values the same pseudonym; ${column.name} must be unique.`;
    const fix = { label: "Use 32 digits", params: { ...p, digits: 32 } };
    const roomy = textLimit(column.valueType) - [...p.prefix].length >= 20;
    return [roomy ? { severity: "error", message, fix } : { severity: "error", message }];
  },
  compile: (p, context) => hashKernel(p, context),
});

function hashKernel(p: Params, context: MaskContext): MaskKernel {
  const out = newTextVector(context.batchRows);
  const hmac = context.keys.hmac("hash", context.domain);
  const digits = digitsFor(p, context.type);
  const prefix = encodeUtf8(p.prefix);
  const hashCell = cellHasher(context.source, hmac, p.ignoreCase);
  return {
    out,
    fill(_rows, count) {
      out.hasNulls = false;
      out.nulls.fill(0, 0, count);
      const bytes = reserveBytes(out, count * (prefix.length + digits));
      let at = 0;
      for (let i = 0; i < count; i++) {
        if (isNull(context.source, i)) {
          writeNull(out, i);
          continue;
        }
        hashCell(i);
        bytes.set(prefix, at);
        at = writeHexDigits(hmac.digest, digits, bytes, at + prefix.length);
        out.offsets[i + 1] = at;
      }
    },
  };
}

/** Hashes the canonical text of a cell, straight from its bytes where it is text already. */
export function cellHasher(source: Vector, hmac: Hmac, ignoreCase = false): (i: number) => void {
  let scratch = new Uint8Array(256);
  return (i) => {
    if (source.kind === "text") {
      const from = source.offsets[i] ?? 0;
      const to = source.offsets[i + 1] ?? 0;
      if (!ignoreCase) return hmac.of(source.bytes, from, to);
      if (scratch.length < to - from) scratch = new Uint8Array(to - from);
      if (lowerAscii(source.bytes, from, to, scratch)) return hmac.of(scratch, 0, to - from);
    }
    const text = cellText(source, i) ?? "";
    const hashed = ignoreCase ? text.normalize("NFKC").toLowerCase() : text;
    if (scratch.length < maxUtf8Length(hashed)) scratch = new Uint8Array(maxUtf8Length(hashed));
    hmac.of(scratch, 0, writeUtf8(scratch, 0, hashed));
  };
}

/** ASCII in lower case, by its bytes. */
const lower = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte | 32 : byte));

/** Writes ASCII text in lower case, which is all that folding its case does; false where a byte is of another character. */
function lowerAscii(bytes: Uint8Array, from: number, to: number, target: Uint8Array): boolean {
  let seen = 0;
  for (let k = from; k < to; k++) {
    const byte = bytes[k] ?? 0;
    seen |= byte;
    target[k - from] = lower[byte] ?? 0;
  }
  return seen < 128;
}

const hexDigits = encodeUtf8("0123456789abcdef");

/** Writes the first hexadecimal digits of a digest; returns the offset behind them. */
export function writeHexDigits(digest: Int32Array, digits: number, target: Uint8Array, from: number): number {
  let at = from;
  for (let d = 0; d < digits; d += 8) {
    const word = digest[d >> 3] ?? 0;
    const least = 32 - 4 * Math.min(8, digits - d);
    for (let shift = 28; shift >= least; shift -= 4) target[at++] = hexDigits[(word >>> shift) & 15] ?? 0;
  }
  return at;
}
