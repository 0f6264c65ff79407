import { createHash } from "node:crypto";
import { link, open, rmdir, unlink, type FileHandle } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { changeAgainst, standing } from "./existing-file.ts";
import { FileWriter } from "./file-writer.ts";
import { makeFolders } from "./make-folders.ts";
import type { FinishedFile, OutputFile, OutputSet } from "./output-set.ts";
import { replaceFile, syncFolder } from "./replace-file.ts";
import { releaseTemporary, removeLeftovers, temporaryBeside } from "./temporary-names.ts";
import { freeBytes, writeError } from "./write-error.ts";

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
    const handle = await this.#guard(target, async () => {
      await this.#enter(dirname(target));
      if ((await standing(target)) === "folder") throw Object.assign(new Error("a folder"), { code: "EISDIR" });
      return await open(pending.temporary, "wx");
    });
    pending.handle = handle;
    return this.#output(path, pending, handle);
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

  #output(path: string, pending: Pending, handle: FileHandle): OutputFile {
    const hash = createHash("sha256");
    const writer = new FileWriter(handle);
    let bytes = 0;
    return {
      write: (chunk, done) =>
        this.#guard(pending.target, async () => {
          // The disk works while the hash is computed.
          writer.begin(chunk, done);
          hash.update(chunk);
          bytes += chunk.length;
          await (done === undefined ? writer.written() : writer.room());
        }),
      finish: () =>
        this.#guard(pending.target, async () => {
          await writer.sync();
          await handle.close();
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
