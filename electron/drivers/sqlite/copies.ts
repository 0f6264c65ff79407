import Database from "better-sqlite3";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { CannotCopy, type CopyPlace, type CopyWatch, type DatabaseCopies } from "../database-copies.ts";
import { connectForRows } from "./connect.ts";
import { loadError } from "./load-errors.ts";
import { claimFile } from "./open-target.ts";
import { seedloomError } from "./sqlite-errors.ts";

const copyName = "database.sqlite";

/** How long to wait for other programs that use the file, in milliseconds. */
const patience = 1000;

/** SQLite's backup ("SQLite Backup API", sqlite.org/backup.html): page by page, the schema and all that is in the file. */
export const sqliteCopies = (pathOf: (address: string) => string): DatabaseCopies => ({
  means: "SQLite's own backup",
  async make(address, { folder }, watch) {
    const path = join(folder, copyName);
    const connection = connectForRows(pathOf(address));
    try {
      // Held from the first page to the last: a writer meanwhile would make it begin again and again.
      connection.database.exec("BEGIN");
      connection.database.prepare("SELECT count(*) FROM sqlite_schema").get();
      await writeFile(path, "", { flag: "wx", mode: 0o600 });
      await connection.database.backup(path, { progress: (now) => told(now, watch) });
    } catch (error) {
      watch.signal.throwIfAborted();
      throw seedloomError(error, pathOf(address));
    } finally {
      connection.close();
    }
    return { kind: "file", file: copyName, ...(await measured(path, watch.signal)) };
  },
  async restore(_copy, place, address, watch) {
    await writeBack(join(place.folder, copyName), pathOf(address), watch);
  },
  address: (_copy: unknown, { folder }: CopyPlace) => join(folder, copyName),
  remove: async () => undefined,
});

interface Pages {
  readonly totalPages: number;
  readonly remainingPages: number;
}

/** Pages that are copied between two looks at the signal. */
const step = 500;

function told({ totalPages, remainingPages }: Pages, { signal, progress }: CopyWatch): number {
  signal.throwIfAborted();
  progress(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
  return step;
}

async function measured(path: string, signal: AbortSignal): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of createReadStream(path, { signal }) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

/**
 * Overwrites a database with a copy, in one transaction of SQLite's that has a journal: whatever ends it midway, the next one
 * to open the file finds it as it was. Who reads it through a write-ahead log goes on reading the old rows meanwhile.
 */
async function writeBack(copy: string, given: string, watch: CopyWatch): Promise<void> {
  const label = basename(given);
  const { path, release } = claimFile(given);
  const source = new Database(copy, { readonly: true, fileMustExist: true });
  try {
    const before = schemaVersion(path);
    const since = performance.now();
    for (;;) {
      await source.backup(path, { progress: patient(watch) });
      // better-sqlite3 takes a file that is locked for one that is done. A backup that stands has raised the schema's version.
      if (schemaVersion(path) !== before) return;
      if (performance.now() - since > patience) throw inUse(label);
      await wait(50, undefined, { signal: watch.signal });
    }
  } catch (error) {
    watch.signal.throwIfAborted();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_READONLY")) throw otherPages(label);
    const said = loadError(error, label);
    throw new SeedloomError(said.code, `${said.message} Nothing was changed.`, said.hint, { cause: error });
  } finally {
    source.close();
    release();
  }
}

/** Ends a backup that waits for another program too long. */
function patient(watch: CopyWatch): (now: Pages) => number {
  let left = Number.NaN;
  let since = performance.now();
  return (now) => {
    if (now.remainingPages !== left) {
      left = now.remainingPages;
      since = performance.now();
    } else if (performance.now() - since > patience) throw inUse("The file");
    return told(now, watch);
  };
}

function schemaVersion(path: string): number {
  const database = new Database(path, { fileMustExist: true, timeout: patience });
  try {
    return Number(database.pragma("schema_version", { simple: true }));
  } finally {
    database.close();
  }
}

const inUse = (label: string): SeedloomError =>
  new SeedloomError(
    "target-locked",
    `${label} is in use by another program.`,
    "Let that program finish or close it, then try again.",
  );

/** SQLite cannot change the page size of a file with a write-ahead log; what else it may not write, rows say better. */
const otherPages = (label: string): CannotCopy =>
  new CannotCopy(`${label} cannot be overwritten as a whole: it is read-only, or its log wants pages of another size.`);
