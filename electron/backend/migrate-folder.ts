import { SeedloomError } from "../../shared/base/errors.ts";
import { catalogue } from "../../shared/catalogue/index.ts";
import { compareSchemas } from "../../shared/drift/compare-schemas.ts";
import { migrateProject, type Migration } from "../../shared/drift/migrate-project.ts";
import type { SaidRename, SchemaDrift } from "../../shared/drift/schema-change.ts";
import { touchedBy } from "../../shared/drift/touched-by.ts";
import { suggestedRules, withEarlier } from "../../shared/project/changed-suggestions.ts";
import { readProjectFile } from "../../shared/project/read-project-file.ts";
import { renameKeys } from "../../shared/project/rename-keys.ts";
import { readSchemaLock, writeSchemaLock, type SchemaLock } from "../../shared/project/schema-lock.ts";
import { fileOrder, writeProjectFile } from "../../shared/project/write-project-file.ts";
import { designOf } from "../../shared/rules/design-of.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import { designVersions, versionsToKeep } from "./design-versions.ts";
import { renamedNames } from "./sessions/schema-state.ts";
import { fingerprint, projectFolder, readProjectFolder, writeProjectFolder } from "./storage/project-folder.ts";

export interface FolderMigration extends Migration {
  readonly drift: SchemaDrift;
  /** Writes the project and its lock; what somebody else wrote meanwhile is not overwritten. */
  write(): Promise<void>;
}

/** Makes ready what a saved project becomes when it takes a schema over. Nothing has been written. */
export async function migrateFolder(
  path: string,
  after: SchemaModel,
  said: (locked: SchemaModel) => readonly SaidRename[],
): Promise<FolderMigration> {
  const folder = projectFolder(path);
  const texts = await readProjectFolder(folder);
  const { project } = readProjectFile(texts.project, catalogue);
  const lock = lockOf(texts.lock);
  const drift = compareSchemas(lock.model, after, said(lock.model));
  const migration = migrateProject(project, drift, { before: lock.model, after }, catalogue);
  return {
    ...migration,
    drift,
    async write() {
      const named = renameKeys(texts.project, renamedNames(drift));
      const text = writeProjectFile(named, migration.project, catalogue, fileOrder(after));
      const design = designOf(after, migration.project, catalogue);
      const versions = versionsToKeep(designVersions(design, catalogue), lock.versions, undefined);
      const now = suggestedRules(after, migration.project, catalogue);
      const touched = touchedBy(drift.changes);
      const suggested = withEarlier(now, lock.suggested ?? now, (table, column) => !touched(table, column));
      const files = { project: text, lock: writeSchemaLock({ model: after, versions, suggested }) };
      await writeProjectFolder(folder, files, fingerprint(texts.project), false);
    },
  };
}

function lockOf(text: string | null): SchemaLock {
  if (text !== null) return readSchemaLock(text);
  throw new SeedloomError(
    "project-invalid",
    "The project has no schema.lock.json, so nobody knows what has changed since it was made.",
    "Take the file from version control; or open the project and save it, which writes the schema as it is.",
  );
}
