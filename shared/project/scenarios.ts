import { own, without } from "./own.ts";
import type { Project, Scenario } from "./project.ts";

/** The project with a scenario, or without it: then exports of it alone go too. */
export function setScenario(project: Project, name: string, scenario: Scenario | null): Project {
  if (scenario !== null) return { ...project, scenarios: { ...project.scenarios, [name]: scenario } };
  if (own(project.scenarios, name) === undefined) return project;
  return {
    ...project,
    scenarios: without(project.scenarios, name),
    exports: project.exports.flatMap((target) => {
      if (!("scenarios" in target) || target.scenarios === undefined)
        return "scenario" in target && target.scenario === name ? [] : [target];
      const scenarios = target.scenarios.filter((one) => one !== name);
      return scenarios.length === 0 ? [] : [{ ...target, scenarios }];
    }),
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
    exports: project.exports.map((target) => {
      if ("scenarios" in target && target.scenarios !== undefined)
        return { ...target, scenarios: target.scenarios.map((one) => (one === name ? to : one)) };
      return "scenario" in target && target.scenario === name ? { ...target, scenario: to } : target;
    }),
  };
}
