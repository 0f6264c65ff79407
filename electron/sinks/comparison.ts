import { createHash } from "node:crypto";
import { join } from "node:path";
import { changeAgainst } from "./existing-file.ts";
import type { OutputSet } from "./output-set.ts";

/** A run that writes nothing: its files only say whether those in the folder are the same. */
export function comparison(folder: string): OutputSet {
  return {
    folder,
    prepare: async () => undefined,
    open: async (path) => {
      const hash = createHash("sha256");
      let bytes = 0;
      return {
        write: async (chunk, done) => {
          hash.update(chunk);
          bytes += chunk.length;
          done?.();
        },
        finish: async () => {
          const sha256 = hash.digest("hex");
          return { path, bytes, sha256, change: await changeAgainst(join(folder, path), bytes, sha256) };
        },
      };
    },
    remove: () => undefined,
    commit: async () => undefined,
    discard: async () => undefined,
  };
}
