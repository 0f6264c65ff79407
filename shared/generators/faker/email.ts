import { newTextVector } from "../../vectors/new-vector.ts";
import { z } from "zod";
import { fillWords } from "../../random/batch-words.ts";
import { textDictionary, writeEntry, type TextDictionary } from "../../vectors/text-dictionary.ts";
import { isClean, type TextVector } from "../../vectors/vector.ts";
import { writeCount } from "../../vectors/write-number.ts";
import { defineGenerator, type CompileContext } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { rowSuffix } from "../text/row-suffix.ts";
import { takesText, textKernel, textLimit } from "../text/text-kernel.ts";
import { cutText, ensureRoom, openSink, textSink, trimEnd } from "../text/text-sink.ts";
import { peopleOf } from "./person-names.ts";
import { describeSex, nameParams, personBundle, personFields, type NameParams } from "./person.ts";

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

// By the lowest three bits of a form: anna.svensson, mostly; also asvensson, anna_svensson, annasvensson. Tables, since a branch on
// a random bit costs more than all the rest of a cell.
const shapes = [
  { initial: 1, joiner: "" },
  { initial: 0, joiner: "_" },
  { initial: 0, joiner: "" },
  ...Array.from({ length: 5 }, () => ({ initial: 0, joiner: "." })),
];
const initials = Int32Array.from(shapes, ({ initial }) => initial);
const joiners = Int32Array.from(shapes, ({ joiner }) => (joiner === "" ? 0 : joiner.charCodeAt(0)));
const joinerLengths = Int32Array.from(shapes, ({ joiner }) => joiner.length);

/** The parts of a batch's addresses before the @. */
interface LocalParts {
  readonly first: TextDictionary;
  readonly last: TextDictionary;
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  /** How many bytes of the first name stand, which word of {@link shapes} follows, and the number at the end, or 0. */
  readonly firstLengths: Int32Array;
  readonly forms: Int32Array;
  readonly numbers: Int32Array;
  /** The most bytes that one takes. */
  readonly room: number;
  /** Draws persons and forms of a batch; call before its addresses are written. */
  readonly open: (rows: Float64Array, count: number) => void;
}

function localParts(context: CompileContext, p: NameParams): LocalParts {
  const people = peopleOf(context, p.person, p.sex);
  const first = people.first.slugs();
  const last = people.last.slugs();
  const memory = () => new Int32Array(context.batchRows);
  const parts = {
    first,
    last,
    firsts: memory(),
    lasts: memory(),
    firstLengths: memory(),
    forms: memory(),
    numbers: memory(),
  };
  const { stream, unique } = context;
  return {
    ...parts,
    room: first.stride + last.stride + 16,
    open(rows, count) {
      people.fillFirst(rows, count, parts.firsts);
      people.fillLast(rows, count, parts.lasts);
      fillWords(stream, 0, rows, count, parts.forms);
      fillForms(parts, count);
      // A unique column has a number of its own.
      if (unique) parts.numbers.fill(0, 0, count);
    },
  };
}

/** Takes forms apart. Apart from the loop that writes: both are simple, and together several times as fast as one that is not. */
function fillForms(
  { first, firsts, firstLengths, forms, numbers }: Omit<LocalParts, "open" | "room">,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const form = (forms[i] ?? 0) >>> 0;
    const length = first.lengths[firsts[i] ?? 0] ?? 0;
    firstLengths[i] = length + (1 - length) * (initials[form & 7] ?? 0);
    // Two of five have a number.
    numbers[i] = (1 + ((form >>> 8) % 99)) & ((((form >>> 3) % 5) - 2) >> 31);
    forms[i] = form & 7;
  }
}

/** Writes the part of address i before the @: the person's names in one of some usual forms. Returns its end. */
function writeLocal(parts: LocalParts, i: number, view: DataView, at: number): number {
  const form = parts.forms[i] ?? 0;
  writeEntry(parts.first, parts.firsts[i] ?? 0, view, at);
  const joint = at + (parts.firstLengths[i] ?? 0);
  view.setUint8(joint, joiners[form] ?? 0);
  const end = writeEntry(parts.last, parts.lasts[i] ?? 0, view, joint + (joinerLengths[form] ?? 0));
  return writeCount(view, end, parts.numbers[i] ?? 0);
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
  edgePacks: ["emails"],
  bundle: personBundle,
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
    const room = local.room + (suffix?.width ?? 0) + domains.stride;
    const { stream } = context;
    const picks = new Int32Array(context.batchRows);
    const out: TextVector = { ...newTextVector(context.batchRows), clean: domains.texts.every(isClean) };
    const sink = textSink(out);
    return {
      out,
      fill(rows, count) {
        out.hasNulls = false;
        local.open(rows, count);
        fillWords(stream, 1, rows, count, picks);
        reduceWords(picks, count, domains.texts.length);
        openSink(sink);
        ensureRoom(sink, count * room);
        if (suffix === undefined && room <= limit)
          return fillPlain(local, domains, picks, count, sink.view, out.offsets);
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          const start = sink.at;
          sink.at = writeLocal(local, i, sink.view, start);
          if (sink.at - start > budget) {
            cutText(sink, start, Math.max(0, budget));
            trimEnd(sink, start);
          }
          suffix?.put(sink, row);
          sink.at = writeEntry(domains, picks[i] ?? 0, sink.view, sink.at);
          if (sink.at - start > limit) cutText(sink, start, limit);
          out.offsets[i + 1] = sink.at;
        }
      },
    };
  },
});

/** Addresses that all fit, and need nothing to keep them apart. */
function fillPlain(
  local: LocalParts,
  domains: TextDictionary,
  picks: Int32Array,
  count: number,
  view: DataView,
  offsets: Int32Array,
): void {
  const parts = [local.first, local.last, domains];
  if (parts.every(({ stride }) => stride <= 16)) return fillShort(local, domains, picks, count, view, offsets);
  let at = 0;
  for (let i = 0; i < count; i++) {
    at = writeEntry(domains, picks[i] ?? 0, view, writeLocal(local, i, view, at));
    offsets[i + 1] = at;
  }
}

/** The same of parts of up to 16 bytes: without a loop for the words of a part, an address takes half the time. */
function fillShort(
  { first, last, firsts, lasts, firstLengths, forms, numbers }: LocalParts,
  domains: TextDictionary,
  picks: Int32Array,
  count: number,
  view: DataView,
  offsets: Int32Array,
): void {
  const { words: firstWords, stride: firstStride } = first;
  const { words: lastWords, lengths: lastLengths, stride: lastStride } = last;
  const { words: domainWords, lengths: domainLengths, stride: domainStride } = domains;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const firstWord = ((firsts[i] ?? 0) * firstStride) >> 3;
    view.setFloat64(at, firstWords[firstWord] ?? 0, true);
    view.setFloat64(at + 8, firstWords[firstWord + 1] ?? 0, true);
    at += firstLengths[i] ?? 0;
    const form = forms[i] ?? 0;
    view.setUint8(at, joiners[form] ?? 0);
    at += joinerLengths[form] ?? 0;
    const code = lasts[i] ?? 0;
    const lastWord = (code * lastStride) >> 3;
    view.setFloat64(at, lastWords[lastWord] ?? 0, true);
    view.setFloat64(at + 8, lastWords[lastWord + 1] ?? 0, true);
    at = writeCount(view, at + (lastLengths[code] ?? 0), numbers[i] ?? 0);
    const domain = picks[i] ?? 0;
    const domainWord = (domain * domainStride) >> 3;
    view.setFloat64(at, domainWords[domainWord] ?? 0, true);
    view.setFloat64(at + 8, domainWords[domainWord + 1] ?? 0, true);
    at += domainLengths[domain] ?? 0;
    offsets[i + 1] = at;
  }
}

/** Turns words into their remainders by `size`. A quotient of such numbers is never rounded up to a whole one. */
function reduceWords(words: Int32Array, count: number, size: number): void {
  for (let i = 0; i < count; i++) {
    const word = (words[i] ?? 0) >>> 0;
    words[i] = word - Math.floor(word / size) * size;
  }
}

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
  bundle: personBundle,
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
        ensureRoom(sink, local.room);
        sink.at = writeLocal(local, i, sink.view, start);
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
