import { catalogue } from "../../../shared/catalogue/index.ts";
import { applyEdit } from "../../../shared/project/apply-edit.ts";
import { readSchemaLock, writeSchemaLock } from "../../../shared/project/schema-lock.ts";
import { designVersions, versionsToKeep } from "../design-versions.ts";
import { fingerprint, readProjectFolder, writeProjectFolder } from "../storage/project-folder.ts";
import type { Session } from "./session.ts";

/**
 * Takes over what an upgrade changes in the values of a saved project: the versions go into its lock, whose schema stays as it
 * was saved, and so do the suggestions, which a lock of format 1 had not. Answers with the sentences on the columns that have other
 * values now; undefined where there are none.
 */
export async function acceptVersions(session: Session): Promise<string | undefined> {
  const { plan } = await session.compiled();
  const changed = session.upgrade(plan.design);
  if (session.folder === undefined || (changed.length === 0 && session.suggestions.isRecorded)) return undefined;
  const { project, lock } = await readProjectFolder(session.folder);
  if (lock === null) return undefined;
  const now = designVersions(plan.design, catalogue);
  const versions = versionsToKeep(now, session.versions, now);
  const suggested = session.suggestions.toKeep(applyEdit(session.project, { kind: "take-suggestions" }));
  const text = writeSchemaLock({ model: readSchemaLock(lock).model, versions, suggested });
  await writeProjectFolder(session.folder, { project, lock: text }, fingerprint(project), false);
  return changed.length === 0 ? undefined : changed.map(({ message }) => message).join(" ");
}
