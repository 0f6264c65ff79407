import { isDataTarget, type ExportTarget } from "./project.ts";

/** What an export is by: the id of its format, code or kit. */
export const targetKind = (target: ExportTarget): string =>
  isDataTarget(target) ? target.format : "code" in target ? target.code : target.kit;

/** The scenarios that an export is of; undefined stands for the project without any. */
export function targetScenarios(target: ExportTarget): readonly (string | undefined)[] {
  if ("kit" in target) return [undefined];
  return isDataTarget(target) ? (target.scenarios ?? [target.scenario]) : [target.scenario];
}

/** The names of a project's exports, each its own: one that has none is called after its kind, with a number where that is taken. */
export function targetNames(targets: readonly ExportTarget[]): readonly string[] {
  const taken = new Set(targets.flatMap(({ name }) => name ?? []));
  return targets.map((target) => {
    if (target.name !== undefined) return target.name;
    const kind = targetKind(target);
    let name = kind;
    for (let number = 2; taken.has(name); number++) name = `${kind}-${number}`;
    taken.add(name);
    return name;
  });
}
