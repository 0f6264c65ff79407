import Database from "better-sqlite3";
import { accessSync, constants } from "node:fs";
import { basename } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { MakingStatement } from "../../../shared/schema/create-tables.ts";
import type { Target } from "../driver.ts";
import { loadError } from "./load-errors.ts";
import { sqliteVersion } from "./open-sqlite.ts";
import { seedloomError } from "./sqlite-errors.ts";
import type { Seal } from "./sqlite-load.ts";
import { sqliteTarget } from "./sqlite-target.ts";
import type { Opening } from "./target-messages.ts";

/** How long to wait for another program's write to end, in milliseconds. */
const patience = 1000;

/** Opens what a target's thread is for. Throws a SeedloomError. */
export function connectTarget(opening: Opening, seal: Seal): Target {
  return opening.kind === "file" ? connectFile(opening, seal) : makeTrial(opening, seal);
}

function connectFile({ path, given }: Extract<Opening, { kind: "file" }>, seal: Seal): Target {
  const label = basename(given);
  const target = sqliteTarget(openFile(path, given), label, seal);
  const limits = writable(path) ? [] : [`${label} may only be read.`];
  return { ...target, server: async () => ({ version: sqliteVersion(), limits }) };
}

function openFile(path: string, given: string): Database.Database {
  try {
    const database = new Database(path, { fileMustExist: true, timeout: patience });
    try {
      database.prepare("SELECT count(*) FROM sqlite_schema").get();
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    const said = seedloomError(error, given);
    // A lock is the target's, everything else is wrong with the file whoever opens it.
    throw said.code === "source-locked" ? loadError(error, basename(given)) : said;
  }
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A database in memory with the tables, gone when it is closed. */
function makeTrial({ statements, missing }: Extract<Opening, { kind: "trial" }>, seal: Seal): Target {
  const database = new Database(":memory:");
  const left = [...missing];
  try {
    for (const statement of statements) {
      const said = make(database, statement);
      if (said !== undefined) left.push(said);
    }
  } catch (error) {
    database.close();
    throw new SeedloomError(
      "load-failed",
      "SQLite cannot make the project's tables for a trial.",
      "Load into a database that has the tables.",
      { cause: error },
    );
  }
  return {
    ...sqliteTarget(database, "a trial in SQLite", seal),
    server: async () => ({ version: `${sqliteVersion()}, in memory`, limits: left }),
  };
}

/** Runs one statement: a text that a project brings must not slip in a second one. Returns what is missing then. */
export function make(database: Database.Database, { sql, otherwise }: MakingStatement): string | undefined {
  try {
    database.prepare(sql).run();
    return undefined;
  } catch (error) {
    if (otherwise === undefined) throw error;
    if (otherwise.sql !== undefined) database.prepare(otherwise.sql).run();
    return otherwise.missing;
  }
}
