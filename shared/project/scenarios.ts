import { own, without } from "./own.ts";
import type { Project, Scenario } from "./project.ts";

/** The project with a scenario, or without it: then its exports go too. */
export function setScenario(project: Project, name: string, scenario: Scenario | null): Project {
  if (scenario !== null) return { ...project, scenarios: { ...project.scenarios, [name]: scenario } };
  if (own(project.scenarios, name) === undefined) return project;
  return {
    ...project,
    scenarios: without(project.scenarios, name),
    exports: project.exports.filter((target) => !("scenario" in target) || target.scenario !== name),
  };
}

/** The project with a scenario under another name, at its place, and in the exports that name it. */
export function renameScenario(project: Project, name: string, to: string): Project {
  if (name === to || own(project.scenarios, name) === undefined || own(project.scenarios, to) !== undefined)
    return project;
  return {
    ...project,
    scenarios: Object.fromEntries(
      Object.entries(project.scenarios).map(([key, scenario]) => [key === name ? to : key, scenario]),
    ),
    exports: project.exports.map((target) =>
      "scenario" in target && target.scenario === name ? { ...target, scenario: to } : target,
    ),
  };
}
