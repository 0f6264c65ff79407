import { SeedloomError } from "../../../shared/base/errors.ts";
import { lookInto } from "../shared-descriptor.ts";
import { PageReader } from "./page-reader.ts";
import { locked } from "./sqlite-errors.ts";

/** How often to begin again where a writer committed meanwhile. */
const attempts = 5;

/** The most bytes of a database that is read from memory; SQLite's own copy of them comes on top for a moment. */
const mostBytes = 512 * 1024 * 1024;

/**
 * The bytes of a write-ahead-log database as a new reader would see it, committed frames of the log included, of one moment.
 * They stay in memory: the rows of a source are never written to a disk.
 */
export function memoryImage(path: string): Buffer {
  return lookInto(path, (file) => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const pages = new PageReader(file, path);
      if (pages.pageCount * pages.pageSize > mostBytes) throw tooLarge(path);
      const before = pages.state;
      const image = pages.all();
      if (new PageReader(file, path).state === before) return image;
    }
    throw locked(path);
  });
}

const tooLarge = (path: string): SeedloomError =>
  new SeedloomError(
    "source-unreadable",
    `The rows of ${path} cannot be read: it is in write-ahead-log mode and larger than ${mostBytes / 1024 / 1024} MB.`,
    "Use a copy that is switched back with SQLite's PRAGMA journal_mode = DELETE.",
  );
