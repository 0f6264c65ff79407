import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { Driver, Source } from "../driver.ts";
import { connect } from "./connect.ts";
import { introspect } from "./introspect.ts";
import { seedloomError } from "./sqlite-errors.ts";

/** SQLite: any path is taken for one, and file: and sqlite: addresses. */
export const sqliteDriver: Driver = {
  id: "sqlite",
  label: "SQLite",
  accepts: (source) =>
    /^(file|sqlite3?):/i.test(source) || /^[a-z]:[\\/]/i.test(source) || !/^[a-z][a-z0-9+.-]+:/i.test(source),
  open: async (source) => openSqlite(pathOf(source)),
};

function pathOf(source: string): string {
  try {
    if (/^file:\/\//i.test(source)) return fileURLToPath(source);
  } catch (error) {
    throw new SeedloomError(
      "source-not-found",
      `${source} is not the address of a file.`,
      "Give the path of the file.",
      { cause: error },
    );
  }
  return resolve(source.replace(/^(file|sqlite3?):(\/\/)?/i, ""));
}

async function openSqlite(path: string): Promise<Source> {
  // Connecting says at once what is wrong with a file; the schema is read through a connection of its own each time.
  connect(path).close();
  return {
    engine: "sqlite",
    label: basename(path),
    model: async () => {
      const connection = connect(path);
      try {
        return introspect(connection.database);
      } catch (error) {
        throw seedloomError(error, path);
      } finally {
        connection.close();
      }
    },
    close: async () => {},
  };
}
