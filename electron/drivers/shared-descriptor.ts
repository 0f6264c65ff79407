import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";

// POSIX locks belong to a process and a file: to close any descriptor of the file lets go of all locks that SQLite holds on it
// ("How To Corrupt An SQLite Database File", section 2.2). So whatever looks into what may be a database, beside SQLite, does
// it by one descriptor a file, which stays open until the file is gone from the disk. Windows ties locks to handles, and keeps
// a file that is open from being removed: there it is closed when the last one is done.

/** How every database of SQLite begins. */
export const sqliteMagic = "SQLite format 3\0";

interface Shared {
  readonly file: number;
  readonly stays: boolean;
  users: number;
}

const open = new Map<string, Shared>();

/** A descriptor for reading, at given places only: others read by it, too. `release` is called once, instead of closing it. */
export interface BorrowedFile {
  readonly file: number;
  readonly release: () => void;
}

/** Borrows the descriptor of a file. Throws what the file system does. */
export function borrowFile(path: string): BorrowedFile {
  closeRemoved();
  const shared = open.get(fileIdentity(path)) ?? opened(path);
  shared.users++;
  return {
    file: shared.file,
    release: () => {
      shared.users--;
      if (shared.users === 0 && !shared.stays) close(descriptorIdentity(shared.file), shared);
    },
  };
}

/** Calls `look` with the descriptor of a file, for reading at given places. */
export function lookInto<T>(path: string, look: (file: number) => T): T {
  const { file, release } = borrowFile(path);
  try {
    return look(file);
  } finally {
    release();
  }
}

/** A file's first bytes; fewer where it is shorter. */
export function startOf(path: string, count: number): Buffer {
  return lookInto(path, (file) => startByDescriptor(file, count));
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

function startByDescriptor(file: number, count: number): Buffer {
  const bytes = Buffer.alloc(count);
  return bytes.subarray(0, readSync(file, bytes, 0, count, 0));
}

function opened(path: string): Shared {
  const file = openSync(path, "r");
  const database = startByDescriptor(file, sqliteMagic.length).toString("latin1") === sqliteMagic;
  const shared = { file, stays: database && process.platform !== "win32", users: 0 };
  open.set(descriptorIdentity(file), shared);
  return shared;
}

/** Nobody opens a removed file anew, so that its locks guard nothing; and its place on the disk is wanted. */
function closeRemoved(): void {
  for (const [identity, shared] of open) {
    if (shared.users === 0 && fstatSync(shared.file).nlink === 0) close(identity, shared);
  }
}

function close(identity: string, { file }: Shared): void {
  open.delete(identity);
  closeSync(file);
}
