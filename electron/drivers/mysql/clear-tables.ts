import { SeedloomError } from "../../../shared/base/errors.ts";
import type { ForeignKeyModel, SchemaModel, TableModel } from "../../../shared/schema/schema-model.ts";
import type { LoadTable } from "../driver.ts";
import { countOrphans } from "./orphans.ts";
import type { Session } from "./session.ts";
import { qualified, quoted } from "./sql-text.ts";

interface Reference {
  readonly table: TableModel;
  readonly key: ForeignKeyModel;
}

/** The foreign keys by which tables that are not loaded reference these. */
function referencesFromOutside(
  model: SchemaModel,
  loaded: readonly LoadTable[],
  tables: readonly TableModel[],
): readonly Reference[] {
  const same = (a: { readonly schema: string; readonly name: string }, b: typeof a): boolean =>
    a.schema === b.schema && a.name === b.name;
  return model.tables
    .filter((table) => !loaded.some((other) => same(other.table, table)))
    .flatMap((table) => table.foreignKeys.map((key) => ({ table, key })))
    .filter(({ key }) => tables.some((table) => same(table, key.referencedTable)));
}

/**
 * Empties the tables by TRUNCATE, which commits. Refuses before the first where rows of other tables reference theirs.
 * `begun` is called when nothing can be taken back any more.
 */
export async function truncateTables(
  session: Session,
  model: SchemaModel,
  loaded: readonly LoadTable[],
  begun: () => void,
): Promise<void> {
  const tables = loaded.map(({ table }) => table);
  for (const { table, key } of referencesFromOutside(model, loaded, tables)) {
    const [row] = await session.rows(
      `SELECT 1 FROM ${qualified(table)} WHERE ${key.columns.map((name) => `${quoted(name)} IS NOT NULL`).join(" AND ")} LIMIT 1`,
    );
    if (row !== undefined) throw stillReferenced(table, key);
  }
  // InnoDB truncates no table that a key of another names, be both as empty as they may.
  await session.run("SET SESSION foreign_key_checks = 0");
  for (const table of tables.toReversed()) {
    await session.run(`TRUNCATE TABLE ${qualified(table)}`);
    begun();
  }
  await session.run("SET SESSION foreign_key_checks = 1");
}

/**
 * Empties the tables by DELETE, children first, inside the transaction. The rows of a ring cannot go one before the other, so
 * their keys are not checked meanwhile. `begun` is called before each table.
 */
export async function deleteRows(
  session: Session,
  loaded: readonly LoadTable[],
  begun: (table: TableModel) => void,
): Promise<void> {
  for (const { table, ring } of loaded.toReversed()) {
    await session.run(`SET SESSION foreign_key_checks = ${ring.length > 0 ? 0 : 1}`);
    begun(table);
    await session.run(`DELETE FROM ${qualified(table)}`);
  }
  await session.run("SET SESSION foreign_key_checks = 1");
}

/** Refuses a load that took the parents of rows in other tables away, where no key was checked. */
export async function checkReferences(
  session: Session,
  model: SchemaModel,
  loaded: readonly LoadTable[],
): Promise<void> {
  const rings = loaded.filter(({ ring }) => ring.length > 0).map(({ table }) => table);
  for (const { table, key } of referencesFromOutside(model, loaded, rings)) {
    if ((await countOrphans(session, table, key)).rows > 0) throw stillReferenced(table, key);
  }
}

const stillReferenced = (table: TableModel, key: ForeignKeyModel): SeedloomError =>
  new SeedloomError(
    "load-failed",
    `Rows of ${table.name}, which is not loaded, reference rows of ${key.referencedTable.name} that would be gone.`,
    `Load ${table.name} too, or keep the rows that are there.`,
  );
