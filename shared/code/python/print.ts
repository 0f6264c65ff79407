import type { ColumnModel } from "../../schema/schema-model.ts";
import type { Plain } from "../column-source.ts";
import { enclosed, layOut, type Doc } from "../layout.ts";

/** What stands above each file. */
export const heading = "# Written by Seedloom. Change the project and export again, rather than this file.\n";

/** A document as Black lays it out, at its usual width. */
export const python = (doc: Doc): string => layOut(doc, 88, 4);

// Keywords, soft ones too, and the names that the generated files use themselves.
export const reservedWords: ReadonlySet<string> = new Set(
  [
    "False None True and as assert async await break case class continue def del elif else except finally for from global if import in",
    "is lambda match nonlocal not or pass raise return try type while with yield self cls factory fake randgen datetime Decimal uuid",
    "Meta Params build create stub metadata registry query at distinct day moment decimal weighted or_null new_uuid models pytest",
    "dict list str int float bool bytes object Session engine session event Base Column ROWS n o",
  ].flatMap((line) => line.split(" ")),
);

/** A text in quotes: in single ones where that saves escapes, as Black has it. */
export function text(value: string): string {
  const quote = value.split('"').length > value.split("'").length ? "'" : '"';
  const escaped = value.replace(/[\\\p{Cc}\u2028\u2029\p{Cs}]/gu, escape);
  return `${quote}${escaped.replaceAll(quote, `\\${quote}`)}${quote}`;
}

function escape(letter: string): string {
  const known = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" }[letter];
  const code = letter.codePointAt(0) ?? 0;
  return (
    known ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`)
  );
}

/** A dictionary. */
export const dictionary = (entries: readonly (readonly [key: string, value: Doc])[], broken = false): Doc =>
  enclosed(
    "{",
    entries.map(([key, value]) => [text(key), ": ", value]),
    "}",
    false,
    broken,
  );

/** A value without a column. */
function literal(value: Plain): Doc {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return text(value);
  if (value instanceof Uint8Array)
    return enclosed(
      "bytes.fromhex(",
      [`"${Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("")}"`],
      ")",
    );
  return Number.isFinite(Number(value)) ? String(value).replace("e+", "e") : "None";
}

/** A value of a column as drivers take it: times as times, decimals with all their digits, documents as what they hold. */
export function cell(value: Plain, { valueType }: ColumnModel): Doc {
  if (typeof value !== "string") return literal(value);
  switch (valueType.kind) {
    case "decimal":
      return `Decimal("${value}")`;
    case "date":
      return moment("date", value.split("-")) ?? text(value);
    case "time":
      return moment("time", value.split(/[:.]/)) ?? text(value);
    case "timestamp":
      return timestamp(value) ?? text(value);
    case "json":
      return document(value);
    default:
      return text(value);
  }
}

function moment(type: string, parts: readonly string[], zone = ""): string | undefined {
  if (parts.some((part) => !/^\d+$/.test(part)) || (type !== "time" && Number(parts[0]) > 9999)) return undefined;
  const numbers = parts.map(Number);
  // What a time has behind its seconds are milliseconds; Python counts microseconds.
  const at = type === "time" ? 3 : 6;
  return `datetime.${type}(${numbers.map((part, k) => (k === at ? part * 1000 : part)).join(", ")}${zone})`;
}

function timestamp(value: string): string | undefined {
  const zone = /\+00(?::00)?$/.exec(value);
  const parts = value.slice(0, zone?.index).split(/[-: T.]/);
  return moment("datetime", parts, zone ? ", tzinfo=datetime.timezone.utc" : "");
}

function document(json: string): Doc {
  try {
    return nested(JSON.parse(json) as unknown);
  } catch {
    return text(json);
  }
}

function nested(value: unknown): Doc {
  if (Array.isArray(value)) return enclosed("[", value.map(nested), "]");
  if (typeof value === "object" && value !== null)
    return dictionary(Object.entries(value).map(([key, inner]) => [key, nested(inner)]));
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? literal(value) : "None";
}

/** The modules that values of these columns need, as import lines. */
export function importsFor(columns: readonly ColumnModel[]): readonly string[] {
  const kinds = new Set(columns.map(({ valueType }) => valueType.kind));
  return [
    ...(kinds.has("date") || kinds.has("time") || kinds.has("timestamp") ? ["import datetime"] : []),
    ...(kinds.has("decimal") ? ["from decimal import Decimal"] : []),
  ];
}
