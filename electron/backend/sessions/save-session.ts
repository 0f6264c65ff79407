import { basename, resolve } from "node:path";
import { generatorCatalogue } from "../../../shared/generators/index.ts";
import { writeSchemaLock } from "../../../shared/project/schema-lock.ts";
import { fileOrder, writeProjectFile } from "../../../shared/project/write-project-file.ts";
import { designVersions } from "../design-versions.ts";
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
  const { plan } = await session.compiled();
  // Comments travel with a project that is saved to another folder.
  const text = writeProjectFile(session.text ?? null, session.project, generatorCatalogue, fileOrder(session.model));
  const lock = session.source.connected
    ? writeSchemaLock(session.model, designVersions(plan.design, generatorCatalogue))
    : null;
  const known = moved || session.text === undefined ? null : fingerprint(session.text);
  await writeProjectFolder(full, { project: text, lock }, overwrite ? "any" : known);
  session.folder = full;
  session.name = basename(full);
  session.text = text;
  session.savedAt = new Date().toISOString();
}
