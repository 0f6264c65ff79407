import { basename, resolve } from "node:path";
import { catalogue } from "../../../shared/catalogue/index.ts";
import type { DesignVersions } from "../../../shared/project/design-versions.ts";
import { renameKeys, takenBack } from "../../../shared/project/rename-keys.ts";
import { writeSchemaLock } from "../../../shared/project/schema-lock.ts";
import type { RenamedName } from "../../../shared/project/taken-schema.ts";
import { fileOrder, writeProjectFile } from "../../../shared/project/write-project-file.ts";
import { designOf } from "../../../shared/rules/design-of.ts";
import { designVersions, versionsToKeep } from "../design-versions.ts";
import { standingMaskKey } from "../mask-lock.ts";
import { fingerprint, writeProjectFolder } from "../storage/project-folder.ts";
import { sourceName } from "../storage/source-path.ts";
import type { Session } from "./session.ts";

/**
 * Writes a session's project into `folder`, which becomes its folder. What somebody else wrote there meanwhile is not
 * overwritten unless `overwrite` says so.
 */
export async function saveSession(session: Session, folder: string, overwrite: boolean): Promise<void> {
  const full = resolve(folder);
  const moved = session.folder !== full;
  const source = sourceName(full, session.source.path);
  if (session.project.source !== source) session.project = { ...session.project, source };
  // The lock keeps the versions of the project itself, whatever scenario is looked at.
  const design = designOf(session.model, session.project, catalogue);
  // Comments travel with a project that is saved to another folder.
  const renamed = session.project.taken?.renamed ?? [];
  const before = session.text === undefined ? null : underNewNames(session.text, session.renamed, renamed);
  const text = writeProjectFile(before, session.project, catalogue, fileOrder(session.model));
  const known = moved || session.text === undefined ? null : fingerprint(session.text);
  // The schema changes with a migration only, and else what the project takes as it is: mostly its file is what this session wrote last.
  const versions = versionsToKeep(designVersions(design, catalogue), session.versions, session.project.accepted);
  const schema = session.schema.locked(session.project);
  const suggested = session.suggestions.toKeep(session.project);
  const locked = JSON.stringify([versions, session.schema.isTaken(session.project), suggested]);
  const stands = !moved && !overwrite && locked === session.locked;
  const lock = stands
    ? null
    : writeSchemaLock({ model: schema, versions: await withMaskKey(full, versions), suggested });
  await writeProjectFolder(full, { project: text, lock }, known, overwrite);
  session.folder = full;
  session.name = basename(full);
  session.text = text;
  session.renamed = renamed;
  session.locked = locked;
  session.savedAt = new Date().toISOString();
}

/** The key that masked a project is written by runs, so what stands in the lock counts, and not what a session has read. */
async function withMaskKey(folder: string, versions: DesignVersions): Promise<DesignVersions> {
  const maskKey = await standingMaskKey(folder);
  return maskKey === undefined ? versions : { ...versions, maskKey };
}

/** A text in which some names were changed already, with those that are changed now; an undo takes them back. */
function underNewNames(text: string, before: readonly RenamedName[], now: readonly RenamedName[]): string {
  if (JSON.stringify(before) === JSON.stringify(now)) return text;
  return renameKeys(renameKeys(text, takenBack(before)), now);
}
