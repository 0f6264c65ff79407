import { catalogue } from "../../../shared/catalogue/index.ts";
import { readSchemaLock, writeSchemaLock } from "../../../shared/project/schema-lock.ts";
import { designVersions, versionsToKeep } from "../design-versions.ts";
import { fingerprint, readProjectFolder, writeProjectFolder } from "../storage/project-folder.ts";
import type { Session } from "./session.ts";

/**
 * Takes over what an upgrade changes in the values of a saved project: the versions go into its lock, whose schema stays as it
 * was saved. Answers with the sentence on the columns that have other values now; undefined where there are none.
 */
export async function acceptVersions(session: Session): Promise<string | undefined> {
  const { plan, problems } = await session.compiled();
  const changed = problems.find(({ code }) => code === "values-changed");
  if (changed === undefined || session.folder === undefined) return undefined;
  const { project, lock } = await readProjectFolder(session.folder);
  if (lock === null) return undefined;
  const now = designVersions(plan.design, catalogue);
  const text = writeSchemaLock(readSchemaLock(lock).model, versionsToKeep(now, session.versions, now));
  await writeProjectFolder(session.folder, { project, lock: text }, fingerprint(project), false);
  return changed.message;
}
