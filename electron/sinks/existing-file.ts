import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { FinishedFile } from "./output-set.ts";

/** What stands at `path`: a folder, a file of so many bytes, or nothing. */
export async function standing(path: string): Promise<"folder" | number | undefined> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : found.size;
  } catch {
    return undefined;
  }
}

/** How a new file of these bytes differs from the one at `path`. The old bytes are read only where the sizes agree. */
export async function changeAgainst(path: string, bytes: number, sha256: string): Promise<FinishedFile["change"]> {
  const size = await standing(path);
  if (size === undefined) return "added";
  return size === bytes && (await sha256Of(path)) === sha256 ? "unchanged" : "changed";
}

/** Of the bytes of a file; undefined where it cannot be read. */
export async function sha256Of(path: string): Promise<string | undefined> {
  try {
    const hash = createHash("sha256");
    await pipeline(createReadStream(path), hash);
    return hash.digest("hex");
  } catch {
    // A file that cannot be read cannot be known to be the same.
    return undefined;
  }
}
