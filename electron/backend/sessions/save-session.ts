import { basename, resolve } from "node:path";
import { catalogue } from "../../../shared/catalogue/index.ts";
import { writeSchemaLock } from "../../../shared/project/schema-lock.ts";
import { fileOrder, writeProjectFile } from "../../../shared/project/write-project-file.ts";
import { designOf } from "../../../shared/rules/design-of.ts";
import { designVersions, versionsToKeep } from "../design-versions.ts";
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
  const text = writeProjectFile(session.text ?? null, session.project, catalogue, fileOrder(session.model));
  const known = moved || session.text === undefined ? null : fingerprint(session.text);
  // The schema of a session never changes, only the generators in use: mostly its file is what this session wrote last.
  const versions = versionsToKeep(designVersions(design, catalogue), session.versions, session.project.accepted);
  const locked = JSON.stringify(versions);
  const stands = !moved && !overwrite && locked === session.locked;
  const lock = stands || !session.source.connected ? null : writeSchemaLock(session.model, versions);
  await writeProjectFolder(full, { project: text, lock }, known, overwrite);
  session.folder = full;
  session.name = basename(full);
  session.text = text;
  session.locked = locked;
  session.savedAt = new Date().toISOString();
}
