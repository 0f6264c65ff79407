import { realpath } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";
import type { FinishedFile, OutputFile, OutputSet } from "../../sinks/output-set.ts";
import { ContentKeeper, type Contents } from "./content-keeper.ts";

/** A file that a target gave. */
export interface GivenFile extends FinishedFile {
  readonly target: string;
  /** What stood there and what is to, where they are small enough to be shown. */
  readonly contents?: Contents;
}

/**
 * One set of files for the runs of many targets: each sees a folder of its own, all take their places together. `path` of its files
 * is relative to the root, with slashes.
 */
export class JointOutput {
  readonly #output: OutputSet;
  readonly #given = new Map<string, GivenFile>();
  readonly #taken = new Map<string, string>();
  readonly #keeper = new ContentKeeper();

  constructor(output: OutputSet) {
    this.#output = output;
  }

  get files(): readonly GivenFile[] {
    return [...this.#given.values()];
  }

  /** A whole path as the files have it. */
  pathOf(full: string): string {
    return relative(this.#output.folder, full).split(sep).join("/");
  }

  /** The folder of a target. Its commit and discard do nothing: {@link JointOutput.commit} is for all. */
  folder(target: string, folder: string): OutputSet {
    return {
      folder,
      prepare: async () => undefined,
      freeBytes: async () => await this.#output.freeBytes?.(),
      open: async (path) => {
        const file = await this.open(target, join(folder, path));
        // To the target its files are in its folder.
        return { ...file, finish: async () => ({ ...(await file.finish()), path }) };
      },
      remove: (path) => this.#output.remove(this.pathOf(join(folder, path))),
      commit: async () => undefined,
      discard: async () => undefined,
    };
  }

  /** `full` is a whole path. */
  async open(target: string, full: string): Promise<OutputFile> {
    const root = this.#output.folder;
    const path = this.pathOf(full);
    await refuseOutside(root, full, target);
    // Where upper and lower case are one, these would be one file.
    const key = path.toLowerCase();
    const other = this.#taken.get(key);
    if (other !== undefined) {
      throw new SeedloomError(
        "export-blocked",
        other === target
          ? `The export ${target} gives ${path} twice.`
          : `The exports ${other} and ${target} both give ${path}.`,
        "Give each export a folder of its own.",
      );
    }
    this.#taken.set(key, target);
    const file = await this.#output.open(path);
    const kept = this.#keeper.file(full);
    return {
      write: async (bytes, done) => {
        kept.add(bytes);
        await file.write(bytes, done);
      },
      finish: async () => {
        const finished = await file.finish();
        const contents = await kept.finish(finished.change);
        this.#given.set(path, { ...finished, path, target, ...(contents === undefined ? {} : { contents }) });
        return finished;
      },
    };
  }

  prepare(): Promise<void> {
    return this.#output.prepare();
  }

  remove(path: string): void {
    this.#output.remove(path);
  }

  commit(): Promise<void> {
    return this.#output.commit();
  }

  discard(): Promise<void> {
    return this.#output.discard();
  }
}

/** Nothing is written outside the root, be it by `..`, a full path or a link, nor into what is git's own: that can be run. */
export async function refuseOutside(root: string, full: string, target: string): Promise<void> {
  const refused = (where: string): SeedloomError =>
    new SeedloomError(
      "usage",
      `The export ${target} would write to ${dirname(full)}, ${where}.`,
      "Choose a folder inside, or export there by --format and --out.",
    );
  const gitsOwn = refused("which is git's own");
  if (!within(resolve(root), resolve(full))) throw refused(`which is outside of ${root}`);
  if (inGit(relative(root, full))) throw gitsOwn;
  const real = await realpath(root).catch(() => resolve(root));
  for (let at = dirname(resolve(full)); ; at = dirname(at)) {
    const found = await realpath(at).catch(() => undefined);
    if (found !== undefined) {
      if (inGit(relative(real, found))) throw gitsOwn;
      if (within(real, found)) return;
      // Above the root, which is not there yet, anything may be a link.
      if (!within(resolve(root), at)) return;
      throw refused(`a link that leads outside of ${root}`);
    }
    if (dirname(at) === at) return;
  }
}

/** Some file systems know `.git` by other names, too. */
const inGit = (path: string): boolean => path.split(/[\\/]/).some((name) => /^(\.git|git~1)[ .]*$/i.test(name));

const within = (root: string, path: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
