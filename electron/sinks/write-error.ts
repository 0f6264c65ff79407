import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { SeedloomError, isSeedloomError } from "../../shared/base/errors.ts";
import { bytesInWords } from "./bytes-in-words.ts";

/** The system's code of an error, or nothing. */
export const errorCodeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** True where the system says that there is no such file. */
export const isMissing = (error: unknown): boolean => errorCodeOf(error) === "ENOENT";

/**
 * A failed write in a tester's words. `path` is what should have been written, `bytesNeeded` about how many bytes are
 * still to come, where the writer knows.
 */
export async function writeError(error: unknown, path: string, bytesNeeded?: number): Promise<SeedloomError> {
  if (isSeedloomError(error)) return error;
  const code = errorCodeOf(error);
  switch (code) {
    case "ENOSPC":
    case "EDQUOT": {
      const free = await freeBytes(dirname(path));
      const shortage = [
        free === undefined ? "" : `${bytesInWords(free)} are free`,
        bytesNeeded === undefined || bytesNeeded <= 0 ? "" : `about ${bytesInWords(bytesNeeded)} more are needed`,
      ].filter((part) => part !== "");
      const where = code === "EDQUOT" ? "The disk quota is used up" : "The disk is full";
      return new SeedloomError(
        "disk-full",
        `${where}: ${path} could not be written${shortage.length === 0 ? "" : ` (${shortage.join(", ")})`}.`,
        "Free some space or choose a folder on another disk; the files that were there before are unchanged.",
        { cause: error },
      );
    }
    case "EFBIG":
      return new SeedloomError(
        "disk-full",
        `${path} would be larger than this system allows one file to be` +
          `${bytesNeeded === undefined || bytesNeeded <= 0 ? "" : ` (about ${bytesInWords(bytesNeeded)} more are needed)`}.`,
        "Raise the limit on file sizes (ulimit -f) or export fewer rows; the files that were there before are unchanged.",
        { cause: error },
      );
    case "EACCES":
    case "EPERM":
      return unwritable(`${dirname(path)} may not be written to: permission is denied.`, error);
    case "EROFS":
      return unwritable(`${dirname(path)} is on a disk that is read-only.`, error);
    case "ENOTDIR":
    case "EEXIST":
      return unwritable(`${dirname(path)} is not a folder, or lies under something that is a file.`, error);
    case "EISDIR":
      return unwritable(`${path} is a folder, and a file should be written there.`, error);
    case "ENAMETOOLONG":
      return unwritable(`${path} is longer than this system allows.`, error);
    case "ENOENT":
      return unwritable(`${dirname(path)} is not there and cannot be made.`, error);
    default:
      return new SeedloomError(
        "write-failed",
        `${path} could not be written${code === "" ? "" : ` (${code})`}.`,
        "Try again or choose another folder; the files that were there before are unchanged.",
        { cause: error },
      );
  }
}

const unwritable = (message: string, cause: unknown): SeedloomError =>
  new SeedloomError("folder-unwritable", message, "Choose another folder, or change what may be written there.", {
    cause,
  });

/** What a user may still write to the disk of a folder. */
export async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
