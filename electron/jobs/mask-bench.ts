import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogue } from "../../shared/catalogue/index.ts";
import type { Plan } from "../../shared/plan/plan.ts";
import { undecidedPersonal } from "../../shared/plan/undecided.ts";
import { applyEdit } from "../../shared/project/apply-edit.ts";
import { newProject } from "../../shared/project/new-project.ts";
import type { Project } from "../../shared/project/project.ts";
import { fileOrder, writeProjectFile } from "../../shared/project/write-project-file.ts";
import { findPersonal } from "../../shared/rules/personal/find-personal.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import type { SchemaModel } from "../../shared/schema/schema-model.ts";
import type { Cell } from "../../shared/vectors/vector.ts";
import { openSource } from "../drivers/open-source.ts";
import { loadPlan } from "./load-plan.ts";
import { nameLists } from "./name-lists.ts";

/** Rows of a table by column. */
export type Rows = readonly Readonly<Record<string, Cell>>[];

/** A folder that is gone after the test. */
export function testFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "mask-test-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The whole content of a database. */
export async function rowsOf(address: string): Promise<ReadonlyMap<string, Rows>> {
  const source = await openSource(address);
  try {
    const all = new Map<string, Rows>();
    for (const table of (await source.model()).tables) {
      const rows: Readonly<Record<string, Cell>>[] = [];
      for await (const chunk of source.read({ table })) {
        for (const cells of chunk) {
          rows.push(Object.fromEntries(table.columns.map(({ name }, k) => [name, cells[k] ?? null])));
        }
      }
      all.set(table.id, rows);
    }
    return all;
  } finally {
    await source.close();
  }
}

/** A project that takes all rows from a source; a personal column without a rule gets the first mask that suits it. */
export async function maskedProject(
  model: SchemaModel,
  address: string,
  rules: Readonly<Record<string, Readonly<Record<string, Rule>>>>,
): Promise<{ readonly project: Project; readonly plan: Plan }> {
  const tables = model.tables.map(({ id }) => [id, { mode: "mask" as const, columns: { ...rules[id] } }]);
  let project: Project = {
    ...newProject({ source: address, seed: 1, now: "2026-01-01", locales: { en: 1 } }),
    tables: Object.fromEntries(tables),
  };
  const samples = await rowsOf(address);
  const findings = findPersonal(model, await nameLists([]), (table, column) =>
    (samples.get(table.id) ?? []).slice(0, 1000).map((row) => {
      const cell = row[column.name] ?? null;
      return cell === null || cell instanceof Uint8Array ? null : String(cell);
    }),
  );
  const planOf = (): Promise<Plan> => loadPlan({ model, project, referenceDate: "2026-01-01" });
  for (const { fixes, message } of undecidedPersonal(await planOf(), findings)) {
    const [fix] = fixes;
    if (fix === undefined) throw new Error(`No mask is proposed: ${message}`);
    project = applyEdit(project, fix.edit);
  }
  return { project, plan: await planOf() };
}

/** A project that copies all rows as they are, which a reason allows for every column. */
export function keptProject(model: SchemaModel, address: string): Project {
  const kept = { kind: "keep", reason: "a test copies it" } as const;
  const tables = model.tables.map(({ id, columns }) => [
    id,
    { mode: "mask" as const, columns: Object.fromEntries(columns.map(({ name }) => [name, kept])) },
  ]);
  return {
    ...newProject({ source: address, seed: 1, now: "2026-01-01", locales: { en: 1 } }),
    tables: Object.fromEntries(tables),
  };
}

/** The text of the project's file. */
export const projectText = (project: Project, model: SchemaModel): string =>
  writeProjectFile(null, project, catalogue, fileOrder(model));
