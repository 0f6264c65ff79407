import { behind, enclosed, filled, layOut, type Doc } from "../layout.ts";
import type { Plain } from "../column-source.ts";
import type { CodeColumn } from "../describe.ts";

/** What stands above each file. */
export const heading = "// Written by Seedloom. Change the project and export again, rather than this file.\n";

/** A document as the formatters of TypeScript lay it out, at their usual width. */
export const typescript = (doc: Doc): string => layOut(doc, 100, 2);

// Keywords, and the names that the generated files use themselves.
export const reservedWords: ReadonlySet<string> = new Set(
  [
    "abstract any arguments as async await boolean break case catch class const continue debugger declare default delete do else enum",
    "eval export extends false finally for from function get if implements import in infer instanceof interface is keyof let module",
    "namespace never new null number object of package private protected public readonly require return set static string super switch",
    "symbol this throw true try type typeof undefined unique unknown var void while with yield",
    "db tx trx sql seed faker factory knex prisma row sample samples sequence params transientParams afterBuild onCreate",
    "at known distinct day moment orNull keep store save saveWith saved tableOf parentsOf",
    "Array Boolean Buffer Date Error Factory Function Knex Map Number Object Promise Record Set String Symbol WeakMap WeakSet Row Save",
  ].flatMap((line) => line.split(" ")),
);

const identifier = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A property's name, in quotes where it must be; `__proto__` by itself would set the prototype, and be no property. */
export const property = (name: string): string => {
  if (name === "__proto__") return '["__proto__"]';
  return identifier.test(name) ? name : text(name);
};

/** `of.name`, or `of["the name"]`. */
export const member = (of: string, name: string): string =>
  identifier.test(name) ? `${of}.${name}` : `${of}[${text(name)}]`;

/** A text in quotes: in single ones where that saves escapes, as formatters have it. */
export function text(value: string): string {
  const double = value.split('"').length - 1;
  const single = value.split("'").length - 1;
  const quoted = JSON.stringify(value).slice(1, -1).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  if (double <= single) return `"${quoted}"`;
  return `'${quoted.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A value as a literal. */
export function literal(value: Plain): Doc {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return numeral(value);
  if (typeof value === "string") return text(value);
  return enclosed("Buffer.from(", [`"${hex(value)}"`, '"hex"'], ")");
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const numeral = (value: number): string => (Number.isFinite(value) ? String(value).replace("e+", "e") : "null");

/** A value of a column in the type that {@link typeOf} says. */
export function cell(value: Plain, column: CodeColumn["model"]): Doc {
  if (typeof value === "string" && isNumber(column)) return numeral(Number(value));
  if (typeof value === "bigint" && BigInt(Number(value)) === value && Number.isSafeInteger(Number(value)))
    return String(value);
  return literal(value);
}

/** Whether a decimal's digits are all kept by a number. */
function isNumber({ valueType: type }: CodeColumn["model"]): boolean {
  return type.kind === "integer" || type.kind === "real" || (type.kind === "decimal" && (type.precision ?? 99) <= 15);
}

/** The TypeScript type of a column's values. */
export function typeOf({ model: column, long }: Pick<CodeColumn, "model" | "long">): string {
  const { kind } = column.valueType;
  const type = isNumber(column)
    ? long
      ? "number | bigint"
      : "number"
    : kind === "boolean"
      ? "boolean"
      : kind === "bytes"
        ? "Uint8Array"
        : kind === "unknown"
          ? "string | number | bigint | boolean | Uint8Array"
          : "string";
  return column.nullable ? `${type} | null` : type;
}

/** A property: a text that is too long for its line goes to the next, unless the name is so short that little is won. */
function entry(name: string, value: Doc): Doc {
  const key = property(name);
  return typeof value === "string" && /^["']/.test(value) && key.length > 4
    ? behind(`${key}:`, value)
    : [key, ": ", value];
}

/** An object literal. */
export const object = (entries: readonly (readonly [name: string, value: Doc])[], broken = false): Doc =>
  enclosed(
    "{",
    entries.map(([name, value]) => entry(name, value)),
    "}",
    true,
    broken,
  );

/** An array literal; of objects, each has its lines, and of numbers, lines hold as many as they can. */
export function array(items: readonly Doc[], kind: "objects" | "numbers" | "values"): Doc {
  if (kind === "numbers" && items.length > 1 && items.every((item) => typeof item === "string"))
    return filled("[", items, "]");
  return enclosed("[", items, "]", false, kind === "objects" && items.length > 1);
}

/** A comment of several lines before what it is about. */
export const docComment = (sentence: string): string => `/** ${sentence.replaceAll("*/", "* /")} */`;
