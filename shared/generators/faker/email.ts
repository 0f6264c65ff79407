import { newTextVector } from "../../vectors/new-vector.ts";
import { z } from "zod";
import { wordAt } from "../../random/stream.ts";
import { textDictionary } from "../../vectors/text-dictionary.ts";
import { isClean, type TextVector } from "../../vectors/vector.ts";
import { defineGenerator, type CompileContext } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { rowSuffix } from "../text/row-suffix.ts";
import { takesText, textKernel, textLimit } from "../text/text-kernel.ts";
import {
  cutText,
  openSink,
  putByte,
  putDigits,
  putEntry,
  textSink,
  trimEnd,
  type TextSink,
} from "../text/text-sink.ts";
import { peopleOf } from "./person-names.ts";
import { describeSex, nameParams, personFields, type NameParams } from "./person.ts";

const emailParams = z.strictObject({
  domain: parameter(z.string().default(""), {
    label: "Domain",
    help: "Empty: example.com, example.org and example.net, which deliver to nobody.",
  }),
  ...personFields,
});
type EmailParams = z.infer<typeof emailParams>;

/** Domains that are reserved, so that no mail can reach anybody (RFC 2606, RFC 6761). */
const reserved = /(^|\.)(example|test|invalid|localhost)$|(^|\.)example\.(com|org|net)$/i;

interface LocalParts {
  /** Draws the persons of a batch; call before {@link put}. */
  readonly open: (rows: Float64Array, count: number) => void;
  /** Appends the part of an address before the @ of the batch's row i: its person, in one of some usual forms. */
  put(sink: TextSink, row: number, i: number): void;
}

function localParts(context: CompileContext, p: NameParams): LocalParts {
  const people = peopleOf(context, p.person, p.sex);
  const first = people.first.slugs();
  const last = people.last.slugs();
  const firsts = new Int32Array(context.batchRows);
  const lasts = new Int32Array(context.batchRows);
  const { k0, k1 } = context.stream;
  return {
    open(rows, count) {
      people.fillFirst(rows, count, firsts);
      people.fillLast(rows, count, lasts);
    },
    put(sink, row, i) {
      const form = wordAt(k0, k1, row, 0) >>> 0;
      const start = sink.at;
      putEntry(sink, first, firsts[i] ?? 0);
      // anna.svensson, mostly; also asvensson, anna_svensson, annasvensson.
      const shape = form & 7;
      if (shape === 0) sink.at = start + 1;
      else if (shape !== 2) putByte(sink, shape === 1 ? 95 : 46);
      putEntry(sink, last, lasts[i] ?? 0);
      if (!context.unique && (form >>> 3) % 5 < 2) putDigits(sink, 1 + ((form >>> 8) % 99));
    },
  };
}

/** E-mail addresses of the row's person. */
export const email = defineGenerator<EmailParams>({
  id: "internet.email",
  version: 1,
  label: "E-mail",
  help: "E-mail addresses of the row's person, on domains that are reserved for examples.",
  category: "contact",
  keywords: ["mail", "email", "contact", "address", "login"],
  icon: "mail",
  params: emailParams,
  shorthand: "domain",
  localized: true,
  accepts: (type) => takesText(type, 16),
  describe: (p) => `at ${p.domain === "" ? "example.com, .org, .net" : p.domain}`,
  capacity: (_p, type) => 10 ** Math.max(1, Math.min(15, textLimit(type) - 12)),
  problems: (p) =>
    p.domain !== "" && !reserved.test(p.domain)
      ? [
          {
            severity: "warning",
            message: `${p.domain} may belong to somebody: mail sent to these addresses could arrive.`,
          },
        ]
      : [],
  compile(p, context) {
    const domains = textDictionary(
      p.domain === "" ? ["@example.com", "@example.org", "@example.net"] : [`@${p.domain.replace(/^@/, "")}`],
    );
    const domainLength = Math.max(...domains.texts.map((text) => text.length));
    const local = localParts(context, p);
    const limit = textLimit(context.type);
    const suffix = context.unique ? rowSuffix(context, 10, 4, Math.max(1, limit - domainLength)) : undefined;
    const budget = limit - domainLength - (suffix?.width ?? 0);
    const { k0, k1 } = context.stream;
    const out: TextVector = { ...newTextVector(context.batchRows), clean: domains.texts.every(isClean) };
    const sink = textSink(out);
    return {
      out,
      fill(rows, count) {
        out.hasNulls = false;
        local.open(rows, count);
        openSink(sink);
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          const start = sink.at;
          local.put(sink, row, i);
          if (sink.at - start > budget) {
            cutText(sink, start, Math.max(0, budget));
            trimEnd(sink, start);
          }
          suffix?.put(sink, row);
          putEntry(sink, domains, (wordAt(k0, k1, row, 1) >>> 0) % domains.texts.length);
          if (sink.at - start > limit) cutText(sink, start, limit);
          out.offsets[i + 1] = sink.at;
        }
      },
    };
  },
});

/** User names of the row's person. */
export const username = defineGenerator<NameParams>({
  id: "internet.username",
  version: 1,
  label: "User name",
  help: "User names made of the row's person's name.",
  category: "internet",
  keywords: ["login", "account", "nick", "handle", "user"],
  icon: "at",
  params: nameParams,
  localized: true,
  accepts: (type) => takesText(type, 3),
  describe: describeSex,
  capacity: (_p, type) => 10 ** Math.min(15, textLimit(type)),
  compile(p, context) {
    const local = localParts(context, p);
    const limit = textLimit(context.type);
    const suffix = context.unique ? rowSuffix(context, 10, 4, limit) : undefined;
    const budget = limit - (suffix?.width ?? 0);
    return textKernel(
      context,
      (sink, row, i) => {
        const start = sink.at;
        local.put(sink, row, i);
        if (sink.at - start > budget) {
          cutText(sink, start, Math.max(0, budget));
          trimEnd(sink, start);
        }
        suffix?.put(sink, row);
      },
      { distinct: true, open: local.open },
    );
  },
});
