import { applyEdit } from "./apply-edit.ts";
import { own } from "./own.ts";
import type { ProjectEdit, SingleEdit } from "./project-edit.ts";
import type { Project } from "./project.ts";

/** What a scenario can say of its own; all else is the project's, whatever scenario is on screen. */
const ofScenarios: ReadonlySet<SingleEdit["kind"]> = new Set([
  "set-rule",
  "set-rows",
  "set-mode",
  "set-sample",
  "set-pinned",
  "set-seed",
  "remove-table",
]);

/** The project after an edit that is made while a scenario is on screen: it goes into the scenario where the scenario can say it. */
export function applyWithin(project: Project, scenario: string | null, edit: ProjectEdit): Project {
  if (scenario === null) return applyEdit(project, edit);
  const edits = edit.kind === "several" ? edit.edits : [edit];
  return edits.reduce((before, single) => applySingle(before, scenario, single), project);
}

function applySingle(project: Project, name: string, edit: SingleEdit): Project {
  const scenario = own(project.scenarios, name);
  if (scenario === undefined || !ofScenarios.has(edit.kind)) return applyEdit(project, edit);
  const laid = { ...project, tables: scenario.tables, seed: scenario.seed ?? project.seed };
  const edited = applyEdit(laid, edit);
  if (edited === laid) return project;
  const { tables, seed } = edited;
  const changed = { ...scenario, tables, ...(edit.kind === "set-seed" ? { seed } : {}) };
  return {
    ...edited,
    tables: project.tables,
    seed: project.seed,
    scenarios: { ...project.scenarios, [name]: changed },
  };
}
