import Database from "better-sqlite3";
import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";

/**
 * Builds a SQLite file from a schema script. It is made beside the target and renamed when it is whole, so that a target
 * is never half a database; one that is there is replaced.
 */
export async function buildDatabase(schemaFile: string, target: string): Promise<void> {
  const script = await readFile(schemaFile, "utf8");
  const making = `${target}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(target), { recursive: true });
    runScript(script, making);
    const file = await open(making, "r+");
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(making, target);
  } catch (error) {
    await Promise.all([making, `${making}-journal`].map((path) => rm(path, { force: true })));
    throw new SeedloomError(
      "write-failed",
      `The database ${target} cannot be made.`,
      "Check that its folder can be written and the disk has room.",
      { cause: error },
    );
  }
}

function runScript(script: string, path: string): void {
  const database = new Database(path);
  try {
    database.exec(script);
  } finally {
    database.close();
  }
}
