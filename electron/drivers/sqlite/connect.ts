import Database from "better-sqlite3";
import { closeSync, constants, copyFileSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileIdentity, lookInto } from "../shared-descriptor.ts";
import { fileState, type FileState } from "./file-state.ts";
import { memoryImage } from "./memory-image.ts";
import { writeSchemaImage } from "./schema-image.ts";
import { refuseWhileLoading } from "./loading-files.ts";
import { halfWritten, seedloomError } from "./sqlite-errors.ts";

/** A connection for reading, and only that. */
export interface ReadConnection {
  readonly database: Database.Database;
  /** Which file it is, where its pages are read as they lie in it: while a transaction is open, they stay as they are. */
  readonly inPlace?: string;
  close(): void;
}

/** How long to wait for another program's write to end, in milliseconds. */
const patience = 1000;

/**
 * Opens a database so that not one byte in it or beside it changes. How depends on the file:
 *
 * - A rollback-journal database is opened in place, read-only: SQLite then takes a shared lock and writes nothing.
 * - For a write-ahead-log database even a read-only connection makes a -wal and a -shm file or writes into the -shm that
 *   is there (its URI flags `immutable` and `readonly_shm` are compiled out here). Its schema is a few pages, so those are
 *   read, committed frames of the log included, into a sparse private file. This takes no lock and as long for a file of
 *   many gigabytes as for a small one.
 * - A rollback-journal database that a crash left in the middle of a write must be rolled back before anything in it can
 *   be trusted. That is done in a private copy.
 */
export function connectForSchema(given: string): ReadConnection {
  try {
    refuseWhileLoading(given);
    const state = fileState(given);
    if (state.writeAhead || state.hasLog)
      return openPrivately((folder) => writeSchemaImage(state.path, join(folder, "schema.sqlite")));
    try {
      return openInPlace(state);
    } catch (error) {
      if (!state.hasJournal || !needsRollback(error)) throw error;
      return openPrivately((folder) => copyWithJournal(state.path, folder));
    }
  } catch (error) {
    throw seedloomError(error, given);
  }
}

/**
 * Opens a database to read its rows, again changing not one byte in it or beside it. Rows are never written to a disk on the
 * way: a write-ahead-log database is read from memory, and one that waits for its rollback is refused.
 */
export function connectForRows(given: string): ReadConnection {
  try {
    refuseWhileLoading(given);
    const state = fileState(given);
    if (state.writeAhead || state.hasLog) return checked(new Database(memoryImage(state.path)), () => {});
    try {
      return openInPlace(state);
    } catch (error) {
      if (!state.hasJournal || !needsRollback(error)) throw error;
      throw halfWritten(given, { cause: error });
    }
  } catch (error) {
    throw seedloomError(error, given);
  }
}

function openInPlace(state: FileState): ReadConnection {
  const inPlace = fileIdentity(state.path);
  const database = new Database(state.path, { readonly: true, fileMustExist: true, timeout: patience });
  return { ...checked(database, () => {}), inPlace };
}

/** Opens the file that `make` puts into a folder of our own, and removes the folder when done. */
function openPrivately(make: (folder: string) => string): ReadConnection {
  const folder = mkdtempSync(join(tmpdir(), "seedloom-schema-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    return checked(new Database(make(folder), { fileMustExist: true }), remove);
  } catch (error) {
    remove();
    throw error;
  }
}

/** A database whose schema could be read: SQLite opens a file only when it is first asked for something. */
function checked(database: Database.Database, after: () => void): ReadConnection {
  const close = (): void => {
    database.close();
    after();
  };
  try {
    // Nothing that the schema calls may have effects while it is looked at.
    database.pragma("trusted_schema = OFF");
    database.pragma("query_only = ON");
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
    return { database, close };
  } catch (error) {
    close();
    throw error;
  }
}

const needsRollback = (error: unknown): boolean =>
  error instanceof Database.SqliteError &&
  (error.code === "SQLITE_READONLY_ROLLBACK" || error.code === "SQLITE_CANTOPEN" || error.code === "SQLITE_READONLY");

function copyWithJournal(path: string, folder: string): string {
  const copy = join(folder, "copy.sqlite");
  copyPages(path, copy);
  // On file systems that can, the copy shares the blocks of the original.
  copyFileSync(`${path}-journal`, `${copy}-journal`, constants.COPYFILE_FICLONE);
  return copy;
}

/** Without another descriptor of the database, as copyFile would open. */
function copyPages(path: string, copy: string): void {
  const piece = Buffer.allocUnsafe(1024 * 1024);
  const target = openSync(copy, "wx", 0o600);
  try {
    lookInto(path, (file) => {
      for (let at = 0; ;) {
        const count = readSync(file, piece, 0, piece.length, at);
        if (count === 0) return;
        writeSync(target, piece, 0, count, at);
        at += count;
      }
    });
  } finally {
    closeSync(target);
  }
}
