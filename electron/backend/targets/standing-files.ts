import { readFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { z } from "zod";
import type { RepositoryView } from "../../../shared/api/target-views.ts";
import { SeedloomError, isSeedloomError } from "../../../shared/base/errors.ts";
import { isManifest, manifestName } from "../../jobs/manifest-name.ts";
import { sha256Of } from "../../sinks/existing-file.ts";
import { exportsLockName, type ExportsLock } from "./exports-lock.ts";
import { refuseOutside, type GivenFile } from "./joint-output.ts";
import type { RanTarget } from "./run-targets.ts";

export interface FileWithEdits extends GivenFile {
  /** What stands there was not written by an export. */
  readonly edited: boolean;
}

/** A file that an export wrote and gives no longer. */
export interface OutdatedFile {
  readonly path: string;
  readonly target: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly edited: boolean;
}

type Place = Pick<RepositoryView, "base" | "root">;

/** Says of each file that would change whether somebody has edited what stands there since an export wrote it. */
export async function withEdits(
  files: readonly GivenFile[],
  { base, root }: Place,
  lock: ExportsLock,
): Promise<readonly FileWithEdits[]> {
  const written = writtenHashes(lock, base, root);
  const manifests = new Map<string, Promise<ReadonlyMap<string, string>>>();
  return Promise.all(
    files.map(async (file): Promise<FileWithEdits> => {
      const name = basename(file.path);
      if (file.change !== "changed") return { ...file, edited: false };
      const full = join(root, file.path);
      const known = written.get(file.path);
      if (known !== undefined) return { ...file, edited: (await sha256Of(full)) !== known };
      // Written before there was a lock: the manifest beside it knows its hash, and is its own.
      if (isManifest(name) || name === exportsLockName) return { ...file, edited: false };
      const folder = dirname(full);
      const beside = manifests.get(folder) ?? readManifest(folder);
      manifests.set(folder, beside);
      return { ...file, edited: (await beside).get(name) !== (await sha256Of(full)) };
    }),
  );
}

/** Hashes of all files that exports wrote last, by path from the root. */
function writtenHashes({ targets }: ExportsLock, base: string, root: string): ReadonlyMap<string, string> {
  return new Map(
    Object.values(targets).flatMap(({ files }) =>
      Object.entries(files).map(([path, { sha256 }]) => [fromRoot(root, base, path), sha256] as const),
    ),
  );
}

const fromRoot = (root: string, base: string, path: string): string =>
  relative(root, resolve(base, path)).split(sep).join("/");

const manifestSchema = z.looseObject({ files: z.array(z.looseObject({ path: z.string(), sha256: z.string() })) });

async function readManifest(folder: string): Promise<ReadonlyMap<string, string>> {
  try {
    const { files } = manifestSchema.parse(JSON.parse(await readFile(join(folder, manifestName), "utf8")));
    return new Map(files.map(({ path, sha256 }) => [path, sha256]));
  } catch {
    return new Map();
  }
}

/** The files that the targets of this run wrote the last time and do not give now; with `all`, those of targets that are gone, too. */
export async function outdatedFiles(
  given: readonly GivenFile[],
  ran: readonly RanTarget[],
  { base, root }: Place,
  lock: ExportsLock,
  all: boolean,
): Promise<readonly OutdatedFile[]> {
  const now = new Set(given.map(({ path }) => path));
  const names = new Set(ran.map(({ meant }) => meant.name));
  const found: OutdatedFile[] = [];
  for (const [target, { files }] of Object.entries(lock.targets)) {
    if (!all && !names.has(target)) continue;
    for (const [name, { bytes, sha256 }] of Object.entries(files)) {
      const full = resolve(base, name);
      const path = fromRoot(root, base, name);
      if (now.has(path) || !(await inside(root, full))) continue;
      const standing = await sha256Of(full);
      if (standing !== undefined) found.push({ path, target, bytes, sha256, edited: standing !== sha256 });
    }
  }
  return found;
}

/** The lock is a file that others may write: nothing outside the root is touched for its word. */
async function inside(root: string, full: string): Promise<boolean> {
  try {
    await refuseOutside(root, full, "");
    return true;
  } catch (error) {
    if (isSeedloomError(error)) return false;
    throw error;
  }
}

/** Stops a run that would overwrite or remove what somebody has edited. */
export function refuseEdited(files: readonly (FileWithEdits | OutdatedFile)[]): void {
  const edited = files.filter((file) => file.edited).map(({ path }) => path);
  if (edited.length === 0) return;
  const names = edited.length > 5 ? [...edited.slice(0, 5), `${edited.length - 5} more`] : edited;
  throw new SeedloomError(
    "files-edited",
    `${edited.length === 1 ? "This file was" : "These files were"} edited since an export wrote ${edited.length === 1 ? "it" : "them"}: ${names.join(", ")}.`,
    "Nothing was written. Move the edits into rules or pinned rows, or overwrite them: --overwrite-edited.",
  );
}
