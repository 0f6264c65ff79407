import { codePoints } from "../../base/code-points.ts";
import { z } from "zod";
import { newDictionaryVector } from "../../vectors/new-vector.ts";
import { textDictionary } from "../../vectors/text-dictionary.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { bundleField, bundlePart } from "../bundle.ts";
import { defineGenerator, type CompileContext, type Generator, type Kernel } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { suffixCapacity } from "../text/row-suffix.ts";
import { takesText, textKernel, textLimit } from "../text/text-kernel.ts";
import { putEntry, putText } from "../text/text-sink.ts";
import { peopleOf, type NameList } from "./person-names.ts";

/** Which person a column shows. */
export const personFields = {
  sex: parameter(z.enum(["any", "female", "male"]).default("any"), {
    label: "Sex",
    help: "Whose names they are.",
    control: "select",
  }),
  person: bundleField("Person", "sender_email belongs to sender_name"),
};
export const personBundle = bundlePart("person");
const personName = bundlePart("person", true);
export const nameParams = z.strictObject(personFields);
export type NameParams = z.infer<typeof nameParams>;

const nameCapacity = (_params: unknown, type: ValueType): number => suffixCapacity(textLimit(type));
/** The sex and person in words. */
export const describeSex = (p: NameParams): string =>
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
    bundle: personName,
    accepts: (type) => takesText(type, 2),
    describe: describeSex,
    capacity: nameCapacity,
    compile(p, context) {
      const people = peopleOf(context, p.person, p.sex);
      return part === "first"
        ? entryKernel(people.first, (row) => people.firstOf(row), people.fillFirst, context)
        : entryKernel(people.last, (row) => people.lastOf(row), people.fillLast, context);
    },
  });
}

/** Names straight out of a dictionary; as text where a suffix makes them unique or the column is too short for some. */
function entryKernel(
  list: NameList,
  entryOf: (row: number) => number,
  fillEntries: (rows: Float64Array, count: number, codes: Int32Array) => void,
  context: CompileContext,
): Kernel {
  const limit = textLimit(context.type);
  const { dictionary } = list;
  if (context.unique || dictionary.texts.some((name) => name.length > limit)) {
    return textKernel(context, (sink, row) => putEntry(sink, dictionary, entryOf(row)), { joiner: " " });
  }
  const out = newDictionaryVector(context.batchRows, dictionary);
  return {
    out,
    fill(rows, count) {
      out.hasNulls = false;
      fillEntries(rows, count, out.codes);
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
  bundle: personName,
  accepts: (type) => takesText(type, 4),
  describe: describeSex,
  capacity: nameCapacity,
  compile(p, context) {
    const people = peopleOf(context, p.person, p.sex);
    const first = people.first.dictionary;
    const last = people.last.dictionary;
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
  bundle: personBundle,
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
  bundle: personBundle,
  accepts: (type) => takesText(type, 3),
  describe: describeSex,
  capacity: nameCapacity,
  compile(p, context) {
    const people = peopleOf(context, p.person, p.sex);
    const first = people.first.dictionary;
    const initials = textDictionary(people.last.dictionary.texts.map((name) => ` ${codePoints(name)[0] ?? ""}.`));
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
