import { createHash } from "node:crypto";
import { compareSchemas } from "../../../shared/drift/compare-schemas.ts";
import { driftReport, type DriftReport } from "../../../shared/drift/drift-report.ts";
import { migrateProject, type Migration } from "../../../shared/drift/migrate-project.ts";
import type { SaidRename, SchemaDrift } from "../../../shared/drift/schema-change.ts";
import { touchedBy } from "../../../shared/drift/touched-by.ts";
import { underPolicy } from "../../../shared/drift/with-new-columns.ts";
import { catalogue } from "../../../shared/catalogue/index.ts";
import type { Project } from "../../../shared/project/project.ts";
import type { RenamedName, TakenSchema } from "../../../shared/project/taken-schema.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";

/** What a project would become if it took the schema of its source as it is. */
export interface PreparedMigration extends Migration {
  readonly taken: TakenSchema;
}

/**
 * The schema that a project was made for beside the one that its source has. Saving keeps the first in the lock until the
 * project is migrated: whoever opens a project does not thereby agree to what has changed.
 */
export class SchemaState {
  readonly #saved: SchemaModel;
  readonly #now: SchemaModel;
  readonly #drift: SchemaDrift;
  #id: string | undefined;

  constructor(saved: SchemaModel | undefined, now: SchemaModel) {
    this.#saved = saved ?? now;
    this.#now = now;
    this.#drift = saved === undefined ? { changes: [], renames: [] } : compareSchemas(saved, now);
  }

  /** Whether the project and its source are of one schema. */
  isTaken({ taken }: Project): boolean {
    return this.#drift.changes.length === 0 || (taken !== undefined && taken.schema === this.#identity());
  }

  /** The schema to keep in the lock. */
  locked(project: Project): SchemaModel {
    return this.isTaken(project) ? this.#now : this.#saved;
  }

  /** What of the schema in the lock has come with a migration: a column, or without one how many rows a table has. */
  touched({ taken }: Project): ReturnType<typeof touchedBy> {
    return touchedBy(taken === undefined ? [] : this.#drift.changes);
  }

  /** The project as it is run. */
  planned(project: Project): Project {
    return this.isTaken(project) ? project : underPolicy(project, this.#drift, this.#now);
  }

  /** What has changed and what it breaks; undefined where nothing has. */
  report(project: Project): DriftReport | undefined {
    if (this.isTaken(project)) return undefined;
    return driftReport(project, this.#drift, { before: this.#saved, after: this.#now }, catalogue);
  }

  /** The same with names that a person has decided on, against another schema where one is given. */
  compare(project: Project, said: readonly SaidRename[], other?: SchemaModel): DriftReport {
    const after = other ?? this.#now;
    const drift = compareSchemas(this.#saved, after, said);
    return driftReport(project, drift, { before: this.#saved, after }, catalogue);
  }

  migrate(project: Project, said: readonly SaidRename[]): PreparedMigration {
    const schemas = { before: this.#saved, after: this.#now };
    const drift = compareSchemas(schemas.before, schemas.after, said);
    return {
      ...migrateProject(project, drift, schemas, catalogue),
      taken: { schema: this.#identity(), renamed: renamedNames(drift) },
    };
  }

  #identity(): string {
    this.#id ??= createHash("sha256").update(JSON.stringify(this.#now)).digest("hex");
    return this.#id;
  }
}

/** The names that move in the project file. */
export const renamedNames = ({ renames }: SchemaDrift): readonly RenamedName[] =>
  renames.map(({ table, column, to }) => ({ table, to, ...(column === undefined ? {} : { column }) }));
