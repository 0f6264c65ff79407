import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCodeOf } from "./write-error.ts";

/**
 * Makes a folder and those above it that are missing, one by one, and returns the first that it made. (Node's own recursive
 * mkdir never ends where a file system refuses a new folder with ENOENT, as /proc does.)
 */
export async function makeFolders(folder: string): Promise<string | undefined> {
  const missing: string[] = [];
  for (let at = folder; !(await isFolder(at)); at = dirname(at)) {
    missing.unshift(at);
    if (dirname(at) === at) break;
  }
  for (const path of missing) {
    await mkdir(path).catch(async (error: unknown) => {
      // Another process may have made it meanwhile.
      if (errorCodeOf(error) !== "EEXIST" || !(await isFolder(path))) throw error;
    });
  }
  return missing[0];
}

/** False where there is nothing; anything else than a folder is an error, as it would be for mkdir. */
async function isFolder(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT") return false;
    throw error;
  }
  throw Object.assign(new Error("not a folder"), { code: "ENOTDIR" });
}
