import { SeedloomError, isSeedloomError } from "../../../shared/base/errors.ts";

/** What the file system says of a file, in the words of the window. */
export function readFailure(error: unknown, path: string): SeedloomError {
  if (isSeedloomError(error)) return error;
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG" || code === "ERR_INVALID_ARG_VALUE") {
    const hint = "Check the path, or choose another file.";
    return new SeedloomError("source-not-found", `There is no file ${path}.`, hint, { cause: error });
  }
  if (code === "EISDIR") {
    const hint = "Choose a file in it.";
    return new SeedloomError("source-not-a-database", `${path} is a folder.`, hint, { cause: error });
  }
  const hint = "Check its permissions, and those of its folder.";
  return new SeedloomError("source-unreadable", `The file ${path} cannot be read.`, hint, { cause: error });
}
