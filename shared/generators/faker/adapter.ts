import { z } from "zod";
import type { Faker } from "@faker-js/faker";
import { childStream, wordAt } from "../../random/stream.ts";
import { newDictionaryVector } from "../../vectors/new-vector.ts";
import { textDictionary } from "../../vectors/text-dictionary.ts";
import { defineGenerator, type CompileContext, type Domain, type Generator, type Kernel } from "../generator.ts";
import { suffixCapacity } from "../text/row-suffix.ts";
import { takesText, textKernel, textLimit } from "../text/text-kernel.ts";
import { putText } from "../text/text-sink.ts";
import { distinctTexts } from "./distinct-texts.ts";
import type { FakerMethod } from "./methods/faker-method.ts";
import { drawnTexts, poolOf } from "./pool.ts";
import { rowLocale } from "./row-locale.ts";

const params = z.strictObject({});

/**
 * From so many rows on, drawing all texts of a pool costs less than asking for each; only where whole batches are read, as an
 * export does: a page of the preview must not wait for texts that it does not show.
 */
const listedFromRows = 100_000;
const listedFromBatch = 2048;

/**
 * A generator out of one of faker's methods. Texts come from a pool a locale (pool.ts). A unique column of up to 8,192 rows
 * takes distinct texts from a list; a larger one, or a method with few texts, adds a few characters made from the row.
 */
export function fakerGenerator(method: FakerMethod): Generator {
  return defineGenerator<z.infer<typeof params>>({
    id: method.id,
    version: 1,
    label: method.label,
    help: method.help,
    category: method.category,
    keywords: method.keywords,
    icon: method.icon,
    params,
    localized: true,
    accepts: (type) => takesText(type, method.least ?? 1),
    describe: () => method.help.replace(/\.$/, ""),
    capacity: (_params, type) => codeCount(method) ?? suffixCapacity(textLimit(type)),
    compile: (_params, context) => compileMethod(method, context),
  });
}

const codeCount = ({ codes }: FakerMethod): number | undefined => (typeof codes === "object" ? codes.length : codes);

function compileMethod(method: FakerMethod, context: CompileContext): Kernel | Domain {
  if (context.unique) {
    const texts =
      method.codes === undefined
        ? distinctTexts(context.locales, method.id, method.draw, {
            rowCount: context.rowCount,
            limit: textLimit(context.type),
            caseless: context.column.caseInsensitive === true,
          })
        : allCodes(method, context);
    if (texts) return listDomain(texts, context);
  }
  return method.single ? drawnKernel(method, context) : pooledKernel(method, context);
}

/** The codes that a pool has; 8,192 draws miss one of 250 with a chance below 10^−11. */
function allCodes(method: FakerMethod, context: CompileContext): readonly string[] {
  if (typeof method.codes === "object") return method.codes;
  const faker = context.locales[0]?.faker;
  if (!faker) return [];
  let codes = codeLists.get(faker)?.get(method.id);
  if (!codes) {
    const pool = poolOf(faker, method.id, method.draw);
    const found = new Set<string>();
    for (let slot = 0; slot < drawnTexts; slot++) found.add(pool.text(slot));
    codes = [...found].sort();
    const ofFaker = codeLists.get(faker) ?? new Map<string, readonly string[]>();
    codeLists.set(faker, ofFaker.set(method.id, codes));
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

function pooledKernel(method: FakerMethod, context: CompileContext): Kernel {
  const pools = context.locales.map(({ faker }) => poolOf(faker, method.id, method.draw));
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
        for (let i = 0; i < count; i++) out.codes[i] = wordAt(k0, k1, rows[i] ?? 0, 0) & (drawnTexts - 1);
      },
    };
  }
  return textKernel(
    context,
    (sink, row) => pools[localeOf(row)]?.put(sink, wordAt(k0, k1, row, 0) & (drawnTexts - 1)),
    {
      joiner: " ",
    },
  );
}

function drawnKernel(method: FakerMethod, context: CompileContext): Kernel {
  const localeOf = rowLocale(context);
  const own = childStream(context.stream, "single");
  const key = [0, 0];
  return textKernel(context, (sink, row) => {
    const faker = context.locales[localeOf(row)]?.faker;
    if (!faker) return;
    key[0] = wordAt(own.k0, own.k1, row, 0);
    key[1] = wordAt(own.k0, own.k1, row, 1);
    faker.seed(key);
    putText(sink, method.draw(faker));
  });
}
