import type Database from "better-sqlite3";
import { setImmediate as nextTurn } from "node:timers/promises";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { LoadRequest } from "../driver.ts";
import { referencingKeys } from "./clear-rows.ts";
import { brokenKeys, type BrokenKey } from "./foreign-key-check.ts";

/**
 * How the foreign keys of one load are held. SQLite's own way is to look at each row that comes or goes. Where tables are
 * cleared first and no more than that happens, its check of whole tables before the commit says the same, and clearing takes
 * no time at all; where rows stay, cascade into other tables or are changed by triggers, it looks at each.
 */
export class KeyCheck {
  readonly off: boolean;
  readonly #database: Database.Database;
  readonly #request: LoadRequest;
  /** Tables that are not loaded, and reference some that are. */
  readonly #outside: readonly TableModel[];
  /** Rows of those that referenced nothing before. */
  readonly #before = new Map<string, number>();

  constructor(database: Database.Database, model: SchemaModel, request: LoadRequest, triggersRun: boolean) {
    this.#database = database;
    this.#request = request;
    const loaded = new Set(request.tables.map(({ table }) => table.id));
    const references = request.tables
      .flatMap(({ table }) => referencingKeys(model, table))
      .filter(({ child }) => !loaded.has(child.id));
    this.#outside = [...new Set(references.map(({ child }) => child))];
    const acts = references.some(({ key }) => /^(CASCADE|SET NULL|SET DEFAULT)$/.test(key.onDelete ?? ""));
    this.off = request.clear !== "keep" && !triggersRun && !acts;
  }

  /** To be called before anything is written. */
  before(): void {
    if (!this.off) return;
    for (const broken of this.#outside.flatMap((table) => brokenKeys(this.#database, table))) {
      this.#before.set(idOf(broken), broken.rows);
    }
  }

  /** Throws where rows reference nothing that did not do so before. */
  async after(): Promise<void> {
    if (!this.off) return;
    for (const table of [...this.#request.tables.map((loaded) => loaded.table), ...this.#outside]) {
      // One call of SQLite a table; a cancel is heard between two.
      await nextTurn();
      this.#request.signal.throwIfAborted();
      const more = brokenKeys(this.#database, table).find(
        (broken) => broken.rows > (this.#before.get(idOf(broken)) ?? 0),
      );
      if (more !== undefined) throw this.#refused(more);
    }
  }

  /** A commit that fails for keys says no more than that; the check of whole tables names them. */
  refusal(cause: unknown): SeedloomError {
    const tables = [...this.#request.tables.map(({ table }) => table), ...this.#outside];
    const [first] = tables.flatMap((table) => brokenKeys(this.#database, table));
    if (first !== undefined) return this.#refused(first, { cause });
    return new SeedloomError(
      "load-failed",
      "Rows would reference others that are not there.",
      "Load the tables that they reference too.",
      { cause },
    );
  }

  #refused({ table, key, rows }: BrokenKey, options?: { readonly cause: unknown }): SeedloomError {
    const loaded = this.#request.tables.some((candidate) => candidate.table.id === table.id);
    const parent = key.referencedTable.name;
    return new SeedloomError(
      "load-failed",
      `${rows} ${rows === 1 ? "row" : "rows"} of ${table.name} would reference rows of ${parent} that are not there.`,
      loaded
        ? `Load ${parent} too, or give (${key.columns.join(", ")}) another rule.`
        : `Load or clear ${table.name} too, or keep the rows of ${parent}.`,
      options,
    );
  }
}

const idOf = ({ table, key }: BrokenKey): string => JSON.stringify([table.id, key.name]);
