import { encodeBase64, hashSync } from "bcryptjs";
import { z } from "zod";
import { encodeUtf8 } from "../../base/utf8.ts";
import { childStream, wordAt, type Stream } from "../../random/stream.ts";
import { textDictionary } from "../../vectors/text-dictionary.ts";
import { newDictionaryVector } from "../../vectors/new-vector.ts";
import { defineGenerator } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { takesText } from "../text/text-kernel.ts";

const params = z.strictObject({
  password: parameter(z.string().min(1).max(72).default("password"), {
    label: "Password",
    help: "What every test user signs in with. It stands in the project file, so take none that is used anywhere.",
  }),
  cost: parameter(z.int().min(4).max(12).default(10), {
    label: "Cost",
    help: "As the application has it: 10 is usual, 4 the quickest to check.",
  }),
  salts: parameter(z.int().min(1).max(16).default(4), {
    label: "Salts",
    help: "How many different hashes of the password there are.",
  }),
});
type Params = z.infer<typeof params>;

/** Hashes are the same for the same password, cost and salt, and take some 50 ms each: those of late are kept. */
const known = new Map<string, string>();
const mostKnown = 256;

/** One bcrypt hash. The salt is made of the column's stream, so that a seed gives the same bytes on every machine. */
function hashed(p: Params, stream: Stream, salt: number): string {
  const bytes = Uint8Array.from({ length: 16 }, (_, k) => wordAt(stream.k0, stream.k1, salt, k) & 255);
  const setting = `$2b$${String(p.cost).padStart(2, "0")}$${encodeBase64(Array.from(bytes), 16)}`;
  const key = `${setting}${p.password}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = hashSync(p.password, setting);
  if (known.size >= mostKnown) known.clear();
  known.set(key, made);
  return made;
}

/** Hashes of one known password: test users can sign in. */
export const bcrypt = defineGenerator<Params>({
  id: "bcrypt",
  version: 1,
  label: "Password hash (bcrypt)",
  help: "bcrypt hashes of one known password, so that every test user can sign in with it.",
  category: "internet",
  keywords: ["password", "hash", "login", "sign in", "credentials", "user", "auth", "$2b$"],
  icon: "lock-password",
  params,
  shorthand: "password",
  accepts: (type) => takesText(type, 60),
  describe: (p) => `“${p.password}”, cost ${p.cost}`,
  capacity: (p) => p.salts,
  problems: (p) =>
    encodeUtf8(p.password).length > 72
      ? [{ severity: "warning", message: "bcrypt reads the first 72 bytes of a password only." }]
      : [],
  compile(p, context) {
    const stream = childStream(context.stream, "salt");
    const hashes = Array.from({ length: p.salts }, (_, salt) => hashed(p, stream, salt));
    const out = newDictionaryVector(context.batchRows, textDictionary(hashes));
    return {
      out,
      size: hashes.length,
      fillAt(indexes, count) {
        out.hasNulls = false;
        for (let i = 0; i < count; i++) out.codes[i] = indexes[i] ?? 0;
      },
    };
  },
});
