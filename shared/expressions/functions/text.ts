import { toAscii, toSlug } from "../../base/transliterate.ts";
import { asText } from "../coerce.ts";
import { CellFailure } from "../problem.ts";
import { longestText, refuse, type Typed } from "../typed.ts";
import { likeMatcher, patternMatcher } from "./matching.ts";
import { expectCount, plain, type CallSite, type ExpressionFunction } from "./define.ts";

const group = "Text";

/** Whether places in the text are those of its UTF-16 units: no character takes two. */
const isPlain = (text: string): boolean => !/[\ud800-\udfff]/.test(text);

/** Characters from … to, counted as Unicode does. */
function cut(text: string, from: number, to: number): string {
  const [a, b] = [Math.max(0, from), Math.max(0, to)];
  return isPlain(text) ? text.slice(a, b) : Array.from(text).slice(a, b).join("");
}
const lengthOf = (text: string): number => (isPlain(text) ? text.length : Array.from(text).length);

/** Makes a text of so many units; fails rather than fill the memory. */
function bounded(length: number, make: () => string): string {
  if (length > longestText) throw new CellFailure("a text is too long");
  return make();
}

function pad(text: string, width: number, fill: string, make: (missing: string) => string): string {
  const missing = width - lengthOf(text);
  if (missing <= 0 || fill === "") return text;
  return bounded(missing, () => make(cut(fill.repeat(Math.ceil(missing / lengthOf(fill))), 0, missing)));
}

function replaced(text: string, search: string, replacement: string): string {
  if (search === "") return text;
  const parts = text.split(search);
  return bounded(text.length + parts.length * replacement.length, () => parts.join(replacement));
}

const upperFirst = (text: string): string => cut(text, 0, 1).toUpperCase() + cut(text, 1, Infinity);

/** string(x) of any type but lists. */
const string: ExpressionFunction = {
  name: "string",
  group,
  signature: "string(value)",
  help: "The value as text.",
  example: 'string(10.50) → "10.50"',
  call(args, site) {
    expectCount(string, args, site, 1);
    const [value] = args;
    return (value && asText(value)) ?? refuse(value ?? site, "A list is made text with join(list, separator).");
  },
};

/** A pattern that is written out is read once, and refused where it is wrong; else it is read where it comes up. */
function matching(
  name: string,
  help: string,
  example: string,
  compile: (pattern: string) => (text: string) => boolean,
) {
  const checked = plain({
    name,
    group,
    args: "text, pattern",
    help,
    example,
    params: ["string", "string"],
    returns: "bool",
    call: (text, pattern) => compile(pattern)(text),
    cost: (text, pattern) => (String(text).length * String(pattern).length) >> 6,
  });
  return {
    ...checked,
    call(args: readonly Typed[], site: CallSite): Typed {
      const pattern = args[1]?.literal;
      if (typeof pattern === "string") {
        try {
          compile(pattern);
        } catch (error) {
          refuse(args[1] ?? site, error instanceof CellFailure ? `${error.message}.` : "The pattern cannot be read.");
        }
      }
      return checked.call(args, site);
    },
  } satisfies ExpressionFunction;
}

export const textFunctions: readonly ExpressionFunction[] = [
  string,
  plain({
    group,
    name: "lower",
    args: "text",
    help: "In lower case.",
    example: 'lower("Ada") → "ada"',
    params: ["string"],
    returns: "string",
    call: (text) => text.toLowerCase(),
  }),
  plain({
    group,
    name: "upper",
    args: "text",
    help: "In upper case.",
    example: 'upper("Ada") → "ADA"',
    params: ["string"],
    returns: "string",
    call: (text) => text.toUpperCase(),
  }),
  plain({
    group,
    name: "capitalize",
    args: "text",
    help: "The first letter in upper case.",
    example: 'capitalize("ada") → "Ada"',
    params: ["string"],
    returns: "string",
    call: upperFirst,
  }),
  plain({
    group,
    name: "trim",
    args: "text",
    help: "Without blanks at both ends.",
    example: 'trim("  Ada ") → "Ada"',
    params: ["string"],
    returns: "string",
    call: (text) => text.trim(),
  }),
  plain({
    group,
    name: "ascii",
    args: "text",
    help: "Letters of other alphabets and with marks in plain Latin ones.",
    example: 'ascii("Åsa Łukasz") → "Asa Lukasz"',
    params: ["string"],
    returns: "string",
    call: toAscii,
  }),
  plain({
    group,
    name: "slug",
    args: "text",
    help: "As part of an address: lower case, digits and hyphens.",
    example: 'slug("Café, No. 5") → "cafe-no-5"',
    params: ["string"],
    returns: "string",
    call: toSlug,
  }),
  plain({
    group,
    name: "first",
    args: "text",
    help: "The first character.",
    example: 'first("Ada") → "A"',
    params: ["string"],
    returns: "string",
    call: (text) => cut(text, 0, 1),
  }),
  plain({
    group,
    name: "initials",
    args: "text",
    help: "The first letter of each word, in upper case.",
    example: 'initials("Ada Lovelace") → "AL"',
    params: ["string"],
    returns: "string",
    call: (text) =>
      text
        .split(/[\s-]+/)
        .map((word) => cut(word, 0, 1))
        .join("")
        .toUpperCase(),
  }),
  plain({
    group,
    name: "left",
    args: "text, count",
    help: "The first characters.",
    example: 'left("abcdef", 3) → "abc"',
    params: ["string", "int"],
    returns: "string",
    call: (text, count) => cut(text, 0, count),
  }),
  plain({
    group,
    name: "right",
    args: "text, count",
    help: "The last characters.",
    example: 'right("abcdef", 3) → "def"',
    params: ["string", "int"],
    returns: "string",
    call: (text, count) => cut(text, lengthOf(text) - Math.max(0, count), Infinity),
  }),
  plain({
    group,
    name: "substring",
    args: "text, from, to?",
    help: "The characters from one place up to another, counted from 0.",
    example: 'substring("abcdef", 1, 3) → "bc"',
    params: ["string", "int", "int?"],
    returns: "string",
    call: (text, from, to = Infinity) => cut(text, from, to),
  }),
  plain({
    group,
    name: "replace",
    args: "text, search, replacement",
    help: "With every occurrence of one text replaced by another.",
    example: 'replace("a-b-c", "-", "") → "abc"',
    params: ["string", "string", "string"],
    returns: "string",
    call: replaced,
  }),
  plain({
    group,
    name: "padStart",
    args: "text, width, fill?",
    help: "Filled up in front to a width, with blanks or the fill.",
    example: 'padStart("7", 3, "0") → "007"',
    params: ["string", "int", "string?"],
    returns: "string",
    call: (text, width, fill = " ") => pad(text, width, fill, (missing) => missing + text),
  }),
  plain({
    group,
    name: "padEnd",
    args: "text, width, fill?",
    help: "Filled up behind to a width, with blanks or the fill.",
    example: 'padEnd("7", 3, ".") → "7.."',
    params: ["string", "int", "string?"],
    returns: "string",
    call: (text, width, fill = " ") => pad(text, width, fill, (missing) => text + missing),
  }),
  plain({
    group,
    name: "repeat",
    args: "text, times",
    help: "Several times over.",
    example: 'repeat("ab", 3) → "ababab"',
    params: ["string", "int"],
    returns: "string",
    call: (text, times) => bounded(text.length * Math.max(0, times), () => text.repeat(Math.max(0, times))),
  }),
  plain({
    group,
    name: "reverse",
    args: "text",
    help: "Back to front.",
    example: 'reverse("abc") → "cba"',
    params: ["string"],
    returns: "string",
    call: (text) => Array.from(text).toReversed().join(""),
  }),
  plain({
    group,
    name: "split",
    args: "text, separator",
    help: "The parts between separators, as a list.",
    example: 'split("a,b", ",")[1] → "b"',
    params: ["string", "string"],
    returns: "strings",
    call: (text, separator) => text.split(separator),
  }),
  plain({
    group,
    name: "join",
    args: "list, separator?",
    help: "The texts of a list as one, with a separator between them.",
    example: 'join(["a", "b"], "-") → "a-b"',
    params: ["strings", "string?"],
    returns: "string",
    call: (list, separator = "") =>
      bounded(
        list.reduce((sum, text) => sum + (text ?? "").length + separator.length, 0),
        () => list.join(separator),
      ),
  }),
  plain({
    group,
    name: "contains",
    args: "text, part",
    help: "Whether a text is part of it.",
    example: 'contains("abc", "b") → true',
    params: ["string", "string"],
    returns: "bool",
    call: (text, part) => text.includes(part),
  }),
  plain({
    group,
    name: "startsWith",
    args: "text, part",
    help: "Whether it begins so.",
    example: 'startsWith("abc", "a") → true',
    params: ["string", "string"],
    returns: "bool",
    call: (text, part) => text.startsWith(part),
  }),
  plain({
    group,
    name: "endsWith",
    args: "text, part",
    help: "Whether it ends so.",
    example: 'endsWith("abc", "c") → true',
    params: ["string", "string"],
    returns: "bool",
    call: (text, part) => text.endsWith(part),
  }),
  plain({
    group,
    name: "indexOf",
    args: "text, part",
    help: "Where a part begins, from 0; -1 where it is not there.",
    example: 'indexOf("abc", "c") → 2',
    params: ["string", "string"],
    returns: "int",
    call: (text, part) => {
      const at = text.indexOf(part);
      return at <= 0 ? at : lengthOf(text.slice(0, at));
    },
  }),
  matching(
    "matches",
    "Whether a regular expression (RE2) is found in it; ^ and $ hold its ends.",
    'matches("A12", "^[A-Z]\\\\d+$") → true',
    patternMatcher,
  ),
  matching(
    "like",
    "Whether it is like an SQL pattern: % stands for any text, _ for any character.",
    'like("abc", "a%") → true',
    likeMatcher,
  ),
];
