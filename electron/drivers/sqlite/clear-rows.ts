import type Database from "better-sqlite3";
import { setImmediate as nextTurn } from "node:timers/promises";
import { sqlite } from "../../../shared/dialects/sqlite.ts";
import {
  referencedTable,
  type ForeignKeyModel,
  type SchemaModel,
  type TableModel,
} from "../../../shared/schema/schema-model.ts";

/** Rows of one DELETE: some hundredths of a second, between which a cancel is heard. */
const step = 10_000;

const quoted = (table: TableModel): string => `main.${sqlite.identifier(table.name)}`;

/**
 * Deletes all rows of a table. SQLite knows no TRUNCATE, but does the same where it need look at no key (`keysOff`); `restart`
 * lets an AUTOINCREMENT count from 1 again, as TRUNCATE would.
 */
export async function clearRows(
  database: Database.Database,
  model: SchemaModel,
  table: TableModel,
  how: { readonly keysOff: boolean; readonly restart: boolean; readonly signal: AbortSignal },
): Promise<void> {
  if (how.keysOff) database.exec(`DELETE FROM ${quoted(table)}`);
  else await deleteInSteps(database, model, table, how.signal);
  await nextTurn();
  how.signal.throwIfAborted();
  if (how.restart && countsRows(database)) {
    database.prepare("DELETE FROM main.sqlite_sequence WHERE name = ?").run(table.name);
  }
}

/** Each row that goes is looked for among those that reference it: without an index that is all of them, for every row. */
async function deleteInSteps(
  database: Database.Database,
  model: SchemaModel,
  table: TableModel,
  signal: AbortSignal,
): Promise<void> {
  const indexes = referencingKeys(model, table)
    .filter(({ child, key }) => hasRows(database, child) && !isIndexed(database, child, key))
    .map(({ child, key }, k) => {
      const columns = key.columns.map((name) => sqlite.identifier(name)).join(", ");
      const name = `main.${sqlite.identifier(`seedloom clears ${k}`)}`;
      database.exec(`CREATE INDEX ${name} ON ${sqlite.identifier(child.name)} (${columns})`);
      return name;
    });
  const some = database.prepare(`DELETE FROM ${quoted(table)} LIMIT ${step}`);
  while (some.run().changes > 0) {
    await nextTurn();
    signal.throwIfAborted();
  }
  for (const name of indexes) database.exec(`DROP INDEX ${name}`);
}

/** The keys that reference a table, its own among them. */
export const referencingKeys = (
  model: SchemaModel,
  table: TableModel,
): readonly { readonly child: TableModel; readonly key: ForeignKeyModel }[] =>
  model.tables.flatMap((child) =>
    child.foreignKeys.filter((key) => referencedTable(model, key)?.id === table.id).map((key) => ({ child, key })),
  );

const hasRows = (database: Database.Database, table: TableModel): boolean =>
  database.prepare(`SELECT 1 FROM ${quoted(table)} LIMIT 1`).get() !== undefined;

/** Whether the columns of a key are the first of an index on all rows, or the rowid. */
function isIndexed(database: Database.Database, table: TableModel, { columns }: ForeignKeyModel): boolean {
  const [only] = columns;
  if (columns.length === 1 && table.columns.some(({ name, identity }) => name === only && identity === "rowid")) {
    return true;
  }
  const indexes = database
    .prepare<[string], string>("SELECT name FROM pragma_index_list(?, 'main') WHERE NOT partial")
    .pluck()
    .all(table.name);
  const columnsOf = database
    .prepare<[string], string | null>("SELECT name FROM pragma_index_info(?, 'main') ORDER BY seqno")
    .pluck();
  return indexes.some((index) => {
    const first = columnsOf.all(index).slice(0, columns.length);
    return first.length === columns.length && columns.every((column) => first.includes(column));
  });
}

/** The name by which a table's rowid can be asked for; undefined where it has none, or columns of all of its names. */
export function rowidName(database: Database.Database, table: TableModel): string | undefined {
  const without = database
    .prepare<[string], number>("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?")
    .pluck()
    .get(table.name);
  if (without === 1) return undefined;
  return ["rowid", "_rowid_", "oid"].find((name) =>
    table.columns.every((column) => column.name.toLowerCase() !== name),
  );
}

/** sqlite_sequence is there once a table was made with AUTOINCREMENT. */
export const countsRows = (database: Database.Database): boolean =>
  database.prepare("SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_sequence'").get() !== undefined;
