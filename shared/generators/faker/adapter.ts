import type { Faker } from "@faker-js/faker";
import { dayMilliseconds } from "../../base/calendar.ts";
import { fillWords } from "../../random/batch-words.ts";
import { wordAt } from "../../random/stream.ts";
import { newDictionaryVector } from "../../vectors/new-vector.ts";
import { textDictionary } from "../../vectors/text-dictionary.ts";
import { formFields } from "../form-fields.ts";
import { defineGenerator, type CompileContext, type Domain, type Generator, type Kernel } from "../generator.ts";
import { suffixCapacity } from "../text/row-suffix.ts";
import { textKernel, textLimit } from "../text/text-kernel.ts";
import { cutText, type TextSink } from "../text/text-sink.ts";
import { distinctTexts } from "./distinct-texts.ts";
import { drawnKernel, drawOf, takesDrawn } from "./drawn-kernel.ts";
import { fallbackProblems } from "./fallback.ts";
import { fakerExamples } from "./methods/examples.ts";
import type { FakerMethod } from "./methods/faker-method.ts";
import { drawnTexts, poolOf, type DrawText, type Pool } from "./pool.ts";
import { rowLocale } from "./row-locale.ts";

type Params = Readonly<Record<string, unknown>>;

/**
 * From so many rows on, drawing all texts of a pool costs less than asking for each; only where whole batches are read, as an
 * export does: a page of the preview must not wait for texts that it does not show.
 */
const listedFromRows = 100_000;
const listedFromBatch = 2048;

/**
 * A generator out of one of faker's methods. Texts come from a pool a locale and parameters (pool.ts); numbers, dates and
 * what should hardly ever repeat is drawn for each row (drawn-kernel.ts). A unique column of up to 8,192 rows takes
 * distinct texts from a list; a larger one, or a method with few texts, adds a few characters made from the row.
 */
export function fakerGenerator(method: FakerMethod): Generator {
  const kind = method.kind ?? "text";
  const fields = formFields(method);
  const example = fakerExamples[method.id];
  return defineGenerator<Params>({
    id: method.id,
    version: (method.version ?? 2) + (isPooled(method) ? fitted : 0),
    label: method.label,
    help: method.help,
    category: method.category,
    keywords: method.keywords,
    icon: method.icon,
    ...(example === undefined ? {} : { example }),
    params: method.params,
    localized: true,
    accepts: (type) => takesDrawn(kind, type, method.least ?? 1),
    describe(params) {
      const set = fields.filter(({ name, default: usual }) => params[name] !== usual);
      return set.length === 0
        ? method.help.replace(/\.$/, "")
        : set.map(({ name, label }) => `${label.toLowerCase()}: ${String(params[name])}`).join(", ");
    },
    capacity: (_params, type) => (kind === "text" ? (codeCount(method) ?? suffixCapacity(textLimit(type))) : 1),
    problems: (params, { type, locales }) => [
      ...(method.problems?.(params, type) ?? []),
      ...fallbackProblems(method.id, locales ?? []),
    ],
    compile: (params, context) => compileMethod(method, params, context),
  });
}

/** Texts that were too long for their column were cut once; since then others that fit stand in their place. */
const fitted = 1;
const isPooled = ({ kind = "text", dated, single }: FakerMethod): boolean =>
  kind === "text" && dated !== true && single !== true;

const codeCount = ({ codes }: FakerMethod): number | undefined => (typeof codes === "object" ? codes.length : codes);

function compileMethod(method: FakerMethod, params: Params, context: CompileContext): Kernel | Domain {
  const kind = method.kind ?? "text";
  const now = new Date(context.referenceDay * dayMilliseconds);
  const draw = (faker: Faker) => method.draw(faker, params, now);
  if (kind !== "text" || method.dated === true) {
    return drawnKernel(kind, method.scale?.(params) ?? 0, drawOf(draw, context), context);
  }
  const drawText: DrawText = (faker) => String(draw(faker));
  const key = poolKey(method, params);
  if (context.unique) {
    const texts =
      method.codes === undefined
        ? distinctTexts(context.locales, key, drawText, {
            rowCount: context.rowCount,
            limit: textLimit(context.type),
            caseless: context.column.caseInsensitive === true,
            markless: context.column.accentInsensitive === true,
          })
        : allCodes(method, key, drawText, context);
    if (texts) return listDomain(texts, context);
  }
  return method.single
    ? drawnKernel(kind, 0, drawOf(draw, context), context)
    : pooledKernel(
        context.locales.map(({ faker }) => poolOf(faker, key, drawText)),
        context,
        method.joiner === undefined ? {} : { joiner: method.joiner },
      );
}

/** A method's pools by its parameters; those of its defaults go by its name alone. */
function poolKey(method: FakerMethod, params: Params): string {
  const usual = method.params.parse({});
  const set = Object.entries(params).filter(([name, value]) => value !== usual[name]);
  return set.length === 0 ? method.id : `${method.id} ${JSON.stringify(set)}`;
}

/** The codes that a pool has; 8,192 draws miss one of 250 with a chance below 10^−11. */
function allCodes(method: FakerMethod, key: string, draw: DrawText, context: CompileContext): readonly string[] {
  if (typeof method.codes === "object") return method.codes;
  const faker = context.locales[0]?.faker;
  if (!faker) return [];
  let codes = codeLists.get(faker)?.get(key);
  if (!codes) {
    const pool = poolOf(faker, key, draw);
    const found = new Set<string>();
    for (let slot = 0; slot < drawnTexts; slot++) found.add(pool.text(slot));
    codes = [...found].sort();
    const ofFaker = codeLists.get(faker) ?? new Map<string, readonly string[]>();
    codeLists.set(faker, ofFaker.set(key, codes));
  }
  return codes;
}

const codeLists = new WeakMap<Faker, Map<string, readonly string[]>>();

function listDomain(texts: readonly string[], context: CompileContext): Domain {
  const out = newDictionaryVector(context.batchRows, textDictionary(texts));
  return {
    out,
    size: texts.length,
    fillAt(indexes, count) {
      out.hasNulls = false;
      for (let i = 0; i < count; i++) out.codes[i] = indexes[i] ?? 0;
    },
  };
}

/**
 * Texts out of the pools of the row's locale, one of each locale, drawn by the context's stream. In the place of one that is
 * too long for the column stands another, or where the row's other columns are made of it, its beginning.
 */
export function pooledKernel(
  pools: readonly Pool[],
  context: CompileContext,
  { joiner = " ", instead = "another" }: { readonly joiner?: string; readonly instead?: "another" | "beginning" } = {},
): Kernel {
  const localeOf = rowLocale(context);
  const { k0, k1 } = context.stream;
  // A long run lists the texts once; a page of rows draws just the few it shows. They are the same texts.
  const listed =
    context.rowCount >= listedFromRows && context.batchRows >= listedFromBatch && !context.unique && pools.length === 1
      ? pools[0]?.dictionary()
      : undefined;
  if (listed?.texts.every((one) => one.length <= textLimit(context.type)) === true) {
    const out = newDictionaryVector(context.batchRows, listed);
    return {
      out,
      fill(rows, count) {
        out.hasNulls = false;
        fillWords(context.stream, 0, rows, count, out.codes);
        maskAll(out.codes, count, drawnTexts - 1);
      },
    };
  }
  const limit = textLimit(context.type);
  const draws = instead === "another" && !context.unique && limit < Infinity ? mostDraws : 1;
  return textKernel(
    context,
    (sink, row) => {
      const pool = pools[localeOf(row)];
      if (pool === undefined) return;
      const start = sink.at;
      for (let draw = 0; draw < draws; draw++) {
        sink.at = start;
        pool.put(sink, wordAt(k0, k1, row, draw) & (drawnTexts - 1));
        if (draws === 1 || isWithin(sink, start, limit)) return;
      }
      // None of them fits: the first is cut.
      sink.at = start;
      pool.put(sink, wordAt(k0, k1, row, 0) & (drawnTexts - 1));
    },
    { joiner, words: "names" },
  );
}

/** How many texts of a pool are tried before one is cut. */
const mostDraws = 32;

/** Whether what was written since `start` has at most `limit` code points. */
function isWithin(sink: TextSink, start: number, limit: number): boolean {
  const end = sink.at;
  if (end - start <= limit) return true;
  cutText(sink, start, limit);
  return sink.at === end;
}

function maskAll(words: Int32Array, count: number, mask: number): void {
  for (let i = 0; i < count; i++) words[i] = (words[i] ?? 0) & mask;
}
