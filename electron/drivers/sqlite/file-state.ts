import { closeSync, existsSync, fstatSync, openSync, readSync, realpathSync, statSync } from "node:fs";
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
const magic = "SQLite format 3\0";

/** Looks at a file without SQLite. Throws where it cannot be a database: missing, a folder, empty, something else. */
export function fileState(given: string): FileState {
  const path = realpathSync(given);
  const stat = statSync(path);
  if (stat.isDirectory()) throw folder(given);
  if (!stat.isFile()) throw notADatabase(given);
  if (stat.size === 0) throw empty(given);
  const header = readHeader(path);
  if (header.length < headerSize || header.toString("latin1", 0, magic.length) !== magic) throw notADatabase(given);
  return {
    path,
    writeAhead: header[18] === 2 || header[19] === 2,
    hasLog: existsSync(`${path}-wal`),
    hasJournal: existsSync(`${path}-journal`),
  };
}

/** Which file it is, whatever its name: links of both kinds lead to the same. */
export function fileIdentity(path: string): string {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev}:${ino}`;
}

/** {@link fileIdentity} of a file that is open. */
export function descriptorIdentity(file: number): string {
  const { dev, ino } = fstatSync(file, { bigint: true });
  return `${dev}:${ino}`;
}

function readHeader(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const header = Buffer.alloc(headerSize);
    return header.subarray(0, readSync(file, header, 0, headerSize, 0));
  } finally {
    closeSync(file);
  }
}
