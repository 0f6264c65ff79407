import Database from "better-sqlite3";
import { SeedloomError, isSeedloomError } from "../../../shared/base/errors.ts";

/** What SQLite says while a file is loaded, in the words of a tester. `label` names the file. */
export function loadError(error: unknown, label: string): SeedloomError {
  if (isSeedloomError(error)) return error;
  const cause = { cause: error };
  const code = error instanceof Database.SqliteError ? error.code : "";
  const text = error instanceof Error ? error.message : "";
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) return targetLocked(label, cause);
  if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN") || code === "SQLITE_PERM") {
    return new SeedloomError(
      "permission-denied",
      `${label} may not be written.`,
      "Check the permissions of the file, and those of its folder, in which SQLite keeps its journal.",
      cause,
    );
  }
  if (code === "SQLITE_FULL") {
    return new SeedloomError(
      "disk-full",
      `The disk of ${label} is full.`,
      "Free some space, or load fewer rows.",
      cause,
    );
  }
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") {
    return new SeedloomError("source-damaged", `${label} is damaged.`, "Restore it from a backup.", cause);
  }
  if (code.startsWith("SQLITE_CONSTRAINT")) return refusedRow(code, text, cause);
  const missing = /no such function: (\S+)/.exec(text);
  if (missing !== null) {
    return new SeedloomError(
      "load-failed",
      `The database calls the function ${missing[1] ?? ""}, which only the program that it belongs to has.`,
      "If a trigger calls it, load with the triggers off.",
      cause,
    );
  }
  if (code.startsWith("SQLITE_IOERR")) {
    return new SeedloomError("load-failed", `${label} cannot be written: the disk reports an error.`, undefined, cause);
  }
  return new SeedloomError("load-failed", `SQLite refused the rows: ${sentence(text)}`, undefined, cause);
}

/** SQLite names the constraint, and never the values. */
function refusedRow(code: string, text: string, cause: { readonly cause: unknown }): SeedloomError {
  const what = /failed: (.*)$/.exec(text)?.[1] ?? "";
  const refused = (message: string, hint?: string): SeedloomError =>
    new SeedloomError("load-failed", message, hint, cause);
  switch (code) {
    case "SQLITE_CONSTRAINT_PRIMARYKEY":
    case "SQLITE_CONSTRAINT_ROWID":
    case "SQLITE_CONSTRAINT_UNIQUE":
      return refused(
        `A row's ${what} stands in the table already, where it must be unique.`,
        "Clear the tables first, or update the rows that are there.",
      );
    case "SQLITE_CONSTRAINT_NOTNULL":
      return refused(`A row has no value for ${what}, which must have one.`, "Change the column's rule.");
    case "SQLITE_CONSTRAINT_CHECK":
      return refused(`A row breaks the check ${what}.`, "Change the rules of its columns.");
    case "SQLITE_CONSTRAINT_FOREIGNKEY":
      return refused("A row references one that is not there.", "Load the tables that it references too.");
    case "SQLITE_CONSTRAINT_TRIGGER":
      return refused(`A trigger refused a row: ${sentence(text)}`, "Load with the triggers off.");
    case "SQLITE_CONSTRAINT_DATATYPE":
      return refused(`A value does not fit its column: ${sentence(text)}`, "Change the column's rule.");
    default:
      return refused(`SQLite refused a row: ${sentence(text)}`);
  }
}

const sentence = (text: string): string => text.replace(/\.?$/, ".");

const targetLocked = (label: string, cause: { readonly cause: unknown }): SeedloomError =>
  new SeedloomError(
    "target-locked",
    `${label} is in use by another program.`,
    "Let that program finish or close it, then load again.",
    cause,
  );
