import { z } from "zod";
import { permutation } from "../../random/permutation.ts";
import { childStream, wordAt } from "../../random/stream.ts";
import { defineGenerator, type CompileContext, type Kernel } from "../generator.ts";
import { largestDomain } from "../numbers/scaled-column.ts";
import { parameter } from "../parameter.ts";
import { takesText, textKernel, textLimit } from "./text-kernel.ts";
import { ensureRoom } from "./text-sink.ts";

const alphabets = {
  hex: "0123456789abcdef",
  "upper hex": "0123456789ABCDEF",
  digits: "0123456789",
  base36: "0123456789abcdefghijklmnopqrstuvwxyz",
  letters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "url-safe": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
} as const;

const params = z.strictObject({
  length: parameter(z.int().min(1).max(4096).default(32), {
    label: "Length",
    help: "Characters; no more than the column holds.",
  }),
  alphabet: parameter(z.enum(["hex", "upper hex", "digits", "base36", "letters", "url-safe"]).default("hex"), {
    label: "Characters",
    help: "What it is made of: hex looks like a hash, url-safe like an access token.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;

const lengthFor = (p: Params, limit: number): number => Math.max(1, Math.min(p.length, limit));

/** Random characters of a fixed number; in a unique column the first ones are the row's image under a keyed bijection. */
export const token = defineGenerator<Params>({
  id: "token",
  version: 1,
  label: "Token",
  help: "Random characters of a fixed length: hashes, access tokens, codes.",
  category: "internet",
  keywords: ["hash", "hex", "secret", "key", "api key", "sha", "md5", "random", "code", "session", "password hash"],
  icon: "key",
  params,
  shorthand: "length",
  accepts: (type) => takesText(type),
  describe: (p) => `${p.length} characters, ${p.alphabet}`,
  capacity: (p, type) => Math.min(alphabets[p.alphabet].length ** lengthFor(p, textLimit(type)), largestDomain),
  compile(p, context) {
    const caseless = context.unique && context.column.caseInsensitive === true && p.alphabet === "url-safe";
    // Of letters that differ in case only, those that come first in the list are left in.
    const letters = caseless ? alphabets["url-safe"].replace(/[a-z]/g, "") : alphabets[p.alphabet];
    return tokenKernel(letters, lengthFor(p, textLimit(context.type)), context);
  },
});

function tokenKernel(letters: string, length: number, context: CompileContext): Kernel {
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const radix = bytes.length;
  const { k0, k1 } = context.stream;
  // As many characters as one 32-bit word makes with a bias below 1 in 1000.
  const perWord = Math.max(1, Math.floor(Math.log2(2 ** 32 / 1000) / Math.log2(radix)));
  const keyed = context.unique ? Math.min(length, Math.floor(Math.log2(largestDomain) / Math.log2(radix) + 1e-9)) : 0;
  const size = radix ** keyed;
  const order = keyed > 0 ? permutation(childStream(context.stream, "order"), size) : undefined;
  return textKernel(
    context,
    (sink, row) => {
      ensureRoom(sink, length);
      const target = sink.bytes;
      const start = sink.at;
      let number = order ? order.at(row % size) : 0;
      for (let k = 0; k < keyed; k++) {
        const next = Math.floor(number / radix);
        target[start + k] = bytes[number - next * radix] ?? 48;
        number = next;
      }
      let lane = 0;
      for (let k = keyed; k < length;) {
        let share = (wordAt(k0, k1, row, lane++) >>> 0) * 2.3283064365386963e-10;
        for (let c = 0; c < perWord && k < length; c++, k++) {
          const scaled = share * radix;
          const which = Math.floor(scaled);
          target[start + k] = bytes[which] ?? 48;
          share = scaled - which;
        }
      }
      sink.at = start + length;
    },
    { distinct: true },
  );
}
