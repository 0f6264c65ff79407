import { createHash } from "node:crypto";
import { link, open, rmdir, unlink, type FileHandle } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { changeAgainst, standing } from "./existing-file.ts";
import { makeFolders } from "./make-folders.ts";
import type { FinishedFile, OutputFile, OutputSet } from "./output-set.ts";
import { replaceFile, syncFolder } from "./replace-file.ts";
import { releaseTemporary, removeLeftovers, temporaryBeside } from "./temporary-names.ts";
import { freeBytes, writeError } from "./write-error.ts";

/** After so many bytes the disk is asked to take what was written, while more is: the last sync then finds little left to do. */
const flushBytes = 16 * 1024 * 1024;

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
export class FileSet implements OutputSet {
  readonly folder: string;
  readonly #pending: Pending[] = [];
  readonly #removed: string[] = [];
  readonly #bytesNeeded: () => number | undefined;
  /** All folders that files go into, outermost first; those of them that this run made. */
  readonly #folders = new Set<string>();
  readonly #madeFolders: string[] = [];

  /** `bytesNeeded` says about how many bytes are still to come, for the sentence about a full disk. */
  constructor(folder: string, bytesNeeded: () => number | undefined = () => undefined) {
    this.folder = resolve(folder);
    this.#bytesNeeded = bytesNeeded;
  }

  /** Makes the folder and clears what killed runs left in it. */
  async prepare(): Promise<void> {
    await this.#guard(join(this.folder, "manifest.json"), () => this.#enter(this.folder));
  }

  freeBytes(): Promise<number | undefined> {
    return freeBytes(this.folder);
  }

  async open(path: string): Promise<OutputFile> {
    const target = join(this.folder, path);
    const pending: Pending = { target, temporary: temporaryBeside(target), handle: undefined, change: undefined };
    this.#pending.push(pending);
    await this.#guard(target, async () => {
      await this.#enter(dirname(target));
      if ((await standing(target)) === "folder") throw Object.assign(new Error("a folder"), { code: "EISDIR" });
      pending.handle = await open(pending.temporary, "wx");
    });
    return this.#output(path, pending);
  }

  remove(path: string): void {
    this.#removed.push(join(this.folder, path));
  }

  /** Puts all finished files in their places. Where that fails half-way, the files already replaced are put back. */
  async commit(): Promise<void> {
    const done: { readonly target: string; readonly old: string | undefined }[] = [];
    const olds: (string | undefined)[] = [];
    try {
      for (const { target, temporary, change } of this.#pending) {
        // Left alone, an unchanged file keeps its time stamp, and build tools see that nothing happened.
        if (change === "unchanged") continue;
        await this.#guard(target, async () => {
          const old = change === "changed" ? await keepOld(target) : undefined;
          olds.push(old);
          await replaceFile(temporary, target);
          done.push({ target, old });
        });
      }
      for (const target of this.#removed) {
        const old = temporaryBeside(target);
        olds.push(old);
        await this.#guard(target, () => replaceFile(target, old));
        done.push({ target, old });
      }
    } catch (error) {
      for (const { target, old } of done.toReversed()) {
        await (old === undefined ? unlink(target) : replaceFile(old, target)).catch(() => undefined);
      }
      await this.#removeAll(olds);
      throw error;
    }
    await this.#removeAll(olds);
    for (const folder of this.#folders) await syncFolder(folder);
  }

  /** Removes what was written and not committed, and the folders that this run made. */
  async discard(): Promise<void> {
    for (const { handle } of this.#pending) await handle?.close().catch(() => undefined);
    await this.#removeAll([]);
    for (const folder of this.#madeFolders.toReversed()) await rmdir(folder).catch(() => undefined);
  }

  /** Makes a folder that files go into. */
  async #enter(folder: string): Promise<void> {
    if (this.#folders.has(folder)) return;
    const first = await makeFolders(folder);
    this.#folders.add(folder);
    if (first === undefined) await removeLeftovers(folder);
    else this.#madeFolders.push(...foldersBetween(first, folder));
  }

  async #removeAll(olds: readonly (string | undefined)[]): Promise<void> {
    for (const path of [...this.#pending.map(({ temporary }) => temporary), ...olds]) {
      if (path === undefined) continue;
      await unlink(path).catch(() => undefined);
      releaseTemporary(path);
    }
  }

  #output(path: string, pending: Pending): OutputFile {
    const hash = createHash("sha256");
    const flush = flusher();
    let bytes = 0;
    return {
      write: (chunk) =>
        this.#guard(pending.target, async () => {
          // The disk works while the hash is computed.
          const writing = writeAll(opened(pending), chunk);
          hash.update(chunk);
          await writing;
          bytes += chunk.length;
          flush.wrote(opened(pending), chunk.length);
        }),
      finish: () =>
        this.#guard(pending.target, async () => {
          await flush.done();
          await opened(pending).sync();
          await opened(pending).close();
          pending.handle = undefined;
          const sha256 = hash.digest("hex");
          pending.change = await changeAgainst(pending.target, bytes, sha256);
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

/** Flushes a file beside its writes, once at a time. A failure is told at the end: the system tells it a handle only once. */
function flusher(): { wrote(handle: FileHandle, bytes: number): void; done(): Promise<void> } {
  let waiting = 0;
  let flushing: Promise<void> | undefined;
  let failed: { readonly error: unknown } | undefined;
  return {
    wrote(handle, bytes) {
      waiting += bytes;
      if (waiting < flushBytes || flushing !== undefined) return;
      waiting = 0;
      flushing = handle
        .datasync()
        .catch((error: unknown) => {
          failed ??= { error };
        })
        .finally(() => {
          flushing = undefined;
        });
    },
    async done() {
      await flushing;
      if (failed !== undefined) throw failed.error;
    },
  };
}

/** On a disk that is nearly full less may be written than was given. */
async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length;) {
    const { bytesWritten } = await handle.write(chunk, at, chunk.length - at);
    at += bytesWritten;
  }
}

function opened(pending: Pending): FileHandle {
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

/** `folder` and those above it up to `first`, outermost first. */
function foldersBetween(first: string, folder: string): string[] {
  const folders: string[] = [];
  for (let at = folder; at.length >= first.length; at = dirname(at)) folders.unshift(at);
  return folders;
}
