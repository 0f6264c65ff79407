import { readFile, stat } from "node:fs/promises";
import type { FinishedFile } from "../../sinks/output-set.ts";

/** What stood in a file and what is to stand there; a side that is too large, or no text, is only a size. */
export interface Contents {
  readonly before?: Content;
  readonly after: Content;
}

export type Content = { readonly text: string } | { readonly bytes: number; readonly binary: boolean };

/** Larger files are not shown line by line. */
const mostOfFile = 2 * 1024 * 1024;
/** Bytes of all files of a run that are held to be shown. */
const mostOfAll = 96 * 1024 * 1024;

/** Keeps in memory what a run writes, as far as somebody could want to look at it. */
export class ContentKeeper {
  #held = 0;

  file(path: string): {
    add(bytes: Uint8Array): void;
    finish(change: FinishedFile["change"]): Promise<Contents | undefined>;
  } {
    let chunks: Uint8Array[] | undefined = [];
    let bytes = 0;
    const drop = (): void => {
      this.#held -= chunks?.reduce((sum, chunk) => sum + chunk.length, 0) ?? 0;
      chunks = undefined;
    };
    return {
      add: (chunk) => {
        bytes += chunk.length;
        if (chunks === undefined) return;
        if (bytes > mostOfFile || this.#held + chunk.length > mostOfAll) return drop();
        this.#held += chunk.length;
        // The writer uses its memory again.
        chunks.push(chunk.slice());
      },
      finish: async (change) => {
        if (change === "unchanged") {
          drop();
          return undefined;
        }
        const after = contentOf(chunks === undefined ? undefined : Buffer.concat(chunks), bytes);
        if (!("text" in after)) drop();
        return change === "added" ? { after } : { before: await readContent(path), after };
      },
    };
  }
}

/** What stands in a file now. */
export async function readContent(path: string): Promise<Content> {
  try {
    const { size } = await stat(path);
    return contentOf(size > mostOfFile ? undefined : await readFile(path), size);
  } catch {
    return { bytes: 0, binary: true };
  }
}

function contentOf(whole: Buffer | undefined, bytes: number): Content {
  if (whole === undefined) return { bytes, binary: false };
  try {
    // As git does: text has no zero byte at its beginning.
    if (whole.subarray(0, 8000).includes(0)) return { bytes, binary: true };
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(whole) };
  } catch {
    return { bytes, binary: true };
  }
}
