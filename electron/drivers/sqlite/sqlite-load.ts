import Database from "better-sqlite3";
import { setImmediate as nextTurn } from "node:timers/promises";
import { sqlite } from "../../../shared/dialects/sqlite.ts";
import { sqliteInsert, sqliteStaged, stagingTable } from "../../../shared/encoders/sqlite-load.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import type { Load, LoadRequest, LoadTable, TableIntake } from "../driver.ts";
import { clearRows } from "./clear-rows.ts";
import { KeyCheck } from "./key-check.ts";
import { loadError } from "./load-errors.ts";
import { dropTriggers, restoreTriggers, triggersOf } from "./triggers.ts";

/** Asked when nothing is left but the commit. False where the load was stopped: then its signal is aborted. */
export type Seal = () => boolean;

interface BeginLoad {
  readonly label: string;
  readonly request: LoadRequest;
  readonly seal: Seal;
}

/**
 * One run into a SQLite file: one transaction, which nobody else reads or writes beside. Its keys are looked at when it is
 * committed, so that rows may come in any order; until then a crash of any kind leaves the file as it was, since SQLite takes
 * an unfinished transaction back when the file is next opened.
 *
 * Rows come as INSERT statements that the workers wrote. Measured beside prepared statements of better-sqlite3 with ready
 * values, that is twice as fast (bench/load-sqlite.ts): no value becomes an object of JavaScript on its way. A second SQLite,
 * node:sqlite, would be no faster so, and two of them in one process let go of each other's locks.
 */
export async function beginLoad(
  database: Database.Database,
  model: SchemaModel,
  { label, request, seal }: BeginLoad,
): Promise<Load> {
  const guarded = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      request.signal.throwIfAborted();
      throw loadError(error, label);
    }
  };
  const found = await guarded(() =>
    triggersOf(
      database,
      request.tables.map(({ table }) => table.name),
    ),
  );
  const dropped = request.triggers === "off" ? found : [];
  const keys = new KeyCheck(database, model, request, found.length > dropped.length);

  async function prepare(): Promise<void> {
    database.pragma(`foreign_keys = ${keys.off ? "OFF" : "ON"}`);
    database.exec("BEGIN EXCLUSIVE");
    database.pragma("defer_foreign_keys = ON");
    keys.before();
    dropTriggers(database, dropped);
    if (request.clear === "keep") return;
    const how = { keysOff: keys.off, restart: request.clear === "truncate", signal: request.signal };
    for (const { table } of request.tables.toReversed()) await clearRows(database, model, table, how);
  }

  async function commit(): Promise<void> {
    await keys.after();
    restoreTriggers(database, dropped);
    await nextTurn();
    if (!seal()) request.signal.throwIfAborted();
    try {
      database.exec("COMMIT");
    } catch (error) {
      if (error instanceof Database.SqliteError && error.code === "SQLITE_CONSTRAINT_FOREIGNKEY") {
        throw keys.refusal(error);
      }
      throw error;
    }
  }

  function rollback(): Awaited<ReturnType<Load["rollback"]>> {
    try {
      // Some errors, such as a full disk, end the transaction themselves.
      if (database.inTransaction) database.exec("ROLLBACK");
      return { unchanged: true, message: "Nothing was changed." };
    } catch {
      return {
        unchanged: false,
        message: `What was written so far is taken back when ${label} is next opened.`,
      };
    }
  }

  try {
    await guarded(prepare);
  } catch (error) {
    rollback();
    throw error;
  }
  return {
    into: async (table) => newIntake(database, table, request.existing === "update", guarded),
    commit: () => guarded(commit),
    rollback: async () => rollback(),
  };
}

function newIntake(
  database: Database.Database,
  { table, columns }: LoadTable,
  update: boolean,
  guarded: <T>(work: () => T | Promise<T>) => Promise<T>,
): TableIntake {
  const written = columns.map(({ name }) => name);
  const upsert = update && table.primaryKey.length > 0 && table.primaryKey.every((name) => written.includes(name));
  if (!upsert) {
    return { kind: "bytes", format: sqliteInsert, write: (bytes) => guarded(() => execute(database, bytes)), finish };
  }
  // Statements that the workers wrote fill a table of our own; from there each piece goes on, to be inserted or to update.
  const staging = `${stagingTable.schema}.${stagingTable.name}`;
  const names = written.map((name) => sqlite.identifier(name)).join(", ");
  database.exec(`DROP TABLE IF EXISTS ${staging}; CREATE TEMP TABLE ${stagingTable.name} (${names})`);
  const rest = written
    .filter((name) => !table.primaryKey.includes(name))
    .map((name) => `${sqlite.identifier(name)} = excluded.${sqlite.identifier(name)}`);
  const key = table.primaryKey.map((name) => sqlite.identifier(name)).join(", ");
  // WHERE true keeps ON CONFLICT from being read as the condition of a join.
  const merge = `INSERT INTO main.${sqlite.identifier(table.name)} (${names}) SELECT ${names} FROM ${staging} WHERE true
    ON CONFLICT (${key}) DO ${rest.length === 0 ? "NOTHING" : `UPDATE SET ${rest.join(", ")}`}; DELETE FROM ${staging}`;
  return {
    kind: "bytes",
    format: sqliteStaged,
    write: (bytes) =>
      guarded(() => {
        execute(database, bytes);
        database.exec(merge);
      }),
    finish: () => guarded(() => void database.exec(`DROP TABLE ${staging}`)),
  };
}

const finish = async (): Promise<void> => undefined;
const decoder = new TextDecoder();

function execute(database: Database.Database, bytes: Uint8Array): void {
  database.exec(decoder.decode(bytes));
}
