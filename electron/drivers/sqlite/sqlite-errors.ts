import Database from "better-sqlite3";
import { SeedloomError, isSeedloomError } from "../../../shared/base/errors.ts";

/** What SQLite or the file system says of a file, in the words of the window. */
export function seedloomError(error: unknown, path: string): SeedloomError {
  if (isSeedloomError(error)) return error;
  const code = error instanceof Database.SqliteError ? error.code : errnoOf(error);
  const cause = { cause: error };
  if (code === "SQLITE_NOTADB") return notADatabase(path, cause);
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_FORMAT") return damaged(path, cause);
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED") || code === "EBUSY")
    return locked(path, cause);
  if (
    code === "ENOENT" ||
    code === "ENOTDIR" ||
    code === "ENAMETOOLONG" ||
    code === "ELOOP" ||
    code === "ERR_INVALID_ARG_VALUE"
  ) {
    return new SeedloomError(
      "source-not-found",
      `There is no file ${path}.`,
      "Check the path, or choose another file.",
      cause,
    );
  }
  if (code === "EISDIR") return folder(path, cause);
  if (code === "ENOSPC" || code === "SQLITE_FULL") {
    return new SeedloomError(
      "disk-full",
      "The disk for temporary files is full.",
      "Free some space and open the file again.",
      cause,
    );
  }
  if (
    code === "EACCES" ||
    code === "EPERM" ||
    code.startsWith("SQLITE_CANTOPEN") ||
    code.startsWith("SQLITE_IOERR") ||
    code.startsWith("E")
  ) {
    return new SeedloomError(
      "source-unreadable",
      `The file ${path} cannot be read.`,
      "Check its permissions, and those of its folder.",
      cause,
    );
  }
  // What is left are errors in the schema itself, such as an SQL feature newer than the SQLite in use.
  return new SeedloomError(
    "source-damaged",
    `The schema of ${path} cannot be read.`,
    "Check the file with SQLite's PRAGMA integrity_check.",
    cause,
  );
}

const errnoOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";

type Cause = { readonly cause?: unknown };

export const notADatabase = (path: string, cause: Cause = {}): SeedloomError =>
  new SeedloomError(
    "source-not-a-database",
    `The file ${path} is not a SQLite database.`,
    "Choose another file. Encrypted databases cannot be read.",
    cause,
  );

export const folder = (path: string, cause: Cause = {}): SeedloomError =>
  new SeedloomError(
    "source-not-a-database",
    `${path} is a folder, not a SQLite database.`,
    "Choose the file of the database in it.",
    cause,
  );

export const damaged = (path: string, cause: Cause = {}): SeedloomError =>
  new SeedloomError(
    "source-damaged",
    `The SQLite database ${path} is damaged.`,
    "Restore it from a backup, or recover it with the sqlite3 command `.recover`.",
    cause,
  );

export const locked = (path: string, cause: Cause = {}): SeedloomError =>
  new SeedloomError(
    "source-locked",
    `The database ${path} is locked by another program.`,
    "Let the other program finish or close it, then open the file again.",
    cause,
  );

export const halfWritten = (path: string, cause: Cause): SeedloomError =>
  new SeedloomError(
    "source-unreadable",
    `The rows of ${path} cannot be read: another program stopped in the middle of a write to it.`,
    "Open it once with the program that it belongs to, or with sqlite3, which takes that write back.",
    cause,
  );

export const empty = (path: string): SeedloomError =>
  new SeedloomError("source-empty", `The file ${path} is empty.`, "Create the tables first, or choose another file.");
