import { access, readdir, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import type { z } from "zod";
import type { listFolderInput } from "../../shared/api/inputs.ts";
import type { FolderListing } from "../../shared/api/views.ts";
import { SeedloomError } from "../../shared/base/errors.ts";
import { projectFileName } from "../../shared/project/read-project-file.ts";
import type { HostCapabilities } from "./host.ts";
import type { FilesService } from "./services.ts";

type Entry = FolderListing["entries"][number];

/** The window's own file browser, and the way to the files that an export wrote. */
export class Files implements FilesService {
  readonly #host: HostCapabilities;
  readonly #exported: () => readonly string[];

  constructor(host: HostCapabilities, exported: () => readonly string[]) {
    this.#host = host;
    this.#exported = exported;
  }

  async list({ folder = homedir(), kind }: z.output<typeof listFolderInput>): Promise<FolderListing> {
    const full = resolve(folder);
    const parent = dirname(full);
    const found = await readdir(full, { withFileTypes: true }).catch((error: unknown) => {
      throw unreadable(full, error);
    });
    const entries = await Promise.all(
      found.filter(({ name }) => !name.startsWith(".")).map(({ name }) => entryOf(join(full, name), name)),
    );
    return {
      folder: full,
      ...(parent === full ? {} : { parent }),
      entries: entries
        .filter((entry) => entry !== undefined)
        .filter((entry) => kind === "database" || entry.kind === "folder")
        .toSorted(byKindAndName),
    };
  }

  async reveal(path: string): Promise<void> {
    const full = resolve(path);
    const known = this.#exported().some((folder) => full === folder || full.startsWith(folder + sep));
    if (!known) throw new SeedloomError("usage", "Only a folder that an export wrote can be shown.");
    await this.#host.reveal(full);
  }
}

/** A name that cannot be looked at (a broken link, a folder of somebody else) is left out. */
async function entryOf(path: string, name: string): Promise<Entry | undefined> {
  try {
    const { size, ...found } = await lookAt(path);
    if (!found.folder) return found.file ? { name, path, kind: "file", bytes: size } : undefined;
    const project = await access(join(path, projectFileName)).then(
      () => true,
      () => false,
    );
    return { name, path, kind: "folder", ...(project ? { project } : {}) };
  } catch {
    return undefined;
  }
}

async function lookAt(
  path: string,
): Promise<{ readonly folder: boolean; readonly file: boolean; readonly size: number }> {
  const found = await stat(path);
  return { folder: found.isDirectory(), file: found.isFile(), size: found.size };
}

function byKindAndName(a: Entry, b: Entry): number {
  if (a.kind !== b.kind) return a.kind === "folder" ? -1 : 1;
  const [left, right] = [a.name.toLowerCase(), b.name.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

function unreadable(folder: string, cause: unknown): SeedloomError {
  const code = cause instanceof Error && "code" in cause ? cause.code : "";
  if (code === "ENOENT") return new SeedloomError("source-not-found", `There is no folder ${folder}.`);
  if (code === "ENOTDIR") return new SeedloomError("source-not-found", `${folder} is not a folder.`);
  return new SeedloomError("source-unreadable", `${folder} may not be read.`, "Choose another folder.", { cause });
}
