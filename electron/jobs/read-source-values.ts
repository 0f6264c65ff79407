import { SeedloomError, isSeedloomError } from "../../shared/base/errors.ts";
import type { GeneratorCatalogue, PoolFile, PoolFiles } from "../../shared/generators/generator.ts";
import { mostSourceValues, sourceValuesKey } from "../../shared/generators/pools/source-values.ts";
import type { Design } from "../../shared/rules/design.ts";
import { personalCategories } from "../../shared/rules/personal/categories.ts";
import { findPersonal, type Samples } from "../../shared/rules/personal/find-personal.ts";
import type { ColumnModel, SchemaModel, TableModel } from "../../shared/schema/schema-model.ts";
import type { Source } from "../drivers/driver.ts";
import { openSource } from "../drivers/open-source.ts";
import { nameLists } from "./name-lists.ts";

/** The most rows of a table that are read for the values of a column: the first, by the table's key. */
const mostRows = 1_000_000;

interface Wanted {
  readonly table: TableModel;
  readonly column: ColumnModel;
  /** The user has decided that personal values may be taken. */
  readonly personal: boolean;
}

/** What was read, by the model that was read of the same source: a schema that is read anew has its values read anew. */
const known = new WeakMap<SchemaModel, Map<string, PoolFile>>();

/**
 * The values, with their counts, of the columns whose rules take those of the source. They are in memory only. What cannot be
 * read, or may not, is there with the reason, for the problem at its column.
 */
export async function readSourceValues(
  design: Design,
  catalogue: GeneratorCatalogue,
  source: string | undefined,
): Promise<PoolFiles> {
  const wanted = wantedColumns(design, catalogue);
  if (wanted.length === 0 || source === undefined) return {};
  const { model } = design;
  const read = known.get(model) ?? new Map<string, PoolFile>();
  known.set(model, read);
  const pools: Record<string, PoolFile> = {};
  const reader = new ValueReader(model, source, Object.keys(design.project.locales));
  try {
    for (const one of wanted) {
      const key = sourceValuesKey(one.table.id, one.column.name);
      const cached = JSON.stringify([key, one.personal]);
      const pool = read.get(cached) ?? (await reader.read(one));
      // What failed may be mended: it is tried again.
      if (!("fault" in pool) || pool.personal === true) read.set(cached, pool);
      pools[key] = pool;
    }
  } finally {
    await reader.close();
  }
  return pools;
}

const wantedColumns = ({ tables }: Design, catalogue: GeneratorCatalogue): readonly Wanted[] =>
  [...tables.values()].flatMap(({ table, columns }) =>
    columns.flatMap(({ column, rule }): readonly Wanted[] => {
      const generator = rule.kind === "generate" ? catalogue.get(rule.generator) : undefined;
      if (rule.kind !== "generate" || generator?.ownValues === undefined) return [];
      const params = generator.params.safeParse(rule.params);
      return params.success ? [{ table, column, ...generator.ownValues(params.data) }] : [];
    }),
  );

/** Reads columns of one source, which is opened when the first of them may be read. */
class ValueReader {
  readonly #model: SchemaModel;
  readonly #address: string;
  readonly #locales: readonly string[];
  #source: Promise<Source> | undefined;

  constructor(model: SchemaModel, address: string, locales: readonly string[]) {
    this.#model = model;
    this.#address = address;
    this.#locales = locales;
  }

  async read(wanted: Wanted): Promise<PoolFile> {
    const { table, column, personal } = wanted;
    // Where the name says it already, the values are not even read.
    const named = personal ? undefined : await this.#refusal(wanted);
    if (named !== undefined) return named;
    try {
      const counts = await this.#counts(table, column);
      if (counts === undefined) {
        return { fault: `It has more than ${mostSourceValues} different values in the source` };
      }
      const values = [...counts.keys()];
      const found = personal ? undefined : await this.#refusal(wanted, values);
      if (found !== undefined) return found;
      return { columns: ["value", "count"], lines: [...counts].map(([value, count]) => [value, String(count)]) };
    } catch (error) {
      if (!isSeedloomError(error)) throw error;
      return { fault: `Its values cannot be read from the source: ${error.message.replace(/\.$/, "")}` };
    }
  }

  async close(): Promise<void> {
    await (await this.#source?.catch(() => undefined))?.close();
  }

  async #refusal({ table, column }: Wanted, values?: readonly string[]): Promise<PoolFile | undefined> {
    const samples: Samples = (of, at) => (of === table && at === column ? values : undefined);
    const lists = await nameLists(this.#locales);
    const finding = findPersonal(this.#model, lists, samples).find(
      (found) => found.table === table.id && found.column === column.name,
    );
    if (finding === undefined) return undefined;
    const kind = personalCategories[finding.category].label.toLowerCase();
    return { fault: `It looks personal (${kind}: ${finding.evidence.join(", ")})`, personal: true };
  }

  /** How often each value is there; undefined where there are too many. */
  async #counts(table: TableModel, column: ColumnModel): Promise<ReadonlyMap<string, number> | undefined> {
    this.#source ??= openSource(this.#address);
    const source = await this.#source;
    const counts = new Map<string, number>();
    for await (const chunk of source.read({ table, columns: [column.name], limit: mostRows })) {
      for (const [cell] of chunk) {
        if (cell === null || cell === undefined) continue;
        if (cell instanceof Uint8Array) throw new SeedloomError("source-unreadable", "It holds bytes.");
        const text = String(cell);
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
      if (counts.size > mostSourceValues) return undefined;
    }
    return counts;
  }
}
