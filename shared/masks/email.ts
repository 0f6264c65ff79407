import { z } from "zod";
import { encodeUtf8 } from "../base/utf8.ts";
import { parameter } from "../generators/parameter.ts";
import type { Hmac } from "../keyed/hmac.ts";
import { cellText } from "../vectors/cells.ts";
import { newTextVector, reserveBytes } from "../vectors/new-vector.ts";
import type { Vector } from "../vectors/vector.ts";
import { cellHasher, writeHexDigits } from "./hash.ts";
import { defineMask, type MaskContext, type MaskKernel } from "./mask.ts";
import { promises } from "./promises.ts";
import { isNull, takesText, textLimit, writeNull } from "./text-mask.ts";

const params = z.strictObject({
  domain: parameter(z.enum(["keep", "example"]).default("keep"), {
    label: "Domain",
    help: "Keep the address's own domain, or put example.com, which nobody can receive mail at.",
    control: "select",
  }),
  digits: parameter(z.int().min(8).max(40).default(20), { label: "Length", unit: "digits" }),
});
type Params = z.infer<typeof params>;

const reserved = "example.com";

/** An address whose local part is a keyed hash of the whole address. */
export const emailMask = defineMask<Params>({
  id: "email",
  version: 1,
  label: "Pseudonymous e-mail",
  help: "Replaces the name in an address by a keyed hash; the domain may stay, so that mail can still be counted by it.",
  keywords: ["mail", "address", "pseudonym", "domain"],
  icon: "at",
  params,
  shorthand: "domain",
  accepts: (type) => takesText(type, 20),
  describe: (p) => (p.domain === "keep" ? "u…@its own domain" : `u…@${reserved}`),
  promises: (p, type) =>
    promises({
      keepsEquality: true,
      keepsFormat: true,
      // A kept domain may leave too little room; what is cut is the hash.
      keepsUniqueness: p.digits >= 20 && (p.domain === "example" ? textLimit(type) >= 32 : textLimit(type) >= 64),
    }),
  keyed: () => true,
  problems: (p, { column, unique }) =>
    unique && p.digits < 20
      ? [
          {
            severity: "error",
            message: `${p.digits} digits may give two addresses the same pseudonym; ${column.name} must be unique.`,
            fix: { label: "Use 20 digits", params: { ...p, digits: 20 } },
          },
        ]
      : [],
  compile(p, context) {
    const hmac = context.keys.hmac("email", context.domain);
    // Addresses are compared without case everywhere, so they are masked without it.
    const hashCell = cellHasher(context.source, hmac, true);
    return emailKernel(p, context, hmac, hashCell);
  },
});

/** Writes bytes: most addresses are ASCII, and their domain is copied as it stands. */
function emailKernel(p: Params, context: MaskContext, hmac: Hmac, hashCell: (i: number) => void): MaskKernel {
  const { source, batchRows } = context;
  const out = newTextVector(batchRows);
  const limit = textLimit(context.type);
  const domain = { bytes: new Uint8Array(), from: 0, to: 0 };
  const findDomain = domainFinder(source, p.domain, domain);
  return {
    out,
    fill(_rows, count) {
      out.hasNulls = false;
      out.nulls.fill(0, 0, count);
      for (let i = 0; i < count; i++) {
        if (isNull(source, i)) {
          writeNull(out, i);
          continue;
        }
        hashCell(i);
        findDomain(i);
        const digits = limit === Infinity ? p.digits : Math.min(p.digits, Math.max(1, limit - lengthOf(domain) - 2));
        const at = out.offsets[i] ?? 0;
        const bytes = reserveBytes(out, at + digits + domain.to - domain.from + 2);
        bytes[at] = 117;
        const sign = writeHexDigits(hmac.digest, digits, bytes, at + 1);
        bytes[sign] = 64;
        let end = sign + 1;
        for (let k = domain.from; k < domain.to; k++) bytes[end++] = domain.bytes[k] ?? 0;
        out.offsets[i + 1] = end;
      }
    },
  };
}

/** A stretch of bytes, where they lie. */
interface Place {
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** Says where the domain of a cell's address lies: behind its last @, or the reserved one where there is none or it may not stay. */
function domainFinder(source: Vector, domain: Params["domain"], place: Place): (i: number) => void {
  const example = encodeUtf8(reserved);
  const put = (bytes: Uint8Array, from: number, to: number): void => {
    place.bytes = bytes;
    place.from = from;
    place.to = to;
  };
  if (domain === "example") return () => put(example, 0, example.length);
  return (i) => {
    const text = source.kind === "text" ? undefined : encodeUtf8(cellText(source, i) ?? "");
    const bytes = text ?? (source.kind === "text" ? source.bytes : example);
    const from = source.kind === "text" ? (source.offsets[i] ?? 0) : 0;
    const to = source.kind === "text" ? (source.offsets[i + 1] ?? 0) : bytes.length;
    for (let k = to - 1; k >= from; k--) if (bytes[k] === 64) return put(bytes, k + 1, to);
    put(example, 0, example.length);
  };
}

/** Characters of UTF-8 text: its bytes that begin one. */
function lengthOf({ bytes, from, to }: Place): number {
  let length = 0;
  for (let k = from; k < to; k++) if (((bytes[k] ?? 0) & 0xc0) !== 0x80) length++;
  return length;
}
