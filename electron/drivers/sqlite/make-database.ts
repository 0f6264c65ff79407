import Database from "better-sqlite3";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { MakingStatement } from "../../../shared/schema/create-tables.ts";
import { make } from "./connect-target.ts";

/** Makes a file with these tables and nothing in them. Throws a SeedloomError. */
export function makeDatabase(path: string, statements: readonly MakingStatement[]): void {
  const database = new Database(path);
  try {
    for (const statement of statements) make(database, statement);
  } catch (error) {
    throw new SeedloomError(
      "export-blocked",
      "SQLite cannot make the project's tables.",
      "Choose another format, or leave out the table with what only its own engine knows.",
      { cause: error },
    );
  } finally {
    database.close();
  }
}
