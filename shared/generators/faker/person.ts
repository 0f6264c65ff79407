import { codePoints } from "../../base/code-points.ts";
import { z } from "zod";
import { newDictionaryVector, newTextVector } from "../../vectors/new-vector.ts";
import { textDictionary } from "../../vectors/text-dictionary.ts";
import { wordAt } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { defineGenerator, type CompileContext, type Generator, type Kernel } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { rowSuffix, suffixCapacity } from "../text/row-suffix.ts";
import { takesText, textKernel, textLimit } from "../text/text-kernel.ts";
import {
  cutText,
  openSink,
  putByte,
  putDigits,
  putEntry,
  putText,
  textSink,
  trimEnd,
  type TextSink,
} from "../text/text-sink.ts";
import { peopleOf, slugDictionary, type NameList } from "./person-names.ts";

const personFields = {
  sex: parameter(z.enum(["any", "female", "male"]).default("any"), {
    label: "Sex",
    help: "Whose names they are.",
    control: "select",
  }),
  person: parameter(z.string().default(""), {
    label: "Person",
    help: "Columns of a row with the same word here show one person. Empty: after the column's name, so that sender_email belongs to sender_name.",
  }),
};
const nameParams = z.strictObject(personFields);
type NameParams = z.infer<typeof nameParams>;

const nameCapacity = (_params: unknown, type: ValueType): number => suffixCapacity(textLimit(type));
const describeSex = (p: NameParams): string =>
  (p.sex === "any" ? "of any sex" : p.sex) + (p.person === "" ? "" : `, ${p.person}`);

function nameGenerator(id: string, label: string, part: "first" | "last", keywords: readonly string[]): Generator {
  return defineGenerator<NameParams>({
    id,
    version: 1,
    label,
    help: `${label}s; the same person as in the row's other name and e-mail columns.`,
    category: "people",
    keywords,
    icon: "user",
    params: nameParams,
    localized: true,
    accepts: (type) => takesText(type, 2),
    describe: describeSex,
    capacity: nameCapacity,
    compile(p, context) {
      const people = peopleOf(context, p.person, p.sex);
      return part === "first"
        ? entryKernel(people.first, (row) => people.firstOf(row), context)
        : entryKernel(people.last, (row) => people.lastOf(row), context);
    },
  });
}

/** Names straight out of a dictionary; as text where a suffix makes them unique or the column is too short for some. */
function entryKernel(list: NameList, entryOf: (row: number) => number, context: CompileContext): Kernel {
  const limit = textLimit(context.type);
  const dictionary = textDictionary(list.texts);
  if (context.unique || list.texts.some((name) => name.length > limit)) {
    return textKernel(context, (sink, row) => putEntry(sink, dictionary, entryOf(row)), { joiner: " " });
  }
  const out = newDictionaryVector(context.batchRows, dictionary);
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      for (let i = 0; i < count; i++) out.codes[i] = entryOf(rows[i] ?? 0);
    },
  };
}

export const firstName = nameGenerator("person.firstName", "First name", "first", [
  "given",
  "forename",
  "christian",
  "name",
]);
export const lastName = nameGenerator("person.lastName", "Last name", "last", ["family", "surname", "name"]);

/** First and last name in the locale's order. */
export const fullName = defineGenerator<NameParams>({
  id: "person.fullName",
  version: 1,
  label: "Full name",
  help: "First and last names in the order of their language; the same person as in the row's other name and e-mail columns.",
  category: "people",
  keywords: ["name", "person", "contact", "customer", "employee", "author"],
  icon: "user",
  params: nameParams,
  localized: true,
  accepts: (type) => takesText(type, 4),
  describe: describeSex,
  capacity: nameCapacity,
  compile(p, context) {
    const people = peopleOf(context, p.person, p.sex);
    const first = textDictionary(people.first.texts);
    const last = textDictionary(people.last.texts);
    return textKernel(
      context,
      (sink, row) => {
        const locale = people.localeOf(row);
        const separator = people.separators[locale] ?? " ";
        const familyFirst = people.familyFirst[locale] === true;
        putEntry(sink, familyFirst ? last : first, familyFirst ? people.lastOf(row) : people.firstOf(row));
        if (separator !== "") putText(sink, separator);
        putEntry(sink, familyFirst ? first : last, familyFirst ? people.firstOf(row) : people.lastOf(row));
      },
      { joiner: " " },
    );
  },
});

const sexParams = z.strictObject({
  style: parameter(z.enum(["words", "letters", "small letters"]).default("words"), {
    label: "Written as",
    help: "female and male, F and M, or f and m.",
    control: "select",
  }),
  person: personFields.person,
});
type SexParams = z.infer<typeof sexParams>;
const sexTexts = { words: ["female", "male"], letters: ["F", "M"], "small letters": ["f", "m"] } as const;

/** The sex that the row's names are of. */
export const sex = defineGenerator<SexParams>({
  id: "person.sex",
  version: 1,
  label: "Sex",
  help: "Female or male, as the row's first name is.",
  category: "people",
  keywords: ["gender", "female", "male", "f", "m"],
  icon: "gender-bigender",
  params: sexParams,
  shorthand: "style",
  localized: true,
  accepts: (type) =>
    takesText(type) ||
    (type.kind === "enum" &&
      Object.values(sexTexts).some((texts) => texts.every((text) => type.values.includes(text)))),
  describe: (p) => sexTexts[p.style].join(" or "),
  capacity: () => 2,
  compile(p, context) {
    const { type } = context;
    const fitting = Object.values(sexTexts).find(
      (texts) => type.kind === "enum" && texts.every((text) => type.values.includes(text)),
    );
    const style =
      type.kind === "enum"
        ? fitting
        : textLimit(type) < 6 && p.style === "words"
          ? sexTexts.letters
          : sexTexts[p.style];
    const out = newDictionaryVector(context.batchRows, textDictionary(style ?? sexTexts[p.style]));
    if (context.unique) {
      return {
        out,
        size: 2,
        fillAt(indexes, count) {
          out.hasNulls = false;
          for (let i = 0; i < count; i++) out.codes[i] = indexes[i] ?? 0;
        },
      };
    }
    const people = peopleOf(context, p.person, "any");
    return {
      out,
      fill(rows, count) {
        out.hasNulls = false;
        for (let i = 0; i < count; i++) out.codes[i] = people.sexOf(rows[i] ?? 0);
      },
    };
  },
});

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

/** Writes the part of an address before the @: the row's person, in one of some usual forms. */
function localPart(context: CompileContext, p: NameParams): (sink: TextSink, row: number) => void {
  const people = peopleOf(context, p.person, p.sex);
  const first = slugDictionary(people.first, "first");
  const last = slugDictionary(people.last, "last");
  const { k0, k1 } = context.stream;
  return (sink, row) => {
    const form = wordAt(k0, k1, row, 0) >>> 0;
    const start = sink.at;
    putEntry(sink, first, people.firstOf(row));
    // anna.svensson, mostly; also asvensson, anna_svensson, annasvensson.
    const shape = form & 7;
    if (shape === 0) sink.at = start + 1;
    else if (shape !== 2) putByte(sink, shape === 1 ? 95 : 46);
    putEntry(sink, last, people.lastOf(row));
    if (!context.unique && (form >>> 3) % 5 < 2) putDigits(sink, 1 + ((form >>> 8) % 99));
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
    const local = localPart(context, p);
    const limit = textLimit(context.type);
    const suffix = context.unique ? rowSuffix(context, 10, 4, Math.max(1, limit - domainLength)) : undefined;
    const budget = limit - domainLength - (suffix?.width ?? 0);
    const { k0, k1 } = context.stream;
    const out = newTextVector(context.batchRows);
    const sink = textSink(out);
    return {
      out,
      fill(rows, count) {
        out.hasNulls = false;
        openSink(sink);
        for (let i = 0; i < count; i++) {
          const row = rows[i] ?? 0;
          const start = sink.at;
          local(sink, row);
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
    const local = localPart(context, p);
    const limit = textLimit(context.type);
    const suffix = context.unique ? rowSuffix(context, 10, 4, limit) : undefined;
    const budget = limit - (suffix?.width ?? 0);
    return textKernel(
      context,
      (sink, row) => {
        const start = sink.at;
        local(sink, row);
        if (sink.at - start > budget) {
          cutText(sink, start, Math.max(0, budget));
          trimEnd(sink, start);
        }
        suffix?.put(sink, row);
      },
      { distinct: true },
    );
  },
});

/** What a person is called on a page: first name and an initial. */
export const displayName = defineGenerator<NameParams>({
  id: "internet.displayName",
  version: 1,
  label: "Display name",
  help: "First name and initial of the row's person, such as Anna S.",
  category: "internet",
  keywords: ["nick", "screen name", "author", "profile"],
  icon: "user-circle",
  params: nameParams,
  localized: true,
  accepts: (type) => takesText(type, 3),
  describe: describeSex,
  capacity: nameCapacity,
  compile(p, context) {
    const people = peopleOf(context, p.person, p.sex);
    const first = textDictionary(people.first.texts);
    const initials = textDictionary(people.last.texts.map((name) => ` ${codePoints(name)[0] ?? ""}.`));
    return textKernel(
      context,
      (sink, row) => {
        putEntry(sink, first, people.firstOf(row));
        putEntry(sink, initials, people.lastOf(row));
      },
      { joiner: " " },
    );
  },
});
