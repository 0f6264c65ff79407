import { createHash } from "node:crypto";
import { catalogue } from "../../../shared/catalogue/index.ts";
import type { ExportTarget, Project } from "../../../shared/project/project.ts";
import { designOf } from "../../../shared/rules/design-of.ts";
import type { SchemaModel } from "../../../shared/schema/schema-model.ts";
import { designVersions } from "../design-versions.ts";
import type { ExportSession } from "../exports.ts";
import { version } from "../version.ts";
import type { LockedState } from "./exports-lock.ts";
import { canonical } from "./rule-change.ts";

/** Of a text, short enough to be read. */
export const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** All that the bytes of a session's exports depend on, and its key. */
export function stateOf({
  model,
  planned: project,
}: Pick<ExportSession, "model" | "planned">): readonly [string, LockedState] {
  const state: LockedState = {
    seedloom: version,
    generators: designVersions(designOf(model, project, catalogue), catalogue).generators,
    schema: schemaDigests(model),
    project: recorded(project),
  };
  return [digest(canonical(state)), state];
}

/** Of each table; comments and names of constraints are not what a row depends on. */
export function schemaDigests(model: SchemaModel): Readonly<Record<string, string>> {
  return Object.fromEntries(
    model.tables.map(({ id, columns, primaryKey, uniques, foreignKeys, checks }) => [
      id,
      digest(
        canonical([
          columns.map(({ comment: _comment, ...column }) => column),
          primaryKey,
          [uniques, foreignKeys, checks].map((parts) =>
            parts.map(({ name: _name, ...part }) => canonical(part)).toSorted(),
          ),
        ]),
      ),
    ]),
  );
}

/** The project as far as values depend on it. */
export function recorded(project: Project): Record<string, unknown> {
  const { seedloom, seed, now, locales, rows, generators, tables, scenarios } = project;
  // As it is read back from JSON.
  return JSON.parse(JSON.stringify({ seedloom, seed, now, locales, rows, generators, tables, scenarios })) as Record<
    string,
    unknown
  >;
}

/** What the project says of a target, but for its name. */
export const settingsOf = ({ name: _name, ...settings }: ExportTarget): Record<string, unknown> =>
  JSON.parse(JSON.stringify(settings)) as Record<string, unknown>;
