import { z } from "zod";
import { codePointLength, codePoints } from "../../base/code-points.ts";
import { permutation } from "../../random/permutation.ts";
import { childStream, wordAt, type Stream } from "../../random/stream.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { defineGenerator, type CompileContext, type Kernel, type ParameterProblem } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { plainValue } from "../structure/plain-value.ts";
import { misfit, valueTable } from "../structure/value-table.ts";
import { textLimit } from "../text/text-kernel.ts";
import { listNames, referenceFields, referenceList, type ReferenceField } from "./reference-list.ts";

const fieldNames: Readonly<Record<ReferenceField, string>> = {
  name: "Name",
  code: "Code",
  code3: "Code of three letters",
  number: "Number",
  "native name": "Native name",
  capital: "Capital",
  continent: "Continent",
  region: "Region",
  country: "Country code",
  currency: "Currency code",
  "calling code": "Calling code",
  symbol: "Symbol",
  digits: "Decimal places",
  offset: "UTC offset",
  flag: "Flag",
};

const params = z.strictObject({
  list: parameter(z.enum(listNames).default("countries"), {
    label: "List",
    help: "Countries of ISO 3166, currencies of ISO 4217, languages of ISO 639, time zones of IANA, and more.",
    control: "select",
  }),
  field: parameter(z.enum(referenceFields).default("name"), {
    label: "Field",
    help: "What of an entry the column shows. Every list but that of the time zones has codes.",
    control: "select",
    names: fieldNames,
  }),
  draw: parameter(z.enum(["each once", "listed", "any"]).default("each once"), {
    label: "Entries are drawn",
    help: "each once: shuffled, the best known first; listed: in the order of the list; any: by chance, mostly the best known. Each once and listed begin again after the last.",
    control: "select",
  }),
  line: parameter(z.enum(["shared", "own"]).default("shared"), {
    label: "Entry",
    help: "shared: columns of one row that take from this list show the same entry; own: each draws for itself.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;

/** The field's texts, one an entry; none where the list lacks the field. */
const textsOf = ({ list, field }: Pick<Params, "list" | "field">): readonly string[] =>
  referenceList(list).fields[field] ?? [];

/** As a text column of `limit` characters holds it. */
const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : codePoints(text).slice(0, limit).join("").trimEnd();

/** The entries with each value once, as the column holds and compares them; those without a value are left out. */
function distinctEntries(texts: readonly string[], type: ValueType, caseless: boolean): readonly number[] {
  const limit = textLimit(type);
  const seen = new Set<string>();
  return texts.flatMap((text, entry) => {
    if (text === "" || (type.kind !== "text" && misfit(text, type) !== undefined)) return [];
    const held = type.kind === "text" ? cut(text, limit) : type.kind === "unknown" ? text : String(Number(text));
    const key = caseless ? held.toLowerCase() : held;
    if (seen.has(key)) return [];
    seen.add(key);
    return [entry];
  });
}

const describe = ({ list, field, draw }: Params): string =>
  `${list}, ${fieldNames[field].toLowerCase()}${draw === "each once" ? "" : `, ${draw}`}`;

/** Entries of lists that are the same everywhere: countries, currencies, languages. */
export const reference = defineGenerator<Params>({
  id: "reference",
  version: 1,
  label: "Reference list",
  help: "Countries, currencies, languages, US states, time zones, months: real entries whose names and codes fit each other.",
  example: "Sweden",
  category: "places",
  keywords: (
    "country|country code|iso 3166|alpha-2|alpha-3|calling code|dialling code|capital|flag|currency|currency code|iso 4217|" +
    "currency symbol|language|language code|iso 639|us state|us states|state code|province|continent|month|weekday|" +
    "day of week|time zone|iana|lookup|reference data|code table|master data"
  ).split("|"),
  icon: "world",
  params,
  shorthand: "list",
  accepts: ({ kind }) => ["text", "unknown", "integer", "decimal"].includes(kind),
  describe,
  capacity: (p, type) => Math.max(1, distinctEntries(textsOf(p), type, false).length),
  problems: (p, { type }) => problemsOf(p, type),
  compile: compileReference,
});

/** The texts of a list's field for a table's rows: what a column beside the other columns of the list would show. */
export const referenceColumn = (of: Pick<Params, "list" | "field">, context: CompileContext): Kernel =>
  compileReference({ ...of, draw: "each once", line: "shared" }, { ...context, type: { kind: "text" }, unique: false });

function compileReference(p: Params, context: CompileContext): Kernel {
  const { type, column, unique, batchRows } = context;
  const texts = textsOf(p);
  const limit = textLimit(type);
  const held = texts.map((text) => cut(text, limit));
  const table = valueTable(held.length === 0 ? [plainValue(type)] : held, type, batchRows);
  const distinct = distinctEntries(texts, type, column.caseInsensitive === true);
  const stream = childStream(p.line === "shared" ? context.bundleStream : context.stream, `reference ${p.list}`);
  const order = orderOf(p, unique && distinct.length > 0 ? distinct : texts.map((_text, entry) => entry), stream);
  const byChance = p.draw === "any" && !unique;
  const { known } = referenceList(p.list);
  const gap = texts.map((text) => text === "" && column.nullable);
  const gaps = gap.includes(true);
  const { out, codes } = table;
  return {
    out,
    fill(rows, count) {
      for (let i = 0; i < count; i++) {
        const row = rows[i] ?? 0;
        const at = byChance ? drawn(stream, row, known.length, order.length) : row % order.length;
        codes[i] = order[at] ?? 0;
      }
      table.write(count);
      if (!gaps) return;
      out.nulls.fill(0, 0, count);
      for (let i = 0; i < count; i++) {
        if (gap[codes[i] ?? 0] !== true) continue;
        out.nulls[i] = 1;
        out.hasNulls = true;
      }
    },
  };
}

/** A place in the order, at which the best known come first: nine of ten are among them. */
function drawn({ k0, k1 }: Stream, row: number, known: number, all: number): number {
  const among = wordAt(k0, k1, row, 1) >>> 0 < anyEntry ? all : known;
  return Math.floor(((wordAt(k0, k1, row, 0) >>> 0) / 4_294_967_296) * among);
}

/** A tenth of all words. */
const anyEntry = 429_496_730;

/** The entries in the order in which rows take them: the first rows of a shuffled list take the best known. */
function orderOf({ list, draw }: Params, entries: readonly number[], stream: Stream): Int32Array {
  if (draw === "listed" || entries.length === 0) return Int32Array.from(entries);
  const among = new Set(entries);
  const { known, others } = referenceList(list);
  return Int32Array.from(
    [known, others].flatMap((tier, k) =>
      shuffled(
        tier.filter((entry) => among.has(entry)),
        childStream(stream, `${k}`),
      ),
    ),
  );
}

function shuffled(entries: readonly number[], stream: Stream): readonly number[] {
  if (entries.length === 0) return [];
  const order = permutation(stream, entries.length);
  return entries.map((_entry, k) => entries[order.at(k)] ?? 0);
}

function problemsOf(p: Params, type: ValueType): readonly ParameterProblem[] {
  const { fields, size } = referenceList(p.list);
  const texts = fields[p.field];
  if (texts === undefined) {
    return [
      {
        severity: "error",
        message: `The list of ${p.list} has no ${fieldNames[p.field].toLowerCase()}; it has ${Object.keys(fields).join(", ")}.`,
        fix: { label: "Use the name", params: { field: "name" } },
      },
    ];
  }
  const fitting = referenceFields.find((field) => fields[field]?.every((text) => fits(text, type)) === true);
  const fix =
    fitting === undefined
      ? {}
      : { fix: { label: `Use ${fieldNames[fitting].toLowerCase()}`, params: { field: fitting } } };
  if (type.kind !== "text") {
    const wrong = texts.find((text) => text !== "" && misfit(text, type) !== undefined);
    if (wrong === undefined) return [];
    return [{ severity: "error", message: `${JSON.stringify(wrong)} ${misfit(wrong, type) ?? ""}.`, ...fix }];
  }
  const long = texts.filter((text) => !fits(text, type)).length;
  if (long === 0) return [];
  return [
    {
      severity: "warning",
      message: `${long} of the ${size} values are longer than ${textLimit(type)} characters and are cut.`,
      ...fix,
    },
  ];
}

const fits = (text: string, type: ValueType): boolean =>
  type.kind === "text" ? codePointLength(text) <= textLimit(type) : misfit(text, type) === undefined;
