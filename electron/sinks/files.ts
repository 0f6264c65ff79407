import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { link, mkdir, open, stat, unlink, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { replaceFile, syncFolder } from "./replace-file.ts";
import { releaseTemporary, removeLeftovers, temporaryBeside } from "./temporary-names.ts";
import { writeError } from "./write-error.ts";

/** A file of the set that is complete, before it takes its place. */
export interface FinishedFile {
  /** Relative to the folder. */
  readonly path: string;
  readonly bytes: number;
  /** Of all bytes, hexadecimal. */
  readonly sha256: string;
  /** Against the file that stands there. */
  readonly change: "added" | "changed" | "unchanged";
}

export interface OutputFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Flushes to the disk and compares with the file that stands there. */
  finish(): Promise<FinishedFile>;
}

interface Pending {
  readonly target: string;
  readonly temporary: string;
  handle: FileHandle | undefined;
  change: FinishedFile["change"] | undefined;
}

/**
 * The files of one run in one folder. They are written beside their targets under temporary names and take their places
 * together, once all are complete: a run that is cancelled, fails or is killed leaves the old files as they were.
 */
export class FileSet {
  readonly folder: string;
  readonly #pending: Pending[] = [];
  readonly #bytesNeeded: () => number | undefined;
  #madeFolders: string[] = [];

  /** `bytesNeeded` says about how many bytes are still to come, for the sentence about a full disk. */
  constructor(folder: string, bytesNeeded: () => number | undefined = () => undefined) {
    this.folder = folder;
    this.#bytesNeeded = bytesNeeded;
  }

  /** Makes the folder and clears what killed runs left in it. */
  async prepare(): Promise<void> {
    await this.#guard(join(this.folder, "."), async () => {
      const first = await mkdir(this.folder, { recursive: true });
      if (first !== undefined) this.#madeFolders = foldersDownTo(first, this.folder);
      await removeLeftovers(this.folder);
    });
  }

  async open(path: string): Promise<OutputFile> {
    const target = join(this.folder, path);
    const pending: Pending = { target, temporary: temporaryBeside(target), handle: undefined, change: undefined };
    this.#pending.push(pending);
    await this.#guard(target, async () => {
      if ((await sizeOf(target)) === "folder") throw Object.assign(new Error("a folder"), { code: "EISDIR" });
      pending.handle = await open(pending.temporary, "wx");
    });
    return this.#output(path, pending);
  }

  /** Puts all finished files in their places. Where that fails half-way, the files already replaced are put back. */
  async commit(): Promise<void> {
    const undo: { readonly target: string; readonly old: string | undefined }[] = [];
    try {
      for (const { target, temporary, change } of this.#pending) {
        if (change === "unchanged") continue;
        await this.#guard(target, async () => {
          const old = change === "changed" ? await keepOld(target) : undefined;
          undo.push({ target, old });
          await replaceFile(temporary, target);
        });
      }
    } catch (error) {
      // The last entry was not replaced, but putting its old file back does no harm.
      for (const { target, old } of undo.slice(0, -1).reverse()) {
        await (old === undefined ? unlink(target) : replaceFile(old, target)).catch(() => undefined);
      }
      await this.#remove(undo);
      throw error;
    }
    await this.#remove(undo);
    await syncFolder(this.folder);
  }

  /** Removes what was written and not committed, and the folder where this run made it. */
  async discard(): Promise<void> {
    for (const { handle } of this.#pending) await handle?.close().catch(() => undefined);
    await this.#remove([]);
    const { rmdir } = await import("node:fs/promises");
    for (const folder of this.#madeFolders.reverse()) await rmdir(folder).catch(() => undefined);
  }

  async #remove(undo: readonly { readonly old: string | undefined }[]): Promise<void> {
    for (const path of [...this.#pending.map(({ temporary }) => temporary), ...undo.map(({ old }) => old)]) {
      if (path === undefined) continue;
      await unlink(path).catch(() => undefined);
      releaseTemporary(path);
    }
  }

  #output(path: string, pending: Pending): OutputFile {
    const hash: Hash = createHash("sha256");
    let bytes = 0;
    return {
      write: (chunk) =>
        this.#guard(pending.target, async () => {
          hash.update(chunk);
          for (let at = 0; at < chunk.length;) {
            // A file handle may write less than it is given, on a disk that is nearly full.
            const { bytesWritten } = await handleOf(pending).write(chunk, at, chunk.length - at);
            at += bytesWritten;
          }
          bytes += chunk.length;
        }),
      finish: () =>
        this.#guard(pending.target, async () => {
          const handle = handleOf(pending);
          await handle.sync();
          await handle.close();
          pending.handle = undefined;
          const sha256 = hash.digest("hex");
          const size = await sizeOf(pending.target);
          const same = size === bytes && (await sha256Of(pending.target)) === sha256;
          pending.change = size === undefined ? "added" : same ? "unchanged" : "changed";
          return { path, bytes, sha256, change: pending.change };
        }),
    };
  }

  async #guard<T>(path: string, action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw await writeError(error, path, this.#bytesNeeded());
    }
  }
}

function handleOf(pending: Pending): FileHandle {
  if (pending.handle === undefined) throw new Error("The file is closed.");
  return pending.handle;
}

/** A second name for the old file, until the new ones are in place; undefined where the file system has no links. */
async function keepOld(target: string): Promise<string | undefined> {
  const old = temporaryBeside(target);
  try {
    await link(target, old);
    return old;
  } catch {
    releaseTemporary(old);
    return undefined;
  }
}

async function sizeOf(path: string): Promise<number | "folder" | undefined> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : found.size;
  } catch {
    return undefined;
  }
}

/** The SHA-256 of a file's bytes, hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** `folder` and those above it down from `first`, outermost first. */
function foldersDownTo(first: string, folder: string): string[] {
  const folders: string[] = [];
  for (let at = folder; at.length >= first.length; at = dirname(at)) folders.unshift(at);
  return folders;
}
