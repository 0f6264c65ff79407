import { catalogue } from "../../shared/catalogue/index.ts";
import { compareSchemas } from "../../shared/drift/compare-schemas.ts";
import { driftReport, type DriftReport } from "../../shared/drift/drift-report.ts";
import type { SaidRename } from "../../shared/drift/schema-change.ts";
import { SeedloomError } from "../../shared/base/errors.ts";
import type { Project } from "../../shared/project/project.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";

/** What has changed between the schema in a project's lock and another; nothing where there is no lock. */
export function reportDrift(
  project: Project,
  locked: SchemaModel | undefined,
  now: SchemaModel,
  said: readonly SaidRename[],
): DriftReport | undefined {
  if (locked === undefined) return undefined;
  refuseOtherEngine(locked, now);
  return driftReport(project, compareSchemas(locked, now, said), { before: locked, after: now }, catalogue);
}

/** Types, defaults and checks are in each engine's own words: there is nothing to compare between two. */
export function refuseOtherEngine(locked: SchemaModel, now: SchemaModel): void {
  if (locked.engine === now.engine) return;
  throw new SeedloomError(
    "usage",
    `The project was made for a schema of ${engines[locked.engine]}, and this one is of ${engines[now.engine]}.`,
    "Compare it with a database of the same kind.",
  );
}

const engines: Readonly<Record<SchemaModel["engine"], string>> = {
  sqlite: "SQLite",
  postgresql: "PostgreSQL",
  mysql: "MySQL or MariaDB",
};

/** `--rename orders.status=state`, `--rename orders=purchases`; nothing behind the sign says that it is no renaming. */
export function saidRenames(words: readonly string[], locked: SchemaModel | undefined): readonly SaidRename[] {
  return words.map((word) => {
    const sign = word.lastIndexOf("=");
    const [from, to] = [word.slice(0, Math.max(0, sign)), word.slice(sign + 1) || null];
    const table = locked?.tables.find(({ id }) => from === id);
    if (table !== undefined) return { table: table.id, to };
    const owner = locked?.tables.find(({ id, columns }) => columns.some(({ name }) => from === `${id}.${name}`));
    if (sign > 0 && owner !== undefined) return { table: owner.id, column: from.slice(owner.id.length + 1), to };
    throw new SeedloomError(
      "usage",
      `${word} names no table or column that the project was made for.`,
      "Say --rename OLD=NEW, as in --rename orders.status=state; --rename orders.status= where it is no renaming.",
    );
  });
}
