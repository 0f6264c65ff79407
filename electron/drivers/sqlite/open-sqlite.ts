import Database from "better-sqlite3";
import { basename } from "node:path";
import type { ReadRequest, Source } from "../driver.ts";
import { borrowFile, descriptorIdentity, fileIdentity, type BorrowedFile } from "../shared-descriptor.ts";
import { connectForRows, connectForSchema, type ReadConnection } from "./connect.ts";
import { introspect } from "./introspect.ts";
import { lendTable } from "./lend-table.ts";
import { countRows, readRows } from "./read-rows.ts";
import { seedloomError } from "./sqlite-errors.ts";

/** "SQLite 3.53.0": the library that reads the file, since a file has no version of its own. */
export function sqliteVersion(): string {
  const database = new Database(":memory:");
  try {
    return `SQLite ${String(database.prepare("SELECT sqlite_version()").pluck().get())}`;
  } finally {
    database.close();
  }
}

/** Opens a file as a source. Connecting says at once what is wrong with it. */
export function openSqlite(path: string): Source {
  connectForSchema(path).close();
  // All rows that one source reads are of one moment: that of the first.
  let rows: ReadConnection | undefined;
  // Lent to other threads, and open as long as the lock.
  let borrowed: BorrowedFile | undefined;
  const rowConnection = (): ReadConnection => {
    if (rows !== undefined) return rows;
    rows = connectForRows(path);
    rows.database.exec("BEGIN");
    return rows;
  };
  return {
    engine: "sqlite",
    selects: true,
    label: basename(path),
    server: async () => ({ version: sqliteVersion(), limits: [] }),
    model: async () => {
      // The schema is read through a connection of its own each time, as it is then.
      const connection = connectForSchema(path);
      try {
        return introspect(connection.database);
      } catch (error) {
        throw seedloomError(error, path);
      } finally {
        connection.close();
      }
    },
    async *read(request: ReadRequest) {
      try {
        yield* readRows(rowConnection().database, request);
      } catch (error) {
        if (request.signal?.aborted === true) throw error;
        throw seedloomError(error, path);
      }
    },
    count: async (table) => {
      try {
        return countRows(rowConnection().database, table);
      } catch (error) {
        throw seedloomError(error, path);
      }
    },
    lend(table, columns) {
      try {
        const { database, inPlace } = rowConnection();
        if (inPlace === undefined) return undefined;
        borrowed ??= borrowFile(path);
        const { file } = borrowed;
        return descriptorIdentity(file) === inPlace ? lendTable(database, file, table, columns) : undefined;
      } catch (error) {
        throw seedloomError(error, path);
      }
    },
    identity: async () => fileIdentity(path),
    close: async () => {
      rows?.close();
      rows = undefined;
      borrowed?.release();
      borrowed = undefined;
    },
  };
}
