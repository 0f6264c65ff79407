import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { projectFileName } from "../../../shared/project/read-project-file.ts";
import { isMissing } from "../../sinks/write-error.ts";
import { writeFileAtomic } from "../../sinks/write-file-atomic.ts";

const lockFileName = "schema.lock.json";

/** The texts of a project's files. `lock` is null where there is none. */
export interface ProjectTexts {
  readonly project: string;
  readonly lock: string | null;
}

/** The project folder that a person means by `path`: the folder itself, or the one in which a seedloom.yaml lies. */
export function projectFolder(path: string): string {
  const full = resolve(path);
  return /\.ya?ml$/i.test(basename(full)) ? dirname(full) : full;
}

/** Whether a project lies in `folder`. */
export const holdsProject = async (folder: string): Promise<boolean> =>
  (await readText(join(folder, projectFileName))) !== null;

export async function readProjectFolder(folder: string): Promise<ProjectTexts> {
  const project = await readText(join(folder, projectFileName));
  if (project === null) throw await notFound(folder);
  return { project, lock: await readText(join(folder, lockFileName)) };
}

/** Identifies a text without keeping it. */
export const fingerprint = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Writes a project's files, each whole or not at all. `known` is the fingerprint of the seedloom.yaml that this session read
 * or wrote last, null where it has not: anything else that stands there was written by somebody else, and stays unless `overwrite` says otherwise.
 */
export async function writeProjectFolder(
  folder: string,
  texts: ProjectTexts,
  known: string | null,
  overwrite: boolean,
): Promise<void> {
  const path = join(folder, projectFileName);
  const standing = await readText(path);
  if (!overwrite && standing !== null && standing !== texts.project && fingerprint(standing) !== known) {
    throw known === null
      ? new SeedloomError(
          "project-changed-on-disk",
          `${folder} already holds a project.`,
          "Open that project, save to another folder, or replace it.",
        )
      : new SeedloomError(
          "project-changed-on-disk",
          `${path} was changed by another program or window since it was read.`,
          "Open the project again to see that change, save to another folder, or replace the file.",
        );
  }
  if (texts.lock !== null) {
    const lockPath = join(folder, lockFileName);
    if ((await readText(lockPath)) !== texts.lock) await writeFileAtomic(lockPath, texts.lock);
  }
  if (standing !== texts.project) await writeFileAtomic(path, texts.project);
}

async function notFound(folder: string): Promise<SeedloomError> {
  const hint = "A project is a folder with a seedloom.yaml; `seedloom init SOURCE` makes one.";
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) return new SeedloomError("project-not-found", `There is no folder ${folder}.`, hint);
  return new SeedloomError("project-not-found", `${folder} holds no project.`, hint);
}

async function readText(path: string): Promise<string | null> {
  try {
    const bytes = await readFile(path);
    return decode(bytes, path);
  } catch (error) {
    if (isMissing(error) || hasCode(error, "ENOTDIR")) return null;
    if (hasCode(error, "EACCES") || hasCode(error, "EPERM")) {
      throw new SeedloomError(
        "source-unreadable",
        `${path} may not be read: permission is denied.`,
        "Change who may read it.",
        {
          cause: error,
        },
      );
    }
    if (hasCode(error, "EISDIR")) {
      throw new SeedloomError(
        "project-invalid",
        `${path} is a folder, and a file should be there.`,
        "Rename the folder.",
      );
    }
    throw error;
  }
}

function decode(bytes: Buffer, path: string): string {
  try {
    // A byte order mark is dropped by the decoder.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new SeedloomError("project-syntax", `${path} is not UTF-8 text.`, "Save the file as UTF-8.");
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
