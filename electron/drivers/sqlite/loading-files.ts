import { realpathSync } from "node:fs";
import { SeedloomError } from "../../../shared/base/errors.ts";

// What looks into a file beside SQLite takes no lock, and would see pages that are half written. So while this process loads
// into a file, nothing else here reads it.

const loading = new Set<string>();

/** Marks a file as being loaded into, until the answer is called. `path` has its links followed. */
export function markLoading(path: string): () => void {
  refuseWhileLoading(path);
  loading.add(path);
  return () => {
    loading.delete(path);
  };
}

/** Throws where this process loads into the file. */
export function refuseWhileLoading(given: string): void {
  if (loading.size === 0 || !loading.has(realPath(given))) return;
  throw new SeedloomError(
    "source-locked",
    `Seedloom is loading into ${given} just now.`,
    "Wait until the load has ended, or cancel it; a file's own rows cannot be loaded into it.",
  );
}

function realPath(given: string): string {
  try {
    return realpathSync(given);
  } catch {
    return given;
  }
}
