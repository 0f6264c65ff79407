import type { GeneratorCatalogue } from "../generators/generator.ts";
import { defaultNewColumns, type NewColumns } from "../project/new-columns.ts";
import type { Project } from "../project/project.ts";
import { findColumn, findTable, type SchemaModel } from "../schema/schema-model.ts";
import { brokenBy, exportsWithout, type Broken } from "./broken-by.ts";
import { isSettled } from "./new-columns.ts";
import type { Comparison, Rename, SchemaChange, SchemaDrift } from "./schema-change.ts";

/** A change with what it means for a project. */
export interface ReportedChange extends SchemaChange {
  readonly breaks: readonly Broken[];
  /** The project's policy on new columns says what becomes of it. */
  readonly settled: boolean;
}

/** The verdict on a schema that a project was not made for: the same in the window, the command line and its exit code. */
export interface DriftReport {
  readonly changes: readonly ReportedChange[];
  readonly renames: readonly Rename[];
  readonly newColumns: NewColumns;
  /** Whether a check fails. */
  readonly fails: boolean;
}

/** What the changes of a schema mean for a project that was made for it as it was. */
export function driftReport(
  project: Project,
  drift: SchemaDrift,
  { before, after }: Pick<Comparison, "before" | "after">,
  catalogue: GeneratorCatalogue,
): DriftReport {
  const broken = brokenBy(project, drift, { before, after }, catalogue);
  const newColumns = project.newColumns ?? defaultNewColumns;
  const changes = drift.changes.map((change, k): ReportedChange => ({
    ...change,
    breaks: [...(broken[k] ?? []), ...exportsWithout(project, change, after)],
    settled: settledBy(newColumns, change, after),
  }));
  return { changes, renames: drift.renames, newColumns, fails: changes.some(({ settled }) => !settled) };
}

/** Only what is new can be settled beforehand: nobody knows of a name that is gone what it was for. */
function settledBy(policy: NewColumns, { kind, what, table, column }: SchemaChange, after: SchemaModel): boolean {
  if (kind !== "added") return false;
  if (what === "table") return policy === "synthesise";
  const found = findTable(after, table);
  const added = what === "column" && found ? findColumn(found, column ?? "") : undefined;
  return added !== undefined && isSettled(policy, added);
}
