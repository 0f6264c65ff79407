import { existsSync, realpathSync, statSync } from "node:fs";
import { sqliteMagic, startOf } from "../shared-descriptor.ts";
import { empty, folder, notADatabase } from "./sqlite-errors.ts";

/** What a database file says of itself, and what lies beside it. */
export interface FileState {
  /** The file itself, links followed: SQLite names its companions after it. */
  readonly path: string;
  /** The header asks for write-ahead logging. */
  readonly writeAhead: boolean;
  readonly hasLog: boolean;
  readonly hasJournal: boolean;
}

/** Bytes of the file header ("Database File Format", sqlite.org/fileformat2.html, section 1.3). */
export const headerSize = 100;

/** Looks at a file without SQLite. Throws where it cannot be a database: missing, a folder, empty, something else. */
export function fileState(given: string): FileState {
  const path = realpathSync(given);
  const stat = statSync(path);
  if (stat.isDirectory()) throw folder(given);
  if (!stat.isFile()) throw notADatabase(given);
  if (stat.size === 0) throw empty(given);
  const header = startOf(path, headerSize);
  if (header.length < headerSize || header.toString("latin1", 0, sqliteMagic.length) !== sqliteMagic)
    throw notADatabase(given);
  return {
    path,
    writeAhead: header[18] === 2 || header[19] === 2,
    hasLog: existsSync(`${path}-wal`),
    hasJournal: existsSync(`${path}-journal`),
  };
}
