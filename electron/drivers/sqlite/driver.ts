import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { Driver } from "../driver.ts";
import { sqliteCopies } from "./copies.ts";
import { openSqlite } from "./open-sqlite.ts";
import { openSqliteTarget, openSqliteTrial } from "./open-target.ts";

/** SQLite: any path is taken for one, and file: and sqlite: addresses. */
export const sqliteDriver: Driver = {
  id: "sqlite",
  label: "SQLite",
  accepts: (source) =>
    /^(file|sqlite3?):/i.test(source) || /^[a-z]:[\\/]/i.test(source) || !/^[a-z][a-z0-9+.-]+:/i.test(source),
  fields: [{ name: "file", label: "File", kind: "file", required: true }],
  open: async (source) => openSqlite(pathOf(source)),
  openTarget: async (address) => await openSqliteTarget(pathOf(address)),
  openTrial: openSqliteTrial,
  copies: sqliteCopies(pathOf),
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
