import { isDataTarget, type ExportTarget, type Project } from "./project.ts";
import { targetScenarios } from "./target-names.ts";

/** The ids of the tables whose rows come from the source, in a scenario or in the project without any. */
export function maskedTables(project: Project, scenario?: string): readonly string[] {
  const overlay = scenario === undefined ? undefined : project.scenarios[scenario]?.tables;
  const ids = new Set([...Object.keys(project.tables), ...Object.keys(overlay ?? {})]);
  return [...ids].filter((id) => (overlay?.[id]?.mode ?? project.tables[id]?.mode) === "mask");
}

/** Whether an export writes rows that come from the source. */
export const readsSource = (project: Project, target: ExportTarget): boolean =>
  isDataTarget(target) &&
  targetScenarios(target).some((scenario) =>
    maskedTables(project, scenario).some((id) => target.tables?.includes(id) ?? true),
  );
