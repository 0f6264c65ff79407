import type Database from "better-sqlite3";
import { sqlite } from "../../../shared/dialects/sqlite.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";

interface Trigger {
  readonly name: string;
  readonly sql: string;
}

/** The triggers of these tables in the order in which they were made. */
export function triggersOf(database: Database.Database, tables: readonly string[]): readonly Trigger[] {
  const wanted = new Set(tables.map((name) => name.toLowerCase()));
  return database
    .prepare<[], Trigger & { readonly table: string }>(
      `SELECT name, tbl_name AS "table", sql FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY rowid`,
    )
    .all()
    .filter(({ table }) => wanted.has(table.toLowerCase()));
}

/** SQLite has no switch for triggers. Dropping them is part of the transaction, so that a run that fails has dropped none. */
export function dropTriggers(database: Database.Database, triggers: readonly Trigger[]): void {
  for (const { name } of triggers) database.exec(`DROP TRIGGER main.${sqlite.identifier(name)}`);
}

/** Makes dropped triggers again from their own text, and looks that they are what they were. */
export function restoreTriggers(database: Database.Database, triggers: readonly Trigger[]): void {
  const textOf = database
    .prepare<[string], string>("SELECT sql FROM main.sqlite_schema WHERE type = 'trigger' AND name = ?")
    .pluck();
  for (const { name, sql } of triggers) {
    database.exec(sql);
    if (textOf.get(name) === sql) continue;
    throw new SeedloomError(
      "load-failed",
      `The trigger ${name} cannot be restored as it was.`,
      "Load with the triggers on.",
    );
  }
}
